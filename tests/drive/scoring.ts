import type { Page } from '@playwright/test'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { type Hands, until } from './hands'
import type { PlannedItem } from './plan'

/** The built-in standard, as the screen itself gets it. */
export function builtinRubric(page: Page): Promise<Rubric> {
  return page.evaluate(async () => {
    const listed = await window.scorebench.listRubrics()
    if (!listed.ok) throw new Error(listed.code)
    const rubric = await window.scorebench.readRubric(
      listed.value.find(({ isBuiltin }) => isBuiltin)?.digest ?? '',
    )
    if (!rubric.ok) throw new Error(rubric.code)
    return rubric.value
  })
}

/** The item in the panel. */
export function currentItem(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLElement>('[data-testid="scoring-panel"]')?.dataset.item ?? '',
  )
}

/** The last line that the screen shows as saved; -1 where it says that it is not. */
export function savedSeq(page: Page): Promise<number> {
  return page.evaluate(() => {
    const saved = document.querySelector<HTMLElement>('[data-testid="scoring-saved"].scoring-saved')
    return saved === null ? -1 : Number(saved.dataset.seq)
  })
}

/** Scores the item that is open by its plan and goes on to the next; answers the keys that it took. */
export async function scoreItem(page: Page, hands: Hands, planned: PlannedItem): Promise<number> {
  await until(`item ${planned.code} open`, async () => (await currentItem(page)) === planned.id)
  const before = hands.count().keys
  const [first = '', ...rest] = planned.digits
  switch (planned.kind) {
    case 'clear':
      await hands.press(' ')
      return hands.count().keys - before
    case 'count':
    case 'choice':
      for (const digit of planned.digits) await hands.press(digit)
      break
    case 'value':
    case 'judgement':
      await hands.press(first)
      await fieldOpen(page, 'value')
      for (const digit of rest) await hands.press(digit)
      await hands.press('Enter')
      break
    case 'excluded':
      await hands.press('n')
      await until('the reason for the exclusion', () => isTyping(page, '.ant-modal'))
      await hands.type(planned.reason)
      await hands.press('Enter')
      await until('no dialog', async () => !(await hasDialog(page)))
      break
  }
  if (planned.reason !== '' && planned.kind !== 'excluded') {
    await fieldOpen(page, 'reason')
    await hands.type(planned.reason)
    await hands.press('Enter')
  }
  await until('no field in focus', async () => !(await isTyping(page, 'body')))
  await hands.press('ArrowDown')
  return hands.count().keys - before
}

/** Whether a dialog stands over the screen, also while it is fading. */
export function hasDialog(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null)
}

function fieldOpen(page: Page, field: string): Promise<void> {
  return until(`the field for the ${field}`, () => isTyping(page, `[data-field="${field}"]`))
}

/** Whether a text field has the focus that is, or lies in, what the selector names. */
function isTyping(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((within) => {
    const { activeElement } = document
    if (!(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement))
      return false
    return activeElement.closest(within) !== null
  }, selector)
}
