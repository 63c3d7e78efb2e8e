import fc from 'fast-check'
import { type Milli, type Points, points, type RoundingMode } from '../../../../shared/domain/points'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { ExclusionMode, Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { isMarkFor } from '../../../../shared/domain/scoring/forms'
import { type ItemMark, type MarkValue, UNTOUCHED } from '../../../../shared/domain/sheet/mark'
import { type Bare, CLEAR, categoryOf, excludedFor, itemOf, rounding, rubricOf } from './small-standard'

const size = (most = 4_000) => fc.integer({ min: 1, max: most }).map(points)
const milli = (most: number) => fc.integer({ min: 0, max: most }).map((value) => value as Milli)
const measure = fc.constant({ label: '率', unit: '%' })
const form = <F extends Clause['form']>(name: F) => fc.constant(name)
const optional = { requiredKeys: [] as [] }

const outcome = fc.oneof(
  fc.constant({ effect: 'full' } as const),
  fc.constant({ effect: 'zero' } as const),
  fc.record({ effect: fc.constantFrom('deduct', 'gain'), points: size() }),
)

const ordinary: fc.Arbitrary<Bare> = fc.oneof(
  fc
    .tuple(
      fc.record({ pointsPerUnit: size(900) }),
      fc.record(
        { cap: size(), per: fc.integer({ min: 1, max: 4 }), allowance: fc.integer({ min: 1, max: 3 }) },
        optional,
      ),
    )
    .map(([rate, more]): Bare => ({ form: 'per-occurrence', unit: '处', ...rate, ...more })),
  fc.record({ form: form('all-or-nothing'), deduct: fc.oneof(fc.constant('all' as const), size()) }),
  fc.record({
    form: form('threshold'),
    measure,
    thresholds: fc.array(
      fc.record({ cmp: fc.constantFrom('<', '<=', '>', '>='), value: milli(100_000), outcome }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.tuple(milli(60_000), fc.array(outcome, { minLength: 2, maxLength: 2 })).map(
    ([bound, [below, above]]): Bare => ({
      form: 'tier',
      measure: { label: '率', unit: '%' },
      tiers: [
        { id: 'a', label: 'a', min: bound, outcome: above ?? { effect: 'full' } },
        { id: 'b', label: 'b', max: bound, outcome: below ?? { effect: 'zero' } },
      ],
    }),
  ),
  fc
    .tuple(
      fc.record({
        from: milli(9_000),
        direction: fc.constantFrom('below' as const, 'above' as const),
        per: fc.integer({ min: 1, max: 3_000 }).map((value) => value as Milli),
        pointsPerUnit: size(700),
        partial: fc.constantFrom('exact' as const, 'whole-steps' as const, 'started-steps' as const),
      }),
      fc.record({ cap: size() }, optional),
    )
    .map(([rule, more]): Bare => ({ form: 'linear', measure: { label: '率', unit: '%' }, ...rule, ...more })),
  fc
    .tuple(
      size(),
      fc.integer({ min: 1, max: 100_000 }).map((value) => value as Milli),
    )
    .map(
      ([base, fullAt]): Bare => ({ form: 'proportional', measure: { label: '率', unit: '%' }, base, fullAt }),
    ),
  fc.tuple(fc.constantFrom('deduct' as const, 'gain' as const), size(), size()).map(
    ([effect, one, other]): Bare => ({
      form: 'judgement',
      effect,
      bands: [{ id: 'x', label: 'x', min: points(Math.min(one, other)), max: points(Math.max(one, other)) }],
    }),
  ),
  fc.array(size(1_500), { minLength: 1, maxLength: 3 }).map(
    (sizes): Bare => ({
      form: 'additive',
      parts: sizes.map((part, at) => ({ id: `p${at}`, label: '', points: part })),
    }),
  ),
  fc.constantFrom<Bare>({ form: 'veto', scope: 'item' }, { form: 'veto', scope: 'category' }),
)

const special: fc.Arbitrary<[Item['kind'], Bare]> = fc.oneof(
  fc
    .tuple(size(2_000), size(4_000))
    .map(([pointsPerUnit, cap]): [Item['kind'], Bare] => [
      'bonus',
      { form: 'bonus', unit: '项', pointsPerUnit, cap },
    ]),
  size(2_000).map((pointsPerUnit): [Item['kind'], Bare] => [
    'penalty',
    { form: 'penalty', unit: '次', pointsPerUnit },
  ]),
  fc.constantFrom<[Item['kind'], Bare]>(
    ['veto', { form: 'veto', scope: 'category' }],
    ['veto', { form: 'veto', scope: 'grade', grade: '合格' }],
  ),
)

type Sketch = readonly [
  points: Points,
  clauses: readonly Bare[],
  kind: Item['kind'],
  exclusion: ExclusionMode,
]

const sketch: fc.Arbitrary<Sketch> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(
      size(5_000),
      fc.array(ordinary, { minLength: 1, maxLength: 2 }),
      fc.constant<Item['kind']>('normal'),
      fc.constantFrom<ExclusionMode>('normalise', 'normalise', 'full-marks', 'leave-out', 'not-allowed'),
    ),
  },
  {
    weight: 1,
    arbitrary: special.map(([kind, clause]): Sketch => [points(0), [clause], kind, 'not-allowed']),
  },
)

const level = fc
  .tuple(fc.constantFrom<RoundingMode>('half-up', 'half-even', 'truncate'), fc.constantFrom(1, 10, 50, 500))
  .map(([mode, step]) => rounding(mode, step))

/** Small standards of one to three categories with up to `most` items in all; every form and exclusion occurs. */
export function anyRubric(most: number): fc.Arbitrary<Rubric> {
  const category = fc.tuple(
    fc.integer({ min: 1, max: 5_000 }),
    fc.array(sketch, { minLength: 1, maxLength: 2 }),
  )
  return fc
    .tuple(
      fc.array(category, { minLength: 1, maxLength: 3 }),
      fc.record({ item: level, category: level, total: level }),
      fc.record({ bonusCap: size(6_000), penaltyCap: size(9_000) }),
    )
    .map(([categories, levels, caps]) => {
      const built = categories.map(([weight, sketches], at) =>
        categoryOf(
          `c${at}`,
          weight,
          sketches.map(([worth, clauses, kind, exclusion], no) =>
            itemOf(`c${at}-${no}`, worth, clauses, { kind, exclusion }),
          ),
        ),
      )
      return rubricOf(built, { rounding: levels, ...caps })
    })
    .filter((rubric) => rubric.categories.reduce((sum, { children }) => sum + children.length, 0) <= most)
}

const measured = (value: number): MarkValue => ({ kind: 'value', value: value as Milli })

/** Marks on a clause among which are one that costs least and one that costs most. */
export function marksOf(clause: Clause): readonly MarkValue[] {
  const around = (bounds: readonly (number | undefined)[]) => {
    const beside = bounds.flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1]))
    return [0, ...beside, 999_999_999].map(measured)
  }
  const all = (): readonly MarkValue[] => {
    switch (clause.form) {
      case 'per-occurrence':
      case 'bonus':
      case 'penalty':
        return [1, 1_000_000].map((n) => ({ kind: 'count', n }))
      case 'all-or-nothing':
      case 'veto':
        return [{ kind: 'flag' }]
      case 'threshold':
        return around(clause.thresholds.map(({ value }) => value))
      case 'tier':
        return around(clause.tiers.flatMap(({ min, max }) => [min, max]))
      case 'linear':
        return around([clause.from])
      case 'proportional':
        return around([clause.fullAt])
      case 'judgement':
        return clause.bands.flatMap(({ id, min, max }) =>
          [min, max].map((part): MarkValue => ({ kind: 'points', bandId: id, points: part })),
        )
      case 'additive':
        return clause.parts.map((_part, at) => ({
          kind: 'missing',
          parts: clause.parts.slice(0, at + 1).map(({ id }) => id),
        }))
    }
  }
  return all().filter((value) => isMarkFor(clause, value))
}

/** Every way an item can end up, by the marks of `marksOf`: clear, excluded, and marked in each combination. */
export function endingsOf(item: Item): readonly ItemMark[] {
  let combined: readonly ItemMark['marks'][] = [{}]
  for (const clause of item.clauses) {
    const values = marksOf(clause)
    const added = combined.flatMap((marks) =>
      values.map((value) => ({ ...marks, [clause.id]: { value, reason: '核实' } })),
    )
    combined = [...combined, ...added]
  }
  const marked = combined.slice(1).map((marks): ItemMark => ({ ...UNTOUCHED, status: 'scored', marks }))
  return [CLEAR, ...(item.exclusion === 'not-allowed' ? [] : [excludedFor('无此设施')]), ...marked]
}
