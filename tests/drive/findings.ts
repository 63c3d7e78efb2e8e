import type { Page } from '@playwright/test'
import type { Hands } from './hands'
import { until } from './hands'
import { currentItem, hasDialog } from './scoring'

/** Finds an item by its number, with the keys: / number Enter. The filter stays; `clearSearch` takes it away. */
export async function goToItem(page: Page, hands: Hands, code: string, id: string): Promise<void> {
  await hands.press('/')
  await hands.type(code)
  await hands.press('Enter')
  await until(`item ${code}`, async () => (await currentItem(page)) === id)
}

export async function clearSearch(hands: Hands): Promise<void> {
  await hands.press('/')
  await hands.press('Escape')
}

/** Closes the dialog on top. */
export async function closeDialog(page: Page, hands: Hands): Promise<void> {
  await hands.press('Escape')
  await until('no dialog', async () => !(await hasDialog(page)))
}

/** What the status bar says: the total or range, and how many are checked. */
export async function standing(page: Page): Promise<{ readonly total: string; readonly checked: string }> {
  return {
    total: await page.getByTestId('scoring-total').locator('b').innerText(),
    checked: (await page.getByTestId('scoring-checked').innerText()).replace(/\s+/g, ' '),
  }
}
