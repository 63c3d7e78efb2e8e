import fc from 'fast-check'
import { type Milli, type Points, points } from '../../../../shared/domain/points'
import type { Aggregate, ClauseForm, Rule } from '../../../../shared/domain/rubric/clause'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { canAggregate } from '../../../../shared/domain/scoring/places'
import type { Bare } from './small-standard'

export const size = (most = 4_000): fc.Arbitrary<Points> => fc.integer({ min: 1, max: most }).map(points)
const milli = (most: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((value) => value as Milli)
const rate = { label: '率', unit: '%' }
const measure = fc.constant(rate)
const form = <F extends ClauseForm>(name: F) => fc.constant(name)
const optional = { requiredKeys: [] as [] }
const partial = fc.constantFrom('exact' as const, 'whole-steps' as const, 'started-steps' as const)
const direction = fc.constantFrom('below' as const, 'above' as const)

const outcome = fc.oneof(
  fc.constant({ effect: 'full' } as const),
  fc.constant({ effect: 'zero' } as const),
  fc.record({ effect: fc.constantFrom('deduct', 'gain'), points: size() }),
)

const perOccurrence = fc.oneof(
  fc
    .tuple(
      fc.record({ pointsPerUnit: size(900) }),
      fc.record(
        { cap: size(), per: fc.integer({ min: 1, max: 4 }), allowance: fc.integer({ min: 1, max: 3 }) },
        optional,
      ),
    )
    .map(([each, more]): Bare => ({ form: 'per-occurrence', unit: '处', ...each, ...more })),
  fc.tuple(fc.array(size(900), { minLength: 1, maxLength: 2 }), fc.record({ cap: size() }, optional)).map(
    ([sizes, more]): Bare => ({
      form: 'per-occurrence',
      unit: '处',
      severities: sizes.map((each, at) => ({ id: `s${at}`, label: `第${at}档`, points: each })),
      ...more,
    }),
  ),
)

const measured = fc.oneof(
  fc.record({
    form: form('threshold'),
    measure,
    thresholds: fc.array(
      fc.record({ cmp: fc.constantFrom('<', '<=', '>', '>='), value: milli(100_000), outcome }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.tuple(milli(60_000), outcome, outcome).map(
    ([bound, below, above]): Bare => ({
      form: 'tier',
      measure: rate,
      tiers: [
        { id: 'a', label: 'a', min: bound, outcome: above },
        { id: 'b', label: 'b', max: bound, outcome: below },
      ],
    }),
  ),
  fc.array(outcome, { minLength: 1, maxLength: 3 }).map(
    (outcomes): Bare => ({
      form: 'tier',
      tiers: outcomes.map((one, at) => ({ id: `t${at}`, label: `t${at}`, outcome: one })),
    }),
  ),
  fc
    .tuple(
      fc.record({ from: milli(9_000), direction, per: milli(3_000, 1), pointsPerUnit: size(700), partial }),
      fc.record({ cap: size() }, optional),
    )
    .map(([rule, more]): Bare => ({ form: 'linear', measure: rate, ...rule, ...more })),
  fc
    .tuple(size(), milli(100_000, 1), fc.record({ floor: milli(50_000) }, optional))
    .map(([base, fullAt, more]): Bare => ({ form: 'proportional', measure: rate, base, fullAt, ...more })),
)

const inContext = fc.oneof(
  fc
    .tuple(
      fc.array(milli(9_000), { minLength: 1, maxLength: 2 }),
      fc.record({ direction, per: milli(3_000, 1), pointsPerUnit: size(700), partial }),
      fc.record({ cap: size() }, optional),
    )
    .map(
      ([limits, rule, more]): Bare => ({
        form: 'zone-limit',
        measure: rate,
        zones: limits.map((limit, at) => ({ id: `z${at}`, label: `z${at}`, limit })),
        ...rule,
        ...more,
      }),
    ),
  fc
    .tuple(
      fc.array(size(500), { minLength: 1, maxLength: 2 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }),
      fc.record({ cap: size() }, optional),
    )
    .map(
      ([sizes, factors, more]): Bare => ({
        form: 'escalation',
        unit: '处',
        finders: sizes.map((each, at) => ({ id: `f${at}`, label: `f${at}`, points: each })),
        repeats: factors.map((factor, at) => ({ label: `第${at + 1}次`, factor: (factor * 1000) as Milli })),
        ...more,
      }),
    ),
  fc.tuple(outcome, outcome).map(
    ([first, others]): Bare => ({
      form: 'rank',
      measure: rate,
      first: 'highest',
      steps: [
        { id: 'a', label: '前三', to: 3, outcome: first },
        { id: 'b', label: '其余', outcome: others },
      ],
    }),
  ),
  fc
    .oneof(
      fc.tuple(milli(100_000, 1), outcome, outcome).map(([min, reached, missed]) => ({
        kind: 'tiers' as const,
        tiers: [
          { id: 'a', label: 'a', min, outcome: reached },
          { id: 'b', label: 'b', outcome: missed },
        ],
      })),
      fc.record({
        kind: fc.constant('shortfall' as const),
        from: milli(100_000),
        per: milli(9_000, 1),
        pointsPerUnit: size(700),
        partial,
      }),
      fc.record({ kind: fc.constant('proportional' as const), base: size() }),
    )
    .map(
      (rule): Bare => ({
        form: 'pass-rate',
        measure: { label: '公厕', unit: '座' },
        samples: [{ from: 0, atLeast: 2 }],
        rule,
      }),
    ),
)

const parts = fc.oneof(
  fc.record({ form: form('all-or-nothing'), deduct: fc.oneof(fc.constant('all' as const), size()) }),
  fc.tuple(fc.constantFrom('deduct' as const, 'gain' as const), size(), size()).map(
    ([effect, one, other]): Bare => ({
      form: 'judgement',
      effect,
      bands: [{ id: 'x', label: 'x', min: points(Math.min(one, other)), max: points(Math.max(one, other)) }],
    }),
  ),
  fc.tuple(fc.array(size(1_500), { minLength: 1, maxLength: 3 }), fc.boolean()).map(
    ([sizes, isNormalised]): Bare => ({
      form: 'additive',
      ...(isNormalised ? { isNormalised } : {}),
      parts: sizes.map((part, at) => ({ id: `p${at}`, label: `p${at}`, points: part })),
    }),
  ),
  fc.constantFrom<Bare>(
    { form: 'veto', scope: 'item' },
    { form: 'veto', scope: 'category' },
    { form: 'veto', scope: 'total' },
  ),
)

/** A clause that says by itself what it costs; where its form allows, at times observed place by place. */
const plain: fc.Arbitrary<Bare> = fc
  .tuple(
    fc.oneof(perOccurrence, measured, measured, inContext, inContext, parts),
    fc.option(fc.constantFrom<Aggregate>('sum', 'mean', 'worst'), { freq: 3 }),
  )
  .map(([bare, aggregate]) => (aggregate !== null && canAggregate(bare.form) ? { ...bare, aggregate } : bare))

const bySubject: fc.Arbitrary<Bare> = fc.tuple(plain, plain).map(
  ([one, other]): Bare => ({
    form: 'by-subject',
    cases: [{ kinds: ['山区', '扩权县'], rule: one as Rule }],
    otherwise: other as Rule,
  }),
)

const overflow: fc.Arbitrary<Bare> = fc
  .tuple(fc.constantFrom('continue' as const, 'add' as const), size(2_000))
  .map(([mode, more]): Bare => ({ form: 'overflow', mode, points: more }))

const bonus = fc
  .tuple(size(2_000), size(4_000))
  .map(([pointsPerUnit, cap]): Bare => ({ form: 'bonus', unit: '项', pointsPerUnit, cap }))

const penalty = fc
  .tuple(size(2_000), fc.record({ cap: size(4_000) }, optional))
  .map(([pointsPerUnit, more]): Bare => ({ form: 'penalty', unit: '次', pointsPerUnit, ...more }))

/** Clauses of an ordinary item: one or two that cost, at times one beside them, or one that lets it fall below nothing. */
export const ordinary: fc.Arbitrary<readonly Bare[]> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: bySubject }), {
      minLength: 1,
      maxLength: 2,
    }),
    fc.option(fc.oneof(bonus, penalty), { freq: 7 }),
    fc.option(overflow, { freq: 4 }),
  )
  .map(([clauses, ...more]) => [...clauses, ...more.flatMap((one) => (one === null ? [] : [one]))])

/** The clause of an item without points of its own. */
export const special: fc.Arbitrary<readonly [Item['kind'], Bare]> = fc.oneof(
  bonus.map((clause): [Item['kind'], Bare] => ['bonus', clause]),
  penalty.map((clause): [Item['kind'], Bare] => ['penalty', clause]),
  fc.constantFrom<[Item['kind'], Bare]>(
    ['veto', { form: 'veto', scope: 'category' }],
    ['veto', { form: 'veto', scope: 'total' }],
    ['veto', { form: 'veto', scope: 'grade', grade: '合格' }],
  ),
)
