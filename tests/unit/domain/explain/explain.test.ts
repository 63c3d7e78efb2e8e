import { describe, expect, test } from 'vitest'
import { explain, explainSheet } from '../../../../shared/domain/explain/explain-sheet'
import type { Explanation } from '../../../../shared/domain/explain/explanation'
import { writeExpression, writeUnrounded } from '../../../../shared/domain/explain/write-expression'
import { type Milli, points } from '../../../../shared/domain/points'
import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import { UNTOUCHED } from '../../../../shared/domain/sheet/mark'
import {
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rounding,
  rubricOf,
  scored,
  sheetOf,
} from '../scoring/small-standard'

const litter = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200), cap: points(1_000) } as const

function node(rubric: Rubric, items: Parameters<typeof sheetOf>[0], id: string): Explanation {
  const found = explain(rubric, sheetOf(items), id)
  if (found === null) throw new Error(`no node ${id}`)
  return found
}

const words = ({ best }: Explanation) => `${writeExpression(best.sum)} = ${best.value / 1000}`
const codes = ({ notes }: Explanation) => notes.map(({ code }) => code)
const detail = ({ notes }: Explanation, code: string) => notes.find((one) => one.code === code)?.detail

describe('an item in figures', () => {
  const item = itemOf('1.1', 3_000, [litter, { form: 'all-or-nothing', deduct: points(2_500) }])
  const rubric = rubricOf([categoryOf('1', 10_000, [item])])

  test('a cap that bites, and the floor', () => {
    const marks = { a: { kind: 'count', n: 6 }, b: { kind: 'flag' } } as const
    const explained = node(rubric, { '1.1': scored(marks) }, '1.1')
    expect(words(explained)).toBe('3 − min(1 + 2.5, 3) = 0')
    expect(codes(explained)).toContain('floored')
    const clause = node(rubric, { '1.1': scored(marks) }, '1.1/a')
    expect(words(clause)).toBe('min(6 × 0.2, 1) = 1')
    expect(clause.facts).toEqual(['6处'])
    expect(detail(clause, 'capped')).toBe('1')
    expect(clause.wording).toBe('每发现一处扣分')
  })

  test('where it was, why, and that it is counted elsewhere', () => {
    const mark = {
      value: { kind: 'count', n: 2 } as const,
      reason: '沿街堆放',
      place: '人民路12号',
      sameAs: { item: '9', clause: 'a' },
    }
    const clause = node(rubric, { '1.1': { ...UNTOUCHED, status: 'scored', marks: { a: mark } } }, '1.1/a')
    expect(detail(clause, 'place')).toBe('人民路12号')
    expect(detail(clause, 'reason')).toBe('沿街堆放')
    expect(detail(clause, 'counted-elsewhere')).toBe('9/a')
    expect(clause.best.value).toBe(0)
  })

  test('while nobody has looked, what each clause can take', () => {
    const open = node(rubric, {}, '1.1')
    expect([open.worst.value, open.best.value]).toEqual([0, 3_000])
    expect(writeExpression(open.worst.sum)).toBe('3 − min(1 + 2.5, 3)')
    expect(codes(open)).toContain('unchecked')
  })

  test('a node that is not there', () => {
    expect(explain(rubric, sheetOf({}), '7.7')).toBeNull()
    expect(explain(rubric, sheetOf({}), '1.1/z')).toBeNull()
  })
})

describe('exclusions in figures', () => {
  const pair = [
    itemOf('1.1', 3_000, [litter], { exclusion: 'normalise' }),
    itemOf('1.2', 7_000, [litter], { exclusion: 'normalise' }),
  ]
  const items = { '1.1': excludedFor('无此设施'), '1.2': scored({ a: { kind: 'count', n: 2 } }) }

  test('made good in the category', () => {
    const category = node(rubricOf([categoryOf('1', 10_000, pair)]), items, '1')
    expect(words(category)).toBe('6.6 ÷ 7 × 10 = 9.43')
    expect(detail(category, 'normalised')).toBe('7 / 10')
    expect(writeUnrounded(category.best.sum)).toBe('9.428571…')
  })

  test('made good in the group: the category adds the group', () => {
    const group = { id: 'g', code: '1', title: '保洁', points: points(10_000), children: pair }
    const rubric = rubricOf([categoryOf('1', 10_000, [group])], { exclusionScope: 'group' })
    expect(words(node(rubric, items, 'g'))).toBe('6.6 ÷ 7 × 10 = 9.429')
    // The group rounds as items do, to thousandths, the category to hundredths.
    expect(words(node(rubric, items, '1'))).toBe('9.429 = 9.43')
  })

  test('made good in the total: the category weighs less', () => {
    const other = itemOf('2.1', 10_000, [litter])
    const rubric = rubricOf([categoryOf('1', 4_000, pair), categoryOf('2', 6_000, [other])], {
      exclusionScope: 'total',
    })
    expect(words(node(rubric, { ...items, '2.1': CLEAR }, 'total'))).toBe(
      '(40 × 6.6 ÷ 10 + 60 × 10 ÷ 10) ÷ (40 × 7 ÷ 10 + 60) × 100 = 98.18',
    )
  })

  test('the lowest figure leaves out what would raise it, and says so', () => {
    const half = [itemOf('1.1', 10_000, [litter], { exclusion: 'normalise' }), itemOf('1.2', 1_000, [litter])]
    const category = node(rubricOf([categoryOf('1', 10_000, half)]), {}, '1')
    expect(category.worst.value).toBe(0)
    expect(detail(category, 'worst-leaves-out')).toBe('1 · 1 / 11')
  })
})

