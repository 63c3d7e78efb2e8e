import type { Page } from '@playwright/test'

/** A person's hands on the keyboard: every key they press is counted. */
export interface Hands {
  readonly press: (key: string) => Promise<void>
  /** Types text into the field in focus; each character counts as one of `characters`. */
  readonly type: (text: string) => Promise<void>
  /** Presses Tab until the element with this data-testid, or one inside it, has the focus. Throws when it never has. */
  readonly tabTo: (testId: string) => Promise<void>
  /** What was pressed so far: keys, and characters of text besides. */
  readonly count: () => { readonly keys: number; readonly characters: number }
}

const MOST_TABS = 250

export function handsOn(page: Page): Hands {
  let keys = 0
  let characters = 0
  const press = async (key: string): Promise<void> => {
    keys += 1
    await page.keyboard.press(key)
  }
  return {
    press,
    type: async (text) => {
      characters += [...text].length
      await page.keyboard.type(text)
    },
    tabTo: async (testId) => {
      await until(`${testId} on screen`, () => page.getByTestId(testId).first().isVisible())
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        if (await hasFocus(page, testId)) return
        await press('Tab')
      }
      throw new Error(`Tab never reaches ${testId}`)
    },
    count: () => ({ keys, characters }),
  }
}

function hasFocus(page: Page, testId: string): Promise<boolean> {
  return page.evaluate((id) => {
    const { activeElement } = document
    return activeElement !== null && activeElement.closest(`[data-testid="${id}"]`) !== null
  }, testId)
}

/** Asks until the answer is yes. Throws, naming what did not come, after `limit` ms. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  limit = 15_000,
): Promise<void> {
  const end = Date.now() + limit
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain for: ${what}`)
    await new Promise((done) => setTimeout(done, 10))
  }
}
