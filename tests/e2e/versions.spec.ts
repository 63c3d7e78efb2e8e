import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Points, points } from '../../shared/domain/points'
import type { Category, Group, Item, Rubric } from '../../shared/domain/rubric/rubric'
import { standing } from '../drive/findings'
import { handsOn } from '../drive/hands'
import {
  answerOpenDialog,
  makeIdentity,
  save,
  seal,
  sign,
  startRound,
  verifyByDialog,
} from '../drive/journey'
import { type PlannedItem, planFor } from '../drive/plan'
import { builtinRubric, scoreItem } from '../drive/scoring'
import { checkByHand } from './by-hand'
import { freshDataFolder, launchApp } from './launch'

const SCORED = 30

test('two versions are compared, and a sheet goes over to the new one with both totals shown', async () => {
  test.setTimeout(240_000)
  const folder = freshDataFolder()
  const launched = await launchApp({ dataFolder: folder })
  const { app, page } = launched
  const hands = handsOn(page)
  const builtin = await builtinRubric(page)
  const plan = planFor(builtin, 11).slice(0, SCORED)
  const changed = secondVersion(builtin, plan)
  await startRound(page, hands, { subject: '安阳' })
  for (const item of plan) await scoreItem(page, hands, item)
  const before = await standing(page)
  const sheetId = await onlySheet(page)
  const journal = join(folder, 'custody', 'sheets', sheetId, 'journal.jsonl')
  const bytes = readFileSync(journal)

  // A file that is only open to read is compared, but nothing is carried to it.
  const file = join(folder, 'second.json')
  writeFileSync(file, JSON.stringify(changed.rubric))
  await answerOpenDialog(app, file)
  await page.getByTestId('nav-standards').click()
  await page.getByTestId('standards-compare').click()
  await choose(page, 'versions-before', builtin.version)
  await page.getByTestId('versions-file-after').click()
  await expect(page.getByTestId('versions-items')).toContainText('291 → 291')
  await expect(page.getByTestId('versions-carry')).toHaveCount(0)

  // As a standard of this machine it is offered at once, because it is another version of the same one.
  await page.evaluate(async (rubric) => {
    const made = await window.scorebench.createDraft(rubric, null)
    if (!made.ok) throw new Error(made.code)
  }, changed.rubric)
  await page.getByTestId('nav-home').click()
  await page.getByTestId('home-carry').click()
  await expect(page.getByTestId('versions-items')).toContainText('其中 287 个没有变动')
  await expect(page.getByTestId('versions-kind-clauses')).toContainText('3')
  await expect(page.getByTestId('versions-kind-reworded')).toContainText('1')
  await expect(page.getByTestId('versions-change')).toHaveCount(4)
  await expect(page.getByTestId('versions-head')).toContainText('2027.1')

  await page.getByTestId('versions-kind-reworded').click()
  await expect(page.getByTestId('versions-change')).toHaveCount(1)
  await expect(page.getByTestId('versions-change').locator('ins')).toHaveText('（修订）')
  await page.getByTestId('versions-kind-reworded').click()
  await hands.press('/')
  await hands.type(changed.dearer.title)
  await expect(page.getByTestId('versions-change')).toHaveCount(1)
  await expect(page.getByTestId('versions-change')).toContainText(changed.price)
  await hands.press('Escape')
  await expect(page.getByTestId('versions-change')).toHaveCount(4)
  await hands.press('j')
  await hands.press('ArrowDown')
  await expect(page.locator('[data-testid="versions-change"]:focus')).toHaveAttribute('data-no', '2')

  await page.getByTestId('versions-carry').click()
  await expect(page.getByTestId('versions-total-before')).toHaveText(before.total)
  const after = await page.getByTestId('versions-total-after').innerText()
  expect(after).not.toBe(before.total)
  await expect(page.getByTestId('versions-carried')).toContainText(String(SCORED - 2))
  await expect(page.getByTestId('versions-lookAgain')).toContainText(changed.asked.code)
  await expect(page.getByTestId('versions-lookAgain')).toContainText(changed.recounted.code)
  await expect(page.getByTestId('versions-lost')).toContainText(changed.recounted.title)
  await expect(page.getByTestId('versions-reworded')).toContainText('（修订）')
  await page.getByTestId('versions-start').click()
  await expect(page.getByTestId('scoring')).toContainText(`带自标准 ${builtin.version}`)
  const carried = await standing(page)
  expect(carried.total).toBe(after)
  expect(carried.checked).toContain(`${SCORED - 2}`)
  expect(readFileSync(journal)).toEqual(bytes)

  await seal(page, hands, '其余小项由第二组检查')
  await makeIdentity(hands)
  await sign(page, hands)
  const zip = join(folder, 'carried.zip')
  await save(app, page, hands, zip)
  const handed = checkByHand(zip)
  expect(handed.result.sheet.carriedFrom).toMatchObject({ sheetId, rubricVersion: builtin.version })
  expect(handed.result.sheet.round.rubricVersion).toBe('2027.1')
  expect(await verifyByDialog(app, page, hands, zip)).toBe('valid-trusted')
  await expect(page.getByTestId('verify-origin')).toContainText(sheetId)

  await page.getByTestId('nav-home').click()
  await expect(page.getByTestId('home-round')).toHaveCount(2)
  expect(readFileSync(journal)).toEqual(bytes)
  await launched.close()
  rmSync(join(handed.folder, '..'), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** The same standard with one item dearer, one counted in another unit, one with a clause more, one reworded. */
function secondVersion(rubric: Rubric, plan: readonly PlannedItem[]) {
  const counted = plan.filter(({ kind, clause }) => {
    return kind === 'count' && clause?.form === 'per-occurrence' && clause.pointsPerUnit !== undefined
  })
  const clear = plan.filter(({ kind }) => kind === 'clear')
  const [dearer, recounted] = counted
  const [asked, reworded] = clear
  if (!dearer || !recounted || !asked || !reworded) throw new Error('the plan has no such items')
  const items = new Map<string, Item>()
  let price = ''
  const change = (item: Item): Item => {
    items.set(item.id, item)
    const [first, ...rest] = item.clauses
    if (first === undefined) return item
    if (item.id === dearer.id && first.form === 'per-occurrence') {
      const pointsPerUnit = points((first.pointsPerUnit ?? 0) + 100) as Points
      price = `${pointsPerUnit / 1000} 分`
      return { ...item, clauses: [{ ...first, pointsPerUnit }, ...rest] }
    }
    if (item.id === recounted.id && first.form === 'per-occurrence')
      return { ...item, clauses: [{ ...first, unit: '类' }, ...rest] }
    if (item.id === asked.id) {
      const more = { id: 'more', form: 'all-or-nothing', text: first.text, deduct: points(100) } as const
      return { ...item, clauses: [first, ...rest, more] }
    }
    return item.id === reworded.id ? { ...item, title: `${item.title}（修订）` } : item
  }
  const branch = <T extends Category | Group>(node: T): T => ({
    ...node,
    children: node.children.map((child) => ('clauses' in child ? change(child) : branch(child))),
  })
  const changed: Rubric = { ...rubric, version: '2027.1', categories: rubric.categories.map(branch) }
  const named = ({ id }: PlannedItem) => items.get(id) as Item
  return { rubric: changed, price, dearer: named(dearer), recounted: named(recounted), asked: named(asked) }
}

async function onlySheet(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const listed = await window.scorebench.listSheets()
    if (!listed.ok) throw new Error(listed.code)
    return listed.value[0]?.header.sheetId ?? ''
  })
}

/** Chooses the standard of a version from a list. */
async function choose(page: Page, testId: string, version: string): Promise<void> {
  await page.getByTestId(testId).click()
  await page.keyboard.type(version)
  await page.keyboard.press('Enter')
}
