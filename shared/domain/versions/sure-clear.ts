import { points } from '../points'
import type { PlainClause } from '../rubric/clause'
import { type Setting, valuesAround } from '../scoring/form'
import { isMarkFor, takeFor } from '../scoring/forms'
import type { PlainValue } from '../sheet/mark'
import { objectOf } from './mark-meaning'
import { isSame } from './same'

/**
 * Whether 'nothing wrong' on a clause still says so on its successor: nothing that cost nothing then costs now, and
 * nothing is asked for that was not asked for. Prices and caps may differ.
 */
export function isSureClear(
  before: PlainClause,
  after: PlainClause,
  settings: { readonly before: Setting; readonly after: Setting },
): boolean {
  // An overflow takes what other clauses leave: there is nothing to look at.
  if (after.form === 'overflow' || isSame(before, after)) return true
  if (before.form !== after.form || !isSame(objectOf(before), objectOf(after))) return false
  const asked = thingsAsked(before)
  if (!thingsAsked(after).every((one) => asked.includes(one))) return false
  if (before.form === 'per-occurrence' && after.form === 'per-occurrence') {
    return (after.allowance ?? 0) >= (before.allowance ?? 0) && (after.per ?? 1) >= (before.per ?? 1)
  }
  if (before.form === 'pass-rate' && after.form === 'pass-rate' && !isSame(before.samples, after.samples)) {
    return false
  }
  const [was, now] = [sharp(before), sharp(after)]
  const values = [...turningValues(before), ...turningValues(after)]
  return values.every(
    (value) =>
      !isMarkFor(was, value) ||
      lostBy(was, value, settings.before) > 0 ||
      !isMarkFor(now, value) ||
      lostBy(now, value, settings.after) === 0,
  )
}

/** Whoever looked and found nothing looked for these, by name. */
function thingsAsked(clause: PlainClause): readonly string[] {
  const labels = (all: readonly { readonly label: string }[] = []) => all.map(({ label }) => label)
  switch (clause.form) {
    case 'per-occurrence':
      return labels(clause.severities)
    case 'tier':
      return clause.measure === undefined ? labels(clause.tiers) : []
    case 'judgement':
      return labels(clause.bands)
    case 'additive':
      return labels(clause.parts)
    case 'zone-limit':
      return labels(clause.zones)
    case 'escalation':
      return labels(clause.finders)
    default:
      return []
  }
}

const DEAR = points(1_000_000)

/** The clause at prices that no rounding hides: a shortfall by a thousandth costs something. */
function sharp(clause: PlainClause): PlainClause {
  switch (clause.form) {
    case 'linear':
    case 'zone-limit':
      return { ...clause, pointsPerUnit: DEAR }
    case 'proportional':
      return { ...clause, base: points(DEAR * 1000) }
    case 'pass-rate':
      return clause.rule.kind === 'tiers'
        ? clause
        : clause.rule.kind === 'shortfall'
          ? { ...clause, rule: { ...clause.rule, pointsPerUnit: DEAR } }
          : { ...clause, rule: { ...clause.rule, base: points(DEAR * 1000) } }
    default:
      return clause
  }
}

function lostBy(clause: PlainClause, value: PlainValue, setting: Setting): number {
  return takeFor(clause, { value }, setting).lost
}

/** Every choice; or values at, just below and just above wherever a rule changes its mind: between them it does not. */
function turningValues(clause: PlainClause): readonly PlainValue[] {
  switch (clause.form) {
    case 'threshold':
      return measured(clause.thresholds.map(({ value }) => value))
    case 'tier':
      return clause.measure === undefined
        ? clause.tiers.map(({ id }): PlainValue => ({ kind: 'choice', id }))
        : measured(clause.tiers.flatMap(({ min, max }) => [min, max]))
    case 'linear':
      return measured([clause.from, clause.from - clause.per, clause.from + clause.per])
    case 'proportional':
      return measured([clause.fullAt, clause.floor])
    case 'zone-limit':
      return clause.zones.flatMap(({ id, limit }) =>
        valuesAround([limit, limit - clause.per, limit + clause.per]).map(
          (value): PlainValue => ({ kind: 'zoned', zone: id, value }),
        ),
      )
    case 'rank':
      return clause.steps.flatMap(({ to = 0 }): readonly PlainValue[] =>
        [to, to + 1].flatMap((rank) => (rank < 1 ? [] : [{ kind: 'rank', rank }])),
      )
    case 'pass-rate':
      return rates(clause).map((passed) => ({
        kind: 'samples',
        population: WHOLE,
        passed,
        failed: WHOLE - passed,
      }))
    default:
      return []
  }
}

/** So many sampled that each thousandth of a per cent is a number of its own. */
const WHOLE = 100_000

function rates({ rule }: Extract<PlainClause, { form: 'pass-rate' }>): readonly number[] {
  const bounds =
    rule.kind === 'tiers'
      ? rule.tiers.map(({ min = 0 }) => min)
      : rule.kind === 'shortfall'
        ? [rule.from, rule.from - rule.per]
        : []
  return [0, WHOLE, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])].filter(
    (passed) => passed >= 0 && passed <= WHOLE,
  )
}

function measured(bounds: readonly (number | undefined)[]): readonly PlainValue[] {
  return valuesAround(bounds).map((value) => ({ kind: 'value', value }))
}
