import { describe, expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import type { Group, Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { MAX_DEPTH } from '../../../../shared/domain/rubric/walk'
import { sampleCategory, sampleItem, sampleRubric, whole } from './sample-item'

const codes = (rubric: Rubric) => proveRubric(rubric).map(({ code }) => code)
const withItem = (overrides: Partial<Item>) =>
  codes(sampleRubric({ categories: [sampleCategory({ children: [sampleItem(overrides)] })] }))
const withClause = (clause: object) => withItem({ clauses: [{ id: 'a', text: '…', ...clause } as Clause] })

test('a sound standard has nothing to say', () => expect(proveRubric(sampleRubric())).toEqual([]))

describe('the head', () => {
  test.each<[string, Partial<Rubric>]>([
    ['weights-sum', { categories: [sampleCategory({ weight: 9999 })] }],
    ['no-categories', { categories: [] }],
    [
      'weight-not-positive',
      { categories: [sampleCategory(), sampleCategory({ id: 'y', code: '2', weight: 0 })] },
    ],
    ['points-not-positive', { points: points(0) }],
    ['grades-unordered', { grades: [{ name: '合格', from: whole(60) }] }],
    [
      'grades-unordered',
      {
        grades: [
          { name: '不合格', from: whole(0) },
          { name: '合格', from: whole(60) },
        ],
      },
    ],
    [
      'grade-twice',
      {
        grades: [
          { name: '合格', from: whole(60) },
          { name: '合格', from: whole(0) },
        ],
      },
    ],
    [
      'rounding-step',
      { rounding: { ...sampleRubric().rounding, total: { mode: 'half-up', step: points(0) } } },
    ],
  ])('%s', (code, overrides) => expect(codes(sampleRubric(overrides))).toContain(code))

  test('a category of bonuses alone has no points and need not weigh', () => {
    const clause = {
      id: 'a',
      form: 'bonus',
      text: '加',
      unit: '次',
      pointsPerUnit: whole(1),
      cap: whole(2),
    } as const
    const bonus = sampleItem({
      id: 'x-002',
      code: '2.1',
      kind: 'bonus',
      points: points(0),
      clauses: [clause],
    })
    const extras = { id: 'y', code: '2', weight: 0, points: points(0), children: [bonus] }
    expect(codes(sampleRubric({ categories: [sampleCategory(), sampleCategory(extras)] }))).toEqual([])
  })
})

describe('the tree', () => {
  test('children sum to what is printed; bonus, penalty and veto items stand outside', () => {
    const bonus = sampleItem({
      id: 'x-002',
      code: '1.2',
      kind: 'bonus',
      points: points(0),
      clauses: [{ id: 'a', form: 'bonus', text: '加', unit: '次', pointsPerUnit: whole(1), cap: whole(2) }],
    })
    const children = [sampleItem(), bonus]
    expect(codes(sampleRubric({ categories: [sampleCategory({ children })] }))).toEqual([])
    expect(codes(sampleRubric({ categories: [sampleCategory({ points: whole(3), children })] }))).toEqual([
      'points-sum',
    ])
  })

  test('ids and codes are unique over the whole tree', () => {
    const twice = sampleCategory({ points: whole(4), children: [sampleItem(), sampleItem()] })
    expect(codes(sampleRubric({ categories: [twice] }))).toEqual(['id-twice', 'code-twice'])
  })

  test('an empty group is named', () => {
    const group: Group = { id: 'g', code: '1.2', title: '空组', points: points(0), children: [] }
    const children = [sampleItem(), group]
    expect(codes(sampleRubric({ categories: [sampleCategory({ children })] }))).toEqual(['group-empty'])
  })

  test('a tree deeper than the limit is refused, however deep', () => {
    const nest = (depth: number): Group | Item => {
      let node: Group | Item = sampleItem()
      for (let level = 0; level < depth; level += 1) {
        node = { id: `g${level}`, code: `g${level}`, title: '组', points: whole(2), children: [node] }
      }
      return node
    }
    const deep = (depth: number) =>
      sampleRubric({ categories: [sampleCategory({ children: [nest(depth)] })] })
    expect(codes(deep(MAX_DEPTH - 2))).toEqual([])
    expect(codes(deep(MAX_DEPTH))).toEqual(['tree-too-deep'])
    expect(codes(deep(100_000))).toEqual(['tree-too-deep'])
  })

  test('a tree larger than the limit is refused', () => {
    const children = new Array(100_001).fill(sampleItem())
    expect(codes(sampleRubric({ categories: [sampleCategory({ children })] }))).toEqual(['tree-too-large'])
  })
})

describe('an item', () => {
  const twice = [...sampleItem().clauses, ...sampleItem().clauses]
  test.each<[string, Partial<Item>]>([
    ['points-of-kind', { points: points(0) }],
    ['points-of-kind', { kind: 'veto' }],
    ['no-clauses', { clauses: [] }],
    ['clause-id-twice', { clauses: twice }],
    ['no-methods', { methods: [] }],
    ['papers-missing', { methods: ['资料'] }],
    ['no-lead-unit', { units: { lead: [], support: ['交警支队'] } }],
    ['text-empty', { title: ' ' }],
    ['clause-in-wrong-kind', { kind: 'bonus', points: points(0) }],
  ])('%s', (code, overrides) => expect(withItem(overrides)).toContain(code))
})

describe('a clause', () => {
  const measure = { label: '率', unit: '%' }
  const tier = (id: string, bounds: object) => ({ id, label: id, outcome: { effect: 'zero' }, ...bounds })
  const tiers = (...list: object[]) => ({ form: 'tier', measure, tiers: list })
  const band = (min: number, max: number) => ({ id: `${min}`, label: '档', min, max })
  test.each<[string, object]>([
    ['size-above-item', { form: 'all-or-nothing', deduct: 2001 }],
    ['size-above-item', { form: 'per-occurrence', unit: '处', pointsPerUnit: 500, cap: 2001 }],
    ['size-not-positive', { form: 'per-occurrence', unit: '处', pointsPerUnit: 0 }],
    ['rate-above-cap', { form: 'per-occurrence', unit: '处', pointsPerUnit: 1500, cap: 1000 }],
    ['rate-or-severities', { form: 'per-occurrence', unit: '处' }],
    [
      'threshold-twice',
      {
        form: 'threshold',
        measure,
        thresholds: [1, 2].map(() => ({ cmp: '<', value: 1, outcome: { effect: 'zero' } })),
      },
    ],
    ['tiers-gap-or-overlap', tiers(tier('a', { min: 90_000 }), tier('b', { max: 80_000 }))],
    ['tiers-gap-or-overlap', tiers(tier('a', { min: 80_000 }), tier('b', { max: 90_000 }))],
    ['tiers-gap-or-overlap', tiers(tier('a', { min: 90_000, isMinOpen: true }), tier('b', { max: 90_000 }))],
    [
      'tiers-gap-or-overlap',
      tiers(tier('a', { min: 90_000 }), tier('b', { max: 90_000, isMaxClosed: true })),
    ],
    ['tiers-leave-values-out', tiers(tier('a', { min: 90_000 }), tier('b', { min: 60_000, max: 90_000 }))],
    ['tiers-leave-values-out', tiers(tier('a', { min: 90_000, max: 99_000 }), tier('b', { max: 90_000 }))],
    [
      'tiers-unordered',
      tiers(tier('a', { min: 80_000, max: 90_000 }), tier('b', { min: 90_000 }), tier('c', { max: 80_000 })),
    ],
    [
      'tier-empty',
      tiers(tier('a', { min: 90_000 }), tier('b', { min: 90_000, max: 90_000 }), tier('c', { max: 90_000 })),
    ],
    ['tier-bounds', tiers(tier('a', { min: 90_000 }), tier('b', {}))],
    ['id-twice-in-clause', tiers(tier('a', { min: 90_000 }), tier('a', { max: 90_000 }))],
    ['bands-unordered', { form: 'judgement', effect: 'deduct', bands: [band(500, 1000), band(900, 1500)] }],
    ['band-empty', { form: 'judgement', effect: 'deduct', bands: [band(1000, 500)] }],
    [
      'worth-above-item',
      {
        form: 'additive',
        parts: [
          { id: 'a', label: 'a', points: 1500 },
          { id: 'b', label: 'b', points: 1000 },
        ],
      },
    ],
    ['parts-sum', { form: 'additive', parts: [{ id: 'a', label: 'a', points: 1500 }] }],
    ['floor-out-of-range', { form: 'proportional', measure, base: 2000, fullAt: 90_000, floor: 90_000 }],
    ['grade-unknown', { form: 'veto', scope: 'grade', grade: '优良' }],
    ['grade-unknown', { form: 'veto', scope: 'grade' }],
    ['grade-not-wanted', { form: 'veto', scope: 'item', grade: '不合格' }],
    ['reach-short', { form: 'all-or-nothing', deduct: 1500 }],
    ['clause-for-person', { form: 'all-or-nothing', deduct: 'all', forPerson: true }],
  ])('%s', (code, clause) => expect(withClause(clause)).toContain(code))

  test('a threshold that gives takes everything where it is not met', () => {
    const outcome = { effect: 'gain', points: 2000 }
    expect(
      withClause({ form: 'threshold', measure, thresholds: [{ cmp: '>=', value: 90_000, outcome }] }),
    ).toEqual([])
  })

  test('a clause is named by its place', () => {
    const [first] = proveRubric(
      sampleRubric({
        categories: [
          sampleCategory({
            children: [
              sampleItem({ clauses: [{ id: 'b', form: 'all-or-nothing', text: '…', deduct: whole(3) }] }),
            ],
          }),
        ],
      }),
    )
    expect(first).toEqual({ code: 'size-above-item', level: 'error', place: '1.1/b', detail: '3 > 2' })
  })
})
