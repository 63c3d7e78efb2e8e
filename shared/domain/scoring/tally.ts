import type { Category, Rubric } from '../rubric/rubric'
import type { ItemMark } from '../sheet/mark'
import type { SheetState } from '../sheet/state'
import type { CategoryScore, ItemScore } from './score'
import { categoryItems, couldBeVetoed, scoreCategory, termsOf } from './score-category'
import { scoreItem } from './score-item'
import { mayBeEmpty, type Term } from './term'

/** What a category brings to the sheet: its own score, and what goes past it to the total. */
export interface Tally {
  readonly score: CategoryScore
  readonly items: readonly ItemScore[]
  readonly terms: readonly Term[]
  /** It may still be left out of the total; a veto of its own may still come. */
  readonly isOptional: boolean
  readonly couldBeVetoed: boolean
  /** Sums of bonuses and sizes of penalties, without caps: `now` in force, `most` with what is still open. */
  readonly bonus: { readonly now: number; readonly most: number }
  readonly penalty: { readonly now: number; readonly most: number }
  /** Grades that a veto imposes, and those that one may still impose. */
  readonly imposed: readonly string[]
  readonly threatened: readonly string[]
  /** Whether a veto zeroes the whole table, and whether one still may. */
  readonly totalVeto: { readonly now: boolean; readonly may: boolean }
  /** Items whose vetoes beyond themselves are in force. */
  readonly vetoedBy: readonly string[]
}

interface Kept {
  readonly rubric: Rubric
  readonly marks: readonly (ItemMark | undefined)[]
  readonly tally: Tally
}

/** The last tally of each category: whoever scores one sheet again and again keeps one. */
export type Memory = WeakMap<Category, Kept>

/** A category's tally. The last one is kept in `memory`, so that a key press costs one item and the sums of its category. */
export function tallyOf(
  rubric: Rubric,
  category: Category,
  state: Pick<SheetState, 'items'>,
  memory: Memory,
): Tally {
  const before = memory.get(category)
  const last = before?.rubric === rubric ? before : undefined
  const items = categoryItems(category)
  if (last !== undefined && items.every(({ id }, at) => state.items.get(id) === last.marks[at]))
    return last.tally
  const marks = items.map(({ id }) => state.items.get(id))
  const scores = items.map((item, at) => {
    const known = last !== undefined && last.marks[at] === marks[at] ? last.tally.items[at] : undefined
    return known ?? scoreItem(rubric, item, marks[at])
  })
  const terms = termsOf(rubric, category, scores, last?.tally)
  const score = scoreCategory(rubric, category, scores, terms)
  const tally = {
    ...passing(scores),
    score,
    items: scores,
    terms,
    isOptional: !score.isVetoed && mayBeEmpty(terms),
    couldBeVetoed: couldBeVetoed(scores),
  }
  memory.set(category, { rubric, marks, tally })
  return tally
}

/** What goes past the category: bonuses, penalties, vetoes on the grade and on the whole table. */
function passing(items: readonly ItemScore[]) {
  const bonus = { now: 0, most: 0 }
  const penalty = { now: 0, most: 0 }
  const imposed: string[] = []
  const threatened: string[] = []
  const vetoedBy: string[] = []
  const totalVeto = { now: false, may: false }
  for (const { item, status, extraLow, extraHigh, vetoes } of items) {
    bonus.most += Math.max(0, extraHigh)
    penalty.most += Math.max(0, -extraLow)
    for (const veto of vetoes) {
      if (veto.scope === 'grade') threatened.push(veto.grade)
      totalVeto.may ||= veto.scope === 'total'
    }
    if (status === 'unchecked') continue
    bonus.now += Math.max(0, extraHigh)
    penalty.now += Math.max(0, -extraLow)
    for (const veto of vetoes) {
      if (veto.scope === 'grade') imposed.push(veto.grade)
      totalVeto.now ||= veto.scope === 'total'
    }
    if (vetoes.length > 0) vetoedBy.push(item)
  }
  return { bonus, penalty, imposed, threatened, totalVeto, vetoedBy }
}
