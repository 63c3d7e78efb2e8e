import { formatMilli } from '../points'
import type { Clause, Measure, Outcome, PlainClause, Rule, Tier } from '../rubric/clause'
import type { PassRateRule, Shortfall } from '../rubric/clause-in-context'
import { counted, type Field, type FieldValue, field, inPoints, text, word } from './field'

const COMPARED = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const
const PERCENT: Measure = { label: '', unit: '%' }

type RuleOf<F extends Rule['form']> = Extract<Rule, { form: F }>

/** What each form says, in the order in which a person reads it. */
const FIELDS: { readonly [F in Rule['form']]: (rule: RuleOf<F>) => readonly (Field | null)[] } = {
  'per-occurrence': ({ unit, per = 1, pointsPerUnit, severities = [], allowance, cap }) => [
    field('unit', text(unit)),
    field('per', counted(per)),
    pointsPerUnit === undefined ? null : field('price', inPoints(pointsPerUnit), each(per, unit)),
    ...severities.flatMap(({ id, label, points }) => [
      field('price', inPoints(points), `${each(per, unit)} · ${label}`, id),
      field('label', text(label), label, id),
    ]),
    optional('allowance', allowance, counted),
    optional('cap', cap, inPoints),
  ],
  'all-or-nothing': ({ deduct }) => [
    field('deduct', deduct === 'all' ? word('all-points') : inPoints(deduct)),
  ],
  threshold: ({ measure, thresholds }) => [
    measured(measure),
    ...thresholds.map(({ cmp, value, outcome }, at) =>
      field('threshold', within(`${COMPARED[cmp]} ${amount(value, measure)}`, outcome), '', String(at)),
    ),
  ],
  tier: ({ measure, tiers }) => [
    measure === undefined ? null : measured(measure),
    ...tiers.flatMap((tier) => [
      field(
        'tier',
        within(measure === undefined ? '' : bounds(tier, measure), tier.outcome),
        tier.label,
        tier.id,
      ),
      field('label', text(tier.label), tier.label, tier.id),
    ]),
  ],
  linear: (rule) => [
    measured(rule.measure),
    field('from', { kind: 'measure', value: rule.from, unit: rule.measure.unit }),
    ...shortfall(rule, rule.measure),
    optional('cap', rule.cap, inPoints),
  ],
  proportional: ({ measure, base, fullAt, floor }) => [
    measured(measure),
    field('base', inPoints(base)),
    field('full-at', { kind: 'measure', value: fullAt, unit: measure.unit }),
    optional('floor', floor, (value) => ({ kind: 'measure', value, unit: measure.unit })),
  ],
  judgement: ({ effect, bands }) => [
    field('effect', word(`effect-${effect}`)),
    ...bands.flatMap(({ id, label, min, max }) => [
      field('band', { kind: 'range', min, max }, label, id),
      field('label', text(label), label, id),
    ]),
  ],
  additive: ({ parts, isNormalised = false }) => [
    ...parts.flatMap(({ id, label, points }) => [
      field('part', inPoints(points), label, id),
      field('label', text(label), label, id),
    ]),
    field('normalised', word(isNormalised ? 'yes' : 'no')),
  ],
  bonus: ({ unit, pointsPerUnit, cap }) => [
    field('unit', text(unit)),
    field('price', inPoints(pointsPerUnit), unit),
    field('cap', inPoints(cap)),
  ],
  penalty: ({ unit, pointsPerUnit, cap }) => [
    field('unit', text(unit)),
    field('price', inPoints(pointsPerUnit), unit),
    optional('cap', cap, inPoints),
  ],
  veto: ({ scope, grade }) => [field('scope', word(`veto-${scope}`)), optional('imposed-grade', grade, text)],
  'zone-limit': (rule) => [
    measured(rule.measure),
    ...rule.zones.flatMap(({ id, label, limit }) => [
      field('zone', { kind: 'measure', value: limit, unit: rule.measure.unit }, label, id),
      field('label', text(label), label, id),
    ]),
    ...shortfall(rule, rule.measure),
    optional('cap', rule.cap, inPoints),
  ],
  escalation: ({ unit, finders, repeats, cap }) => [
    field('unit', text(unit)),
    ...finders.flatMap(({ id, label, points }) => [
      field('finder', inPoints(points), label, id),
      field('label', text(label), label, id),
    ]),
    ...repeats.flatMap(({ label, factor }, at) => [
      field('repeat', { kind: 'factor', factor }, label, String(at)),
      field('label', text(label), label, `repeat ${at}`),
    ]),
    optional('cap', cap, inPoints),
  ],
  overflow: ({ mode, points }) => [
    field('mode', word(`overflow-${mode}`)),
    field('beyond', inPoints(points)),
  ],
  rank: ({ measure, first, steps }) => [
    measured(measure),
    field('first', word(`first-${first}`)),
    ...steps.flatMap(({ id, label, to, outcome }) => [
      field('rank-step', within(to === undefined ? '' : `≤ ${to}`, outcome), label, id),
      field('label', text(label), label, id),
    ]),
  ],
  'pass-rate': ({ measure, samples, rule }) => [
    measured(measure),
    ...samples.map(({ from, atLeast }) =>
      field('samples', counted(atLeast), `≥ ${from}${measure.unit}`, String(from)),
    ),
    field('rate-rule', word(`rate-${rule.kind}`)),
    ...rateFields(rule),
  ],
}

