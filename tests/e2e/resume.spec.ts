import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { standing } from '../drive/findings'
import { handsOn } from '../drive/hands'
import { startRound } from '../drive/journey'
import { planFor } from '../drive/plan'
import { builtinRubric, currentItem, savedSeq, scoreItem } from '../drive/scoring'
import { freshDataFolder, launchApp } from './launch'

let dataFolder: string

test.beforeEach(() => {
  dataFolder = freshDataFolder()
})

test.afterEach(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test('quit and start again: the same sheet, the same item, the same total', async () => {
  const first = await launchApp({ dataFolder })
  const hands = handsOn(first.page)
  await startRound(first.page, hands, { subject: '开封' })
  const plan = planFor(await builtinRubric(first.page), 7)
  for (const item of plan.slice(0, 25)) await scoreItem(first.page, hands, item)
  const left = await standing(first.page)
  const seq = await savedSeq(first.page)
  await first.close()

  const second = await launchApp({ dataFolder })
  await expect(second.page.getByTestId('home-repairs')).toHaveCount(0)
  await expect(second.page.getByTestId('home-continue')).toContainText('25/291')
  await handsOn(second.page).tabTo('home-continue')
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByTestId('scoring-panel')).toHaveAttribute('data-item', plan[24]?.id ?? '')
  expect(await standing(second.page)).toEqual(left)
  expect(await savedSeq(second.page)).toBe(seq)
  await second.page.keyboard.press('Control+z')
  await expect.poll(() => savedSeq(second.page)).toBe(seq + 1)
  await second.close()
})

test('a reload of the window comes back to the sheet', async () => {
  const { page, close } = await launchApp({ dataFolder })
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '开封' })
  await hands.press(' ')
  const item = await currentItem(page)
  await page.reload()
  await expect(page.getByTestId('scoring-panel')).toBeVisible()
  expect(await savedSeq(page)).toBe(2)
  expect(await currentItem(page)).not.toBe('')
  expect(item).not.toBe('')
  await close()
})
