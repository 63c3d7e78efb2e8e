import type { Milli, Points } from '../../shared/domain/points'
import type { Clause, PlainClause, Tier } from '../../shared/domain/rubric/clause'
import type { PassRate, ZoneLimit } from '../../shared/domain/rubric/clause-in-context'
import { clauseFor } from '../../shared/domain/rubric/rubric-for'
import { samplesAsked } from '../../shared/domain/scoring/pass-rate'
import { canBeObserved } from '../../shared/domain/scoring/places'
import type { MarkValue, PlainValue } from '../../shared/domain/sheet/mark'
import { plausiblePlaces } from './plausible-words'
import type { Seeded } from './seeded'

/** What an inspector might enter where something small is wrong; null where nothing should be marked. */
export function plausibleMark(clause: Clause, seeds: Seeded): MarkValue | null {
  const plain = clauseFor(clause, null)
  if (!canBeObserved(plain)) return plausibleValue(plain, seeds)
  const at = plausiblePlaces(seeds, 2 + seeds.below(3)).flatMap((place) => {
    const value = plausibleValue(plain, seeds)
    return value === null ? [] : [{ place, value }]
  })
  return at.length === 0 ? null : { kind: 'places', at }
}

/** The same at one place. */
function plausibleValue(clause: PlainClause, seeds: Seeded): PlainValue | null {
  switch (clause.form) {
    case 'per-occurrence': {
      const severity = clause.severities?.[seeds.below(clause.severities.length)]
      if (severity !== undefined) return { kind: 'counts', bySeverity: { [severity.id]: 1 + seeds.below(2) } }
      return { kind: 'count', n: (clause.allowance ?? 0) + (clause.per ?? 1) * (1 + seeds.below(3)) }
    }
    case 'all-or-nothing':
      return seeds.isIn100(40) ? { kind: 'flag' } : null
    case 'threshold': {
      const { cmp, value } = seeds.pick(clause.thresholds)
      const off = 1000 * (1 + seeds.below(4))
      return measured(cmp.startsWith('<') ? value - off : value + off, clause.measure.unit)
    }
    case 'tier':
      return inTier(clause, seeds)
    case 'linear': {
      const off = clause.per * (1 + seeds.below(3))
      return measured(
        clause.direction === 'below' ? clause.from - off : clause.from + off,
        clause.measure.unit,
      )
    }
    case 'proportional':
      return measured(
        clause.fullAt - Math.round((clause.fullAt * seeds.below(20)) / 100),
        clause.measure.unit,
      )
    case 'judgement': {
      const { id, min, max } = seeds.pick(clause.bands)
      const steps = Math.floor((max - min) / 100)
      return { kind: 'points', bandId: id, points: (min + 100 * seeds.below(steps + 1)) as Points }
    }
    case 'additive':
      return { kind: 'missing', parts: [seeds.pick(clause.parts).id] }
    case 'bonus':
      return { kind: 'count', n: 1 }
    case 'penalty':
      return seeds.isIn100(20) ? { kind: 'count', n: 1 } : null
    case 'zone-limit':
      return inZone(clause, seeds)
    case 'escalation': {
      const time = 1 + seeds.below(clause.repeats.length)
      return {
        kind: 'found',
        found: [{ finder: seeds.pick(clause.finders).id, time, n: 1 + seeds.below(2) }],
      }
    }
    case 'rank': {
      // By how many there may be: what comes after the last named rank is as likely as a step before it.
      const named = Math.max(1, ...clause.steps.map(({ to = 0 }) => to))
      return { kind: 'rank', rank: 1 + seeds.below(named + Math.ceil(named / 2)) }
    }
    case 'pass-rate':
      return sampled(clause, seeds)
    case 'veto':
    case 'overflow':
      return null
  }
}

function measured(value: number, unit: string): PlainValue {
  const most = unit === '%' ? 100_000 : Number.MAX_SAFE_INTEGER
  return { kind: 'value', value: Math.max(0, Math.min(most, value)) as Milli }
}

function inTier(clause: Tier, seeds: Seeded): PlainValue {
  const { id, min, max } = seeds.pick(clause.tiers)
  if (clause.measure === undefined) return { kind: 'choice', id }
  const inside = min === undefined ? (max ?? 1000) - 1000 : min + (max === undefined ? 1000 : (max - min) / 2)
  return measured(Math.floor(inside), clause.measure.unit)
}

function inZone({ zones, direction, per }: ZoneLimit, seeds: Seeded): PlainValue {
  const { id, limit } = seeds.pick(zones)
  const off = per * (1 + seeds.below(3))
  const value = direction === 'below' ? Math.max(0, limit - off) : limit + off
  return { kind: 'zoned', zone: id, value: value as Milli }
}

/** As many as the standard asks for, a few of them failed. */
function sampled(clause: PassRate, seeds: Seeded): PlainValue {
  const population = 20 + seeds.below(180)
  const asked = Math.max(1, samplesAsked(clause, population))
  const failed = Math.min(asked, seeds.below(3))
  return { kind: 'samples', population, passed: asked - failed, failed }
}
