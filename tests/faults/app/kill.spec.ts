import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { allItems, type Item } from '../../../shared/domain/rubric/rubric'
import type { SheetEvent } from '../../../shared/domain/sheet/event'
import { clearSearch, goToItem } from '../../drive/findings'
import { type Hands, handsOn } from '../../drive/hands'
import { startRound } from '../../drive/journey'
import { randomFrom } from '../../drive/plan'
import { builtinRubric, savedSeq } from '../../drive/scoring'
import { freshDataFolder, launchApp } from '../../e2e/launch'
import { report } from '../report'
import { hearAcknowledgements, isBreakOff, killAll, pause, timesOf } from './power-cut'
import { goOn, readJournal } from './sheet-on-disk'

const KILLS = timesOf(120, 16)
const LONGEST_MS = 1500

let dataFolder: string
const random = randomFrom(Date.now())

test.beforeEach(() => {
  dataFolder = freshDataFolder()
})

test.afterEach(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test(`${KILLS} times SIGKILL in the middle of fast scoring: every acknowledged mark is there`, async () => {
  test.setTimeout(KILLS * 30_000)
  /** Every event that was asked for, in order; the journal must hold the first of them, and nothing else. */
  const asked: SheetEvent[] = []
  let [acknowledged, lost] = [0, 0]
  let items: readonly Item[] = []
  let killedUnderWay = 0

  for (let kill = 0; kill <= KILLS; kill++) {
    const launched = await launchApp({ dataFolder })
    const { page } = launched
    const hands = handsOn(page)
    if (kill === 0) {
      await startRound(page, hands, { subject: '洛阳' })
      items = allItems(await builtinRubric(page))
    } else {
      await goOn(page)
      const { lines, damage } = readJournal(dataFolder)
      lost += Math.max(0, acknowledged - lines.length)
      expect(await savedSeq(page), 'lines on screen').toBeGreaterThanOrEqual(acknowledged)
      expect(damage).toBeNull()
      expect(await savedSeq(page), 'screen and journal').toBe(lines.length)
      const events = lines.slice(1).map(({ event }) => event)
      expect(events).toEqual(asked.slice(0, events.length))
      if (events.length < asked.length) killedUnderWay += 1
      asked.length = events.length
      await expectOnScreen(page, events)
    }
    if (kill === KILLS) {
      await launched.close()
      break
    }
    const heard = await hearAcknowledgements(page)
    const scoring = scoreFast(page, hands, items, asked, kill)
    await scoring.started
    await pause(random() * LONGEST_MS)
    await killAll(launched)
    await scoring.stop()
    acknowledged = Math.max(acknowledged, heard())
  }
  report({
    fault: 'SIGKILL in the middle of fast scoring',
    times: KILLS,
    acknowledged,
    lost,
    found: `${killedUnderWay} kills with marks under way; journal, browser store and screen agree each time`,
  })
  expect(acknowledged).toBeGreaterThan(KILLS)
})

/** Scores until the window is gone: every other time by real keys, or by forty presses of + within one moment. */
function scoreFast(page: Page, hands: Hands, items: readonly Item[], asked: SheetEvent[], round: number) {
  let isOver = false
  let begin: (() => void) | undefined
  const started = new Promise<void>((done) => {
    begin = done
  })
  const work = async () => {
    const counters = items.filter(isCounter)
    const counter = counters[round % counters.length]
    if (counter === undefined) throw new Error('no counter')
    await goToItem(page, hands, counter.code, counter.id)
    await clearSearch(hands)
    begin?.()
    if (round % 2 === 0) await burst(page, counter, asked)
    else await clearOneByOne(hands, items, counter, asked, () => isOver)
  }
  const running = work().catch((error: unknown) => {
    begin?.()
    if (!isOver && !isBreakOff(error)) throw error
  })
  return {
    started,
    stop: async () => {
      isOver = true
      await running
    },
  }
}

function isCounter({ kind, clauses: [clause] }: Item): boolean {
  return kind === 'normal' && clause?.form === 'per-occurrence' && clause.severities === undefined
}

async function burst(page: Page, { id, clauses: [clause] }: Item, asked: SheetEvent[]): Promise<void> {
  if (clause === undefined) return
  const before = asked.filter((event) => 'item' in event && event.item === id).at(-1)
  const made = before?.type === 'marked' && before.mark?.value.kind === 'count' ? before.mark.value.n : 0
  for (let n = made + 1; n <= made + 40; n++) {
    const mark = { value: { kind: 'count', n }, reason: '' } as const
    asked.push({ type: 'marked', item: id, clause: clause.id, mark })
  }
  await page.evaluate(() => {
    for (let n = 0; n < 40; n++) window.dispatchEvent(new KeyboardEvent('keydown', { key: '+' }))
  })
}

async function clearOneByOne(
  hands: Hands,
  items: readonly Item[],
  from: Item,
  asked: SheetEvent[],
  isOver: () => boolean,
): Promise<void> {
  const touched = new Set(asked.flatMap((event) => ('item' in event ? [event.item] : [])))
  for (const { id } of items.slice(items.indexOf(from))) {
    if (isOver()) return
    if (!touched.has(id)) asked.push({ type: 'cleared', item: id })
    await hands.press(' ')
  }
}

/** What the screen shows agrees with the events: how many are checked, and the last item's own history. */
async function expectOnScreen(page: Page, events: readonly SheetEvent[]): Promise<void> {
  const touched = new Set(events.flatMap((event) => ('item' in event ? [event.item] : [])))
  await expect(page.getByTestId('scoring-checked')).toContainText(`${touched.size}/291`)
  const last = events.at(-1)
  if (last?.type !== 'marked' || last.mark?.value.kind !== 'count') return
  await expect(page.getByTestId('scoring-panel')).toHaveAttribute('data-item', last.item)
  await expect(page.locator('.scoring-clause-active output.scoring-count')).toHaveText(
    new RegExp(`^${last.mark.value.n}(?!\\d)`),
  )
}
