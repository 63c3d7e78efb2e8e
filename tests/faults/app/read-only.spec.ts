import { expect, test } from '@playwright/test'
import { zhCN } from '../../../renderer/i18n/zh-CN/catalogue'
import { handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { savedSeq } from '../../drive/scoring'
import { launchApp } from '../../e2e/launch'
import { report } from '../report'
import { goOn, readJournal } from './sheet-on-disk'
import { canMount, type SmallDisk, smallDisk } from './small-disk'

test.skip(!canMount, 'remounting a folder takes root')

let disk: SmallDisk
let dataFolder: string

test.beforeEach(() => {
  disk = smallDisk(32)
  dataFolder = disk.dataFolder
})

test.afterEach(() => disk.remove())

test('the folder becomes read-only: scoring stops with a clear word, all before it can be read, and goes on after', async () => {
  const first = await launchApp({ dataFolder })
  const hands = handsOn(first.page)
  await startRound(first.page, hands, { subject: '洛阳' })
  for (let n = 0; n < 5; n++) await hands.press(' ')
  await expect.poll(() => savedSeq(first.page)).toBe(6)
  await first.close()

  disk.remount('ro')
  const { page, close } = await launchApp({ dataFolder })
  await goOn(page)
  expect(await savedSeq(page)).toBe(6)
  await handsOn(page).press('End')
  await handsOn(page).press(' ')
  const banner = page.getByTestId('scoring-failed')
  await expect(banner).toContainText(zhCN.failure['read-only'])
  expect(readJournal(dataFolder).lines).toHaveLength(6)

  disk.remount('rw')
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
