import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { screenRange } from '../../renderer/components/screen-score'
import type { SheetResult } from '../../shared/domain/sheet/result'
import { handsOn } from '../drive/hands'
import { makeIdentity, save, seal, sign, startRound, verdict, verifyByDialog } from '../drive/journey'
import { type PlannedItem, planFor } from '../drive/plan'
import { builtinRubric, scoreItem } from '../drive/scoring'
import { type CheckedByHand, checkByHand } from './by-hand'
import { dropFile } from './drop-file'
import { type Launched, launchApp, projectFolder } from './launch'

/** The main job by keyboard alone, in one long walk: each test goes on where the one before it ended. */
test.describe.configure({ mode: 'serial' })

let launched: Launched
let folder: string
let path: string
let plan: readonly PlannedItem[]
let shownTotal: string
let checked: CheckedByHand

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scorebench-whole-job-'))
  path = join(folder, '洛阳市.zip')
  launched = await launchApp({ size: { width: 1366, height: 768 } })
})

test.afterAll(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  if (checked !== undefined)
    rmSync(join(checked.folder, '..'), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('scores 291 items by keyboard, an ordinary one in one or two keys', async () => {
  test.setTimeout(400_000)
  const { page } = launched
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  plan = planFor(await builtinRubric(page), 291)
  expect(plan).toHaveLength(291)
  expect(new Set(plan.map(({ kind }) => kind)).size).toBe(6)

  const before = hands.count()
  const keys = new Map<PlannedItem['kind'], number[]>()
  for (const planned of plan) {
    const taken = await scoreItem(page, hands, planned)
    keys.set(planned.kind, [...(keys.get(planned.kind) ?? []), taken])
    if (planned.kind === 'clear') expect(taken, planned.code).toBe(1)
    if (planned.kind === 'count' || planned.kind === 'choice')
      expect(taken, planned.code).toBeLessThanOrEqual(2)
  }
  const after = hands.count()
  const mean = (all: readonly number[]) => (all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(2)
  const byKind = [...keys].map(([kind, all]) => `${kind} ${all.length} × ${mean(all)}`).join(', ')
  const reasons = after.characters - before.characters
  console.log(
    `Keys per item: ${mean([...keys.values()].flat())} (${byKind}); ${reasons} characters of reasons`,
  )

  await expect(page.getByTestId('scoring-checked')).toContainText('291/291')
  shownTotal = await page.getByTestId('scoring-total').locator('b').innerText()
  expect(shownTotal).toMatch(/^\d+\.\d{2,3}$/)
})

test('seals, makes an identity, signs and saves by keyboard', async () => {
  const { app, page } = launched
  const hands = handsOn(page)
  await seal(page, hands)
  await makeIdentity(hands)
  await sign(page, hands)
  await save(app, page, hands, path)
  console.log(`Keys from the last item to the saved package: ${hands.count().keys} besides what is typed`)
})

test('the saved package holds with unzip, sha256sum and openssl, and says what the screen said', () => {
  checked = checkByHand(path)
  const { result, statement } = checked
  const { score, sealed } = result
  expect(screenRange(score.low, score.high)).toBe(shownTotal)
  expect(statement.predicate.total).toEqual({ low: score.low, high: score.high })
  expect(statement.predicate.predecessor).toBeNull()
  expect(sealed).toMatchObject({ unchecked: 0 })
  for (const { id, code, expected } of plan) {
    const { status, marks, reason } = markOf(result, id)
    expect({ status, marks, reason }, code).toEqual(expected)
  }
})

test('the app finds it valid and trusted, opened by the dialog and dropped on the window', async () => {
  const { app, page } = launched
  expect(await verifyByDialog(app, page, handsOn(page), path)).toBe('valid-trusted')
  await expect(page.getByTestId('verify-score')).toContainText(shownTotal)
  await expect(page.getByTestId('verify-failed')).toHaveCount(0)

  await page.getByTestId('nav-home').click()
  await dropFile(page, path)
  expect(await verdict(page)).toBe('valid-trusted')
})

test('the command line agrees, and its replay gives the same', () => {
  // Another machine knows no signer: what it can say is that nothing was changed.
  const verified = commandLine(['verify', path, '--json'])
  expect(verified.code).toBe(0)
  expect(JSON.parse(verified.output)).toMatchObject({ verdict: 'valid-unknown-signer' })
  expect(commandLine(['replay', path, '--json']).code).toBe(0)
})

test('one changed byte and it is tampered with, and the screen says where', async () => {
  const { app, page } = launched
  const bytes = readFileSync(path)
  const at = bytes.indexOf(Buffer.from('"gradeHigh"')) + 20
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const changed = join(folder, 'changed.zip')
  writeFileSync(changed, bytes)
  expect(await verifyByDialog(app, page, handsOn(page), changed)).toBe('tampered')
  await expect(page.getByTestId('verify-failed')).toContainText('data/result.json')
  const verified = commandLine(['verify', changed, '--json'])
  expect(verified.code).toBe(2)
  expect(JSON.parse(verified.output)).toMatchObject({ verdict: 'tampered' })
})

function commandLine(args: readonly string[]): { readonly code: number | null; readonly output: string } {
  const cli = join(projectFolder, 'out/main/cli.js')
  const { status, stdout } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  return { code: status, output: stdout }
}

function markOf(result: SheetResult, id: string) {
  const mark = result.marks[id]
  if (mark === undefined) throw new Error(`no mark on ${id}`)
  return mark
}
