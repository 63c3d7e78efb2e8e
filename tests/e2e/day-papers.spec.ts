import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { AttachedEvidence } from '../../shared/domain/evidence/evidence'
import type { Item } from '../../shared/domain/rubric/rubric'
import { BOOK_LIMITS, tallyOf } from '../../shared/spreadsheet/workbook/limits'
import { openBook } from '../../shared/spreadsheet/workbook/open-book'
import { openZip } from '../../shared/spreadsheet/workbook/zip-archive'
import { handsOn } from '../drive/hands'
import { answerSaveDialog, seal } from '../drive/journey'
import { builtinRubric } from '../drive/scoring'
import { attachedTo, bring, countingItems, markedAt, startDay, takePhoto, writeAndOpen } from './day-setting'
import { type Launched, launchApp } from './launch'
import { readPdf } from './pdf-text'

/** The day's papers, made in the real window: findings as PDF and as a workbook, with photos. */
test.describe.configure({ mode: 'serial' })

const folder = process.env.DAY_PAPERS ?? mkdtempSync(join(tmpdir(), 'scorebench-papers-'))
let launched: Launched
let page: Page
let sheetId: string
let items: readonly Item[]
let photos: readonly AttachedEvidence[]

const id = (at: number) => photos[at]?.sha256.slice(0, 8) ?? ''

test.beforeAll(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } })
  page = launched.page
  sheetId = await startDay(page)
  items = countingItems(await builtinRubric(page), 4)
  const [a, b, c, d] = items
  if (!a || !b || !c || !d) throw new Error('too few items that count')
  const taken: AttachedEvidence[] = []
  for (let no = 1; no <= 6; no += 1) {
    const size = no === 2 ? ([900, 1600] as const) : ([2400, 1800] as const)
    taken.push({
      ...(await takePhoto(page, sheetId, no, size)),
      name: `P${no}.jpg`,
      media: 'image/jpeg',
      takenAt: `2026-11-24T09:0${no}:00`,
      position: { lat: 34_758_333, lon: 113_620_833 },
      flags: [],
    })
  }
  photos = taken
  const file = async (name: string, media: string, bytes: string): Promise<AttachedEvidence> => ({
    sha256: await bring(page, sheetId, name, [...Buffer.from(bytes, 'latin1')]),
    name,
    media,
    size: bytes.length,
    flags: [],
  })
  const heic = await file('IMG_0007.HEIC', 'image/heic', 'ftypheic-not-shown')
  const pdf = await file('整改通知.pdf', 'application/pdf', '%PDF-1.4 x')
  const torn = await file('torn.jpg', 'image/jpeg', '\u00ff\u00d8\u00ff')
  await writeAndOpen(page, sheetId, [
    markedAt(a, [
      ['人民路', 3, '垃圾桶满溢，周边有散落垃圾'],
      ['东关市场', 1, '=HYPERLINK("x")'],
    ]),
    markedAt(b, [['人民路', 2, '占道经营']]),
    markedAt(c, [['汽车站', 1, '']]),
    { type: 'cleared', item: d.id },
    attachedTo(a, '人民路', [...photos.slice(0, 2), heic]),
    attachedTo(a, '东关市场', photos.slice(2, 3)),
    attachedTo(b, '人民路', photos.slice(3, 4)),
    attachedTo(c, '汽车站', [...photos.slice(4, 5), pdf, torn]),
    attachedTo(d, null, photos.slice(5, 6)),
    {
      type: 'annotated',
      item: a.id,
      sha256: photos[0]?.sha256 ?? '',
      marks: [
        { kind: 'arrow', from: [100, 150], to: [600, 500] },
        { kind: 'text', at: [150, 700], text: '破损' },
      ],
    },
  ])
})

test.afterAll(() => launched.close())

async function choose(part: string, value: string): Promise<void> {
  await page.getByTestId(`paper-${part}-${value}`).check()
}

/** Presses 导出… and waits for the file. */
async function save(name: string): Promise<Buffer> {
  const path = join(folder, name)
  await answerSaveDialog(launched.app, path)
  await page.locator('.paper-save').click()
  await expect(page.getByTestId('paper-ended')).toContainText(name, { timeout: 60_000 })
  return readFileSync(path)
}

