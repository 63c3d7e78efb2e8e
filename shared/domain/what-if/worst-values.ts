import type { Milli } from '../points'
import type { Clause } from '../rubric/clause'
import type { Rank } from '../rubric/clause-in-context'
import { clauseFor } from '../rubric/rubric-for'
import { LARGEST_MEASURE, valuesAround } from '../scoring/form'
import { isMarkFor } from '../scoring/forms'
import { canBeObserved, MOST_PLACES } from '../scoring/places'
import type { MarkValue, PlainValue } from '../sheet/mark'

/** The most that a person can count, as `isCount` has it. */
const MOST = 1_000_000

/** Marks of a clause among which is one that takes (or, of a bonus, gives) the most that any mark can. */
export function worstValues(clause: Clause): readonly MarkValue[] {
  const plain = plainValues(clause).filter((value) => isMarkFor(clause, value))
  const known = clauseFor(clause, null)
  if (!canBeObserved(known)) return plain
  // Several places together can take what one alone cannot; a mean is rounded, also of one place.
  const length = known.aggregate === 'sum' ? MOST_PLACES : 1
  return [
    ...plain,
    ...plain.map((value): MarkValue => {
      const at = Array.from({ length }, (_none, no) => ({ place: String(no + 1), value }))
      return { kind: 'places', at }
    }),
  ]
}

function plainValues(standing: Clause): readonly PlainValue[] {
  const clause = clauseFor(standing, null)
  switch (clause.form) {
    case 'per-occurrence': {
      const severities = clause.severities?.map(({ id }) => [id, MOST] as const)
      return [
        severities === undefined
          ? { kind: 'count', n: MOST }
          : { kind: 'counts', bySeverity: Object.fromEntries(severities) },
      ]
    }
    case 'bonus':
    case 'penalty':
      return [{ kind: 'count', n: MOST }]
    case 'all-or-nothing':
    case 'veto':
      return [{ kind: 'flag' }]
    case 'threshold':
      return around(clause.thresholds.map(({ value }) => value))
    case 'tier':
      return clause.measure === undefined
        ? clause.tiers.map(({ id }) => ({ kind: 'choice', id }))
        : around(clause.tiers.flatMap(({ min, max }) => [min, max]))
    case 'linear':
    case 'proportional':
      return around([])
    case 'zone-limit':
      return clause.zones.flatMap(({ id }) =>
        [0, LARGEST_MEASURE].map((value): PlainValue => ({ kind: 'zoned', zone: id, value: value as Milli })),
      )
    case 'judgement':
      return clause.bands.flatMap(({ id, min, max }) =>
        [min, max].map((part): PlainValue => ({ kind: 'points', bandId: id, points: part })),
      )
    case 'additive':
      return [{ kind: 'missing', parts: clause.parts.map(({ id }) => id) }]
    case 'escalation':
      return [
        {
          kind: 'found',
          found: clause.finders.map(({ id }) => ({ finder: id, time: clause.repeats.length, n: MOST })),
        },
      ]
    case 'rank':
      return ranksOfSteps(clause)
    case 'pass-rate':
      return clause.rule.kind === 'tiers'
        ? [0, MOST, ...clause.rule.tiers.flatMap(({ min = 0 as Milli }) => [min * 10 - 1, min * 10])]
            .filter((passed) => passed >= 0 && passed <= MOST)
            .map((passed) => samples(passed))
        : [samples(0)]
    case 'overflow':
      return []
  }
}

/** So many of a million that passed. */
function samples(passed: number): PlainValue {
  return { kind: 'samples', population: MOST, passed, failed: MOST - passed }
}

/** Measured values wherever a rule with these bounds can change its mind. */
function around(bounds: readonly (Milli | undefined)[]): readonly PlainValue[] {
  return valuesAround(bounds).map((value) => ({ kind: 'value', value }))
}

/** A rank of each step. */
export function ranksOfSteps({ steps }: Rank): readonly PlainValue[] {
  return steps.map(({ to }, at): PlainValue => ({ kind: 'rank', rank: to ?? (steps[at - 1]?.to ?? 0) + 1 }))
}
