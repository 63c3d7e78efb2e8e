import fc from 'fast-check'
import { type Milli, type Points, points, type RoundingMode } from '../../../../shared/domain/points'
import type { Subject } from '../../../../shared/domain/round/round'
import type { Clause, PlainClause } from '../../../../shared/domain/rubric/clause'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import type {
  Category,
  ExclusionMode,
  ExclusionScope,
  Group,
  Guarantee,
  Item,
  Rubric,
} from '../../../../shared/domain/rubric/rubric'
import { clauseFor } from '../../../../shared/domain/rubric/rubric-for'
import { isMarkFor, takesPlaces } from '../../../../shared/domain/scoring/forms'
import type { MarkValue, PlainValue } from '../../../../shared/domain/sheet/mark'
import { ordinary, size, special } from './random-clause'
import { type Bare, categoryOf, itemOf, rounding, rubricOf } from './small-standard'

/** An item before it has its place; `depth` is how many groups it stands in. */
interface Sketch {
  readonly points: Points
  readonly clauses: readonly Bare[]
  readonly more: Partial<Item>
  readonly depth: number
}

const onlyFor = fc.option(fc.constantFrom<readonly string[]>(['省辖市'], ['扩权县'], ['山区', '省直管县']), {
  freq: 9,
})
const depth = fc.constantFrom(0, 0, 1, 1, 2, 3)

const normal: fc.Arbitrary<Sketch> = fc
  .record({
    points: size(5_000),
    clauses: ordinary,
    exclusion: fc.constantFrom<ExclusionMode>(
      'normalise',
      'normalise',
      'full-marks',
      'leave-out',
      'not-allowed',
    ),
    kinds: onlyFor,
    sharedCap: fc.option(size(), { freq: 2 }),
    shares: fc.option(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })),
    depth,
  })
  .map(({ points: worth, clauses, exclusion, kinds, sharedCap, shares, depth: deep }) => ({
    points: worth,
    clauses,
    depth: deep,
    more: {
      kind: 'normal' as const,
      exclusion,
      ...(kinds === null ? {} : { onlyFor: kinds }),
      ...(sharedCap !== null && clauses.length > 1
        ? { sharedCaps: [{ clauses: ['a', 'b'], cap: sharedCap }] }
        : {}),
      ...(shares === null ? {} : { lossShares: shares.map((parts, at) => ({ unit: `单位${at}`, parts })) }),
    },
  }))

const apart: fc.Arbitrary<Sketch> = fc.tuple(special, depth).map(([[kind, clause], deep]) => ({
  points: points(0),
  clauses: [clause],
  more: { kind, exclusion: 'not-allowed' as const },
  depth: deep,
}))

const sketch = fc.oneof({ weight: 4, arbitrary: normal }, { weight: 1, arbitrary: apart })

const level = fc
  .tuple(fc.constantFrom<RoundingMode>('half-up', 'half-even', 'truncate'), fc.constantFrom(1, 10, 50, 500))
  .map(([mode, step]) => rounding(mode, step))

/** Neighbours that stand deeper than `level` share a group; so groups nest, unevenly. */
function nest(id: string, sketches: readonly Sketch[], deep: number): (Item | Group)[] {
  const children: (Item | Group)[] = []
  for (let at = 0; at < sketches.length; at += 1) {
    const first = sketches[at]
    if (first === undefined) break
    if (first.depth <= deep) {
      children.push(itemOf(`${id}-${at}`, first.points, first.clauses, first.more))
      continue
    }
    const start = at
    while ((sketches[at + 1]?.depth ?? 0) > deep) at += 1
    const group = `${id}-${start}g`
    const inside = nest(group, sketches.slice(start, at + 1), deep + 1)
    const sum = inside.reduce((total, child) => total + child.points, 0)
    children.push({ id: group, code: group, title: group, points: points(sum), children: inside })
  }
  return children
}

const guarantee = fc.record({
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
  anyAtZero: fc.boolean(),
  below: fc.option(size(), { freq: 2 }),
  isTotal: fc.boolean(),
})

