import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { zhCN } from '../../../renderer/i18n/zh-CN/catalogue'
import { standing } from '../../drive/findings'
import { handsOn, until } from '../../drive/hands'
import { makeIdentity, PASSPHRASE, seal, sign, startRound } from '../../drive/journey'
import { dropOnItem, phonePhotos } from '../../drive/photos'
import { currentItem, savedSeq } from '../../drive/scoring'
import { checkByHand } from '../../e2e/by-hand'
import { launchApp } from '../../e2e/launch'
import { report } from '../report'
import { evidenceOnDisk } from './evidence-on-disk'
import { goOn, readJournal, sheetFolder } from './sheet-on-disk'
import { canMount, type SmallDisk, smallDisk } from './small-disk'

test.skip(!canMount, 'mounting a small disk takes root')

let disk: SmallDisk
let dataFolder: string
let custody: string

test.beforeEach(() => {
  disk = smallDisk(8)
  dataFolder = disk.dataFolder
  custody = disk.custody
})

test.afterEach(() => disk.remove())

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
  const kept = await savedSeq(again.page)
  await again.close()
  report({
    fault: 'a disk that fills while scoring',
    times: 1,
    acknowledged: acknowledged + 2,
    lost: acknowledged + 2 - kept,
    found: 'said at the first mark that was not written; 重试 wrote it when there was room',
  })
  expect(kept).toBe(acknowledged + 2)
})

test('a disk that fills while photos are taken in: none is half kept, and there is room again for marks', async () => {
  const launched = await launchApp({ dataFolder })
  const { page } = launched
  await startRound(page, handsOn(page), { subject: '洛阳' })
  const photos = join(dataFolder, 'DCIM')
  await phonePhotos(page, photos, 20, 1 << 20)
  await dropOnItem(page, photos)
  await expect(page.getByTestId('evidence-report')).toContainText(zhCN.failure['disk-full'].slice(0, 4))
  await expect(page.locator('.evidence-tile:not(.evidence-add)')).toHaveCount(0)
  const { named, drafts, orphans, false: wrong } = evidenceOnDisk(dataFolder)
  await handsOn(page).press(' ')
  await expect.poll(() => savedSeq(page)).toBe(2)
  await launched.close()
  report({
    fault: 'a disk of 8 MB filled by 20 MB of photos',
    times: 1,
    acknowledged: 2,
    lost: 2 - readJournal(dataFolder).lines.length,
    found: 'said, none attached, nothing left of them; the next mark was written',
  })
  expect({ named, drafts, orphans, wrong }).toEqual({ named: [], drafts: 0, orphans: 0, wrong: [] })
})

test('a disk that fills while a sheet is signed: sealed, no package, and signed when there is room', async () => {
  const ballast = join(custody, 'ballast')
  const launched = await launchApp({ dataFolder })
  const { page } = launched
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  await hands.press(' ')
  await seal(page, hands, '时间不足')
  await makeIdentity(hands)
  await until('the passphrase', () => page.getByTestId('seal-sign-passphrase').isVisible())
  fill(ballast)
  await page.getByTestId('seal-sign-passphrase').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('seal-sign-refused')).toContainText('磁盘已满', { timeout: 30_000 })
  const { lines } = readJournal(dataFolder)
  expect(existsSync(join(sheetFolder(dataFolder), 'package.zip'))).toBe(false)
  rmSync(ballast)
  await sign(page, hands, PASSPHRASE)
  await launched.close()
  rmSync(checkByHand(join(sheetFolder(dataFolder), 'package.zip')).folder, { recursive: true })
  report({
    fault: 'a disk that fills while a sheet is signed',
    times: 1,
    acknowledged: 3,
    lost: 3 - lines.length,
    found: 'said, nothing half written; signed as soon as there was room',
  })
  expect(lines.at(-1)?.event.type).toBe('sealed')
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
