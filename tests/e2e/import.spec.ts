import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { rubricDigest } from '../../electron/custody/digest'
import { zhCN } from '../../renderer/i18n/zh-CN/catalogue'
import { allItems } from '../../shared/domain/rubric/rubric'
import { handsOn } from '../drive/hands'
import { clausesDone, confirmClauses, importedRubric, nextStep } from '../drive/importing'
import { answerSaveDialog, fillRound, seal } from '../drive/journey'
import { planFor } from '../drive/plan'
import { builtinRubric, scoreItem } from '../drive/scoring'
import { dropFile } from './drop-file'
import { framesSeen, watchFrames } from './frames'
import { largeWorkbook } from './large-workbook'
import { type Launched, type LaunchOptions, launchApp, projectFolder } from './launch'

const SIZE = { width: 1366, height: 768 }
const workbook = (name: string) => join(projectFolder, 'tests/fixtures/workbooks', name)

/** The app with its first screen standing: what is dropped before that nobody hears. */
async function launched(options: LaunchOptions = {}): Promise<Launched> {
  const app = await launchApp({ size: SIZE, ...options })
  await expect(app.page.getByTestId('home')).toBeVisible()
  return app
}

test('a dropped workbook of ten sheets becomes a standard by keyboard, is scored with, and sealed', async () => {
  test.setTimeout(240_000)
  const { page, close } = await launched()
  const hands = handsOn(page)
  await dropFile(page, workbook('biaozhun-c.xls'))
  await expect(page.getByTestId('import-read')).toContainText('32')
  await expect(page.getByTestId('import-role-5')).toHaveValue('rule')

  await nextStep(page, hands, 'tree')
  await expect(page.getByTestId('import-tree-counts')).toContainText('10')
  await expect(page.getByTestId('import-tree-counts')).toContainText('291')
  for (let down = 0; down < 6; down++) await hands.press('ArrowDown')
  // The cells of the fifth item are marked in the sheet, and the first of them is current.
  await expect(page.getByTestId('import-address')).toHaveText('A9')
  await expect(page.locator('.import-cell--from')).not.toHaveCount(0)

  await nextStep(page, hands, 'notes')
  await hands.press('ArrowDown')
  await nextStep(page, hands, 'clauses')
  await page
    .getByTestId('import-filter')
    .getByText(/^全部|^All/)
    .click()
  await page.getByTestId('import-clauses').focus()
  const keys = await confirmClauses(page, hands)
  const [done, all] = await clausesDone(page)
  expect(done).toBe(all)
  console.log(`Keys to look at ${all} clauses: ${keys}`)

  await nextStep(page, hands, 'proof')
  await expect(page.getByTestId('import-proof-categories')).toHaveText('10')
  await expect(page.getByTestId('import-proof-items')).toHaveText('291')
  await expect(page.getByTestId('import-proof-points')).toHaveText('1000')
  await expect(page.getByTestId('import-proof-errors')).toContainText(zhCN.standardImport.proof.proved)
  await hands.press('Control+Enter')
  await expect(page.getByTestId('import-done')).toBeVisible()
  const rubric = await importedRubric(page)
  expect(allItems(rubric)).toHaveLength(291)

  await hands.press('Enter')
  await fillRound(page, hands, { subject: '洛阳' })
  for (const planned of planFor(rubric, 10).slice(0, 10)) await scoreItem(page, hands, planned)
  await expect(page.getByTestId('scoring-checked')).toContainText('10/291')
  await seal(page, hands, '试用，只评了十项')
  await close()
})

test('one can stop in the middle, close the program, and go on where one was', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'scorebench-import-'))
  const first = await launched({ dataFolder })
  const hands = handsOn(first.page)
  await dropFile(first.page, workbook('biaozhun-a.xlsx'))
  await expect(first.page.getByTestId('import-read')).toContainText('60')
  for (const step of ['tree', 'notes', 'clauses']) await nextStep(first.page, hands, step)
  await first.page.getByTestId('import-leave').click()
  await expect(first.page.getByTestId('import-decided')).toContainText('1 /')
  await first.page.getByTestId('import-back').click()
  await expect(first.page.getByTestId('standards')).toBeVisible()
  await first.close()

  const { page, close } = await launched({ dataFolder })
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-import-workbook').click()
  await expect(page.getByTestId('import-begun')).toContainText('biaozhun-a.xlsx')
  await page.getByTestId('import-resume').click()
  await expect(page.getByTestId('import-resumed')).toBeVisible()
  await expect(page.getByTestId('import-decided')).toContainText('1 /')
  await page.getByTestId('import-restart').click()
  await expect(page.getByTestId('import-role-1')).toBeVisible()
  await close()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('columns are said by hand where they were not found, and a pasted table is read', async () => {
  const { app, page, close } = await launched()
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-import-workbook').click()
  await expect(page.getByTestId('import-choose')).toBeFocused()
  const rows = [
    '序号\t项目\t考核内容\t分值\t评分标准',
    '1\t环境卫生\t路面整洁，无积尘。\t6\t每发现一处扣0.2分，扣完为止。',
    '2\t环境卫生\t垃圾日产日清。\t4\t"未清运的，\n每处扣0.5分。"',
  ]
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), rows.join('\r\n'))
  await page.keyboard.press('Control+v')
  await expect(page.getByTestId('import-read')).toContainText('2')
  const rule = page.getByTestId('import-role-4')
  await expect(rule).toHaveValue('rule')
  await rule.selectOption('none')
  await expect(rule).toHaveValue('none')
  await page.getByTestId('import-step-notes').click()
  await expect(page.getByTestId('import-open-problems')).toContainText('2')
  await page.getByTestId('import-accept-all').click()
  await expect(page.getByTestId('import-open-problems')).toContainText('0 个未接受')
  await page.getByTestId('import-step-columns').click()
  await page.getByTestId('import-propose').click()
  await expect(rule).toHaveValue('rule')

  // What was said of one sheet holds for the next of its kind.
  await page.getByTestId('import-role-1').selectOption('group')
  await expect(page.getByTestId('import-role-1')).toHaveValue('group')
  await page.getByTestId('import-step-proof').click()
  await page.getByTestId('import-save').click()
  await page.getByTestId('import-to-list').click()
  await expect(page.getByTestId('standards-imported')).toContainText('SHA-256')
  await page.getByTestId('standards-import-workbook').click()
  await expect(page.getByTestId('import-choose')).toBeFocused()
  const next = [rows[0], '1\t园林绿化\t行道树无缺株。\t5\t每缺一株扣0.5分。']
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), next.join('\r\n'))
  await page.keyboard.press('Control+v')
  await expect(page.getByTestId('import-remembered')).toBeVisible()
  await expect(page.getByTestId('import-role-1')).toHaveValue('group')
  await close()
})

