import { formatMilli, type Milli } from '../points'
import type { PlainClause } from '../rubric/clause'
import { isMeasured, LARGEST_MEASURE, type Setting } from '../scoring/form'
import { isMarkFor, takeFor } from '../scoring/forms'
import type { MarkValue, Observation, PlainValue } from '../sheet/mark'
import { ranksOfSteps } from './worst-values'

/** A clause's next step: what it is called in the standard's words and figures, and the mark it would make. */
export interface Step {
  readonly label: string
  readonly value: MarkValue
}

/**
 * The next steps of a clause that is marked so, or not at all: one more 处, the next part, the next step of a rate, the
 * next tier. None where there is nothing more to mark, or how much is for a person to judge.
 */
export function nextValues(
  clause: PlainClause,
  value: MarkValue | undefined,
  setting: Setting,
): readonly Step[] {
  if (value?.kind === 'places') return elsewhere(clause, value.at, setting)
  return plainSteps(clause, value, setting).filter((step) => isMarkFor(clause, step.value))
}

/** One more place where one unit, or the first step, is found. */
function elsewhere(clause: PlainClause, at: readonly Observation[], setting: Setting): readonly Step[] {
  return plainSteps(clause, undefined, setting)
    .map(
      ({ label, value }): Step => ({
        label,
        value: { kind: 'places', at: [...at, { place: `+${at.length + 1}`, value }] },
      }),
    )
    .filter((step) => isMarkFor(clause, step.value))
}

interface PlainStep extends Step {
  readonly value: PlainValue
}

function plainSteps(
  clause: PlainClause,
  value: PlainValue | undefined,
  setting: Setting,
): readonly PlainStep[] {
  switch (clause.form) {
    case 'per-occurrence':
      return clause.severities === undefined
        ? [oneMoreOf(clause.unit, value)]
        : clause.severities.map(({ id, label }) => ({
            label: `${label} 1${clause.unit}`,
            value: { kind: 'counts', bySeverity: raised(value, id) },
          }))
    case 'bonus':
    case 'penalty':
      return [oneMoreOf(clause.unit, value)]
    case 'all-or-nothing':
    case 'veto':
      return value === undefined ? [{ label: '', value: { kind: 'flag' } }] : []
    case 'additive': {
      const made = value?.kind === 'missing' ? value : { kind: 'missing' as const, parts: [] }
      return clause.parts
        .filter(({ id }) => !made.parts.includes(id) && made.notApplicable?.includes(id) !== true)
        .map(({ id, label }) => ({ label, value: { ...made, parts: [...made.parts, id] } }))
    }
    case 'linear':
      return [measured(clause, clause.from, clause.direction, value)]
    case 'proportional':
      return [measured({ ...clause, per: 1000 as Milli }, clause.fullAt, 'below', value)]
    case 'zone-limit': {
      const zones = clause.zones.filter(({ id }) => value?.kind !== 'zoned' || value.zone === id)
      return zones.map(({ id, label, limit }) => {
        const now = value?.kind === 'zoned' ? value.value : limit
        const next = moved(now, clause.direction, clause.per)
        return {
          label: `${label} ${formatMilli(next)}${clause.measure.unit}`,
          value: { kind: 'zoned', zone: id, value: next },
        }
      })
    }
    case 'escalation':
      return clause.finders.flatMap(({ id, label }) =>
        clause.repeats.map((repeat, at) => ({
          label: `${label} · ${repeat.label} 1${clause.unit}`,
          value: { kind: 'found', found: foundMore(value, id, at + 1) } as const,
        })),
      )
    case 'pass-rate':
      return value?.kind === 'samples' ? oneFails(clause.measure.unit, value) : []
    case 'threshold':
      return nextWorse(
        clause,
        value,
        setting,
        around(
          clause.thresholds.map((one) => one.value),
          clause.measure.unit,
        ),
      )
    case 'tier':
      return nextWorse(clause, value, setting, tierSteps(clause))
    case 'rank': {
      const labels = clause.steps.map(({ label }) => label)
      const ranks = ranksOfSteps(clause).map((rank, at) => ({ label: labels[at] ?? '', value: rank }))
      return nextWorse(clause, value, setting, ranks)
    }
    case 'judgement':
    case 'overflow':
      return []
  }
}

