import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { zhCN } from '../../../renderer/i18n/zh-CN/catalogue'
import { handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { dropOnItem, phonePhotos } from '../../drive/photos'
import { freshDataFolder, launchApp } from '../../e2e/launch'
import { report } from '../report'
import { goOn, sheetFolder } from './sheet-on-disk'

let dataFolder: string

test.beforeEach(() => {
  dataFolder = freshDataFolder()
})

test.afterEach(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

for (const [how, kind, harm] of [
  ['deleted', 'missing', (path: string) => rmSync(path)],
  ['changed by one byte', 'changed', changeOneByte],
] as const) {
  test(`an original ${how}: the photo is named before the sheet is sealed; brought back, it can be`, async () => {
    const first = await launchApp({ dataFolder })
    await startRound(first.page, handsOn(first.page), { subject: '洛阳' })
    const photos = join(dataFolder, 'DCIM')
    await phonePhotos(first.page, photos, 3, 1 << 20)
    await dropOnItem(first.page, photos)
    await expect(first.page.locator('.evidence-tile:not(.evidence-add)')).toHaveCount(3)
    await first.close()
    const folder = join(sheetFolder(dataFolder), 'evidence')
    const [digest = ''] = readdirSync(folder)
    const path = join(folder, digest)
    const original = readFileSync(path)
    harm(path)

    const { page, close } = await launchApp({ dataFolder })
    const hands = handsOn(page)
    await goOn(page)
    await expect(page.locator('.evidence-tile:not(.evidence-add)')).toHaveCount(3)
    await hands.press('Control+Enter')
    const bad = page.getByTestId('seal-evidence-bad')
    await expect(bad).toContainText(zhCN.seal.evidence[kind])
    await expect(bad).toContainText(/IMG_100\d\.jpg/)
    await hands.tabTo('seal-reason')
    await hands.type('时间不足')
    await hands.tabTo('seal-accept')
    await hands.press(' ')
    await expect(page.getByTestId('seal-submit')).toBeDisabled()
    writeFileSync(path, original)
    await page.getByTestId('seal-evidence-again').click()
    await expect(page.getByTestId('seal-evidence-good')).toBeVisible()
    await expect(page.getByTestId('seal-submit')).toBeEnabled()
    await close()
    report({
      fault: `an original ${how}`,
      times: 1,
      acknowledged: 3,
      lost: 0,
      found: 'named with its item before sealing, which waits until it is back or taken off',
    })
  })
}

function changeOneByte(path: string): void {
  const bytes = readFileSync(path)
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
