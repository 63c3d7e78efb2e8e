import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { screenRange } from '../../renderer/components/screen-score'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import { replaySheet } from '../../shared/domain/sheet/replay'
import { clearSearch, goToItem, standing } from '../drive/findings'
import { type Hands, handsOn, until } from '../drive/hands'
import { hasDialog, savedSeq } from '../drive/scoring'
import { EVERY_FORM, layOut, openSheet } from './every-form'
import { freshDataFolder, type Launched, launchApp } from './launch'

/** Every form of rule on one sheet, marked by keys alone; what the screen says is worked out by hand here. */
test.describe.configure({ mode: 'serial' })

let launched: Launched
let page: Page
let hands: Hands
let dataFolder: string

test.beforeAll(async () => {
  dataFolder = freshDataFolder()
  layOut(dataFolder)
  launched = await launchApp({ dataFolder, size: { width: 1366, height: 768 } })
  page = launched.page
  hands = handsOn(page)
  await openSheet(page, 'luoyang')
})

test.afterAll(async () => {
  await launched.close()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function go(no: number): Promise<void> {
  await goToItem(page, hands, `1.${no}`, `i${no}`)
  await clearSearch(hands)
}

/** Waits for a field of the active clause to have the focus, then types into it and presses Enter. */
async function fill(field: string, text: string): Promise<void> {
  await until(`the field ${field}`, () =>
    page.evaluate((name) => {
      const { part, field: kind } = (document.activeElement as HTMLElement | null)?.dataset ?? {}
      return part === name || kind === name
    }, field),
  )
  await hands.type(text)
  await hands.press('Enter')
}

const cell = (no: number, column: string) =>
  page.locator(`.scoring-grid [row-id="i${no}"] [col-id="${column}"]`)
const clause = (id = 'a') => page.getByTestId(`scoring-clause-${id}`)
const panel = () => page.getByTestId('scoring-panel')

/** The item's score as the grid has it, and the total as what the journal on disk comes to. */
async function stands(no: number, score: string): Promise<void> {
  await expect(cell(no, 'score')).toHaveText(score)
  const lines = await page.evaluate(async () => {
    const sheets = await window.scorebench.listSheets()
    const id = sheets.ok ? (sheets.value[0]?.header.sheetId ?? '') : ''
    const journal = await window.scorebench.readJournal(id, 0)
    return journal.ok ? journal.value : []
  })
  const replay = replaySheet(EVERY_FORM, lines)
  if (!replay.ok) throw new Error(replay.code)
  const { low, high } = scoreSheet(EVERY_FORM, replay.state)
  expect((await standing(page)).total).toBe(screenRange(low, high))
}

test('1 to 3: counts under a cap, by severity, and in threes', async () => {
  await go(1)
  await hands.press('7')
  await stands(1, '1.00')
  await go(2)
  await hands.press('1')
  await hands.press('2')
  await stands(2, '2.40')
  await go(3)
  await hands.press('7')
  await stands(3, '1.00')
})

test('4 to 7: all or nothing, a threshold, a shortfall, a proportion, a tier', async () => {
  await go(5)
  await hands.press('8')
  await fill('value', '5')
  await stands(5, '1.00')
  await go(6)
  await hands.press('7')
  await fill('value', '7.5')
  await stands(6, '3.375')
  await go(27)
  await hands.press('9')
  await fill('value', '0')
  await stands(27, '12.60')
  await go(7)
  await hands.press('2')
  await stands(7, '2.00')
})

test('8: a limit by zone: the zone by its number, then the value; the value may come first by mouse', async () => {
  await go(8)
  await hands.press('2')
  await fill('value', '7')
  await stands(8, '2.60')
  await hands.press('1')
  await fill('value', '7')
  await stands(8, '2.20')
  await hands.press('Backspace')
  await expect(cell(8, 'score')).toHaveText('')
  await clause().locator('[data-field="value"]').fill('9')
  await clause().locator('[data-field="value"]').press('Enter')
  await expect(cell(8, 'score')).toHaveText('')
  await clause().getByRole('radio').nth(1).click()
  await stands(8, '2.20')
})

test('9 and 10: judgement with its reason, parts that are missing', async () => {
  await go(9)
  await hands.press('2')
  await fill('value', '.5')
  await fill('reason', '现场脏乱')
  await stands(9, '2.50')
  await go(10)
  await hands.press('1')
  await hands.press('3')
  await stands(10, '1.00')
})

test('11: bonus and penalty go to the total', async () => {
  await go(11)
  await hands.press('3')
  await expect(cell(11, 'lost')).toHaveText('+2')
  await go(28)
  await hands.press('1')
  await expect(cell(28, 'lost')).toHaveText('−1')
  await stands(28, '')
})

test('12: once the item is used up, more is taken', async () => {
  await go(12)
  await expect(clause('b')).toContainText('追加扣 3 分')
  await hands.press('1')
  await stands(12, '1.00')
  await hands.press('+')
  await stands(12, '−3.00')
  await hands.press('ArrowRight')
  const seq = await savedSeq(page)
  await hands.press('5')
  await stands(12, '−3.00')
  expect(await savedSeq(page)).toBe(seq)
})

test('13: the same problem at the same place: warned, linked as one, held, counted separately, kept', async () => {
  await go(13)
  await hands.press('2')
  await stands(13, '2.00')
  await hands.press('p')
  await fill('place', '人民路')
  await expect(page.getByTestId('scoring-double')).toHaveCount(0)
  await go(14)
  await hands.press('1')
  await stands(14, '2.00')
  // The place used last is proposed: Enter takes it.
  await hands.press('p')
  await fill('place', '')
  await expect(page.getByTestId('scoring-double')).toContainText('“人民路”的同一问题已在 1.13 扣分')
  await expect(page.getByTestId('scoring-doubles')).toContainText('1')

  await hands.press('l')
  await expect(page.getByTestId('scoring-linked')).toContainText('1.13')
  await expect(page.getByTestId('scoring-doubles')).toHaveCount(0)
  await stands(14, '3.00')
  await go(13)
  await hands.press('0')
  await expect(page.locator('.ant-message')).toContainText('1.14')
  await stands(13, '2.00')

  await go(14)
  await hands.press('l')
  await expect(page.getByTestId('scoring-double')).toBeVisible()
  await stands(14, '2.00')
  await page.getByTestId('scoring-doubles').click()
  await expect(panel()).toHaveAttribute('data-item', 'i13')
  await hands.press('k')
  await expect(page.getByTestId('scoring-doubles')).toHaveCount(0)
  await stands(14, '2.00')
})

test('14: by who found it and how often', async () => {
  await go(15)
  for (const key of ['1', '1', '4']) await hands.press(key)
  await stands(15, '3.00')
  await hands.press('-')
  await stands(15, '5.00')
})

test('15: a veto needs its reason', async () => {
  await go(16)
  await hands.press('1')
  await fill('reason', '一人死亡')
  await stands(16, '0.00')
})

test('16 and 17: parts that do not apply; items left out and in full', async () => {
  await go(17)
  for (const key of ['1', '2', '2']) await hands.press(key)
  await stands(17, '3.00')
  for (const [no, score] of [
    [18, '0.00'],
    [19, '4.00'],
  ] as const) {
    await go(no)
    await hands.press('n')
    await page.getByTestId('scoring-exclude-reason').waitFor()
    await hands.type('该对象无此类设施')
    await hands.press('Enter')
    await until('no dialog', async () => !(await hasDialog(page)))
    await stands(no, score)
  }
})

test('18: two clauses under one cap, the loss in parts', async () => {
  await go(19)
  await hands.press('Backspace')
  await expect(panel()).toContainText('城市管理局 2 : 街道办事处 8')
  await hands.press('1')
  await hands.press('ArrowRight')
  await hands.press('3')
  await stands(19, '1.00')
})

test('19: by rank: a range while only the value is known, one number with the rank', async () => {
  await go(20)
  await hands.press('3')
  await fill('value', '00')
  await expect(clause()).toContainText('本项得分是一个区间')
  await expect(cell(20, 'lost')).toHaveText('0 … −3')
  await stands(20, '0 – 3')
  await hands.press('5')
  await fill('rank', '')
  await stands(20, '1.00')
  await expect(clause().locator('[data-field="reason"]')).toHaveValue('优良天数 300天')
})

test('20: a pass rate over samples, and a sample that is short', async () => {
  await go(21)
  await hands.press('1')
  await fill('population', '20')
  await fill('passed', '8')
  await fill('failed', '2')
  await stands(21, '3.00')
  await expect(page.getByTestId('scoring-sample-asked')).toContainText('至少抽查 20 座，只抽了 10 座')
  await hands.press('4')
  await fill('population', '0')
  await fill('passed', '9')
  await fill('failed', '1')
  await stands(21, '4.00')
  await expect(page.getByTestId('scoring-sample-asked')).toContainText('至少抽查 5 座，已抽 10 座')
})

test('21 and 22: what holds for this kind of subject, and no item of another kind', async () => {
  await expect(page.getByTestId('scoring-for-kind')).toContainText('省辖市')
  await go(22)
  await expect(page.getByTestId('scoring-read-for')).toContainText('按“省辖市”的规定')
  await hands.press('3')
  await fill('value', '7')
  await stands(22, '2.00')
  await expect(page.locator('[row-id="i24"]')).toHaveCount(0)
  await go(23)
  await expect(panel()).toContainText('仅适用于')
  await hands.press('1')
  await stands(23, '3.50')
})

test('place by place: the mean, a clean place among them, the worst', async () => {
  await go(25)
  await hands.press('p')
  await fill('place', '')
  await hands.press('0')
  await hands.press('p')
  await fill('place', '建设街')
  await hands.press('3')
  await stands(25, '4.25')
  await expect(clause()).toContainText('取各处扣分的平均 · 2 处')
  await hands.press('Shift+ArrowUp')
  await hands.press('1')
  await stands(25, '4.00')

  await go(26)
  await hands.press('p')
  await fill('place', '')
  await fill('value', '95')
  await stands(26, '5.50')
  await hands.press('p')
  await hands.press('ArrowDown')
  await fill('place', '')
  await fill('value', '90')
  await stands(26, '3.00')
  await clause().locator('.scoring-drop').nth(1).click()
  await stands(26, '5.50')
})

test('with everything checked and no rank open it is a total; with a rank open it never looks final', async () => {
  await go(4)
  await hands.press(' ')
  const bar = page.getByTestId('scoring-total')
  await expect(bar).toContainText('总分')
  await go(20)
  await hands.press('-')
  await stands(20, '3.00')
  await hands.press('3')
  await fill('value', '00')
  await expect(bar).toContainText('可达区间')
  await stands(20, '0 – 3')
})

test('a guaranteed item at nothing takes the whole table', async () => {
  await go(4)
  await hands.press('1')
  await stands(4, '0.00')
  expect((await standing(page)).total).toBe('0.00')
})
