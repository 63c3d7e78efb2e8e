import type { PlainClause } from '../rubric/clause'
import type { MarkValue, PlainValue } from '../sheet/mark'
import { isSame } from './same'

interface Labelled {
  readonly id: string
  readonly label: string
}

/**
 * Whether a mark on one clause says the same on another of the same form: what was counted or measured, and the names
 * of what was chosen, are as they were. What it costs may differ.
 */
export function saysTheSame(before: PlainClause, after: PlainClause, value: MarkValue): boolean {
  if (before.form !== after.form || !isSame(objectOf(before), objectOf(after))) return false
  const values: readonly PlainValue[] =
    value.kind === 'places' ? value.at.map((place) => place.value) : [value]
  return values.every((one) => isSame(labelsOf(before, one), labelsOf(after, one)))
}

/** What a clause looks at: its unit, or what is measured; and which way a judgement goes. */
export function objectOf(clause: PlainClause): unknown {
  switch (clause.form) {
    case 'per-occurrence':
    case 'escalation':
    case 'bonus':
    case 'penalty':
      return clause.unit
    case 'threshold':
    case 'tier':
    case 'linear':
    case 'proportional':
    case 'zone-limit':
    case 'pass-rate':
      return clause.measure ?? null
    case 'rank':
      return [clause.measure, clause.first]
    case 'judgement':
      return clause.effect
    default:
      return null
  }
}

/** The standard's names of what a mark chose. */
function labelsOf(clause: PlainClause, value: PlainValue): unknown {
  switch (value.kind) {
    case 'counts':
      return 'severities' in clause ? named(clause.severities, Object.keys(value.bySeverity)) : null
    case 'choice':
      return clause.form === 'tier' ? named(clause.tiers, [value.id]) : null
    case 'points':
      return clause.form === 'judgement' ? named(clause.bands, [value.bandId]) : null
    case 'missing':
      return clause.form === 'additive'
        ? named(clause.parts, [...value.parts, ...(value.notApplicable ?? [])])
        : null
    case 'zoned':
      return clause.form === 'zone-limit' ? named(clause.zones, [value.zone]) : null
    case 'found': {
      if (clause.form !== 'escalation') return null
      const finders = named(
        clause.finders,
        value.found.map(({ finder }) => finder),
      )
      return [finders, value.found.map(({ time }) => clause.repeats[time - 1]?.label)]
    }
    default:
      return null
  }
}

function named(
  all: readonly Labelled[] | undefined,
  ids: readonly string[],
): readonly (string | undefined)[] {
  return ids.map((id) => all?.find((one) => one.id === id)?.label)
}
