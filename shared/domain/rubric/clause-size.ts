import type { Points } from '../points'
import { worthOf as worthOfOutcomes } from '../scoring/outcome'
import type { Outcome, PlainClause } from './clause'
import type { Item } from './rubric'

/** Points that the clause can win, thousandths; 0 for one that only takes. What is not won is lost. */
export function worthOf(clause: PlainClause, item: Item): number {
  switch (clause.form) {
    case 'proportional':
      return clause.base
    case 'additive':
      return clause.parts.reduce((sum, { points }) => sum + points, 0)
    case 'judgement':
      return clause.effect === 'gain' ? Math.max(0, ...clause.bands.map(({ max }) => max)) : 0
    case 'pass-rate':
      return clause.rule.kind === 'proportional' ? clause.rule.base : won(outcomesOf(clause), item)
    default:
      return won(outcomesOf(clause), item)
  }
}

function won(outcomes: readonly Outcome[], item: Item): number {
  return outcomes.some(({ effect }) => effect === 'gain') ? worthOfOutcomes(outcomes, item.points) : 0
}

/** What a clause says that its thresholds, tiers or steps do, in printed order. */
export function outcomesOf(clause: PlainClause): readonly Outcome[] {
  switch (clause.form) {
    case 'threshold':
      return clause.thresholds.map(({ outcome }) => outcome)
    case 'tier':
      return clause.tiers.map(({ outcome }) => outcome)
    case 'rank':
      return clause.steps.map(({ outcome }) => outcome)
    case 'pass-rate':
      return clause.rule.kind === 'tiers' ? clause.rule.tiers.map(({ outcome }) => outcome) : []
    default:
      return []
  }
}

/** Every number of points the clause names for its item. */
export function sizesOf(clause: PlainClause): readonly Points[] {
  switch (clause.form) {
    case 'per-occurrence':
      return [
        clause.pointsPerUnit,
        clause.cap,
        ...(clause.severities ?? []).map(({ points }) => points),
      ].filter(isSet)
    case 'escalation':
      return [...clause.finders.map(({ points }) => points), clause.cap].filter(isSet)
    case 'all-or-nothing':
      return clause.deduct === 'all' ? [] : [clause.deduct]
    case 'linear':
    case 'zone-limit':
    case 'bonus':
    case 'penalty':
      return [clause.pointsPerUnit, clause.cap].filter(isSet)
    case 'proportional':
      return [clause.base]
    case 'judgement':
      return clause.bands.map(({ max }) => max)
    case 'additive':
      return clause.parts.map(({ points }) => points)
    case 'pass-rate':
      if (clause.rule.kind === 'shortfall') return [clause.rule.pointsPerUnit, clause.rule.cap].filter(isSet)
      return clause.rule.kind === 'proportional' ? [clause.rule.base] : pointsOf(outcomesOf(clause))
    default:
      return pointsOf(outcomesOf(clause))
  }
}

function pointsOf(outcomes: readonly Outcome[]): readonly Points[] {
  return outcomes.flatMap((outcome) => ('points' in outcome ? [outcome.points] : []))
}

/** What one of its units costs, before any cap. */
export function ratesOf(clause: PlainClause): readonly Points[] {
  switch (clause.form) {
    case 'per-occurrence':
      return [clause.pointsPerUnit, ...(clause.severities ?? []).map(({ points }) => points)].filter(isSet)
    case 'escalation':
      return clause.finders.map(({ points }) => points)
    case 'linear':
    case 'zone-limit':
    case 'bonus':
    case 'penalty':
      return [clause.pointsPerUnit]
    case 'pass-rate':
      return clause.rule.kind === 'shortfall' ? [clause.rule.pointsPerUnit] : []
    default:
      return []
  }
}

/** The most that a clause says it takes (or gives); none where it names no cap. */
export function capOf(clause: PlainClause): Points | undefined {
  if (clause.form === 'pass-rate') return clause.rule.kind === 'shortfall' ? clause.rule.cap : undefined
  return 'cap' in clause ? clause.cap : undefined
}

function isSet<T>(value: T | undefined): value is T {
  return value !== undefined
}
