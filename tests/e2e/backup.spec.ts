import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { sha256 } from '../../electron/custody/digest'
import { handsOn } from '../drive/hands'
import { answerOpenDialog, answerSaveDialog, makeIdentity, seal, sign, startRound } from '../drive/journey'
import { planFor } from '../drive/plan'
import { builtinRubric, scoreItem } from '../drive/scoring'
import { dropFile } from './drop-file'
import { type Launched, launchApp, projectFolder } from './launch'

/** The workspace in one file, on another machine, and on a stick that is taken away: one long walk. */
test.describe.configure({ mode: 'serial' })

const SECRET = '备份口令 一二三四'
let here: Launched
let there: Launched
let folder: string
let backup: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scorebench-backup-'))
  backup = join(folder, '备份.zip.age')
  here = await launchApp({ size: { width: 1366, height: 768 } })
})

test.afterAll(async () => {
  await here.close()
  await there?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** Every file of custody by its SHA-256, but counts of wrong passphrases and what is hidden. */
function custodyOf({ dataFolder }: Launched): Record<string, string> {
  const digests: Record<string, string> = {}
  const walk = (below: string): void => {
    for (const name of readdirSync(join(dataFolder, 'custody', below)).sort()) {
      const path = join(below, name)
      if (name.startsWith('.') || name === 'attempts.json') continue
      if (statSync(join(dataFolder, 'custody', path)).isDirectory()) walk(path)
      else digests[path] = sha256(readFileSync(join(dataFolder, 'custody', path)))
    }
  }
  walk('')
  return digests
}

function cli(...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const env = { ...process.env, SCOREBENCH_PASSPHRASE: SECRET }
  const command = join(projectFolder, 'out/main/cli.js')
  const { status, stdout } = spawnSync(process.execPath, [command, ...args], { env, encoding: 'utf8' })
  return { code: status, out: stdout }
}

/** Every sheet's last line, as the screen's own call tells it. */
function heads(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const listed = await window.scorebench.listSheets()
    return listed.ok ? listed.value.map(({ header, head, seq }) => `${header.sheetId} ${seq} ${head}`) : []
  })
}

test('a scored sheet with photos is sealed, signed, and backed up from the window', async () => {
  test.setTimeout(240_000)
  const { app, page } = here
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  for (const planned of planFor(await builtinRubric(page), 1).slice(0, 6))
    await scoreItem(page, hands, planned)
  for (const no of [1, 2]) {
    const photo = join(folder, `现场照片${no}.jpg`)
    writeFileSync(
      photo,
      Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), Buffer.alloc(90_000, no)]),
    )
    await dropFile(page, photo, page.getByTestId('scoring-panel'))
    await expect(page.locator('.evidence-tile:not(.evidence-add)')).toHaveCount(no)
  }
  await seal(page, hands, '演练，只查了几项')
  await makeIdentity(hands)
  await sign(page, hands)

  await page.getByTestId('nav-home').click()
  await expect(page.getByTestId('home-backup')).toContainText('还没有备份')
  await page.getByTestId('home-backup-go').click()
  await answerSaveDialog(app, backup)
  await page.getByTestId('settings-backup-passphrase').fill(SECRET)
  await page.getByTestId('settings-backup-again').fill('另一个口令一二三')
  await page.getByTestId('settings-backup-write').click()
  await expect(page.getByTestId('settings-backup-wrong')).toBeVisible()
  await page.getByTestId('settings-backup-again').fill(SECRET)
  await page.getByTestId('settings-backup-write').click()
  await expect(page.getByTestId('settings-backup-done')).toContainText(backup, { timeout: 60_000 })
  await expect(page.getByTestId('settings-last-backup')).toContainText(backup)
  expect(readFileSync(backup).subarray(0, 22).toString('latin1')).toBe('age-encryption.org/v1\n')
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  await page.getByTestId('nav-home').click()
  await expect(page.getByTestId('home')).toBeVisible()
  await expect(page.getByTestId('home-backup')).toBeHidden()
})

test('the command line finds every byte in its place, and the same heads', async () => {
  const verified = cli('backup', 'verify', backup, '--json')
  expect(verified.code).toBe(0)
  const { sheets } = JSON.parse(verified.out)
  const said = sheets.map((one: { sheetId: string; seq: number; head: string }) => {
    return `${one.sheetId} ${one.seq} ${one.head}`
  })
  expect(said).toEqual(await heads(here.page))
})