test("a PDF by place has each finding in the standard's own words, its cost, and its photos small", async () => {
  await page.getByTestId('paper-open').click()
  await expect(page.getByTestId('paper-size')).toHaveText('4 个问题，7 张照片')
  const { text, pages, jpegs } = readPdf(await save('place.pdf'))
  for (const item of items.slice(0, 3)) expect(text).toContain(item.clauses[0]?.text)
  for (const words of ['垃圾桶满溢，周边有散落垃圾', '占道经营', '工作底稿，不是签名结果', '尚未封存'])
    expect(text).toContain(words)
  for (const words of [
    '未到的点位（1）：幸福小区',
    'IMG_0007.HEIC',
    '整改通知.pdf',
    'torn.jpg',
    '图片损坏或不完整',
  ])
    expect(text).toContain(words)
  for (let at = 0; at < 6; at += 1) expect(text).toContain(id(at))
  expect(jpegs).toHaveLength(6)
  expect(Math.max(...jpegs)).toBeLessThan(100_000)
  expect(pages).toBeGreaterThanOrEqual(2)
})

test('full pages have one photo each, with when, where and by whom', async () => {
  await choose('photos', 'full')
  const { text, pages, jpegs } = readPdf(await save('full.pdf'))
  expect(jpegs).toHaveLength(6)
  expect(text).toContain('纬度34.75833，经度113.62083')
  expect(text).toContain('2026-11-24 09:02:00')
  expect(text.match(/照片编号/g)).toHaveLength(6)
  expect(pages).toBeGreaterThanOrEqual(8)
})

test('by unit, and of chosen units alone', async () => {
  await choose('photos', 'none')
  await choose('by', 'unit')
  const all = readPdf(await save('unit.pdf'))
  expect(all.jpegs).toEqual([])
  const unit = items[0]?.units.lead[0] ?? ''
  expect(all.text).toContain(unit)
  await page.getByTestId('paper-which').click()
  await page.keyboard.type(unit)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const some = readPdf(await save('chosen.pdf'))
  expect(some.text).toContain('垃圾桶满溢，周边有散落垃圾')
  expect(some.text.length).toBeLessThan(all.text.length)
})

test('the workbook has a sheet by place and one by unit, text that stays text, and small photos', async () => {
  await choose('format', 'xlsx')
  await choose('by', 'place')
  await choose('photos', 'contact')
  const bytes = await save('findings.xlsx')
  const opened = openBook(bytes, 'findings.xlsx')
  if (!opened.ok) throw new Error(opened.code)
  expect(opened.book.sheets.map(({ name }) => name)).toEqual(['按点位', '按责任单位'])
  const texts = opened.book.sheets.map(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  )
  for (const sheet of texts) {
    expect(sheet).toContain(items[0]?.clauses[0]?.text)
    expect(sheet).toContain('\'=HYPERLINK("x")')
    for (let at = 0; at < 5; at += 1) expect(sheet).toContain(id(at))
    expect(sheet.join()).toContain('IMG_0007.HEIC')
  }
  const parts = openZip(bytes, tallyOf(BOOK_LIMITS)).names
  expect(parts.filter((name) => name.startsWith('xl/media/'))).toHaveLength(5)
})

test('cancelled leaves no file; a dialog that is closed asks nothing more', async () => {
  const path = join(folder, 'cancelled.xlsx')
  await answerSaveDialog(launched.app, null)
  await page.locator('.paper-save').click()
  await expect(page.locator('.paper-save')).toBeEnabled()
  await expect(page.getByTestId('paper-ended')).toBeHidden()
  await answerSaveDialog(launched.app, path)
  await page.locator('.paper-save').click()
  await page.getByTestId('paper-cancel').click()
  await expect(page.getByTestId('paper-ended')).toContainText('取消')
  expect(readdirSync(folder).filter((name) => name.startsWith('cancelled'))).toEqual([])
})

test('a sealed sheet says when it was sealed', async () => {
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('paper-dialog')).toBeHidden()
  await seal(page, handsOn(page), '时间不足')
  await page.getByTestId('paper-open').click()
  const { text } = readPdf(await save('sealed.pdf'))
  expect(text).toContain('已封存')
  expect(existsSync(join(folder, 'sealed.pdf'))).toBe(true)
})
