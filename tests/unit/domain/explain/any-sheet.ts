import fc from 'fast-check'
import { type Milli, points } from '../../../../shared/domain/points'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { ExclusionScope, Group, Guarantee, Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { allItems, isItem } from '../../../../shared/domain/rubric/rubric'
import { isMarkFor } from '../../../../shared/domain/scoring/forms'
import {
  type ItemMark,
  type Mark,
  type MarkValue,
  type PlainValue,
  UNTOUCHED,
} from '../../../../shared/domain/sheet/mark'
import { anyRubric, marksOf } from '../scoring/random-standard'
import { type Bare, CLEAR, clauseOf, excludedFor } from '../scoring/small-standard'

const milli = (value: number) => value as Milli
const size = (most = 3_000) => fc.integer({ min: 1, max: most }).map(points)

/** Clauses of the forms that need a context: zones, finders, ranks, samples, and what goes on beyond the item. */
const inContext: fc.Arbitrary<Bare> = fc.oneof(
  fc.record({ cap: size(), pointsPerUnit: size(400), partial: partial() }).map(
    ({ cap, pointsPerUnit, partial: how }): Bare => ({
      form: 'zone-limit',
      measure: { label: '摊位', unit: '处' },
      zones: [
        { id: 'main', label: '主干道', limit: milli(3_000) },
        { id: 'side', label: '次干道', limit: milli(5_000) },
      ],
      direction: 'above',
      per: milli(2_000),
      pointsPerUnit,
      partial: how,
      cap,
    }),
  ),
  size(900).map(
    (each): Bare => ({
      form: 'escalation',
      unit: '处',
      finders: [
        { id: 'city', label: '市级', points: each },
        { id: 'province', label: '省级', points: points(each * 2) },
      ],
      repeats: [
        { label: '首次', factor: milli(1_000) },
        { label: '再次', factor: milli(2_000) },
      ],
    }),
  ),
  fc
    .tuple(fc.constantFrom('continue' as const, 'add' as const), size(2_000))
    .map(([mode, more]): Bare => ({ form: 'overflow', mode, points: more })),
  fc.tuple(size(), size()).map(
    ([some, most]): Bare => ({
      form: 'rank',
      measure: { label: '得票', unit: '票' },
      first: 'highest',
      steps: [
        { id: 'a', label: '前3名', to: 3, outcome: { effect: 'full' } },
        { id: 'b', label: '第4至10名', to: 10, outcome: { effect: 'deduct', points: some } },
        { id: 'c', label: '其余', outcome: { effect: 'deduct', points: most } },
      ],
    }),
  ),
  fc
    .oneof(
      size().map((base) => ({ kind: 'proportional' as const, base })),
      fc.record({ pointsPerUnit: size(300), partial: partial() }).map((rule) => ({
        kind: 'shortfall' as const,
        from: milli(95_000),
        per: milli(1_000),
        ...rule,
      })),
    )
    .map(
      (rule): Bare => ({
        form: 'pass-rate',
        measure: { label: '公厕', unit: '座' },
        samples: [{ from: 0, atLeast: 5 }],
        rule,
      }),
    ),
  fc.tuple(size(900), fc.constantFrom('sum' as const, 'mean' as const, 'worst' as const), size()).map(
    ([pointsPerUnit, aggregate, cap]): Bare => ({
      form: 'per-occurrence',
      unit: '处',
      pointsPerUnit,
      aggregate,
      cap,
    }),
  ),
  fc.array(size(900), { minLength: 2, maxLength: 4 }).map(
    (sizes): Bare => ({
      form: 'additive',
      isNormalised: true,
      parts: sizes.map((part, at) => ({ id: `p${at}`, label: `内容${at}`, points: part })),
    }),
  ),
)

function partial() {
  return fc.constantFrom('exact' as const, 'whole-steps' as const, 'started-steps' as const)
}

/** What is laid over a small standard: another scope, groups, shared caps, guarantees, and clauses with a context. */
interface Layer {
  readonly scope: ExclusionScope
  readonly isGrouped: boolean
  readonly more: readonly Bare[]
  readonly sharedCap: number | null
  readonly guarantee: {
    readonly isTotal: boolean
    readonly anyAtZero: boolean
    readonly below: number
  } | null
}

const layer: fc.Arbitrary<Layer> = fc.record({
  scope: fc.constantFrom<ExclusionScope>('category', 'group', 'total'),
  isGrouped: fc.boolean(),
  more: fc.array(inContext, { maxLength: 3 }),
  sharedCap: fc.option(size(2_000)),
  guarantee: fc.option(
    fc.record({ isTotal: fc.boolean(), anyAtZero: fc.boolean(), below: fc.integer({ min: 1, max: 4_000 }) }),
    { freq: 3 },
  ),
})

/** Small standards with every form, scope of exclusion, group, shared cap and guarantee. */
export const anyStandard: fc.Arbitrary<Rubric> = fc.tuple(anyRubric(6), layer).map(([rubric, over]) => {
  const normal = allItems(rubric).filter(({ kind }) => kind === 'normal')
  const widened = new Map(
    normal.map((item, at) => [item.id, widen(item, over.more[at], over.sharedCap)] as const),
  )
  const categories = rubric.categories.map((category) => {
    const children = category.children.map((child) =>
      isItem(child) ? (widened.get(child.id) ?? child) : child,
    )
    const group: Group = {
      id: `${category.id}-g`,
      code: `${category.code}.g`,
      title: '分组',
      points: points(children.reduce((sum, child) => sum + child.points, 0)),
      children,
    }
    return { ...category, children: over.isGrouped ? [group] : children }
  })
  return { ...rubric, categories, exclusionScope: over.scope, guarantees: guaranteesOf(over, rubric, normal) }
})

function widen(item: Item, bare: Bare | undefined, sharedCap: number | null): Item {
  const clauses = bare === undefined ? item.clauses : [...item.clauses, clauseOf(bare, 'z')]
  const shared = clauses.filter(({ form }) => form !== 'veto' && form !== 'overflow').map(({ id }) => id)
  return sharedCap === null || shared.length < 2
    ? { ...item, clauses }
    : { ...item, clauses, sharedCaps: [{ clauses: shared, cap: points(sharedCap) }] }
}

function guaranteesOf({ guarantee }: Layer, rubric: Rubric, normal: readonly Item[]): readonly Guarantee[] {
  const [first, ...others] = normal
  if (guarantee === null || first === undefined) return []
  const category = rubric.categories[0]?.id ?? ''
  return [
    {
      id: 'kept',
      text: '保证项得零分的，考核不得分',
      items: [first, ...others.slice(0, 1)].map(({ id }) => id),
      anyAtZero: guarantee.anyAtZero,
      below: points(guarantee.below),
      zeroes: guarantee.isTotal ? { scope: 'total' } : { scope: 'category', category },
    },
  ]
}

/** Marks that a clause can take: several of each kind. */
export function valuesFor(clause: Clause): readonly MarkValue[] {
  const all = (): readonly MarkValue[] => {
    switch (clause.form) {
      case 'zone-limit':
        return ['main', 'side'].flatMap((zone) =>
          [2_000, 5_500, 9_000, 999_000].map(
            (value): MarkValue => ({ kind: 'zoned', zone, value: milli(value) }),
          ),
        )
      case 'escalation':
        return [
          { kind: 'found', found: [{ finder: 'city', time: 1, n: 1 }] },
          {
            kind: 'found',
            found: [
              { finder: 'city', time: 2, n: 3 },
              { finder: 'province', time: 1, n: 1 },
            ],
          },
        ]
      case 'rank':
        return [
          ...[1, 4, 12].map((rank): MarkValue => ({ kind: 'rank', rank })),
          { kind: 'value', value: milli(500) },
        ]
      case 'pass-rate':
        return [
          [20, 6, 1],
          [20, 3, 0],
          [30, 2, 5],
        ].map(
          ([population = 0, passed = 0, failed = 0]): MarkValue => ({
            kind: 'samples',
            population,
            passed,
            failed,
          }),
        )
      case 'overflow':
      case 'by-subject':
        return []
      default:
        return marksOf(clause)
    }
  }
  const plain = all().filter((value) => isMarkFor(clause, value))
  if (clause.form === 'additive' && clause.isNormalised === true) {
    const [first, second] = clause.parts.map(({ id }) => id)
    if (first !== undefined && second !== undefined)
      return [...plain, { kind: 'missing', parts: [first], notApplicable: [second] }]
  }
  if (clause.aggregate === undefined) return plain
  const at = plain.map((value, no) => ({ place: `第${no + 1}点`, value: value as PlainValue }))
  const [first, ...others] = at
  return [
    ...plain,
    { kind: 'places', at },
    ...(first === undefined
      ? []
      : ([{ kind: 'places', at: [{ ...first, sameAs: { item: 'x', clause: 'a' } }, ...others] }] as const)),
  ]
}

/** A sheet of a standard: each item in any of its states, with any of its marks. */
export function anyStateOf(rubric: Rubric): fc.Arbitrary<ReadonlyMap<string, ItemMark>> {
  return fc
    .tuple(...allItems(rubric).map((item) => anyMarkOf(item).map((mark) => [item.id, mark] as const)))
    .map((entries) => new Map(entries.filter(([, mark]) => mark !== UNTOUCHED)))
}

function anyMarkOf(item: Item): fc.Arbitrary<ItemMark> {
  const one = (clause: Clause): fc.Arbitrary<readonly (readonly [string, Mark])[]> => {
    const values = valuesFor(clause)
    if (values.length === 0) return fc.constant([])
    return fc
      .option(
        fc.tuple(fc.constantFrom(...values), fc.boolean()).map(([value, isLinked]) => {
          const mark: Mark = { value, reason: '核实', place: '一号街' }
          return [clause.id, isLinked ? { ...mark, sameAs: { item: 'x', clause: 'a' } } : mark] as const
        }),
      )
      .map((made) => (made === null ? [] : [made]))
  }
  const marked = fc.tuple(...item.clauses.map(one)).map((made): ItemMark => {
    const marks = Object.fromEntries(made.flat())
    return Object.keys(marks).length === 0 ? CLEAR : { ...UNTOUCHED, status: 'scored', marks }
  })
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(UNTOUCHED) },
    { weight: 4, arbitrary: marked },
    { weight: 1, arbitrary: fc.constant(CLEAR) },
    { weight: item.exclusion === 'not-allowed' ? 0 : 2, arbitrary: fc.constant(excludedFor('无此设施')) },
  )
}

/** A standard and a sheet of it. */
export const anySheet = anyStandard.chain((rubric) =>
  anyStateOf(rubric).map((items) => ({ rubric, state: { items } })),
)
