import type { Points } from '../points'
import type { Clause, Outcome } from './clause'
import type { Item } from './rubric'

/** Points that the clause can win (thousandths); null for one that only takes. What is not won is lost. */
export function worthOf(clause: Clause, item: Item): Points | null {
  switch (clause.form) {
    case 'proportional':
      return clause.base
    case 'additive':
      return sum(clause.parts.map(({ points }) => points))
    case 'judgement':
      return clause.effect === 'gain' ? largest(clause.bands.map(({ max }) => max)) : null
    case 'threshold':
      return worthOfOutcomes(clause.thresholds, item)
    case 'tier':
      return worthOfOutcomes(clause.tiers, item)
    default:
      return null
  }
}

/** The most that the clause can take from its item, in thousandths. */
export function reachOf(clause: Clause, item: Item): Points {
  switch (clause.form) {
    case 'per-occurrence':
    case 'linear':
      return clause.cap ?? item.points
    case 'all-or-nothing':
      return clause.deduct === 'all' ? item.points : clause.deduct
    case 'threshold':
    case 'tier': {
      const outcomes = (clause.form === 'tier' ? clause.tiers : clause.thresholds).map(
        ({ outcome }) => outcome,
      )
      const worth = worthOf(clause, item) ?? (0 as Points)
      // No threshold met gains nothing; one of the tiers always applies.
      const unmet = clause.form === 'threshold' ? [worth] : []
      return largest([...outcomes.map((outcome) => lossOf(outcome, worth, item)), ...unmet])
    }
    case 'proportional':
      return clause.base
    case 'judgement': {
      const worth = worthOf(clause, item)
      if (worth === null) return largest(clause.bands.map(({ max }) => max))
      return (worth - Math.min(...clause.bands.map(({ min }) => min))) as Points
    }
    case 'additive':
      return sum(clause.parts.map(({ points }) => points))
    default:
      return clause.form === 'veto' && clause.scope === 'item' ? item.points : (0 as Points)
  }
}

function lossOf(outcome: Outcome, worth: Points, item: Item): Points {
  if (outcome.effect === 'zero') return item.points
  if (outcome.effect === 'deduct') return outcome.points
  return outcome.effect === 'gain' ? ((worth - outcome.points) as Points) : (0 as Points)
}

/** 得满分 beside 得1分 stands for the item's points. */
function worthOfOutcomes(list: readonly { readonly outcome: Outcome }[], item: Item): Points | null {
  const gains = list.flatMap(({ outcome }) => (outcome.effect === 'gain' ? [outcome.points] : []))
  if (gains.length === 0) return null
  return list.some(({ outcome }) => outcome.effect === 'full') ? item.points : largest(gains)
}

/** Every number of points the clause names for its item. */
export function sizesOf(clause: Clause): readonly Points[] {
  const outcomes = (list: readonly { readonly outcome: Outcome }[]) =>
    list.flatMap(({ outcome }) => ('points' in outcome ? [outcome.points] : []))
  switch (clause.form) {
    case 'per-occurrence':
      return [
        clause.pointsPerUnit,
        clause.cap,
        ...(clause.severities ?? []).map(({ points }) => points),
      ].filter(isSet)
    case 'all-or-nothing':
      return clause.deduct === 'all' ? [] : [clause.deduct]
    case 'threshold':
      return outcomes(clause.thresholds)
    case 'tier':
      return outcomes(clause.tiers)
    case 'linear':
    case 'bonus':
    case 'penalty':
      return [clause.pointsPerUnit, clause.cap].filter(isSet)
    case 'proportional':
      return [clause.base]
    case 'judgement':
      return clause.bands.map(({ max }) => max)
    case 'additive':
      return clause.parts.map(({ points }) => points)
    default:
      return []
  }
}

function isSet<T>(value: T | undefined): value is T {
  return value !== undefined
}

function sum(values: readonly Points[]): Points {
  return values.reduce((total, value) => total + value, 0) as Points
}

function largest(values: readonly Points[]): Points {
  return Math.max(0, ...values) as Points
}
