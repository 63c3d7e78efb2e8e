import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { standing } from '../drive/findings'
import { handsOn } from '../drive/hands'
import { makeIdentity, save, seal, sign, startRound, verifyByDialog } from '../drive/journey'
import { planFor } from '../drive/plan'
import { builtinRubric, currentItem, savedSeq, scoreItem } from '../drive/scoring'
import { checkByHand } from './by-hand'
import { freshDataFolder, launchApp } from './launch'

test('a sealed sheet is read-only; its correction carries the marks, and its package names its predecessor', async () => {
  test.setTimeout(180_000)
  const folder = freshDataFolder()
  const launched = await launchApp({ dataFolder: folder })
  const { app, page } = launched
  const hands = handsOn(page)
  await startRound(page, hands, { subject: '安阳' })
  const plan = planFor(await builtinRubric(page), 11)
  for (const item of plan.slice(0, 20)) await scoreItem(page, hands, item)
  // Keys go faster than the totals are painted.
  await expect(page.getByTestId('scoring-checked')).toContainText('20/291')
  const before = await standing(page)
  await seal(page, hands, '其余小项由第二组检查')
  await makeIdentity(hands)
  await sign(page, hands)
  const first = join(folder, 'first.zip')
  await save(app, page, hands, first)
  const original = checkByHand(first)
  expect(original.statement.predicate).toMatchObject({ unchecked: 271, predecessor: null })
  expect(original.result.sealed.reason).toBe('其余小项由第二组检查')

  await page.getByTestId('nav-home').click()
  await page.getByTestId('home-sheet').getByRole('button').first().click()
  await expect(page.getByTestId('scoring-sealed')).toBeVisible()
  const sealedSeq = await savedSeq(page)
  await hands.press('Home')
  for (const key of [' ', '3', '+', 'n', 'Backspace', 'Control+z', 'Control+y', '2']) await hands.press(key)
  expect(await savedSeq(page)).toBe(sealedSeq)
  expect(await standing(page)).toEqual(before)
  await expect(page.locator('.ant-modal')).toHaveCount(0)

  await hands.tabTo('scoring-correct')
  await hands.press('Enter')
  await hands.tabTo('scoring-correction-reason')
  await hands.type('复核发现一处误记')
  await hands.press('Enter')
  await expect(page.getByTestId('scoring-sealed')).toBeHidden()
  await expect(page.getByTestId('scoring')).toContainText('1')
  expect(await standing(page)).toEqual(before)
  expect(await savedSeq(page)).toBe(2)
  await hands.press('End')
  const last = await currentItem(page)
  await hands.press(' ')
  await expect.poll(() => savedSeq(page)).toBe(3)

  await seal(page, hands, '其余小项由第二组检查')
  await sign(page, hands)
  const second = join(folder, 'second.zip')
  await save(app, page, hands, second)
  const corrected = checkByHand(second)
  expect(corrected.result.marks[last]?.status).toBe('clear')
  expect(corrected.result.sheet.correction).toMatchObject({ no: 1, reason: '复核发现一处误记' })
  expect(corrected.statement.predicate.predecessor).toEqual({
    no: 1,
    sheetId: original.result.sheet.sheetId,
    head: original.result.journal.head,
  })
  expect(await verifyByDialog(app, page, hands, second)).toBe('valid-trusted')
  await launched.close()
  for (const { folder: unzipped } of [original, corrected])
    rmSync(join(unzipped, '..'), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})
