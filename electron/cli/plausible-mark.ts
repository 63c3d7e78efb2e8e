import type { Milli, Points } from '../../shared/domain/points'
import type { Clause, Tier } from '../../shared/domain/rubric/clause'
import type { MarkValue } from '../../shared/domain/sheet/mark'
import type { Seeded } from './seeded'

/** What an inspector might enter where something small is wrong; null where nothing should be marked. */
export function plausibleMark(clause: Clause, seeds: Seeded): MarkValue | null {
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
    case 'veto':
      return null
  }
}

function measured(value: number, unit: string): MarkValue {
  const most = unit === '%' ? 100_000 : Number.MAX_SAFE_INTEGER
  return { kind: 'value', value: Math.max(0, Math.min(most, value)) as Milli }
}

function inTier(clause: Tier, seeds: Seeded): MarkValue {
  const { id, min, max } = seeds.pick(clause.tiers)
  if (clause.measure === undefined) return { kind: 'choice', id }
  const inside = min === undefined ? (max ?? 1000) - 1000 : min + (max === undefined ? 1000 : (max - min) / 2)
  return measured(Math.floor(inside), clause.measure.unit)
}
