import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { standing } from '../../drive/findings'
import { handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { planFor } from '../../drive/plan'
import { builtinRubric, savedSeq, scoreItem } from '../../drive/scoring'
import { freshDataFolder, type Launched, launchApp } from '../../e2e/launch'
import { report } from '../report'
import { expectRepair, goOn, journalPath, readJournal, sheetFolder } from './sheet-on-disk'

/** One of the two copies is harmed between two starts; the other brings back what was acknowledged, and says so. */
let dataFolder: string
let left: Standing
let launched: Launched | null = null
/** Lines of which no copy was left: the fault took both. */
let lostOnPurpose = 0

interface Standing {
  readonly total: string
  readonly checked: string
  readonly seq: number
}

const stands = async (page: Page): Promise<Standing> => ({
  ...(await standing(page)),
  seq: await savedSeq(page),
})

test.beforeEach(async () => {
  lostOnPurpose = 0
  dataFolder = freshDataFolder()
  const first = await launchApp({ dataFolder })
  const hands = handsOn(first.page)
  await startRound(first.page, hands, { subject: '洛阳' })
  const plan = planFor(await builtinRubric(first.page), 5)
  for (const item of plan.slice(0, 6)) await scoreItem(first.page, hands, item)
  left = await stands(first.page)
  await first.close()
  expect(readJournal(dataFolder).lines).toHaveLength(left.seq)
})

test.afterEach(async () => {
  await launched?.close()
  launched = null
  report({
    fault: test.info().title.split(':')[0] ?? '',
    times: 1,
    acknowledged: left.seq,
    lost: lostOnPurpose,
    found: test.info().title.split(': ')[1] ?? '',
  })
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function startAgain(repair: string): Promise<Page> {
  launched = await launchApp({ dataFolder })
  await expectRepair(launched.page, repair)
  await goOn(launched.page)
  return launched.page
}

/** All is there as it was left, on screen and on disk, and scoring goes on. */
async function expectWhole(page: Page): Promise<void> {
  expect(await stands(page)).toEqual(left)
  await handsOn(page).press('End')
  await handsOn(page).press(' ')
  await expect.poll(() => savedSeq(page)).toBe(left.seq + 1)
  const { lines, damage } = readJournal(dataFolder)
  expect(damage).toBeNull()
  expect(lines).toHaveLength(left.seq + 1)
}

test('the browser store deleted: rebuilt from the journal', async () => {
  rmSync(join(dataFolder, 'browser'), { recursive: true })
  await expectWhole(await startAgain('browser-store-rebuilt'))
})

test('the journal cut in the middle of its last line: the browser store gives the line back', async () => {
  const path = journalPath(dataFolder)
  truncateSync(path, readFileSync(path).length - 20)
  await expectWhole(await startAgain('journal-restored'))
})

test('a torn line behind the last good one: cut, kept aside, and said', async () => {
  const torn = '{"seq":999,"at":"2026-'
  appendFileSync(journalPath(dataFolder), torn)
  await expectWhole(await startAgain('torn-tail-cut'))
  const folder = sheetFolder(dataFolder)
  const aside = readdirSync(folder).filter((name) => name.startsWith('journal.torn'))
  expect(aside.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([torn])
})

test('the journal deleted: written back from the browser store', async () => {
  rmSync(journalPath(dataFolder))
  await expectWhole(await startAgain('journal-restored'))
})

test('the whole sheet deleted: written back from the browser store', async () => {
  const folder = sheetFolder(dataFolder)
  rmSync(folder, { recursive: true })
  const page = await startAgain('journal-restored')
  expect(existsSync(folder)).toBe(true)
  await expectWhole(page)
})

test('browser store and last line both gone: the line that was torn is lost, and said; all before it is there', async () => {
  const path = journalPath(dataFolder)
  truncateSync(path, readFileSync(path).length - 20)
  rmSync(join(dataFolder, 'browser'), { recursive: true })
  const page = await startAgain('torn-tail-cut')
  lostOnPurpose = 1
  expect(await savedSeq(page)).toBe(left.seq - 1)
  await handsOn(page).press('End')
  await handsOn(page).press(' ')
  await expect.poll(() => savedSeq(page)).toBe(left.seq)
  expect(readJournal(dataFolder).damage).toBeNull()
})

test('a line in the middle damaged: the browser store gives it and all behind it back', async () => {
  damageLine(3)
  await expectWhole(await startAgain('journal-restored'))
  const aside = readdirSync(sheetFolder(dataFolder)).filter((name) => name.startsWith('journal.damaged'))
  expect(aside).toHaveLength(1)
})

test('a line in the middle damaged and the browser store gone: the sheet is named as damaged, and nothing is written', async () => {
  damageLine(3)
  rmSync(join(dataFolder, 'browser'), { recursive: true })
  const before = readFileSync(journalPath(dataFolder))
  launched = await launchApp({ dataFolder })
  const { page } = launched
  await expectRepair(page, 'journal-broken')
  await expect(page.getByTestId('home-repairs')).toContainText('第 3 条')
  await expect(page.getByTestId('home-sheet')).toHaveAttribute('data-stage', 'damaged')
  expect(readFileSync(journalPath(dataFolder))).toEqual(before)
})

/** Turns one sign of a line into another: its hash is then wrong. `no` counts from 1. */
function damageLine(no: number): void {
  const path = journalPath(dataFolder)
  const lines = readFileSync(path, 'utf8').split('\n')
  lines[no - 1] = (lines[no - 1] ?? '').replace('"by":"', '"by":"X')
  writeFileSync(path, lines.join('\n'))
}