/** A guarantee over items of one category, which it zeroes, or over items of the whole standard. */
function guaranteeOf(
  categories: readonly Category[],
  { picks, anyAtZero, below, isTotal }: typeof guarantee extends fc.Arbitrary<infer G> ? G : never,
  at: number,
): readonly Guarantee[] {
  const category = categories[(picks[0] ?? 0) % categories.length]
  const within = isTotal || category === undefined ? categories : [category]
  const eligible = within.flatMap((one) => leaves(one)).filter(({ points: own }) => own > 0)
  const items = new Map(
    picks.flatMap((pick) => eligible[pick % eligible.length] ?? []).map((item) => [item.id, item.points]),
  )
  if (items.size === 0 || category === undefined) return []
  const worth = [...items.values()].reduce((sum, one) => sum + one, 0)
  return [
    {
      id: `g${at}`,
      text: '保证项',
      items: [...items.keys()],
      anyAtZero: anyAtZero || below === null,
      // Never more than the items can bring.
      ...(below === null ? {} : { below: points(Math.min(below, worth)) }),
      zeroes: isTotal ? { scope: 'total' } : { scope: 'category', category: category.id },
    },
  ]
}

function leaves(node: Category | Group): Item[] {
  return node.children.flatMap((child) => ('clauses' in child ? [child] : leaves(child)))
}

/**
 * Small standards of one to three categories with up to `most` items in all; every form, exclusion and scope of it,
 * shared caps, conditions, guarantees and groups within groups occur.
 */
export function anyRubric(most: number): fc.Arbitrary<Rubric> {
  const category = fc.tuple(
    fc.integer({ min: 1, max: 5_000 }),
    fc.array(sketch, { minLength: 1, maxLength: 3 }),
  )
  return fc
    .tuple(
      fc.array(category, { minLength: 1, maxLength: 3 }),
      fc.record({ item: level, category: level, total: level }),
      fc.option(level),
      fc.record({
        bonusCap: size(6_000),
        penaltyCap: size(9_000),
        exclusionScope: fc.constantFrom<ExclusionScope>('group', 'category', 'total'),
      }),
      fc.array(guarantee, { maxLength: 2 }),
      fc.boolean(),
    )
    .filter(([categories]) => categories.reduce((sum, [, sketches]) => sum + sketches.length, 0) <= most)
    .map(([categories, levels, group, caps, guaranteed, isByPoints]) => {
      const built = categories.map(([weight, sketches], at) =>
        categoryOf(`c${at}`, weight, nest(`c${at}`, sketches, 0)),
      )
      const sum = points(built.reduce((total, one) => total + one.points, 0))
      const byPoints = isByPoints && sum > 0 ? ({ weighting: 'points', points: sum } as const) : {}
      const guarantees = guaranteed.flatMap((one, at) => guaranteeOf(built, one, at))
      return provable(
        rubricOf(built, {
          rounding: group === null ? levels : { ...levels, group },
          ...caps,
          ...byPoints,
          ...(guarantees.length === 0 ? {} : { guarantees }),
        }),
      )
    })
}

/** As it was, but for what a proof does not let 合理缺项 go with. */
function provable(rubric: Rubric): Rubric {
  const found = proveRubric(rubric)
  const fixed = found.flatMap(({ code, place }) => (code === 'extra-in-excludable-item' ? [place] : []))
  const isTotalRefused = found.some(({ code }) => code === 'overflow-with-exclusion')
  const required = (node: Group | Item): Group | Item => {
    if ('children' in node) return { ...node, children: node.children.map(required) }
    return fixed.some((place) => place.startsWith(`${node.code}/`))
      ? { ...node, exclusion: 'not-allowed' }
      : node
  }
  return {
    ...rubric,
    ...(isTotalRefused ? { exclusionScope: 'category' as const } : {}),
    categories: rubric.categories.map((one) => ({ ...one, children: one.children.map(required) })),
  }
}