/** Everything that a clause says, but its id. */
export function clauseFields(clause: Clause): readonly Field[] {
  const { problem, forPerson } = clause
  const common = [
    field('form', word(`form-${clause.form}`)),
    field('text', text(clause.text)),
    problem === undefined ? null : field('problem', text(problem)),
    forPerson === undefined ? null : field('for-person', word('yes')),
  ]
  return [...common.filter((one) => one !== null), ...formFields(clause)]
}

function formFields(clause: Clause): readonly Field[] {
  if (clause.form !== 'by-subject') return ruleFields(clause)
  const own = clause.aggregate === undefined ? [] : [aggregated(clause.aggregate)]
  return [
    ...own,
    ...clause.cases.flatMap(({ kinds, rule }) => forKinds(kinds, rule)),
    ...forKinds([], clause.otherwise),
  ]
}

function forKinds(kinds: readonly string[], rule: Rule): readonly Field[] {
  const fields = [field('form', word(`form-${rule.form}`)), ...ruleFields(rule)]
  return fields.map((one) => ({ ...one, kinds }))
}

function ruleFields(rule: PlainClause | Rule): readonly Field[] {
  const fieldsOf = FIELDS[rule.form] as (rule: PlainClause | Rule) => readonly (Field | null)[]
  const own = fieldsOf(rule).filter((one) => one !== null)
  return rule.aggregate === undefined ? own : [...own, aggregated(rule.aggregate)]
}

function aggregated(aggregate: 'sum' | 'mean' | 'worst'): Field {
  return field('aggregate', word(`aggregate-${aggregate}`))
}

function optional<T>(
  name: 'allowance' | 'cap' | 'floor' | 'imposed-grade',
  value: T | undefined,
  as: (value: T) => FieldValue,
): Field | null {
  return value === undefined ? null : field(name, as(value))
}

function measured({ label, unit }: Measure): Field {
  return field('measure', text(unit === '' ? label : `${label}（${unit}）`))
}

function shortfall(
  { direction, per, pointsPerUnit, partial }: Shortfall,
  { unit }: Measure,
): readonly Field[] {
  return [
    field('direction', word(`direction-${direction}`)),
    field('step', { kind: 'measure', value: per, unit }),
    field('price', inPoints(pointsPerUnit), amount(per, { label: '', unit })),
    field('partial', word(`partial-${partial}`)),
  ]
}

function rateFields(rule: PassRateRule): readonly Field[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.flatMap(({ id, label, min, outcome }) => [
        field('tier', within(min === undefined ? '' : `≥ ${amount(min, PERCENT)}`, outcome), label, id),
        field('label', text(label), label, id),
      ])
    case 'shortfall': {
      const own = [
        field('from', { kind: 'measure', value: rule.from, unit: '%' }),
        field('step', { kind: 'measure', value: rule.per, unit: '%' }),
        field('price', inPoints(rule.pointsPerUnit), amount(rule.per, PERCENT)),
        field('partial', word(`partial-${rule.partial}`)),
      ]
      const cap = optional('cap', rule.cap, inPoints)
      return cap === null ? own : [...own, cap]
    }
    case 'proportional':
      return [field('base', inPoints(rule.base))]
  }
}

function within(at: string, outcome: Outcome): FieldValue {
  return { kind: 'outcome', bounds: at, outcome }
}

function bounds({ min, max, isMinOpen, isMaxClosed }: Tier['tiers'][number], measure: Measure): string {
  const lower = min === undefined ? '' : `${isMinOpen ? '>' : '≥'} ${amount(min, measure)}`
  const upper = max === undefined ? '' : `${isMaxClosed ? '≤' : '<'} ${amount(max, measure)}`
  return [lower, upper].filter((part) => part !== '').join(' ')
}

/** '处', or '3处' where the points fall due every so many. */
function each(per: number, unit: string): string {
  return per === 1 ? unit : `${per}${unit}`
}

function amount(value: number, { unit }: Measure): string {
  return `${formatMilli(value)}${unit}`
}