test('what is no workbook is refused by name, with the reason, and the next file is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scorebench-import-'))
  const { page, close } = await launched()
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const files: readonly (readonly [string, Uint8Array, keyof typeof zhCN.failure])[] = [
    ['图片.xlsx', png, 'workbook-not-a-table'],
    [
      '网页.xls',
      Buffer.from('<!doctype html><html><body><p>hello</p></body></html>'),
      'workbook-not-a-table',
    ],
    ['残缺.xlsx', Buffer.from('504b0304140000000800', 'hex'), 'workbook-broken'],
    ['二十万行.csv', Buffer.from('序号,考核内容,分值,评分标准\n'.repeat(200_000)), 'workbook-too-large'],
    ['七十兆.csv', Buffer.alloc(70_000_000, 0x31), 'workbook-too-large'],
  ]
  for (const [name, bytes, code] of files) {
    writeFileSync(join(folder, name), bytes)
    await dropFile(page, join(folder, name))
    await expect(page.getByTestId('import-refused')).toContainText(name)
    await expect(page.getByTestId('import-refused')).toContainText(zhCN.failure[code].slice(0, 8))
  }
  await dropFile(page, workbook('biaozhun-b.xlsx'))
  await expect(page.getByTestId('import-read')).toContainText('33')
  const drafts = await page.evaluate(async () => {
    const listed = await window.scorebench.listRubrics()
    return listed.ok ? listed.value.filter(({ state }) => state === 'draft').length : -1
  })
  expect(drafts).toBe(0)
  await close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('the window goes on drawing while a workbook of 20 MB is read; reading is cancelled at once', async () => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'scorebench-import-'))
  const path = join(folder, '大表.xlsx')
  writeFileSync(path, largeWorkbook({ bytes: 20_000_000, items: 5000 }))
  const { page, close } = await launched()
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-import-workbook').click()
  await expect(page.getByTestId('import-choose')).toBeFocused()
  await page.waitForTimeout(500)
  await dropFile(page, path)
  await expect(page.getByTestId('import-cancel')).toBeVisible()
  await page.getByTestId('import-cancel').click()
  await expect(page.getByTestId('import-choose')).toBeVisible()

  await watchFrames(page, '[data-testid="import-progress"]')
  await dropFile(page, path)
  await expect(page.getByTestId('import-read')).toContainText('5000', { timeout: 60_000 })
  const { longest, gap, frames } = await framesSeen(page)
  console.log(
    `While reading: ${frames} frames, at most ${gap.toFixed(0)} ms apart; longest task ${longest.toFixed(0)} ms`,
  )
  // A window that reads by itself draws nothing meanwhile.
  expect(frames).toBeGreaterThan(20)
  await close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('a standard goes out as a workbook and comes in again as the same standard', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scorebench-import-'))
  const { app, page, close } = await launched()
  await page.getByTestId('nav-standards').click()
  for (const [kind, name] of [
    ['exportWorkbook', '标准.xlsx'],
    ['exportBlankSheet', '空白表.xlsx'],
  ] as const) {
    await answerSaveDialog(app, join(folder, name))
    await page.getByTestId('standards-card-builtin').getByTestId('standards-more').click()
    await page.getByText(zhCN.standards[kind], { exact: true }).click()
    await expect(page.getByTestId('standards-exported')).toContainText(name)
  }
  await dropFile(page, join(folder, '标准.xlsx'))
  await expect(page.getByTestId('import-own')).toBeVisible()
  await page.getByTestId('import-own-take').click()
  await expect(page.getByTestId('import-done')).toBeVisible()
  const rubric = await importedRubric(page)
  expect(rubricDigest(rubric)).toBe(rubricDigest(await builtinRubric(page)))
  await close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('a workbook that an office has scored already comes in as a sheet of marks, with what differs', async () => {
  const { page, close } = await launched()
  const hands = handsOn(page)
  await dropFile(page, workbook('already-scored.xlsx'))
  await expect(page.getByTestId('import-read')).toBeVisible()
  for (const step of ['tree', 'notes', 'clauses', 'proof']) await nextStep(page, hands, step)
  await hands.press('Control+Enter')
  await expect(page.getByTestId('import-filled')).toBeVisible()
  await hands.tabTo('import-filled-subject')
  await hands.type('甲区')
  await hands.tabTo('import-filled-scorer')
  await hands.type('张三')
  await hands.tabTo('import-filled-bring')
  await hands.press('Enter')
  await expect(page.getByTestId('import-filled-done')).toBeVisible()
  await hands.tabTo('import-filled-open')
  await hands.press('Enter')
  await expect(page.getByTestId('scoring-checked')).toBeVisible()
  await expect(page.getByTestId('scoring-checked')).not.toContainText(/^0\//)
  await close()
})
