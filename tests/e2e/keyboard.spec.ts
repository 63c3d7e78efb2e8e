import { expect, type Page, test } from '@playwright/test'
import { SHORTCUTS } from '../../renderer/features/scoring/shortcuts'
import { zhCN } from '../../renderer/i18n/zh-CN/catalogue'
import { allItems, type Item } from '../../shared/domain/rubric/rubric'
import { clearSearch, closeDialog, goToItem, standing } from '../drive/findings'
import { type Hands, handsOn, until } from '../drive/hands'
import { startRound } from '../drive/journey'
import { builtinRubric, hasDialog, savedSeq } from '../drive/scoring'
import { type Launched, launchApp } from './launch'

/** The keys of the scoring screen, on one sheet that is begun here and left open. */
test.describe.configure({ mode: 'serial' })

let launched: Launched
let page: Page
let hands: Hands
let items: readonly Item[]

test.beforeAll(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } })
  page = launched.page
  hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  items = allItems(await builtinRubric(page))
})

test.afterAll(() => launched.close())

/** The first item whose first clause is a plain counter. */
function counted(): Item {
  const item = items.find(({ kind, clauses: [clause] }) => {
    return kind === 'normal' && clause?.form === 'per-occurrence' && clause.severities === undefined
  })
  if (item === undefined) throw new Error('the standard has no counter')
  return item
}

const total = async () => (await standing(page)).total
const panel = () => page.getByTestId('scoring-panel')

test('? lists every shortcut, and the list is the one that the keys are read by', async () => {
  await hands.press('?')
  const dialog = page.locator('.scoring-help')
  await expect(dialog).toBeVisible()
  await expect(dialog.locator('dd')).toHaveText(SHORTCUTS.map(({ action }) => zhCN.scoring.action[action]))
  for (const { keys } of SHORTCUTS)
    for (const key of keys) await expect(dialog.locator('kbd', { hasText: key }).first()).toBeVisible()
  await closeDialog(page, hands)
})

test('moves with arrows, pages, Home and End', async () => {
  await hands.press('End')
  await expect(panel()).toHaveAttribute('data-item', items.at(-1)?.id ?? '')
  await hands.press('Home')
  await expect(panel()).toHaveAttribute('data-item', items[0]?.id ?? '')
  await hands.press('ArrowDown')
  await expect(panel()).toHaveAttribute('data-item', items[1]?.id ?? '')
  await hands.press('ArrowUp')
  await hands.press('PageDown')
  const second = items.find(({ code }) => code.startsWith('2.'))
  await expect(panel()).toHaveAttribute('data-item', second?.id ?? '')
  await hands.press('PageUp')
  await expect(panel()).toHaveAttribute('data-item', items[0]?.id ?? '')
  expect(await savedSeq(page)).toBe(1)
})

test('searches by number and by words', async () => {
  const item = counted()
  await goToItem(page, hands, item.code, item.id)
  await clearSearch(hands)
  await hands.press('/')
  await hands.type('没有这样的小项')
  await expect(page.getByText(zhCN.scoring.nothingShown)).toBeVisible()
  await hands.press('Escape')
  await expect(panel()).toHaveAttribute('data-item', item.id)
})

test('counts with digits, + and −, and undoes and redoes as new events', async () => {
  const { id } = counted()
  await expect(panel()).toHaveAttribute('data-item', id)
  const untouched = await total()
  const count = panel().locator('.scoring-clause-active output.scoring-count')
  await hands.press('1')
  await hands.press('2')
  await expect(count).toHaveText(/^12/)
  await hands.press('-')
  await hands.press('+')
  await hands.press('+')
  await expect(count).toHaveText(/^13/)
  const marked = await total()
  const seq = await savedSeq(page)
  for (let n = 0; n < 5; n++) await hands.press('Control+z')
  await expect.poll(total).toBe(untouched)
  for (let n = 0; n < 5; n++) await hands.press('Control+y')
  // The total may be at a cap before the last one is redone.
  await expect.poll(() => savedSeq(page)).toBe(seq + 10)
  expect(await total()).toBe(marked)
  await hands.press('Backspace')
  await expect.poll(total).toBe(untouched)
})

test('keys faster than the disk lose nothing: a slow append, and digits, + and Space at once', async () => {
  const { id } = counted()
  await delayAppends(120)
  for (const key of ['1', '+', '+', ' ']) await hands.press(key)
  await expect(panel()).not.toHaveAttribute('data-item', id)
  await hands.press('ArrowUp')
  await expect(panel().locator('.scoring-clause-active output.scoring-count')).toHaveText(/^3/)
  await delayAppends(0)
})

