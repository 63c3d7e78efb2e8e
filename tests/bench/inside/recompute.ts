import { join } from 'node:path'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { itemsOf } from '../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../shared/domain/scoring/score-sheet'
import { apply } from '../../../shared/domain/sheet/apply'
import type { SheetCommand } from '../../../shared/domain/sheet/command'
import { decide } from '../../../shared/domain/sheet/decide'
import type { SheetEvent, SheetHeader, StampedEvent } from '../../../shared/domain/sheet/event'
import { emptySheet, type SheetState } from '../../../shared/domain/sheet/state'
import { anew, marksFor, standardOf } from './large-sheet'

export interface RecomputeTimes {
  /** ms each, in the order of measuring. */
  readonly fresh: readonly number[]
  readonly oneMark: readonly number[]
  readonly yardstick: readonly number[]
}

/** Scores a sheet of `count` items: as never seen before, and as one key press changes it; in between, writes it as JSON. */
export function recompute({
  root,
  count,
  times,
}: {
  readonly root: string
  readonly count: number
  readonly times: number
}): RecomputeTimes {
  const rubric = standardOf(readBuiltinRubric(join(root, 'resources')), count)
  const marks = marksFor(rubric, 7)
  const marked = rubric.categories.flatMap(itemsOf).filter(({ id }) => marks.get(id)?.status === 'scored')
  const fresh: number[] = []
  const oneMark: number[] = []
  const yardstick: number[] = []
  let sink = 0
  const timed = (into: number[], work: () => number) => {
    const before = performance.now()
    sink += work()
    into.push(performance.now() - before)
  }
  let state: SheetState = { ...emptySheet(), header: HEADER, seq: 1, items: marks }
  scoreSheet(rubric, state)
  for (let at = 0; at < times; at++) {
    const unseen = anew(rubric)
    const { items } = state
    timed(fresh, () => scoreSheet(unseen, { items }).low)
    timed(yardstick, () => JSON.stringify([...items]).length)
    // One key press: a mark is asked for, admitted, applied, and every total that it moves is there.
    const command = pressOn(state, marked[(at * 37) % marked.length]?.id ?? '', at)
    timed(oneMark, () => {
      const decision = decide(rubric, state, command)
      if (!decision.ok) throw new Error(decision.code)
      for (const event of decision.events) state = apply(rubric, state, stamp(state, event))
      return scoreSheet(rubric, state).low
    })
  }
  if (!Number.isFinite(sink)) throw new Error('a score is no number')
  return { fresh, oneMark, yardstick }
}

const HEADER: SheetHeader = {
  sheetId: 'bench',
  round: {
    id: 'bench',
    kind: 'mock',
    title: 'bench',
    date: '2026-01-15',
    rubricId: 'bench',
    rubricVersion: '1',
    rubricTitle: 'bench',
    rubricDigest: '0'.repeat(64),
    createdAt: '2026-01-15T01:00:00.000Z',
  },
  subject: { id: 'bench', name: '郑州市', league: '省辖市' },
  scorer: { name: '检查员甲', unit: '', role: 'inspector' },
  correction: null,
}

/** A mark on an item's first clause that was marked, with another reason. */
function pressOn(state: SheetState, item: string, no: number): SheetCommand {
  const [first] = Object.entries(state.items.get(item)?.marks ?? {})
  if (first === undefined) throw new Error(`no mark on ${item}`)
  const [clause, mark] = first
  return { type: 'mark', item, clause, mark: { ...mark, reason: `现场查看发现 ${no}` } }
}

function stamp({ seq, head }: SheetState, event: SheetEvent): StampedEvent {
  const at = '2026-01-15T01:00:00.000Z'
  return { seq: seq + 1, at, mono: seq, boot: 'bench', by: '检查员甲', event, prev: head, hash: head }
}
