import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { type Hands, handsOn } from '../drive/hands'
import { answerOpenDialog, startRound } from '../drive/journey'
import { withExif } from '../unit/domain/evidence/made-photo'
import { type Launched, launchApp } from './launch'

/** A phone's folder of photos, matched to findings by time, reviewed, and attached as a few acts. */
test.describe.configure({ mode: 'serial' })

const folder = join(mkdtempSync(join(tmpdir(), 'scorebench-phone-')), 'DCIM')
let launched: Launched
let page: Page
let hands: Hands
let sheetFolder: string

const journal = (): StampedEvent[] =>
  readFileSync(join(sheetFolder, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StampedEvent)
const kept = () => readdirSync(join(sheetFolder, 'evidence'))

/** As a camera in Beijing writes it, so many minutes from now. */
function cameraTime(minutes: number): string {
  const at = new Date(Date.now() + (8 * 60 + minutes) * 60_000).toISOString()
  return at.slice(0, 19).replace('T', ' ').replaceAll('-', ':')
}

async function find(code: string, key: string): Promise<void> {
  await page.getByTestId('scoring-search').fill(code)
  await hands.press('Enter')
  await page.getByTestId('scoring-search').fill('')
  await page.getByTestId('scoring-search').blur()
  await hands.press(key)
}

test.beforeAll(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } })
  page = launched.page
  hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  const sheets = join(launched.dataFolder, 'custody/sheets')
  sheetFolder = join(sheets, readdirSync(sheets)[0] ?? '')
  mkdirSync(folder)
  const picture = Buffer.from(
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(320, 240)
      canvas.getContext('2d')?.fillRect(10, 10, 100, 100)
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())]
    }),
  )
  for (const [no, minutes] of [-2, -1, 0, -300].entries())
    writeFileSync(
      join(folder, `IMG_${no}.jpg`),
      Buffer.concat([withExif(picture, { takenAt: cameraTime(minutes) }), Buffer.from(`${no}`)]),
    )
  writeFileSync(join(folder, 'IMG_9.jpg'), Buffer.concat([picture, Buffer.from('none')]))
})

test.afterAll(() => launched.close())

test('without a finding it says so, and cancelled leaves nothing', async () => {
  await answerOpenDialog(launched.app, folder)
  await page.getByTestId('evidence-sort-open').click()
  const dialog = page.getByTestId('evidence-sort')
  await expect(dialog).toContainText('还没有发现问题')
  await expect(page.getByTestId('evidence-sort-attach')).toBeDisabled()
  expect(kept()).toHaveLength(5)
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
  await expect.poll(kept).toEqual([])
})

test('photos are matched to the finding that is nearest in time, changed, left out, and attached', async () => {
  await find('2.2.2.1', '4')
  await expect.poll(() => journal().at(-1)?.event.type).toBe('marked')
  await answerOpenDialog(launched.app, folder)
  await page.getByTestId('evidence-sort-open').click()
  const counts = page.getByTestId('evidence-sort-counts')
  await expect(counts).toContainText('共 5 张，将归入 3 张')
  await page.getByTestId('evidence-sort-ahead').fill('-300')
  await hands.press('Tab')
  await expect(counts).toContainText('将归入 1 张')
  await page.getByTestId('evidence-sort-ahead').fill('0')
  await hands.press('Tab')
  await expect(counts).toContainText('将归入 3 张')
  await page.getByTestId('evidence-sort-list').locator('[data-at="1"] [data-focus]').focus()
  await hands.press('s')
  await expect(counts).toContainText('将归入 2 张')
  await hands.press('ArrowDown')
  await hands.press('ArrowDown')
  await hands.press('ArrowDown')
  await hands.press('ArrowRight')
  await expect(counts).toContainText('将归入 3 张')
  await hands.press('Control+Enter')
  await expect(page.getByTestId('evidence-sort')).toBeHidden()
  const { event } = journal().at(-1) ?? {}
  expect(event?.type === 'attached' && event.evidence.map(({ name }) => name)).toEqual([
    'IMG_1.jpg',
    'IMG_2.jpg',
    'IMG_9.jpg',
  ])
  expect(event?.type === 'attached' && event.clause).toBeTruthy()
  await expect.poll(() => kept().length).toBe(3)
})

test('what is on the sheet already is not shown again', async () => {
  await answerOpenDialog(launched.app, folder)
  await page.getByTestId('evidence-sort-open').click()
  await expect(page.getByTestId('evidence-sort-counts')).toContainText('另有 3 张本表已有')
  await hands.press('Escape')
  await expect.poll(() => kept().length).toBe(3)
})
