import { type Points, points, type Rounding, round, ZERO } from '../points'
import type { Item, Rubric } from '../rubric/rubric'
import { type ItemMark, markOn, UNTOUCHED } from '../sheet/mark'
import type { Setting } from './form'
import { reachOf, takeFor } from './forms'
import { beyondOf, floorOf, limitOf } from './item-limit'
import type { ClauseScore, ItemScore, VetoEffect } from './score'

/** One item's score, thousandths. Throws RangeError on a mark that does not fit its clause. */
export function scoreItem(rubric: Rubric, item: Item, mark: ItemMark = UNTOUCHED): ItemScore {
  const setting = settingOf(rubric, item)
  if (mark.status === 'unchecked') return open(item, setting)
  return mark.status === 'excluded' ? excluded(item) : checked(item, mark, setting)
}

/** Where the clauses of an item stand. */
export function settingOf(rubric: Rubric, item: Item): Setting {
  return { item, limit: limitOf(item), rounding: rubric.rounding.item }
}

const NO_VETOES: readonly VetoEffect[] = []
const NO_CLAUSES: readonly ClauseScore[] = []

// The objects below are written out member by member: spread, they cost the whole sheet three times as much.

/** Nobody has looked: from all that its clauses could take, to everything. */
function open(item: Item, setting: Setting): ItemScore {
  const losses: Loss[] = []
  const extrasLow: Loss[] = []
  const extrasHigh: Loss[] = []
  let vetoes = NO_VETOES
  for (const clause of item.clauses) {
    const reach = reachOf(clause, setting)
    losses.push({ clause: clause.id, lost: reach.lost })
    if (reach.extraLow !== 0) extrasLow.push({ clause: clause.id, lost: reach.extraLow })
    if (reach.extraHigh !== 0) extrasHigh.push({ clause: clause.id, lost: reach.extraHigh })
    vetoes = withVeto(vetoes, reach.veto)
  }
  const worst = keptOf(item, lossOf(item, losses), setting.rounding)
  return {
    item: item.id,
    code: item.code,
    status: 'unchecked',
    full: item.points,
    due: item.points,
    low: item.exclusion === 'leave-out' ? points(Math.min(worst, 0)) : worst,
    high: item.points,
    lost: ZERO,
    extraLow: points(extraOf(item, extrasLow)),
    extraHigh: points(extraOf(item, extrasHigh)),
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

function checked(item: Item, mark: ItemMark, setting: Setting): ItemScore {
  const clauses: ClauseScore[] = []
  const extras: Loss[] = []
  let vetoes = NO_VETOES
  for (const clause of item.clauses) {
    const made = markOn(mark.marks, clause.id)
    if (made === undefined) continue
    const taken = takeFor(clause, made, setting)
    clauses.push({
      clause: clause.id,
      lost: taken.lost,
      pending: taken.pending,
      extra: taken.extra,
      veto: taken.veto,
      isCapped: taken.isCapped,
      isShort: taken.isShort,
    })
    if (taken.extra !== 0) extras.push({ clause: clause.id, lost: taken.extra })
    vetoes = withVeto(vetoes, taken.veto)
  }
  const high = keptOf(item, lossOf(item, clauses), setting.rounding)
  const extra = points(extraOf(item, extras))
  const isPending = clauses.some(({ pending }) => pending > 0)
  return {
    item: item.id,
    code: item.code,
    status: mark.status,
    full: item.points,
    due: item.points,
    low: isPending ? keptOf(item, lossOf(item, clauses.map(atWorst)), setting.rounding) : high,
    high,
    lost: points(item.points - high),
    extraLow: extra,
    extraHigh: extra,
    vetoes,
    clauses,
  }
}

/** What one clause takes. */
export interface Loss {
  readonly clause: string
  readonly lost: Points
}

function atWorst({ clause, lost, pending }: ClauseScore): Loss {
  return { clause, lost: points(lost + pending) }
}

/** What the clauses take together: those that share a cap no more than it. */
export function lossOf({ sharedCaps }: Item, losses: readonly Loss[]): number {
  let total = 0
  for (const { lost } of losses) total += lost
  for (const { clauses, cap } of sharedCaps ?? []) {
    let together = 0
    for (const { clause, lost } of losses) if (clauses.includes(clause)) together += lost
    total -= Math.max(0, together - cap)
  }
  return total
}

/** What bonuses give together, or penalties take (below nothing): those that share a cap no more than it. */
export function extraOf(item: Item, extras: readonly Loss[]): number {
  const gains = extras.filter(({ lost }) => lost > 0)
  const losses = extras.flatMap(({ clause, lost }) => (lost < 0 ? [{ clause, lost: points(-lost) }] : []))
  return lossOf(item, gains) - lossOf(item, losses)
}

/**
 * Points less what was lost, rounded as items are, never below nothing (or what a clause takes beyond the item);
 * rounding up gives nothing back beyond the item's points, and an item that lost nothing keeps them all, on
 * whatever step they lie.
 */
export function keptOf(item: Item, lost: number, rounding: Rounding): Points {
  if (lost === 0) return item.points
  const kept = item.points - Math.min(lost, limitOf(item)) - beyondOf(item, lost)
  return points(Math.min(item.points, Math.max(floorOf(item), round(points(kept), rounding))))
}

/** Vetoes that reach beyond the item. */
function withVeto(vetoes: readonly VetoEffect[], veto: VetoEffect | null): readonly VetoEffect[] {
  return veto === null || veto.scope === 'item' ? vetoes : [...vetoes, veto]
}
