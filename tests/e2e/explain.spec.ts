import { expect, type Page, test } from '@playwright/test'
import { allItems, type Item, itemsOf } from '../../shared/domain/rubric/rubric'
import { clearSearch, goToItem, standing } from '../drive/findings'
import { type Hands, handsOn, until } from '../drive/hands'
import { makeIdentity, save, seal, sign, startRound, verifyByDialog } from '../drive/journey'
import { builtinRubric, currentItem, hasDialog, savedSeq } from '../drive/scoring'
import { type Launched, launchApp } from './launch'

/** Every number opens: on the scoring screen, before sealing, and in a package that is checked. */
test.describe.configure({ mode: 'serial' })

let launched: Launched
let page: Page
let hands: Hands
let items: readonly Item[]
/** An item of a plain counter that may be left out. */
let counted: Item

test.beforeAll(async () => {
  launched = await launchApp({ size: { width: 1366, height: 768 } })
  page = launched.page
  hands = handsOn(page)
  await startRound(page, hands, { subject: '洛阳' })
  const rubric = await builtinRubric(page)
  items = allItems(rubric)
  const found = items.find(({ kind, exclusion, clauses: [clause] }) => {
    const isPlain = clause?.form === 'per-occurrence' && clause.severities === undefined
    return isPlain && kind === 'normal' && exclusion === 'normalise' && !clause.allowance && !clause.per
  })
  if (found === undefined) throw new Error('the standard has no such counter')
  counted = found
})

test.afterAll(() => launched.close())

const drawer = () => page.getByTestId('explanation-drawer')
const shown = () => drawer().getByTestId('explanation')
const isClosed = () => until('no drawer', async () => (await page.locator('.ant-drawer-open').count()) === 0)

test('E opens the current item: its arithmetic, the finding, its reason, and the standard’s words', async () => {
  await goToItem(page, hands, counted.code, counted.id)
  await clearSearch(hands)
  await hands.press('3')
  await until('the mark saved', async () => (await savedSeq(page)) === 2)
  const reason = page.locator('.scoring-clause-active [data-field="reason"]')
  await reason.waitFor()
  await hands.press('r')
  await expect(reason).toBeFocused()
  await hands.type('沿街堆放')
  await hands.press('Enter')
  await until('the reason saved', async () => (await savedSeq(page)) === 3)
  await hands.press('e')
  await expect(shown()).toHaveAttribute('data-node', counted.id)
  const [clause] = counted.clauses
  const told = drawer().getByTestId(`explanation-${counted.id}/${clause?.id}`)
  await expect(told.locator('.explanation__sum')).toContainText('3 × ')
  await expect(told).toContainText(clause?.text ?? '')
  await expect(told).toContainText('沿街堆放')
  await hands.press('Escape')
  await isClosed()
  // The keys are the sheet's again.
  await hands.press('ArrowDown')
  await until('the next item', async () => (await currentItem(page)) !== counted.id)
})

test('the total opens down to the clause and back up, by keys alone, and the numbers are those on screen', async () => {
  await hands.tabTo('scoring-total-open')
  await hands.press('Enter')
  await expect(shown()).toHaveAttribute('data-node', 'total')
  const { total } = await standing(page)
  await expect(drawer().locator('.explanation__figure strong').first()).toHaveText(total)
  const rubric = await builtinRubric(page)
  for (const [at, { id, code }] of rubric.categories.entries()) {
    const subtotal = await page.getByTestId(`scoring-category-${code}`).locator('.open-score').innerText()
    await expect(drawer().getByTestId(`explanation-row-${id}`), String(at)).toContainText(subtotal)
  }
  const category = rubric.categories.find((one) => itemsOf(one).some(({ id }) => id === counted.id))
  await drawer().getByTestId(`explanation-row-${category?.id}`).focus()
  await hands.press('Enter')
  await expect(shown()).toHaveAttribute('data-node', category?.id ?? '')
  await drawer().getByTestId(`explanation-row-${counted.id}`).focus()
  await hands.press('ArrowRight')
  await expect(shown()).toHaveAttribute('data-node', counted.id)
  // Up to the parent: the row that was gone through has the focus.
  await hands.press('ArrowLeft')
  await expect(shown()).toHaveAttribute('data-node', category?.id ?? '')
  await expect(drawer().getByTestId(`explanation-row-${counted.id}`)).toBeFocused()
  for (let steps = 0; steps < 3; steps++) await hands.press('Escape')
  await expect(shown()).toHaveAttribute('data-node', 'total')
  await hands.press('Escape')
  await isClosed()
  await expect(page.getByTestId('scoring-total-open')).toBeFocused()
})

test('W tells what may still change, and a decisive item is one key away', async () => {
  // Space and Enter belong to a button that was reached by Tab; letters are the sheet's.
  await hands.press('w')
  await expect(drawer().getByTestId('what-if')).toBeVisible()
  const row = drawer().locator('[data-explanation-row]').first()
  const id = await row.getAttribute('data-explanation-row')
  await row.focus()
  await hands.press('Enter')
  await isClosed()
  await until('the decisive item', async () => (await currentItem(page)) === id)
})

test('one more of a clause says what it costs here and in the total', async () => {
  await goToItem(page, hands, counted.code, counted.id)
  await clearSearch(hands)
  const before = await standing(page)
  const line = await page.getByTestId('one-more').innerText()
  const cost = Number(/总分 −([\d.]+)/.exec(line)?.[1])
  expect(cost).toBeGreaterThan(0)
  await hands.press('4')
  await until('another total', async () => (await standing(page)).total !== before.total)
  const high = ({ total }: typeof before) => Number(total.split(' – ').at(-1))
  expect(high(before) - high(await standing(page))).toBeCloseTo(cost, 3)
})

test('an exclusion that hides a loss is flagged before sealing, where every score opens too', async () => {
  await hands.press('n')
  await until('the reason', () => hasDialog(page))
  await hands.type('该对象无此类设施')
  await hands.press('Enter')
  await until('no dialog', async () => !(await hasDialog(page)))
  await hands.press('Control+Enter')
  await expect(page.getByTestId(`exclusion-raising-${counted.code}`)).toBeVisible()
  await expect(page.getByTestId('seal-raising')).toContainText(counted.code)
  await page.getByTestId('seal-categories').locator('.open-score').first().click()
  await expect(shown()).toBeVisible()
  await hands.press('Escape')
  await isClosed()
  await page.getByTestId('seal-score').locator('.open-score').click()
  await expect(shown()).toHaveAttribute('data-node', 'total')
  await hands.press('Escape')
  await isClosed()
})

test('a score in a package that is checked opens', async () => {
  await page.getByTestId('seal-back').click()
  await until('the sheet', async () => (await currentItem(page)) !== '')
  await seal(page, hands, '其余点位当日未能进入')
  await makeIdentity(hands)
  await sign(page, hands)
  const path = `${launched.dataFolder}/handed-over.zip`
  await save(launched.app, page, hands, path)
  expect(await verifyByDialog(launched.app, page, hands, path)).toBe('valid-trusted')
  await page.getByTestId('verify-score').locator('.open-score').click()
  await expect(shown()).toHaveAttribute('data-node', 'total')
  await drawer().locator('[data-explanation-row]').first().click()
  await expect(drawer().locator('.explanation__rows li').first()).toBeVisible()
  await hands.press('Escape')
  await hands.press('Escape')
  await isClosed()
})