function oneMoreOf(unit: string, value: PlainValue | undefined): PlainStep {
  return { label: `1${unit}`, value: { kind: 'count', n: (value?.kind === 'count' ? value.n : 0) + 1 } }
}

function raised(value: PlainValue | undefined, id: string): Readonly<Record<string, number>> {
  const counts = value?.kind === 'counts' ? value.bySeverity : {}
  return { ...counts, [id]: (Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0) + 1 }
}

function foundMore(value: PlainValue | undefined, finder: string, time: number) {
  const found = value?.kind === 'found' ? value.found : []
  const isSame = (one: (typeof found)[number]) => one.finder === finder && one.time === time
  return found.some(isSame)
    ? found.map((one) => (isSame(one) ? { ...one, n: one.n + 1 } : one))
    : [...found, { finder, time, n: 1 }]
}

/** One step further on the wrong side of the limit. */
function measured(
  { measure, per }: { readonly measure: { readonly unit: string }; readonly per: Milli },
  limit: Milli,
  direction: 'below' | 'above',
  value: PlainValue | undefined,
): PlainStep {
  const next = moved(value?.kind === 'value' ? value.value : limit, direction, per)
  return { label: `${formatMilli(next)}${measure.unit}`, value: { kind: 'value', value: next } }
}

function moved(value: Milli, direction: 'below' | 'above', by: Milli): Milli {
  const next = direction === 'below' ? value - by : value + by
  return Math.min(LARGEST_MEASURE, Math.max(0, next)) as Milli
}

/** One of the passed fails: the sample stays as large as it is. */
function oneFails(unit: string, value: Extract<PlainValue, { kind: 'samples' }>): readonly PlainStep[] {
  if (value.passed === 0) return []
  return [{ label: `1${unit}`, value: { ...value, passed: value.passed - 1, failed: value.failed + 1 } }]
}

/** Of what could be marked, what costs least among all that costs more than the mark as it is. */
function nextWorse(
  clause: PlainClause,
  value: PlainValue | undefined,
  setting: Setting,
  steps: readonly PlainStep[],
): readonly PlainStep[] {
  const lost = (one: PlainValue) => takeFor(clause, { value: one }, setting).lost
  const now = value === undefined ? 0 : lost(value)
  const worse = steps
    .filter((step) => isMarkFor(clause, step.value))
    .map((step) => ({ step, loss: lost(step.value) }))
    .filter(({ loss }) => loss > now)
    .sort((a, b) => a.loss - b.loss)
  return worse.slice(0, 1).map(({ step }) => step)
}

function around(bounds: readonly Milli[], unit: string): readonly PlainStep[] {
  return bounds
    .flatMap((bound) => [bound, bound - 1, bound + 1])
    .filter(isMeasured)
    .map((bound) => ({
      label: `${formatMilli(bound)}${unit}`,
      value: { kind: 'value', value: bound as Milli },
    }))
}

function tierSteps({ measure, tiers }: Extract<PlainClause, { form: 'tier' }>): readonly PlainStep[] {
  if (measure === undefined) return tiers.map(({ id, label }) => ({ label, value: { kind: 'choice', id } }))
  return tiers.flatMap(({ label, min, isMinOpen, max, isMaxClosed }) => {
    const top = max === undefined ? min : isMaxClosed === true ? max : max - 1
    const inside = max === undefined && isMinOpen === true && min !== undefined ? min + 1 : top
    return inside === undefined || !isMeasured(inside)
      ? []
      : [{ label, value: { kind: 'value', value: inside as Milli } } as const]
  })
}
