import {
  add,
  count,
  divideBy,
  type Expression,
  evaluate,
  least,
  most,
  number,
  rounded,
  subtract,
} from '../explain/expression'
import { mulDiv, type Points, points } from '../points'
import { placeName } from '../round/place'
import type { ClauseForm, PlainClause } from '../rubric/clause'
import { capOf } from '../rubric/clause-size'
import type { Observation, PlainValue } from '../sheet/mark'
import { type Account, lose, type Reach, type Setting, type Taken } from './form'
import { underCap } from './shortfall'

/** Forms that can be held against each place by itself. */
const OBSERVED: readonly ClauseForm[] = [
  'per-occurrence',
  'all-or-nothing',
  'threshold',
  'tier',
  'linear',
  'proportional',
  'judgement',
  'additive',
  'zone-limit',
]

/** Most places of one mark. */
export const MOST_PLACES = 500

/** Whether the clause is observed place by place. */
export function canBeObserved({ form, aggregate }: PlainClause): boolean {
  return aggregate !== undefined && canAggregate(form)
}

export function canAggregate(form: ClauseForm): boolean {
  return OBSERVED.includes(form)
}

/** A place where nothing was wrong. */
const CLEAN: Account = { facts: ['✓'], sum: count(0) }

/** Whether what was seen at a place counts here: it was not clean, and is not counted under another item. */
export function costs({ value, sameAs }: Observation): boolean {
  return sameAs === undefined && value.kind !== 'clean'
}

/** Whether there are places, each named, none twice, and each with a value that fits. */
export function isSomewhere(at: readonly Observation[], fits: (value: PlainValue) => boolean): boolean {
  const names = new Set(at.map(({ place }) => placeName(place)))
  return (
    at.length > 0 &&
    at.length <= MOST_PLACES &&
    names.size === at.length &&
    !names.has('') &&
    at.every(({ value }) => value.kind === 'clean' || fits(value))
  )
}

/**
 * Each place costs by itself; the sum, the mean (such that what it leaves of the item is rounded as items are) or the
 * worst of them is what the clause takes, never more than its cap. A place that was clean, or whose problem is counted
 * under another item, costs nothing here, and is still one of the places that a mean is over.
 */
export function takeAtPlaces(
  clause: PlainClause,
  at: readonly Observation[],
  take: (value: PlainValue) => Taken,
  setting: Setting,
): Taken {
  const losses = at.map((one) => (costs(one) ? take(one.value).lost : points(0)))
  return lose(together(clause, losses, setting), limitOf(clause, setting))
}

/** The same in figures, a fact a place. */
export function accountOfPlaces(
  clause: PlainClause,
  at: readonly Observation[],
  account: (value: PlainValue) => Account,
  setting: Setting,
): Account {
  const each = at.map((one) => accountAt(one, account))
  return {
    facts: each.map(({ fact }) => fact),
    sum: sumOf(
      clause,
      each.map(({ sum }) => sum),
      setting,
    ),
  }
}

/** One place in words and figures; its sum is nothing where it is clean, or counted under another item. */
export function accountAt(one: Observation, account: (value: PlainValue) => Account) {
  const { facts, sum } = one.value.kind === 'clean' ? CLEAN : account(one.value)
  const link = one.sameAs === undefined ? '' : ' ⇄'
  return { fact: `${one.place}: ${facts.join(' · ')}${link}`, sum: costs(one) ? sum : count(0) }
}

/** Of several places: a sum comes to as many times the worst as there can be places; a mean rounds even that. */
export function reachOfPlaces(clause: PlainClause, one: Reach, setting: Setting): Reach {
  if (!canBeObserved(clause) || clause.aggregate === 'worst') return one
  const all = clause.aggregate === 'sum' ? one.lost * MOST_PLACES : meanOf([one.lost], setting)
  return { ...one, lost: points(Math.max(one.lost, Math.min(limitOf(clause, setting), all))) }
}

function together({ aggregate }: PlainClause, losses: readonly Points[], setting: Setting): number {
  if (aggregate === 'worst') return Math.max(...losses)
  return aggregate === 'mean' ? meanOf(losses, setting) : losses.reduce((total, lost) => total + lost, 0)
}

/** 3 − 0.25 is 2.8 to tenths by half up, and 2.7 cut off: a mean of losses is 0.2 or 0.3. */
function meanOf(losses: readonly Points[], { item, rounding }: Setting): number {
  const sum = losses.reduce((total, lost) => total + lost, 0)
  if (sum === 0) return 0
  return Math.max(0, item.points - mulDiv(item.points * losses.length - sum, 1, losses.length, rounding))
}

function sumOf(clause: PlainClause, sums: readonly Expression[], setting: Setting): Expression {
  const cap = limitOf(clause, setting)
  if (clause.aggregate === 'worst') return most(...sums)
  if (clause.aggregate === 'mean') {
    const mean = explainMean(sums, setting)
    // No place is past the cap, but rounding may bring their mean there.
    return underCap(mean, cap, evaluate(mean) > cap)
  }
  // A cap that does not bite changes nothing: it is written for the reader only where it may.
  return sums.length === 1 ? add(...sums) : least(add(...sums), number(cap))
}

function explainMean(sums: readonly Expression[], setting: Setting): Expression {
  const { item, rounding } = setting
  const mean = divideBy(add(...sums), count(sums.length))
  const plain = rounded(mean, rounding)
  if (evaluate(plain) === meanOf(sums.map(evaluate), setting)) return plain
  const full = number(item.points)
  return most(count(0), subtract(full, rounded(subtract(full, mean), rounding)))
}

function limitOf(clause: PlainClause, { limit }: Setting): Points {
  return capOf(clause) ?? limit
}
