import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { clockJumps } from '../../../shared/domain/sheet/clock-jumps'
import { handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { savedSeq } from '../../drive/scoring'
import { freshDataFolder, launchApp } from '../../e2e/launch'
import { report } from '../report'
import { readJournal } from './sheet-on-disk'

const DAY_MS = 86_400_000

/** The system's own clock belongs to the machine: the one that the program's main process reads is set back instead. */
test('the clock set back by a day while scoring: everything is kept in order, the jump is recorded and said', async () => {
  const dataFolder = freshDataFolder()
  const { app, page, close } = await launchApp({ dataFolder })
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  for (let n = 0; n < 3; n++) await hands.press(' ')
  await expect.poll(() => savedSeq(page)).toBe(4)
  await expect(page.getByTestId('clock-jumps')).toHaveCount(0)
  await app.evaluate((_, ms) => {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given: [] | [string | number | Date]) {
        if (given.length === 0) super(Real.now() - ms)
        else super(...given)
      }
      static override now(): number {
        return Real.now() - ms
      }
    } as DateConstructor
  }, DAY_MS)
  for (let n = 0; n < 3; n++) await hands.press(' ')
  await expect.poll(() => savedSeq(page)).toBe(7)
  await expect(page.getByTestId('clock-jumps')).toContainText('第 5 条之前调回')
  const { lines, damage } = readJournal(dataFolder)
  expect(damage).toBeNull()
  const [jump, ...others] = clockJumps(lines)
  expect(others).toEqual([])
  expect(jump?.seq).toBe(5)
  expect(Math.round((jump?.seconds ?? 0) / 60)).toBe(-24 * 60)
  expect(lines.map(({ mono }) => mono)).toEqual([...lines.map(({ mono }) => mono)].sort((a, b) => a - b))
  await close()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  report({
    fault: 'the clock set back by a day',
    times: 1,
    acknowledged: 7,
    lost: 0,
    found: 'the line after it is named on screen; the monotonic clock goes on',
  })
})
