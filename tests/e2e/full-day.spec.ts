import { expect, test } from '@playwright/test'
import { wholeDay } from '../drive/whole-day'
import { launchApp } from './launch'

/** The same day with 300 photos is measured by `npm run bench -- day`. */
test('a full day by keyboard alone: 291 items, 40 places, 120 findings, photos, to a package that is accepted', async () => {
  test.setTimeout(600_000)
  const launched = await launchApp({ size: { width: 1366, height: 768 } })
  const day = await wholeDay(launched, { places: 40, findings: 126, photos: 12 }, 3_000_000)
  await launched.close()
  console.log(JSON.stringify(day))
  expect(day).toMatchObject({ items: 291, places: 40, photos: 12, verdict: 'valid-trusted' })
  expect(day.findings).toBeGreaterThanOrEqual(120)
})