test('a wrong passphrase and an altered file are refused in words, and nothing is written', async () => {
  test.setTimeout(120_000)
  there = await launchApp({ size: { width: 1366, height: 768 } })
  const { app, page } = there
  await page.getByTestId('home-restore').click()
  await answerOpenDialog(app, backup)
  await page.getByTestId('settings-restore-file').click()
  await page.getByTestId('settings-restore-passphrase').fill('不是这个口令')
  await page.getByTestId('settings-restore-submit').click()
  await expect(page.getByTestId('settings-restore-refused')).toContainText('口令不对', { timeout: 60_000 })

  const altered = join(folder, 'altered.age')
  const bytes = readFileSync(backup)
  bytes[bytes.length - 1000] = (bytes[bytes.length - 1000] ?? 0) ^ 1
  writeFileSync(altered, bytes)
  await page.reload()
  await answerOpenDialog(app, altered)
  await page.getByTestId('settings-restore-file').click()
  await page.getByTestId('settings-restore-passphrase').fill(SECRET)
  await page.getByTestId('settings-restore-submit').click()
  await expect(page.getByTestId('settings-restore-failed')).toContainText('已被改动', { timeout: 60_000 })
  expect(custodyOf(there)).toEqual({})
})

test('a fresh profile is restored to the same digests, and both verify', async () => {
  test.setTimeout(120_000)
  const { app, page } = there
  await answerOpenDialog(app, backup)
  await page.getByTestId('settings-restore-file').click()
  await page.getByTestId('settings-restore-passphrase').fill(SECRET)
  await page.getByTestId('settings-restore-submit').click()
  await expect(page.getByTestId('settings-restore-sheet')).toHaveAttribute('data-fate', 'new', {
    timeout: 60_000,
  })
  expect(custodyOf(there)).toEqual({})
  await page.getByTestId('settings-restore-apply').click()
  // The screen starts anew, and its own store is rebuilt from the journal.
  await expect(page.getByTestId('settings-restored')).toContainText('评分表 1 份', { timeout: 30_000 })
  await expect(page.getByTestId('home-repairs')).toBeVisible()
  await page.getByTestId('nav-home').click()
  await expect(page.locator('.home')).toContainText('洛阳')
  expect(custodyOf(there)).toEqual(custodyOf(here))
  expect(await heads(page)).toEqual(await heads(here.page))
  for (const { dataFolder } of [here, there]) {
    const sheets = join(dataFolder, 'custody/sheets')
    const [id = ''] = readdirSync(sheets)
    expect(cli('verify', join(sheets, id, 'package.zip')).code).toBe(0)
    expect(cli('replay', join(sheets, id, 'package.zip')).code).toBe(0)
  }

  // Once more, over what is there: nothing to do.
  await page.getByTestId('nav-settings').click()
  await page.getByTestId('settings-restore-file').click()
  await page.getByTestId('settings-restore-passphrase').fill(SECRET)
  await page.getByTestId('settings-restore-submit').click()
  await expect(page.getByTestId('settings-restore-sheet')).toHaveAttribute('data-fate', 'same', {
    timeout: 60_000,
  })
  await expect(page.getByTestId('settings-restore-apply')).toBeHidden()
  await page.getByTestId('settings-restore-drop').click()
})

test('a second copy is kept on a stick, missed when it is taken away, and restored from', async () => {
  test.setTimeout(180_000)
  const { app, page } = here
  const hands = handsOn(page)
  const stick = join(folder, 'stick')
  mkdirSync(stick)
  await page.getByTestId('nav-settings').click()
  await answerOpenDialog(app, stick)
  await page.getByTestId('settings-place-choose').click()
  await expect(page.getByTestId('settings-place-state')).toHaveAttribute('data-state', 'done', {
    timeout: 30_000,
  })
  await page.getByTestId('nav-home').click()
  await startRound(page, hands, { subject: '开封' })
  const sign = page.getByTestId('scoring-copy')
  await expect(sign).toHaveAttribute('data-state', 'done')
  for (const planned of planFor(await builtinRubric(page), 2).slice(0, 25))
    await scoreItem(page, hands, planned)

  renameSync(stick, `${stick}-away`)
  await expect(sign).toHaveAttribute('data-state', 'gone', { timeout: 30_000 })
  await expect(sign).toContainText('备份盘不在')
  mkdirSync(stick)
  await expect(sign).toHaveAttribute('data-state', 'other', { timeout: 30_000 })
  expect(readdirSync(stick)).toEqual([])
  rmSync(stick, { recursive: true })
  renameSync(`${stick}-away`, stick)
  await expect(sign).toHaveAttribute('data-state', 'done', { timeout: 30_000 })

  const verified = cli('backup', 'verify', stick, '--json')
  expect(verified.code).toBe(0)
  const said = JSON.parse(verified.out).sheets.map((one: { head: string }) => one.head)
  const known = (await heads(page)).map((one) => one.split(' ')[2])
  expect(said.sort()).toEqual(known.sort())

  await answerOpenDialog(there.app, stick)
  await there.page.getByTestId('settings-restore-folder').click()
  await expect(there.page.locator('[data-fate="new"]')).toHaveCount(1, { timeout: 30_000 })
  await expect(there.page.locator('[data-fate="same"]')).toHaveCount(1)
  await there.page.getByTestId('settings-restore-apply').click()
  await expect(there.page.getByTestId('settings-restored')).toContainText('评分表 1 份', { timeout: 30_000 })
  expect([...(await heads(there.page))].sort()).toEqual([...(await heads(page))].sort())
})