/** Makes every append wait, as an old disk does. */
function delayAppends(ms: number): Promise<void> {
  return launched.app.evaluate(({ ipcMain }, pause) => {
    const channel = 'scorebench:appendEvents'
    const kept = globalThis as { appendNow?: (...args: unknown[]) => Promise<unknown> }
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, typeof kept.appendNow>
    kept.appendNow ??= handlers.get(channel)
    const { appendNow } = kept
    if (appendNow === undefined) throw new Error('nobody answers appendEvents')
    handlers.set(channel, async (...args) => {
      await new Promise((done) => setTimeout(done, pause))
      return appendNow(...args)
    })
  }, ms)
}

test('filters: unchecked, lost points, excluded, and back to all', async () => {
  const item = counted()
  const filter = page.getByTestId('scoring-filter')
  const shown = page.locator('.data-grid .ag-row')
  await hands.press('f')
  await expect(filter.locator('.ant-segmented-item-selected')).toHaveText(zhCN.scoring.shown.unchecked)
  await expect(shown.filter({ hasText: item.title })).toHaveCount(0)
  await hands.press('f')
  await expect(filter.locator('.ant-segmented-item-selected')).toHaveText(zhCN.scoring.shown.lost)
  await expect(shown.filter({ hasText: item.title })).toHaveCount(1)
  await hands.press('f')
  await expect(page.getByText(zhCN.scoring.nothingShown)).toBeVisible()
  await hands.press('f')
  await expect(filter.locator('.ant-segmented-item-selected')).toHaveText(zhCN.scoring.shown.all)
})

test('excludes with N and a reason, without which it does not', async () => {
  const item = items.find(({ exclusion, kind }) => exclusion === 'normalise' && kind === 'normal')
  if (item === undefined) throw new Error('nothing can be excluded')
  await goToItem(page, hands, item.code, item.id)
  await clearSearch(hands)
  const seq = await savedSeq(page)
  await hands.press('n')
  await expect(page.getByTestId('scoring-exclude-reason')).toBeVisible()
  await hands.press('Enter')
  expect(await savedSeq(page)).toBe(seq)
  await hands.type('该对象无此类设施')
  await hands.press('Enter')
  await expect(panel().locator('.scoring-excluded-reason')).toHaveText('该对象无此类设施')
  await until('the dialog gone', async () => !(await hasDialog(page)))
  const barred = items.find(({ exclusion }) => exclusion === 'not-allowed')
  if (barred === undefined) throw new Error('everything can be excluded')
  await goToItem(page, hands, barred.code, barred.id)
  await clearSearch(hands)
  await hands.press('n')
  await expect(page.getByText(zhCN.scoring.exclude.mode['not-allowed'])).toBeVisible()
  await closeDialog(page, hands)
})

test('C clears what is left of the category in one act, told apart, and one undo takes it back', async () => {
  await hands.press('End')
  const before = await standing(page)
  const seq = await savedSeq(page)
  await hands.press('c')
  await expect(page.locator('.scoring-clear-rest-ok')).toBeFocused()
  await hands.press('Enter')
  await expect.poll(() => savedSeq(page)).toBe(seq + 1)
  await until('the dialog gone', async () => !(await hasDialog(page)))
  await expect(panel().locator('.scoring-status')).toHaveText(zhCN.scoring.status['clear-together'])
  await expect(page.getByTestId('scoring-category-10')).toContainText('✓')
  await hands.press('Control+z')
  await expect.poll(() => savedSeq(page)).toBe(seq + 2)
  await expect.poll(() => standing(page)).toEqual(before)
})

test('Tab and Enter reach the buttons; what is typed in a field is not a shortcut', async () => {
  await hands.press('m')
  await hands.type('n 1 u f')
  await hands.press('Control+Enter')
  await expect(panel().locator('.scoring-history')).toContainText('n 1 u f')
  const seq = await savedSeq(page)
  await hands.tabTo('scoring-clear')
  await hands.press('Enter')
  await expect.poll(() => savedSeq(page)).toBe(seq + 1)
})

test('single-key shortcuts can be switched off; the others stay', async () => {
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('settings-single-keys').click()
  await page.getByTestId('nav-home').click()
  await page.getByTestId('home-continue').click()
  await expect(panel()).toBeVisible()
  await hands.press('Home')
  const [first, second] = items
  await expect(panel()).toHaveAttribute('data-item', first?.id ?? '')
  const seq = await savedSeq(page)
  for (const key of [' ', '1', '+', '-', 'n', 'u', 'f', '/', 'r', 'm', 'Backspace', '?'])
    await hands.press(key)
  await expect(panel()).toHaveAttribute('data-item', first?.id ?? '')
  await expect(page.locator('.ant-modal')).toHaveCount(0)
  expect(await savedSeq(page)).toBe(seq)
  await hands.press('ArrowDown')
  await expect(panel()).toHaveAttribute('data-item', second?.id ?? '')
  await hands.press('Control+z')
  await expect.poll(() => savedSeq(page)).toBe(seq + 1)
})
