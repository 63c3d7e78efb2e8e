import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { findingsOf } from '../../shared/domain/findings/findings-of'
import { replaySheet } from '../../shared/domain/sheet/replay'
import { clearSearch, goToItem } from '../drive/findings'
import { type Hands, handsOn, until } from '../drive/hands'
import { EVERY_FORM, layOut, openSheet } from './every-form'
import { freshDataFolder, type Launched, launchApp } from './launch'

/** Places and findings by keys alone: named in two keys, listed, walked, repeated, corrected; then read off the disk. */
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

async function fill(field: string, text: string): Promise<void> {
  await until(`the field ${field}`, () =>
    page.evaluate((name) => (document.activeElement as HTMLElement | null)?.dataset.field === name, field),
  )
  if (text !== '') await hands.type(text)
  await hands.press('Enter')
}

const cell = (no: number, column: string) =>
  page.locator(`.scoring-grid [row-id="i${no}"] [col-id="${column}"]`)
const clause = (id = 'a') => page.getByTestId(`scoring-clause-${id}`)
const panel = () => page.getByTestId('scoring-panel')
const rows = () => page.getByTestId('scoring-findings-rows')
const place = (name: string) => page.getByTestId('scoring-found-place').filter({ hasText: name })
const totals = () => page.getByTestId('scoring-findings-totals')

/** What the journal on disk comes to. */
async function onDisk() {
  const lines = await page.evaluate(async () => {
    const sheets = await window.scorebench.listSheets()
    const id = sheets.ok ? (sheets.value[0]?.header.sheetId ?? '') : ''
    const journal = await window.scorebench.readJournal(id, 0)
    return journal.ok ? journal.value : []
  })
  const replay = replaySheet(EVERY_FORM, lines)
  if (!replay.ok) throw new Error(replay.code)
  return { places: replay.state.places, findings: findingsOf(EVERY_FORM, replay.state, lines) }
}

test('a place is named in two keys, counts add up over places, and each has its own note', async () => {
  await go(1)
  await hands.press('2')
  await hands.press('p')
  await fill('place', '人民路')
  await hands.press('p')
  await fill('place', '建设街')
  await expect(cell(1, 'score')).toHaveText('1.40')
  await hands.press('r')
  await fill('reason', '果皮箱满溢')
  await expect(clause()).toContainText('各处数量合并计算 · 2 处')
  await go(3)
  await hands.press('3')
  // The place used last is proposed.
  await hands.press('p')
  await hands.press('Enter')
  await expect(clause().locator('[data-place]')).toHaveCount(1)
  const { findings } = await onDisk()
  expect(findings.map(({ key, note }) => [key, note])).toEqual([
    ['i1/a/人民路', ''],
    ['i1/a/建设街', '果皮箱满溢'],
    ['i3/a/建设街', ''],
  ])
})

test('one place has one spelling', async () => {
  await go(1)
  await hands.press('p')
  await fill('place', '人民路　')
  await expect(clause().locator('[data-place]')).toHaveCount(2)
  await hands.press('4')
  await expect(cell(1, 'score')).toHaveText('1.00')
})

test('the same again: place and words of the last finding on another clause', async () => {
  await go(1)
  await hands.press('Shift+ArrowUp')
  await hands.press('r')
  await fill('reason', '积存垃圾')
  await expect(cell(1, 'remark')).toContainText('积存垃圾')
  await go(4)
  await hands.press('s')
  await expect(clause().locator('[data-place="人民路"]')).toBeVisible()
  await expect(cell(4, 'remark')).toContainText('积存垃圾')
  const { findings } = await onDisk()
  expect(findings.find(({ item }) => item === 'i4')).toMatchObject({ place: '人民路', note: '积存垃圾' })
})

