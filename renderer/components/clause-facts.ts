import type { TFunction } from 'i18next'
import { formatMilli, type Points } from '../../shared/domain/points'
import type {
  Clause,
  ClauseForm,
  Measure,
  Outcome,
  PlainClause,
  Rule,
  Tier,
} from '../../shared/domain/rubric/clause'
import type { PassRate, Shortfall } from '../../shared/domain/rubric/clause-in-context'

/** One line of a clause's structure: what, and how much. */
export interface ClauseFact {
  readonly name: string
  readonly value: string
}

type ClauseOf<F extends ClauseForm> = Extract<Clause, { form: F }>
type Facts<F extends ClauseForm> = (clause: ClauseOf<F>, t: TFunction) => readonly ClauseFact[]

const COMPARISONS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const

const minus = (points: Points, t: TFunction) => t('standards.fact.minus', { points: formatMilli(points) })
const inPoints = (points: Points, t: TFunction) => t('standards.fact.points', { points: formatMilli(points) })

function measured(value: number, { unit }: Measure): string {
  return unit === '%' ? `${formatMilli(value)}%` : `${formatMilli(value)} ${unit}`
}

function outcomeText(outcome: Outcome, t: TFunction): string {
  switch (outcome.effect) {
    case 'full':
      return t('standards.fact.full')
    case 'zero':
      return t('standards.fact.zero')
    case 'deduct':
      return minus(outcome.points, t)
    case 'gain':
      return t('standards.fact.gain', { points: formatMilli(outcome.points) })
  }
}

function capFact(cap: Points | undefined, t: TFunction): ClauseFact {
  const value = cap === undefined ? t('standards.fact.capItem') : inPoints(cap, t)
  return { name: t('standards.fact.cap'), value }
}

function every(unit: string, per: number, t: TFunction): string {
  return per === 1 ? t('standards.fact.perUnit', { unit }) : t('standards.fact.perUnits', { per, unit })
}

function tierBounds(tier: Tier['tiers'][number], measure: Measure): string {
  const lower = tier.min === undefined ? '' : `${tier.isMinOpen ? '>' : '≥'} ${measured(tier.min, measure)}`
  const upper = tier.max === undefined ? '' : `${tier.isMaxClosed ? '≤' : '<'} ${measured(tier.max, measure)}`
  return [lower, upper].filter((part) => part !== '').join('，')
}

type Steps = Pick<Shortfall, 'direction' | 'per' | 'pointsPerUnit' | 'partial'>

/** What each step past a limit costs, and what an unfinished one does. */
function stepFacts({ direction, per, pointsPerUnit, partial }: Steps, measure: Measure, t: TFunction) {
  return [
    {
      name: t(direction === 'below' ? 'standards.fact.short' : 'standards.fact.over', {
        value: measured(per, measure),
      }),
      value: minus(pointsPerUnit, t),
    },
    { name: t('standards.fact.partial'), value: t(`standards.fact.partials.${partial}`) },
  ]
}

const RATE: Measure = { label: '', unit: '%' }

function passRateFacts({ rule }: PassRate, t: TFunction): readonly ClauseFact[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.map(({ label, min, outcome }) => ({
        name: min === undefined ? label || t('standards.fact.otherwise') : `≥ ${measured(min, RATE)}`,
        value: outcomeText(outcome, t),
      }))
    case 'shortfall':
      return [
        {
          name: t('standards.fact.standard'),
          value: t('standards.fact.atLeast', { value: measured(rule.from, RATE) }),
        },
        ...stepFacts({ ...rule, direction: 'below' }, RATE, t),
        capFact(rule.cap, t),
      ]
    case 'proportional':
      return [{ name: t('standards.fact.byRate'), value: inPoints(rule.base, t) }]
  }
}

