import { expect, test } from '@playwright/test'
import { type DayFigures, wholeDay } from '../drive/whole-day'
import { launchApp } from '../e2e/launch'

test('a whole day with 300 photos of 3 MB', async () => {
  test.setTimeout(1_800_000)
  const launched = await launchApp({ size: { width: 1366, height: 768 } })
  const day = await wholeDay(launched, { places: 40, findings: 126, photos: 300 }, 3_000_000)
  await launched.close()
  console.log(tableOfDay(day))
  expect(day).toMatchObject({ items: 291, photos: 300, verdict: 'valid-trusted' })
})

/** The day's figures, a line each. */
function tableOfDay(day: DayFigures): string {
  const ms = ({ p50, p95, p99 }: DayFigures['durable']) =>
    `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
  const share = ((day.slowFrames / day.frames) * 100).toFixed(2)
  const times = (day.memoryAfter / day.memoryBefore).toFixed(2)
  return [
    '',
    `A day: ${day.items} items, ${day.findings} findings at ${day.places} places, ${day.photos} photos of 3 MB`,
    `  keys per item        ${day.keysPerItem.toFixed(2)}, and ${day.characters} characters of places and reasons`,
    `  key → durable        ${ms(day.durable)} (as the screen says it)`,
    `  key → totals painted ${ms(day.totals)}`,
    `  frames over 50 ms    ${day.slowFrames} of ${day.frames} (${share} %), the longest ${day.longestFrame.toFixed(0)} ms`,
    `  memory at the end    ${day.memoryAfter.toFixed(0)} MiB, ${times} × the sheet just opened (${day.memoryBefore.toFixed(0)} MiB)`,
    `  seal, sign, verify   ${[day.sealSeconds, day.signSeconds, day.verifySeconds].map((one) => one.toFixed(1)).join(', ')} s: ${day.verdict}`,
  ].join('\n')
}
