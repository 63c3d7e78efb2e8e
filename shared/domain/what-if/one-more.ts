import { type Points, points } from '../points'
import type { Clause } from '../rubric/clause'
import { itemIndex } from '../rubric/item-index'
import type { Item, Rubric } from '../rubric/rubric'
import { clauseFor, rubricFor } from '../rubric/rubric-for'
import type { ItemScore, SheetScore } from '../scoring/score'
import { categoryItems } from '../scoring/score-category'
import { settingOf } from '../scoring/score-item'
import { type Scored, scoreSheet } from '../scoring/score-sheet'
import type { Memory } from '../scoring/tally'
import { type ItemMark, type MarkValue, markOn, UNTOUCHED } from '../sheet/mark'
import { nextValues } from './next-values'

/** Why a step costs nothing more: of the item, or of the total though the item loses. */
export type NoCost =
  /** The clause takes no more (其上限). */
  | 'capped'
  /** Free, or an unfinished group of units. */
  | 'free'
  /** The clauses that share a cap take no more together. */
  | 'shared-cap'
  /** The item has no points left. */
  | 'floored'
  /** A veto or a broken guarantee has taken the category, or all, or has imposed the grade. */
  | 'vetoed'
  /** The caps of bonus or penalty, or nothing is left of the total. */
  | 'total-capped'
  /** Too little to be seen after rounding. */
  | 'rounded'

/** What one step more on a clause would do now. Thousandths; a gain (bonus) is below nothing. */
export interface OneMore {
  /** The step in the standard's words and figures: '1处', '专人负责', '84.9%'. */
  readonly label: string
  readonly value: MarkValue
  readonly item: Points
  /** Of the total, the other open items at their best. */
  readonly total: Points
  /** The grade that is then the best within reach, where it is another one. */
  readonly grade: string | null
  readonly whyNothing: NoCost | null
}

/**
 * What one more 处 (or the next part, step or tier) costs in the item and in the total now. An unchecked item is
 * taken as one where nothing else is wrong; none on an excluded one, and where a person has to judge how much.
 * `memory` is the caller's own, kept between calls.
 */
export function oneMore(
  standard: Rubric,
  state: Scored,
  itemId: string,
  clauseId: string,
  memory: Memory = new WeakMap(),
): readonly OneMore[] {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  const item = itemIndex(rubric).get(itemId)
  const clause = item?.clauses.find(({ id }) => id === clauseId)
  const before = startOf(state.items.get(itemId))
  if (item === undefined || clause === undefined || before === null) return []
  const made = markOn(before.marks, clauseId)
  const items = new Map(state.items)
  const scoreWith = (mark: ItemMark) => {
    items.set(itemId, mark)
    return scoreSheet(standard, { items, header: state.header }, memory)
  }
  const place = placeOf(rubric, itemId)
  const now = scoreWith(before)
  return nextValues(clauseFor(clause, null), made?.value, settingOf(rubric, item)).map(({ label, value }) => {
    const { sameAs: _counted, ...kept } = made ?? { reason: '' }
    const marks = { ...before.marks, [clauseId]: { ...kept, value } }
    const then = scoreWith({ ...before, status: 'scored', marks })
    const cost = costOf(place, now, then)
    return {
      label,
      value,
      ...cost,
      grade: then.gradeHigh === now.gradeHigh ? null : then.gradeHigh,
      whyNothing: whyNothing(item, clause, place, now, then, cost),
    }
  })
}

/** An unchecked item starts from nothing wrong; an excluded one takes no marks. */
function startOf(mark: ItemMark = UNTOUCHED): ItemMark | null {
  if (mark.status === 'excluded') return null
  return mark.status === 'unchecked' ? { ...mark, status: 'clear' } : mark
}

/** Where an item stands in a score: its own place and its category's. */
interface Place {
  readonly item: number
  readonly category: number
}

function placeOf({ categories }: Rubric, itemId: string): Place {
  let before = 0
  for (const [at, category] of categories.entries()) {
    const items = categoryItems(category)
    const inside = items.findIndex(({ id }) => id === itemId)
    if (inside >= 0) return { item: before + inside, category: at }
    before += items.length
  }
  throw new RangeError(`no item ${itemId}`)
}

interface Cost {
  readonly item: Points
  readonly total: Points
}

function costOf(place: Place, now: SheetScore, then: SheetScore): Cost {
  const size = (score: SheetScore) => {
    const one = scoreAt(score, place)
    return one.high + one.extraHigh
  }
  return { item: points(size(now) - size(then)), total: points(now.high - then.high) }
}

function scoreAt(score: SheetScore, { item }: Place): ItemScore {
  const found = score.items[item]
  if (found === undefined) throw new RangeError(`no score at ${item}`)
  return found
}

function whyNothing(
  item: Item,
  clause: Clause,
  place: Place,
  now: SheetScore,
  then: SheetScore,
  { item: itemCost, total }: Cost,
): NoCost | null {
  // A veto that imposes a grade takes no points, and is not nothing.
  if (total !== 0 || then.gradeHigh !== now.gradeHigh) return null
  const taken = (score: SheetScore) => scoreAt(score, place).clauses.find((one) => one.clause === clause.id)
  const after = taken(then)
  const clauseCost = (after?.lost ?? 0) - (taken(now)?.lost ?? 0)
  if (itemCost === 0 && clauseCost === 0 && after?.veto == null) {
    return after?.isCapped === true || isAtCap(after?.lost ?? 0, item) ? 'capped' : 'free'
  }
  if (itemCost === 0 && after?.veto == null) {
    if (scoreAt(now, place).high <= 0) return 'floored'
    return item.sharedCaps?.some(({ clauses }) => clauses.includes(clause.id)) === true
      ? 'shared-cap'
      : 'rounded'
  }
  const category = now.categories[place.category]
  const isAllLost = now.high === 0 && now.forfeitedBy.length + now.vetoedBy.length > 0
  const isVetoed = category?.isVetoed === true || category?.isForfeited === true || isAllLost
  if (isVetoed || after?.veto != null) return 'vetoed'
  return item.kind === 'normal' && after?.extra === 0 ? 'rounded' : 'total-capped'
}

function isAtCap(lost: number, { points: full }: Item): boolean {
  return lost > 0 && lost >= full
}
