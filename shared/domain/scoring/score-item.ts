import { type Points, points, round, ZERO } from '../points'
import type { Item, Rubric } from '../rubric/rubric'
import { type ItemMark, UNTOUCHED } from '../sheet/mark'
import type { Place } from './form'
import { reachOf, takeFor } from './forms'
import type { ClauseScore, ItemScore, VetoEffect } from './score'

const kept = new WeakMap<Item, { rubric: Rubric; mark: ItemMark; score: ItemScore }>()

/** One item's score, thousandths. The last answer for the same mark is kept, so that a key press costs one item. */
export function scoreItem(rubric: Rubric, item: Item, mark: ItemMark = UNTOUCHED): ItemScore {
  const last = kept.get(item)
  if (last !== undefined && last.mark === mark && last.rubric === rubric) return last.score
  const place = { item, rounding: rubric.rounding.item }
  const score =
    mark.status === 'unchecked'
      ? open(item, place)
      : mark.status === 'excluded'
        ? excluded(item)
        : checked(item, mark, place)
  kept.set(item, { rubric, mark, score })
  return score
}

/** Nobody has looked: from all that its clauses could take, to everything. */
function open(item: Item, place: Place): ItemScore {
  const reaches = item.clauses.map((clause) => reachOf(clause, place))
  const lost = reaches.reduce((sum, reach) => sum + reach.lost, 0)
  const worst = item.exclusion === 'leave-out' ? item.points : lost
  return {
    ...frame(item, 'unchecked'),
    low: floor(item, worst, place),
    high: item.points,
    extraLow: points(reaches.reduce((sum, reach) => sum + reach.extraLow, 0)),
    extraHigh: points(reaches.reduce((sum, reach) => sum + reach.extraHigh, 0)),
    vetoes: beyondItem(reaches),
  }
}

/** 合理缺项: out of the sum, full, or nothing, as the standard says. */
function excluded(item: Item): ItemScore {
  const gets = item.exclusion === 'full-marks' ? item.points : ZERO
  return {
    ...frame(item, 'excluded'),
    due: item.exclusion === 'normalise' ? ZERO : item.points,
    low: gets,
    high: gets,
  }
}

function checked(item: Item, mark: ItemMark, place: Place): ItemScore {
  const clauses = item.clauses.flatMap((clause): ClauseScore[] => {
    const made = Object.hasOwn(mark.marks, clause.id) ? mark.marks[clause.id] : undefined
    return made === undefined ? [] : [{ clause: clause.id, ...takeFor(clause, made.value, place) }]
  })
  const score = floor(
    item,
    clauses.reduce((sum, clause) => sum + clause.lost, 0),
    place,
  )
  const extra = points(clauses.reduce((sum, clause) => sum + clause.extra, 0))
  return {
    ...frame(item, mark.status),
    low: score,
    high: score,
    lost: points(item.points - score),
    extraLow: extra,
    extraHigh: extra,
    vetoes: beyondItem(clauses),
    clauses,
  }
}

/** Points less what was lost, rounded as items are, never below nothing. */
function floor(item: Item, lost: number, place: Place): Points {
  return round(points(Math.max(0, item.points - lost)), place.rounding)
}

function frame(item: Item, status: ItemScore['status']): ItemScore {
  return {
    item: item.id,
    code: item.code,
    status,
    full: item.points,
    due: item.points,
    low: ZERO,
    high: ZERO,
    lost: ZERO,
    extraLow: ZERO,
    extraHigh: ZERO,
    vetoes: [],
    clauses: [],
  }
}

function beyondItem(parts: readonly { readonly veto: VetoEffect | null }[]): readonly VetoEffect[] {
  return parts.flatMap(({ veto }) => (veto === null || veto.scope === 'item' ? [] : [veto]))
}
