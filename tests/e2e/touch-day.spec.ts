import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { formatMilli } from '../../shared/domain/points'
import type { PlainClause } from '../../shared/domain/rubric/clause'
import { allItems, type Item, type Rubric } from '../../shared/domain/rubric/rubric'
import { rubricFor } from '../../shared/domain/rubric/rubric-for'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { type Finger, fingerOn } from '../drive/fingers'
import { until } from '../drive/hands'
import { answerSaveDialog, PASSPHRASE, SCORER } from '../drive/journey'
import { builtinRubric } from '../drive/scoring'
import { measureTargets } from '../drive/touch-targets'
import { checkByHand } from './by-hand'
import { type Launched, launchApp } from './launch'

/** A day on a tablet, 1280 × 800, by touch alone; what is typed is the signer's unit and passphrase, on whatever keyboard the system shows. Each test goes on where the last ended. */
test.describe.configure({ mode: 'serial' })

let launched: Launched
let page: Page
let finger: Finger
let folder: string
let rubric: Rubric
const measured: number[] = []

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scorebench-touch-'))
  launched = await launchApp({ size: { width: 1280, height: 800 } })
  page = launched.page
  finger = await fingerOn(page)
})

test.afterAll(async () => {
  await launched.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const journal = (): StampedEvent[] => {
  const sheets = join(launched.dataFolder, 'custody/sheets')
  const [sheet = ''] = readdirSync(sheets)
  const text = readFileSync(join(sheets, sheet, 'journal.jsonl'), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StampedEvent)
}
const lastEvent = () => journal().at(-1)?.event
const itemShown = () => page.getByTestId('focus-item').getAttribute('data-item')
const checked = async () => (await page.getByTestId('scoring-checked').innerText()).replace(/\s+/g, ' ')
const card = (clause: string): Locator => page.getByTestId(`scoring-clause-${clause}`)

/** All that can be hit now is large enough. */
async function expectLargeTargets(where: string): Promise<void> {
  const { count, smallest, small } = await measureTargets(page)
  measured.push(smallest)
  expect(small, where).toEqual([])
  console.log(`${where}: ${count} targets, the smallest side ${smallest.toFixed(1)} px`)
}

/** By the contents: the category, then the item. */
async function goTo({ id, code }: Item): Promise<void> {
  await finger.tapId('focus-contents-open')
  const [category = ''] = code.split('.')
  const entry = page.locator('.focus-contents').getByTestId(`scoring-category-${category}`)
  await finger.tap(entry.locator('.scoring-rail-title'))
  await finger.tapId(`focus-to-${code}`)
  await until(`item ${code}`, async () => (await itemShown()) === id)
  await expect(page.locator('.focus-list')).toBeHidden()
}

/** Writes numbers into the card's fields with the digits on screen. */
async function enter(clause: string, ...numbers: readonly string[]): Promise<void> {
  await finger.tap(card(clause).locator('[data-field="value"]').first())
  for (const number of numbers) {
    await expect(page.getByTestId('focus-keypad')).toBeVisible()
    for (const digit of number) await finger.tapId(`focus-key-${digit}`)
    await finger.tapId('focus-key-done')
  }
  await expect(page.getByTestId('focus-keypad')).toBeHidden()
}

/** Something found on a clause, as its form is entered. */
async function score(clause: PlainClause): Promise<void> {
  const { id } = clause
  const first = (selector: string) => finger.tap(card(id).locator(selector).first())
  switch (clause.form) {
    case 'per-occurrence':
    case 'bonus':
    case 'penalty':
    case 'escalation':
      return first('.scoring-counter button:last-child')
    case 'all-or-nothing':
    case 'veto':
      return first('.scoring-flag')
    case 'additive':
      return first('.scoring-part label')
    case 'tier':
      return clause.measure === undefined ? first('.scoring-choice') : enter(id, '3')
    case 'threshold':
    case 'linear':
    case 'proportional':
    case 'rank':
      return enter(id, '12.5')
    case 'judgement':
      return enter(id, formatMilli(clause.bands[0]?.min ?? 0))
    case 'zone-limit':
      await first('.scoring-choice')
      return enter(id, '9')
    case 'pass-rate':
      return enter(id, '20', '8', '2')
    case 'overflow':
      return undefined
  }
}

test('opens the demonstration and goes into focus mode', async () => {
  await finger.tapId('home-demonstrate')
  await finger.tapId('scoring-focus')
  await expect(page.getByTestId('focus')).toBeVisible()
  rubric = rubricFor(await builtinRubric(page), journal()[0]?.event.type === 'opened' ? subject() : null)
  await expectLargeTargets('the first item')
})

function subject() {
  const first = journal()[0]?.event
  if (first?.type !== 'opened') throw new Error('no sheet')
  return first.header.subject
}

test('a swipe leads on and back; a drag downwards scrolls; a tap goes to the next', async () => {
  const [one, two] = allItems(rubric)
  const from = { x: 700, y: 400 }
  await finger.drag(from, { x: -300, y: 10 })
  await expect(page.getByTestId('focus-item')).toHaveAttribute('data-item', two?.id ?? '')
  await finger.drag(from, { x: 300, y: -10 })
  await expect(page.getByTestId('focus-item')).toHaveAttribute('data-item', one?.id ?? '')
  await finger.drag(from, { x: -60, y: 0 })
  await finger.drag(from, { x: -40, y: -200 })
  await expect(page.getByTestId('focus-item')).toHaveAttribute('data-item', one?.id ?? '')
  await finger.tapId('focus-next')
  await expect(page.getByTestId('focus-item')).toHaveAttribute('data-item', two?.id ?? '')
  await finger.tapId('focus-previous')
})

test('nothing wrong is one tap, and goes on', async () => {
  const [one, two] = allItems(rubric)
  await finger.tapId('scoring-clear')
  await expect(page.getByTestId('focus-item')).toHaveAttribute('data-item', two?.id ?? '')
  await expect.poll(lastEvent).toMatchObject({ type: 'cleared', item: one?.id })
  await expect.poll(checked).toContain('1/291')
})

test('every form of clause is entered by touch', async () => {
  test.setTimeout(300_000)
  const done = new Set<string>()
  for (const item of allItems(rubric)) {
    for (const clause of item.clauses as readonly PlainClause[]) {
      const kind = `${clause.form}${'severities' in clause && clause.severities ? ' by size' : ''}${'measure' in clause && clause.form === 'tier' && clause.measure ? ' measured' : ''}`
      if (done.has(kind) || clause.form === 'overflow' || clause.aggregate !== undefined) continue
      done.add(kind)
      const before = finger.count().taps
      await goTo(item)
      await expectLargeTargets(`${item.code} ${kind}`)
      await score(clause)
      const asked = page.locator('.scoring-asked')
      if ((await asked.count()) > 0)
        await finger.tap(page.getByTestId('focus-reasons').locator('button').first())
      await until(`${kind} on disk`, () => {
        const event = lastEvent()
        return (
          event?.type === 'marked' &&
          event.item === item.id &&
          event.clause === clause.id &&
          event.mark !== null
        )
      })
      await expectLargeTargets(`${item.code} ${kind} marked`)
      console.log(`${kind}: ${finger.count().taps - before} taps from the contents on`)
      if (clause.form === 'veto') await finger.tapId('focus-undo')
    }
  }
  expect([...done].sort()).toEqual(
    [
      'additive',
      'all-or-nothing',
      'bonus',
      'escalation',
      'judgement',
      'linear',
      'pass-rate',
      'penalty',
      'per-occurrence',
      'per-occurrence by size',
      'proportional',
      'rank',
      'threshold',
      'tier',
      'tier measured',
      'veto',
      'zone-limit',
    ].sort(),
  )
})

test('places are picked by chips, and stand in the mark', async () => {
  const item = allItems(rubric).find(
    ({ clauses }) => clauses[0]?.form === 'per-occurrence' && clauses[0].aggregate,
  )
  const clause = item?.clauses[0]
  if (item === undefined || clause === undefined) throw new Error('no clause with places')
  await goTo(item)
  const chips = page.getByTestId('focus-places').locator('button')
  await finger.tap(card(clause.id).locator('.scoring-clause-text'))
  await finger.tap(chips.filter({ hasText: '第 1 处' }))
  await until('the first place', () => {
    const event = lastEvent()
    return event?.type === 'marked' && event.mark?.value.kind === 'places'
  })
  await finger.tap(chips.filter({ hasText: '第 2 处' }))
  await until('the second place', () => {
    const event = lastEvent()
    return event?.type === 'marked' && event.mark?.value.kind === 'places' && event.mark.value.at.length === 2
  })
  await finger.tap(card(clause.id).locator('.scoring-spot-active .scoring-counter button').last())
  await until('one more there', () => {
    const event = lastEvent()
    const value = event?.type === 'marked' ? event.mark?.value : undefined
    const second = value?.kind === 'places' ? value.at[1]?.value : undefined
    return second?.kind === 'count' && second.n === 2
  })
  await expectLargeTargets('a clause with places')
})

test('excluded with a reason from the stock, undone, and done again', async () => {
  const item = allItems(rubric).find(({ exclusion, id }) => exclusion === 'normalise' && !touched().has(id))
  if (item === undefined) throw new Error('nothing to exclude')
  await goTo(item)
  await finger.tapId('scoring-exclude')
  await expect(page.getByTestId('scoring-exclude-stock')).toBeVisible()
  await expectLargeTargets('the dialog for an exclusion')
  await finger.tap(page.getByTestId('scoring-exclude-stock').locator('button').first())
  await finger.tap(page.locator('.ant-modal-footer .ant-btn-primary'))
  await until('excluded', () => lastEvent()?.type === 'excluded')
  expect(lastEvent()).toMatchObject({ item: item.id, reason: '该对象无此类设施' })
  await expect(page.locator('.ant-modal')).toHaveCount(0)
  await finger.tapId('focus-next')
  await finger.tapId('focus-undo')
  await until('undone', () => lastEvent()?.type === 'undone')
  // What was undone stands on screen again.
  await expect(page.getByTestId('focus-item')).toHaveAttribute('data-item', item.id)
  await finger.tapId('focus-redo')
  await until('done again', () => lastEvent()?.type === 'redone')
})

function touched(): Set<string> {
  return new Set(journal().flatMap(({ event }) => ('item' in event ? [event.item] : [])))
}

test('the outdoor look is one tap away, and all of it is kept over a new start of the window', async () => {
  await finger.tapId('focus-outdoor')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'outdoor')
  await expectLargeTargets('outdoors')
  await page.reload()
  await expect(page.getByTestId('focus')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'outdoor')
})

test('what is left is cleared category by category', async () => {
  test.setTimeout(180_000)
  for (const { code } of rubric.categories) {
    await finger.tapId('focus-contents-open')
    await finger.tap(
      page.locator('.focus-contents').getByTestId(`scoring-category-${code}`).locator('.scoring-rail-title'),
    )
    await finger.tapId('scoring-clear-rest')
    await expect(page.locator('.ant-modal')).toBeVisible()
    const before = await checked()
    await finger.tap(page.locator('.scoring-clear-rest-ok'))
    await expect(page.locator('.ant-modal')).toHaveCount(0)
    await expect(page.locator('.focus-list')).toBeHidden()
    await expect.poll(checked, code).not.toBe(before)
  }
  await expect.poll(checked).toContain('291/291')
})

test('sealed, signed and handed over; the package passes with stock tools alone', async () => {
  test.setTimeout(180_000)
  await finger.tapId('focus-finish')
  await finger.tapId('seal-submit')
  await finger.tapId('seal-confirm')
  for (const [field, text] of [
    ['unit', SCORER.unit],
    ['passphrase', PASSPHRASE],
    ['again', PASSPHRASE],
  ] as const) {
    await finger.tapId(`seal-identity-${field}`)
    await page.keyboard.type(text)
  }
  await finger.tapId('seal-identity-create')
  await finger.tapId('seal-sign-passphrase')
  await page.keyboard.type(PASSPHRASE)
  await finger.tapId('seal-sign-submit')
  await until('the signed package', () => page.getByTestId('seal-done').isVisible(), 60_000)
  const path = join(folder, 'result.zip')
  await answerSaveDialog(launched.app, path)
  await finger.tapId('seal-save')
  await until('the package', () => existsSync(path))
  await expect(page.getByTestId('seal-saved')).toBeVisible()
  const { result, folder: bag } = checkByHand(path)
  expect(result.score.checked).toBe(291)
  rmSync(join(bag, '..'), { recursive: true, force: true })
  const { taps, drags } = finger.count()
  console.log(
    `a day by touch: ${taps} taps, ${drags} drags; ${measured.length} states measured, the smallest target ${Math.min(...measured).toFixed(1)} px`,
  )
})