test('reasons written of a clause before are offered by number', async () => {
  await go(1)
  await hands.press('p')
  await fill('place', '中州路')
  await hands.press('r')
  await expect(page.locator('.scoring-reasons')).toContainText('果皮箱满溢')
  const first = (await page.locator('.scoring-reasons [role="option"]').first().innerText()).replace(
    /^1\s*/,
    '',
  )
  await hands.press('1')
  await expect(page.locator('.scoring-reasons')).toHaveCount(0)
  await expect(cell(1, 'remark')).toContainText(`中州路（${first}）`)
  await hands.press('-')
  await expect(cell(1, 'remark')).not.toContainText('中州路')
})

test('the list by place: what is there, what is still to be seen, and back to the finding', async () => {
  await hands.press('g')
  await expect(rows()).toBeFocused()
  await expect(totals()).toContainText('问题 4 条')
  await expect(totals()).toContainText('点位已到 2 / 2')
  await hands.press('a')
  await page.getByTestId('scoring-place-lines').waitFor()
  await hands.type('东关市场、市场、一类、建成区')
  await hands.press('Enter')
  await expect(totals()).toContainText('点位已到 2 / 3')
  await expect(place('东关市场')).toContainText('市场 · 一类 · 建成区')
  await expect(place('东关市场')).toHaveAttribute('data-stand', 'unseen')
  await expect(rows()).toBeFocused()

  await hands.press('Home')
  await expect(place('东关市场')).toHaveAttribute('aria-selected', 'true')
  await hands.press(' ')
  await expect(place('东关市场')).toHaveAttribute('data-stand', 'clean')
  await expect(totals()).toContainText('点位已到 3 / 3')
  await hands.press('Control+z')
  await expect(place('东关市场')).toHaveAttribute('data-stand', 'unseen')

  for (let step = 0; step < 3; step += 1) await hands.press('ArrowDown')
  await expect(page.locator('[data-finding][aria-selected="true"]')).toHaveCount(1)
  await expect(panel()).toHaveAttribute('data-item', /^i[134]$/)
  const { places } = await onDisk()
  expect(places).toEqual([{ name: '东关市场', kind: 'market', grade: '一类', zone: '建成区' }])
})

test('by unit and by item, and a number corrected from the list', async () => {
  await page.getByTestId('scoring-findings-by').getByText('按单位').click()
  await expect(page.getByTestId('scoring-found-unit').first()).toContainText('城市管理局')
  await page.getByTestId('scoring-findings-by').getByText('按小项').click()
  await rows().focus()
  await hands.press('Home')
  await hands.press('ArrowDown')
  await expect(panel()).toHaveAttribute('data-item', 'i1')
  await hands.press('1')
  await expect(page.locator('[data-finding="i1/a/人民路"]')).toContainText('1处')
  await hands.press('g')
  await expect(rows()).toHaveCount(0)
  await expect(cell(1, 'score')).toHaveText('1.60')
})

test('samples by place: each named and passed, one that failed, with the least that the standard asks for', async () => {
  await go(21)
  await hands.press('4')
  await until('the field population', () =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.part === 'population'),
  )
  await hands.type('0')
  await hands.press('Enter')
  await hands.press('Escape')
  for (const name of ['甲厕', '乙厕']) {
    await hands.press('p')
    await fill('place', name)
    await expect(clause().locator(`[data-place="${name}"]`)).toBeVisible()
  }
  await hands.press('-')
  await expect(clause().locator('[data-place="乙厕"]')).toContainText('✓ 0 · ✗ 1')
  await expect(page.getByTestId('scoring-sample-asked')).toContainText('至少抽查 5 座，只抽了 2 座')
  await hands.press('r')
  await fill('reason', '无手纸')
  await expect(clause().locator('[data-place="乙厕"]')).toContainText('无手纸')
  const { findings } = await onDisk()
  expect(findings.filter(({ item }) => item === 'i21')).toMatchObject([
    { place: '乙厕', note: '无手纸', value: { kind: 'samples', population: 1, passed: 0, failed: 1 } },
  ])
})