/** Subjects that the conditions of `anyRubric` tell apart. */
export const anySubject: fc.Arbitrary<Pick<Subject, 'league' | 'kinds'>> = fc.constantFrom(
  { league: '省辖市' },
  { league: '扩权县' },
  { league: '省直管县', kinds: ['山区'] },
)

const measured = (value: number): PlainValue => ({ kind: 'value', value: value as Milli })

function around(bounds: readonly (number | undefined)[]): readonly number[] {
  const beside = bounds.flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1]))
  return [0, ...beside, 999_999_999]
}

/** Marks at one place on a clause, among which are one that costs least and one that costs most. */
function marksAt(clause: PlainClause): readonly PlainValue[] {
  switch (clause.form) {
    case 'per-occurrence': {
      const severities = clause.severities
      if (severities === undefined) return [1, 1_000_000].map((n) => ({ kind: 'count', n }))
      return [1, 1_000_000].map((n) => ({
        kind: 'counts',
        bySeverity: Object.fromEntries(severities.map(({ id }) => [id, n])),
      }))
    }
    case 'bonus':
    case 'penalty':
      return [1, 1_000_000].map((n) => ({ kind: 'count', n }))
    case 'all-or-nothing':
    case 'veto':
      return [{ kind: 'flag' }]
    case 'threshold':
      return around(clause.thresholds.map(({ value }) => value)).map(measured)
    case 'tier':
      return clause.measure === undefined
        ? clause.tiers.map(({ id }) => ({ kind: 'choice', id }))
        : around(clause.tiers.flatMap(({ min, max }) => [min, max])).map(measured)
    case 'linear':
      return around([clause.from]).map(measured)
    case 'proportional':
      return around([clause.fullAt, clause.floor]).map(measured)
    case 'judgement':
      return clause.bands.flatMap(({ id, min, max }) =>
        [min, max].map((part): PlainValue => ({ kind: 'points', bandId: id, points: part })),
      )
    case 'additive': {
      const ids = clause.parts.map(({ id }) => id)
      const growing = ids.map((_id, at): PlainValue => ({ kind: 'missing', parts: ids.slice(0, at + 1) }))
      const [first, ...others] = ids
      if (first === undefined) return growing
      const without: PlainValue[] = [[], others].map((parts) => ({
        kind: 'missing',
        parts,
        notApplicable: [first],
      }))
      return [...growing, ...without]
    }
    case 'zone-limit':
      return clause.zones.flatMap(({ id, limit }) =>
        around([limit]).map((value): PlainValue => ({ kind: 'zoned', zone: id, value: value as Milli })),
      )
    case 'escalation':
      return clause.finders.flatMap(({ id }) =>
        clause.repeats.flatMap((_repeat, at) =>
          [1, 1_000_000].map(
            (n): PlainValue => ({ kind: 'found', found: [{ finder: id, time: at + 1, n }] }),
          ),
        ),
      )
    case 'rank':
      return [1, 3, 4].map((rank) => ({ kind: 'rank', rank }))
    case 'pass-rate':
      return samples(clause.rule.kind === 'tiers' ? (clause.rule.tiers[0]?.min ?? 0) * 10 : 1_000_000)
    case 'overflow':
      return []
  }
}

/** All passed, none, and as many of a million as reach a rate or just miss it. */
function samples(reached: number): readonly PlainValue[] {
  return [0, reached - 1, reached, 1_000_000]
    .filter((passed) => passed >= 0)
    .map((passed) => ({ kind: 'samples', population: 1_000_000, passed, failed: 1_000_000 - passed }))
}

/** Marks on a clause, of one place or several; where no subject is known, by what holds otherwise. */
export function marksOf(clause: Clause): readonly MarkValue[] {
  const plain = clauseFor(clause, null)
  const single = marksAt(plain).filter((value) => isMarkFor(plain, value))
  if (!takesPlaces(plain)) return single
  const at = single.map((value, no) => ({ place: `第${no + 1}点`, value }))
  const places = [at, ...at.map((one) => [one])].map((some): MarkValue => ({ kind: 'places', at: some }))
  return [...single, ...places.filter((value) => isMarkFor(plain, value))]
}