const FACTS: { readonly [F in ClauseForm]: Facts<F> } = {
  'per-occurrence': (clause, t) => {
    const name = every(clause.unit, clause.per ?? 1, t)
    const sized = (clause.severities ?? []).map(({ label, points }) => ({
      name: `${name} · ${label}`,
      value: minus(points, t),
    }))
    const plain = clause.pointsPerUnit === undefined ? [] : [{ name, value: minus(clause.pointsPerUnit, t) }]
    const free =
      clause.allowance === undefined
        ? []
        : [
            {
              name: t('standards.fact.allowance'),
              value: t('standards.fact.allowanceOf', { count: clause.allowance, unit: clause.unit }),
            },
          ]
    return [...plain, ...sized, ...free, capFact(clause.cap, t)]
  },
  'all-or-nothing': (clause, t) => [
    {
      name: t('standards.fact.when'),
      value: clause.deduct === 'all' ? t('standards.fact.allItem') : minus(clause.deduct, t),
    },
  ],
  threshold: (clause, t) => [
    { name: t('standards.fact.measure'), value: clause.measure.label },
    ...clause.thresholds.map(({ cmp, value, outcome }) => ({
      name: `${COMPARISONS[cmp]} ${measured(value, clause.measure)}`,
      value: outcomeText(outcome, t),
    })),
  ],
  tier: (clause, t) => {
    const { measure } = clause
    const head = measure === undefined ? [] : [{ name: t('standards.fact.measure'), value: measure.label }]
    const tiers = clause.tiers.map((tier) => {
      const bounds = measure === undefined ? tier.label : tierBounds(tier, measure)
      return {
        name: bounds === '' ? t('standards.fact.otherwise') : bounds,
        value: outcomeText(tier.outcome, t),
      }
    })
    return [...head, ...tiers]
  },
  linear: (clause, t) => {
    const isBelow = clause.direction === 'below'
    return [
      { name: t('standards.fact.measure'), value: clause.measure.label },
      {
        name: t('standards.fact.standard'),
        value: t(isBelow ? 'standards.fact.atLeast' : 'standards.fact.atMost', {
          value: measured(clause.from, clause.measure),
        }),
      },
      ...stepFacts(clause, clause.measure, t),
      capFact(clause.cap, t),
    ]
  },
  proportional: (clause, t) => [
    { name: t('standards.fact.measure'), value: clause.measure.label },
    { name: t('standards.fact.base'), value: inPoints(clause.base, t) },
    { name: t('standards.fact.fullAt'), value: measured(clause.fullAt, clause.measure) },
    ...(clause.floor === undefined
      ? []
      : [{ name: t('standards.fact.floor'), value: measured(clause.floor, clause.measure) }]),
  ],
  judgement: (clause, t) =>
    clause.bands.map(({ label, min, max }) => {
      const band =
        min === max
          ? inPoints(max, t)
          : t('standards.fact.band', { min: formatMilli(min), max: formatMilli(max) })
      return {
        name: label,
        value: t(clause.effect === 'deduct' ? 'standards.fact.bandMinus' : 'standards.fact.bandGain', {
          band,
        }),
      }
    }),
  additive: (clause, t) => [
    ...clause.parts.map(({ label, points }) => ({
      name: label,
      value: t('standards.fact.part', { points: formatMilli(points) }),
    })),
    ...(clause.isNormalised === true
      ? [{ name: t('standards.fact.partAway'), value: t('standards.fact.partAwayHow') }]
      : []),
  ],
  bonus: (clause, t) => [
    {
      name: every(clause.unit, 1, t),
      value: t('standards.fact.plus', { points: formatMilli(clause.pointsPerUnit) }),
    },
    { name: t('standards.fact.capPlus'), value: inPoints(clause.cap, t) },
  ],
  penalty: (clause, t) => [
    { name: every(clause.unit, 1, t), value: minus(clause.pointsPerUnit, t) },
    ...(clause.cap === undefined ? [] : [capFact(clause.cap, t)]),
  ],
  veto: (clause, t) => [
    {
      name: t('standards.fact.veto'),
      value: t(`standards.fact.vetoScopes.${clause.scope}`, { grade: clause.grade ?? '' }),
    },
  ],
  'zone-limit': (clause, t) => [
    { name: t('standards.fact.measure'), value: clause.measure.label },
    ...clause.zones.map(({ label, limit }) => ({
      name: label,
      value: t(clause.direction === 'below' ? 'standards.fact.atLeast' : 'standards.fact.atMost', {
        value: measured(limit, clause.measure),
      }),
    })),
    ...stepFacts(clause, clause.measure, t),
    capFact(clause.cap, t),
  ],
  escalation: (clause, t) => [
    ...clause.finders.map(({ label, points }) => ({
      name: `${label} · ${every(clause.unit, 1, t)}`,
      value: minus(points, t),
    })),
    ...clause.repeats.map(({ label, factor }) => ({ name: label, value: `× ${formatMilli(factor)}` })),
    capFact(clause.cap, t),
  ],
  overflow: (clause, t) => [
    {
      name: t('standards.fact.beyond'),
      value: t(`standards.fact.beyonds.${clause.mode}`, { points: formatMilli(clause.points) }),
    },
  ],
  rank: (clause, t) => {
    const from = (at: number) => (clause.steps[at - 1]?.to ?? 0) + 1
    return [
      {
        name: t('standards.fact.measure'),
        value: `${clause.measure.label} · ${t(`standards.fact.first.${clause.first}`)}`,
      },
      ...clause.steps.map(({ to, outcome }, at) => ({
        name:
          to === undefined
            ? t('standards.fact.ranksFrom', { from: from(at) })
            : t('standards.fact.ranks', { from: from(at), to }),
        value: outcomeText(outcome, t),
      })),
    ]
  },
  'pass-rate': (clause, t) => [
    { name: t('standards.fact.sampled'), value: clause.measure.label },
    ...clause.samples.map(({ from, atLeast }) => ({
      name: t('standards.fact.population', { from, unit: clause.measure.unit }),
      value: t('standards.fact.sampleOf', { count: atLeast, unit: clause.measure.unit }),
    })),
    ...passRateFacts(clause, t),
  ],
  'by-subject': (clause, t) => [
    ...clause.cases.flatMap(({ kinds, rule }) => ruleFacts(kinds.join('、'), rule, t)),
    ...ruleFacts(t('standards.fact.otherSubjects'), clause.otherwise, t),
  ],
}

/** A clause's structure in words, line by line, as the software reads it. */
export function clauseFacts(clause: Clause, t: TFunction): readonly ClauseFact[] {
  const { aggregate, problem } = clause
  return [
    ...formFacts(clause, t),
    ...(aggregate === undefined
      ? []
      : [{ name: t('standards.fact.places'), value: t(`standards.fact.aggregates.${aggregate}`) }]),
    ...(problem === undefined
      ? []
      : [{ name: t('standards.fact.problem'), value: t('standards.fact.problemOnce', { problem }) }]),
  ]
}

function formFacts<F extends ClauseForm>(clause: ClauseOf<F>, t: TFunction): readonly ClauseFact[] {
  const facts: Facts<F> = FACTS[clause.form as F]
  return facts(clause, t)
}

/** What one kind of subject is held to: its form, then its facts. */
function ruleFacts(name: string, rule: Rule, t: TFunction): readonly ClauseFact[] {
  const clause = { ...rule, id: '', text: '' } as PlainClause
  return [
    { name, value: t(`standards.form.${rule.form}`) },
    ...clauseFacts(clause, t).map((fact) => ({ ...fact, name: `${name} · ${fact.name}` })),
  ]
}