describe('what stands beside the sums', () => {
  test('bonus and penalty on the total, each under its cap', () => {
    const rubric = rubricOf(
      [
        categoryOf('1', 10_000, [
          itemOf('1.1', 10_000, [litter]),
          itemOf('1.2', 0, [{ form: 'bonus', unit: '项', pointsPerUnit: points(2_000), cap: points(9_000) }]),
          itemOf('1.3', 0, [{ form: 'penalty', unit: '次', pointsPerUnit: points(3_000) }], {
            kind: 'penalty',
          }),
        ]),
      ],
      { bonusCap: points(3_000) },
    )
    const total = node(
      rubric,
      {
        '1.1': scored({ a: { kind: 'count', n: 5 } }),
        '1.2': scored({ a: { kind: 'count', n: 2 } }),
        '1.3': scored({ a: { kind: 'count', n: 1 } }),
      },
      'total',
    )
    expect(words(total)).toBe('100 × 9 ÷ 10 ÷ 100 × 100 + min(4, 3) − 3 = 90')
    expect(detail(total, 'bonus-cap')).toBe('3')
  })

  test('vetoes and guarantees, in force and still to come', () => {
    const veto = itemOf('1.2', 0, [{ form: 'veto', scope: 'category' }], { kind: 'veto' })
    const grade = itemOf('2.2', 0, [{ form: 'veto', scope: 'grade', grade: '不合格' }], { kind: 'veto' })
    const rubric = rubricOf(
      [
        categoryOf('1', 5_000, [itemOf('1.1', 10_000, [litter]), veto]),
        categoryOf('2', 5_000, [itemOf('2.1', 500, [litter]), grade]),
      ],
      {
        guarantees: [
          {
            id: 'g',
            text: '保证项得零分的，总分为零',
            items: ['2.1'],
            anyAtZero: true,
            zeroes: { scope: 'total' },
          },
        ],
      },
    )
    const open = explainSheet(rubric, sheetOf({}))
    expect(open.worst.value).toBe(0)
    expect(detail(open, 'may-be-forfeited')).toBe('保证项得零分的，总分为零')
    expect(detail(open, 'may-veto-grade')).toBe('不合格 ← 2.2')
    expect(detail(node(rubric, {}, '1'), 'may-be-vetoed')).toBe('1.2')
    const broken = sheetOf({ '2.1': scored({ a: { kind: 'count', n: 9 } }) })
    expect(detail(explainSheet(rubric, broken), 'forfeited')).toBe('保证项得零分的，总分为零')
    expect(codes(node(rubric, { '1.2': scored({ a: { kind: 'flag' } }) }, '1'))).toContain('veto-category')
  })
})

test('a table that a veto may still take, and a guarantee that can no longer break', () => {
  const kept = itemOf('1.1', 10_000, [litter])
  const veto = itemOf('1.2', 0, [{ form: 'veto', scope: 'total' }], { kind: 'veto' })
  const rubric = rubricOf([categoryOf('1', 10_000, [kept, veto])], {
    guarantees: [{ id: 'g', text: '保证项', items: ['1.1'], anyAtZero: true, zeroes: { scope: 'total' } }],
  })
  const total = node(rubric, { '1.1': CLEAR }, 'total')
  expect([total.worst.value, total.best.value]).toEqual([0, 100_000])
  expect(detail(total, 'may-be-vetoed')).toBe('1.2')
  expect(codes(total)).not.toContain('may-be-forfeited')
})

test('a mean over places that rounding brings past its cap stays under it', () => {
  const item = itemOf('1.1', 3_000, [
    {
      form: 'per-occurrence',
      unit: '处',
      pointsPerUnit: points(100),
      cap: points(700),
      aggregate: 'mean',
    },
  ])
  const levels = {
    item: rounding('half-up', 500),
    category: rounding('half-up', 1),
    total: rounding('half-up', 1),
  }
  const rubric = rubricOf([categoryOf('1', 10_000, [item])], { rounding: levels })
  const at = [7, 9].map((n) => ({ place: `${n}号`, value: { kind: 'count', n } as const }))
  const clause = node(rubric, { '1.1': scored({ a: { kind: 'places', at } }) }, '1.1/a')
  expect(clause.best.value).toBe(500)
  const higher = rubricOf(
    [
      categoryOf('1', 10_000, [
        { ...item, clauses: item.clauses.map((one) => ({ ...one, cap: points(800) })) },
      ]),
    ],
    {
      rounding: levels,
    },
  )
  const most = [8, 9].map((n) => ({ place: `${n}号`, value: { kind: 'count', n } as const }))
  expect(words(node(higher, { '1.1': scored({ a: { kind: 'places', at: most } }) }, '1.1/a'))).toBe(
    'min([(8 × 0.1 + min(9 × 0.1, 0.8)) ÷ 2], 0.8) = 0.8',
  )
})

test.each([
  [{ kind: 'value', value: 87_500 as Milli } as const, null],
  [{ kind: 'value', value: 87_333 as Milli } as const, '1.91675'],
])('what was rounded off is written out: %o', (value, exact) => {
  const linear = {
    form: 'linear',
    measure: { label: '清扫率', unit: '%' },
    from: 95_000 as Milli,
    direction: 'below',
    per: 1_000 as Milli,
    pointsPerUnit: points(250),
    partial: 'exact',
  } as const
  const rubric = rubricOf([categoryOf('1', 10_000, [itemOf('1.1', 5_000, [linear])])])
  const clause = node(rubric, { '1.1': scored({ a: value }) }, '1.1/a')
  expect(writeUnrounded(clause.best.sum)).toBe(exact)
})
