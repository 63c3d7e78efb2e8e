import { type Points, points, round, ZERO } from '../points'
import type { Item, Rubric } from '../rubric/rubric'
import { type ItemMark, UNTOUCHED } from '../sheet/mark'
import type { Place } from './form'
import { reachOf, takeFor } from './forms'
import type { ClauseScore, ItemScore, VetoEffect } from './score'

/** One item's score, thousandths. Throws RangeError on a mark that does not fit its clause. */
export function scoreItem(rubric: Rubric, item: Item, mark: ItemMark = UNTOUCHED): ItemScore {
  const place = { item, rounding: rubric.rounding.item }
  if (mark.status === 'unchecked') return open(item, place)
  return mark.status === 'excluded' ? excluded(item) : checked(item, mark, place)
}

const NO_VETOES: readonly VetoEffect[] = []
const NO_CLAUSES: readonly ClauseScore[] = []

/** Nobody has looked: from all that its clauses could take, to everything. */
function open(item: Item, place: Place): ItemScore {
  let lost = 0
  let extraLow = 0
  let extraHigh = 0
  let vetoes = NO_VETOES
  for (const clause of item.clauses) {
    const reach = reachOf(clause, place)
    lost += reach.lost
    extraLow += reach.extraLow
    extraHigh += reach.extraHigh
    vetoes = withVeto(vetoes, reach.veto)
  }
  return {
    item: item.id,
    code: item.code,
    status: 'unchecked',
    full: item.points,
    due: item.points,
    low: floor(item, item.exclusion === 'leave-out' ? item.points : lost, place),
    high: item.points,
    lost: ZERO,
    extraLow: points(extraLow),
    extraHigh: points(extraHigh),
    vetoes,
    clauses: NO_CLAUSES,
  }
}

/** 合理缺项: out of the sum, full, or nothing, as the standard says. */
function excluded(item: Item): ItemScore {
  const gets = item.exclusion === 'full-marks' ? item.points : ZERO
  const due = item.exclusion === 'normalise' ? ZERO : item.points
  return {
    item: item.id,
    code: item.code,
    status: 'excluded',
    full: item.points,
    due,
    low: gets,
    high: gets,
    lost: points(due - gets),
    extraLow: ZERO,
    extraHigh: ZERO,
    vetoes: NO_VETOES,
    clauses: NO_CLAUSES,
  }
}

function checked(item: Item, mark: ItemMark, place: Place): ItemScore {
  const clauses: ClauseScore[] = []
  let lost = 0
  let extra = 0
  let vetoes = NO_VETOES
  for (const clause of item.clauses) {
    const made = Object.hasOwn(mark.marks, clause.id) ? mark.marks[clause.id] : undefined
    if (made === undefined) continue
    const taken = takeFor(clause, made.value, place)
    clauses.push({ clause: clause.id, ...taken })
    lost += taken.lost
    extra += taken.extra
    vetoes = withVeto(vetoes, taken.veto)
  }
  const score = floor(item, lost, place)
  return {
    item: item.id,
    code: item.code,
    status: mark.status,
    full: item.points,
    due: item.points,
    low: score,
    high: score,
    lost: points(item.points - score),
    extraLow: points(extra),
    extraHigh: points(extra),
    vetoes,
    clauses,
  }
}

/**
 * Points less what was lost, rounded as items are, never below nothing; rounding up gives nothing back beyond
 * the item's points, and an item that lost nothing keeps them all, on whatever step they lie.
 */
function floor(item: Item, lost: number, place: Place): Points {
  if (lost === 0) return item.points
  return points(Math.min(item.points, round(points(Math.max(0, item.points - lost)), place.rounding)))
}

/** Vetoes that reach beyond the item. */
function withVeto(vetoes: readonly VetoEffect[], veto: VetoEffect | null): readonly VetoEffect[] {
  return veto === null || veto.scope === 'item' ? vetoes : [...vetoes, veto]
}
