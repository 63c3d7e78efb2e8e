import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { takeFor } from '../../../../shared/domain/scoring/forms'
import { canBeObserved, MOST_PLACES } from '../../../../shared/domain/scoring/places'
import { scoreItem, settingOf } from '../../../../shared/domain/scoring/score-item'
import {
  type ItemMark,
  type MarkValue,
  type PlainValue,
  UNTOUCHED,
} from '../../../../shared/domain/sheet/mark'
import { marksOf } from './random-standard'
import { CLEAR, excludedFor } from './small-standard'

/** Every way an item of a plain standard can end up: clear, excluded, and marked in each combination of `marksOf`. */
export function endingsOf(rubric: Rubric, item: Item): readonly ItemMark[] {
  let combined: readonly ItemMark['marks'][] = [{}]
  for (const clause of item.clauses) {
    const values = finalMarks(rubric, item, clause)
    const added = combined.flatMap((marks) =>
      values.map((value) => ({ ...marks, [clause.id]: { value, reason: '核实' } })),
    )
    combined = [...combined, ...added]
  }
  const marked = combined.slice(1).map((marks): ItemMark => ({ ...UNTOUCHED, status: 'scored', marks }))
  return [CLEAR, ...(item.exclusion === 'not-allowed' ? [] : [excludedFor('无此设施')]), ...marked]
}

/** Marks that differ in what they take: of those that take the same, one. */
function finalMarks(rubric: Rubric, item: Item, clause: Clause): readonly MarkValue[] {
  const setting = settingOf(rubric, item)
  const byCost = new Map<string, MarkValue>()
  for (const value of [...marksOf(clause), ...everywhere(clause)]) {
    const { lost, extra, veto } = takeFor(clause, { value }, setting)
    byCost.set(JSON.stringify([lost, extra, veto]), value)
  }
  return [...byCost.values()]
}

/** The same mark at as many places as a mark can have: what a sum of small losses comes to. */
function everywhere(clause: Clause): readonly MarkValue[] {
  if (clause.form === 'by-subject' || clause.aggregate !== 'sum' || !canBeObserved(clause)) return []
  return marksOf(clause)
    .filter((value): value is PlainValue => value.kind !== 'places')
    .map((value) => ({
      kind: 'places',
      at: Array.from({ length: MOST_PLACES }, (_, at) => ({ place: `第${at + 1}点`, value })),
    }))
}

/** Endings that differ in effect: between the lowest and the highest of those alike otherwise none matters to a range. */
export function distinctEndings(rubric: Rubric, item: Item): readonly ItemMark[] {
  const ends = new Map<string, { lowest: [number, ItemMark]; highest: [number, ItemMark] }>()
  for (const mark of endingsOf(rubric, item)) {
    const { status, due, low, extraLow, vetoes } = scoreItem(rubric, item, mark)
    const key = JSON.stringify([status === 'excluded', due, extraLow, vetoes])
    const { lowest, highest } = ends.get(key) ?? { lowest: [low, mark], highest: [low, mark] }
    ends.set(key, {
      lowest: low < lowest[0] ? [low, mark] : lowest,
      highest: low > highest[0] ? [low, mark] : highest,
    })
  }
  return [...new Set([...ends.values()].flatMap(({ lowest, highest }) => [lowest[1], highest[1]]))]
}

/** What an item can be like now, and how it can then end: untouched, ended, or waiting for a rank. */
export interface Beginning {
  readonly now: ItemMark | undefined
  readonly endings: readonly ItemMark[]
}

export function beginningsOf(rubric: Rubric, item: Item): readonly Beginning[] {
  const ended = distinctEndings(rubric, item).map((mark) => ({ now: mark, endings: [mark] }))
  return [...ended, ...waiting(item)]
}

/** Marked with the measured value of each rank, beside the first mark of each other clause. */
function waiting(item: Item): readonly Beginning[] {
  if (!item.clauses.some(({ form }) => form === 'rank')) return []
  const marked = (rank: number | null): ItemMark => ({
    ...UNTOUCHED,
    status: 'scored',
    marks: Object.fromEntries(
      item.clauses.flatMap((clause) => {
        const values = marksOf(clause)
        const measured: MarkValue = { kind: 'value', value: 500 as never }
        const value = clause.form === 'rank' ? (rank === null ? measured : values[rank]) : values[0]
        return value === undefined ? [] : [[clause.id, { value, reason: '核实' }]]
      }),
    ),
  })
  // With two clauses of ranks, the ranks may differ: only one is dealt with here.
  if (item.clauses.filter(({ form }) => form === 'rank').length > 1) return []
  return [{ now: marked(null), endings: [0, 1, 2].map(marked) }]
}
