import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { handsOn } from '../drive/hands'
import { makeIdentity, PASSPHRASE, seal, sign, startRound } from '../drive/journey'
import { type CheckedByHand, checkByHand } from './by-hand'
import { launchApp } from './launch'

/** The same sheet, packed twice on one machine: printed report and workbook among the bytes. */
test('the same sheet sealed twice gives the same bytes up to the signature', async () => {
  const { page, dataFolder, close } = await launchApp({ size: { width: 1366, height: 768 } })
  const made: CheckedByHand[] = []
  try {
    const hands = handsOn(page)
    await startRound(page, hands, { subject: '开封' })
    for (let n = 0; n < 12; n++) await hands.press(' ')
    await seal(page, hands, '当日道路封闭，其余点位未能进入')
    await makeIdentity(hands)
    await sign(page, hands)
    const sheets = join(dataFolder, 'custody/sheets')
    const [sheetId = ''] = readdirSync(sheets)
    const kept = join(sheets, sheetId, 'package.zip')
    copyFileSync(kept, join(dataFolder, 'first.zip'))
    // A second later, so that a clock in the bytes would show.
    await page.waitForTimeout(1100)
    const again = await page.evaluate(
      ([id, passphrase]) => window.scorebench.buildPackage(id, passphrase, 'again'),
      [sheetId, PASSPHRASE] as const,
    )
    expect(again.ok).toBe(true)
    made.push(checkByHand(join(dataFolder, 'first.zip')), checkByHand(kept))
    const [first, second] = made.map(({ folder }) => filesIn(folder))
    expect([...(first?.keys() ?? [])]).toEqual([...(second?.keys() ?? [])])
    const differing = [...(first ?? [])].filter(([name, bytes]) => !second?.get(name)?.equals(bytes))
    expect(differing.map(([name]) => name).filter((name) => !name.endsWith('.statement.sig'))).toEqual([])
    expect(first?.has('data/report.pdf')).toBe(true)
  } finally {
    await close()
    for (const { folder } of made)
      rmSync(join(folder, '..'), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
})

function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.path, entry.name).slice(folder.length + 1))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]))
}
