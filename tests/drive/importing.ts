import type { Page } from '@playwright/test'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { type Hands, until } from './hands'

/** The step of the import that is on screen; empty while a file is chosen or read. */
export function importStep(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLElement>('[data-testid="import"]')?.dataset.step ?? '',
  )
}

/** Goes on to the next step, and waits for it. */
export async function nextStep(page: Page, hands: Hands, step: string): Promise<void> {
  await hands.press('Control+Enter')
  await until(`the step ${step}`, async () => (await importStep(page)) === step)
}

/** How many clauses a person has looked at, as the screen says: done of all. */
export async function clausesDone(page: Page): Promise<readonly [number, number]> {
  const [done = 0, all = 0] = (await page.getByTestId('import-decided').innerText()).match(/\d+/g) ?? []
  return [Number(done), Number(all)]
}

/**
 * Goes through all clauses by the keyboard: those of one pattern are confirmed at once, what was not read surely is
 * left for a person. Answers the keys it took.
 */
export async function confirmClauses(page: Page, hands: Hands): Promise<number> {
  const before = hands.count().keys
  for (let left = await open(page); left > 0; ) {
    const alike = page.getByTestId('import-confirm-alike')
    const isOpen = (await page.locator('.import-list__line--current.import-clause--person').count()) > 0
    await hands.press(isOpen ? 'p' : (await alike.isEnabled()) ? 'a' : 'Enter')
    const was = left
    await until('a clause decided', async () => {
      left = await open(page)
      return left < was
    })
  }
  return hands.count().keys - before
}

async function open(page: Page): Promise<number> {
  const [done, all] = await clausesDone(page)
  return all - done
}

/** The draft that was brought in last, as the screen itself gets it. */
export function importedRubric(page: Page): Promise<Rubric> {
  return page.evaluate(async () => {
    const listed = await window.scorebench.listRubrics()
    if (!listed.ok) throw new Error(listed.code)
    const draft = listed.value.find((one) => one.draft?.imported !== undefined)?.draft
    const read = await window.scorebench.readDraft(draft?.id ?? '')
    if (!read.ok) throw new Error(read.code)
    return read.value.rubric
  })
}
