import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { zhCN } from '../../../renderer/i18n/zh-CN/catalogue'
import { standing } from '../../drive/findings'
import { handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { currentItem, savedSeq } from '../../drive/scoring'
import { freshDataFolder, launchApp } from '../../e2e/launch'
import { goOn, readJournal } from './sheet-on-disk'

test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'mounting a small disk takes root')

let dataFolder: string
let custody: string

test.beforeEach(() => {
  dataFolder = freshDataFolder()
  custody = join(dataFolder, 'custody')
  mkdirSync(custody)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', custody])
})

test.afterEach(() => {
  execFileSync('umount', ['-l', custody])
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('a full disk stops scoring with a clear word, loses nothing, and goes on when there is room', async () => {
  const ballast = join(custody, 'ballast')
  const launched = await launchApp({ dataFolder })
  const { page } = launched
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  for (let n = 0; n < 5; n++) await hands.press(' ')
  await expect.poll(() => savedSeq(page)).toBe(6)

  fill(ballast)
  let presses = 0
  const banner = page.getByTestId('scoring-failed')
  while (!(await banner.isVisible()) && presses++ < 60) await hands.press(' ')
  await expect(banner).toContainText(zhCN.failure['disk-full'])
  await expect(page.getByTestId('scoring-saved')).toContainText(zhCN.scoring.notSaved)
  const acknowledged = Number(await page.getByTestId('scoring-saved').getAttribute('data-seq'))
  const stood = await standing(page)
  expect(stood.checked).toContain(`${acknowledged - 1}/291`)
  expect(readJournal(dataFolder).lines).toHaveLength(acknowledged)

  await page.getByTestId('scoring-retry').click()
  await expect(banner).toBeVisible()
  expect(await standing(page)).toEqual(stood)

  rmSync(ballast)
  await page.getByTestId('scoring-retry').click()
  await expect(banner).toBeHidden()
  expect(await savedSeq(page)).toBe(acknowledged + 1)
  await hands.press('End')
  await hands.press(' ')
  await expect.poll(() => savedSeq(page)).toBe(acknowledged + 2)
  expect(await currentItem(page)).not.toBe('')
  await launched.close()

  const again = await launchApp({ dataFolder })
  await expect(again.page.getByTestId('home-repairs')).toHaveCount(0)
  await goOn(again.page)
  expect(await savedSeq(again.page)).toBe(acknowledged + 2)
  await again.close()
})

function fill(path: string): void {
  for (const size of [65_536, 4096, 1]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
}
