import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { zhCN } from '../../../renderer/i18n/zh-CN/catalogue'
import { handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { savedSeq } from '../../drive/scoring'
import { freshDataFolder, launchApp } from '../../e2e/launch'
import { report } from '../report'
import { goOn, readJournal } from './sheet-on-disk'

test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'remounting a folder takes root')

let dataFolder: string
let custody: string

test.beforeEach(() => {
  dataFolder = freshDataFolder()
  custody = join(dataFolder, 'custody')
  mkdirSync(custody)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', custody])
})

test.afterEach(() => {
  execFileSync('umount', ['-l', custody])
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const remount = (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, custody])

test('the folder becomes read-only: scoring stops with a clear word, all before it can be read, and goes on after', async () => {
  const first = await launchApp({ dataFolder })
  const hands = handsOn(first.page)
  await startRound(first.page, hands, { subject: '洛阳' })
  for (let n = 0; n < 5; n++) await hands.press(' ')
  await expect.poll(() => savedSeq(first.page)).toBe(6)
  await first.close()

  remount('ro')
  const { page, close } = await launchApp({ dataFolder })
  await goOn(page)
  expect(await savedSeq(page)).toBe(6)
  await handsOn(page).press('End')
  await handsOn(page).press(' ')
  const banner = page.getByTestId('scoring-failed')
  await expect(banner).toContainText(zhCN.failure['read-only'])
  expect(readJournal(dataFolder).lines).toHaveLength(6)

  remount('rw')
  await page.getByTestId('scoring-retry').click()
  await expect(banner).toBeHidden()
  await expect.poll(() => savedSeq(page)).toBe(7)
  await close()
  const { lines, damage } = readJournal(dataFolder)
  report({
    fault: 'the custody folder made read-only',
    times: 1,
    acknowledged: 7,
    lost: 7 - lines.length,
    found: 'opened and read as before; the refused mark was said, and written by 重试',
  })
  expect(damage).toBeNull()
  expect(lines).toHaveLength(7)
})
