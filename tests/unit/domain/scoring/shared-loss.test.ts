import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { splitLoss, unitLosses } from '../../../../shared/domain/scoring/loss-share'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { flag, n, v } from './check-form'
import { type Bare, CLEAR, categoryOf, itemOf, rubricOf, scored, sheetOf } from './small-standard'

const each = (size: number, cap?: number): Bare => ({
  form: 'per-occurrence',
  unit: '处',
  pointsPerUnit: points(size),
  ...(cap === undefined ? {} : { cap: points(cap) }),
})
const p = points

describe('clauses that share a cap', () => {
  const rubric = rubricOf([])
  const item = itemOf('i', 5_000, [each(500), each(500, 1_000), each(100)], {
    sharedCaps: [{ clauses: ['a', 'b'], cap: p(2_000) }],
  })
  const two = itemOf('i', 9_000, [each(500), each(500), each(500), each(500)], {
    sharedCaps: [
      { clauses: ['a', 'b'], cap: p(1_000) },
      { clauses: ['c', 'd'], cap: p(2_000) },
    ],
  })

  it.each<[what: string, item: Item, mark: ItemMark, lost: number]>([
    ['one of them, under it', item, scored({ a: n(3) }), 1_500],
    ['one of them, past it', item, scored({ a: n(9) }), 2_000],
    ['both, just at it', item, scored({ a: n(2), b: n(2) }), 2_000],
    ['both, past it', item, scored({ a: n(3), b: n(2) }), 2_000],
    ['a third is not under it', item, scored({ a: n(3), b: n(2), c: n(3) }), 2_300],
    ['the third alone', item, scored({ c: n(9) }), 900],
    ['two caps, each by itself', two, scored({ a: n(2), b: n(2), c: n(3), d: n(3) }), 3_000],
    ['one of two caps reached', two, scored({ a: n(2), b: n(2), c: n(1) }), 1_500],
    ['never past the item', item, scored({ a: n(9), b: n(9), c: n(99) }), 5_000],
  ])('%s', (_what, one, mark, lost) => {
    expect(scoreItem(rubric, one, mark).lost).toBe(lost)
  })

  it('leaves an open item what they leave', () => {
    expect(scoreItem(rubric, two).low).toBe(6_000)
    expect(
      scoreItem(
        rubric,
        itemOf('i', 5_000, [each(500), each(500)], { sharedCaps: [{ clauses: ['a', 'b'], cap: p(2_000) }] }),
      ).low,
    ).toBe(3_000)
  })

  it('holds what a rank may still take, too', () => {
    const rank: Bare = {
      form: 'rank',
      measure: { label: '满意度', unit: '%' },
      first: 'highest',
      steps: [
        { id: 'a', label: '前3名', to: 3, outcome: { effect: 'full' } },
        { id: 'b', label: '其余', outcome: { effect: 'deduct', points: p(1_500) } },
      ],
    }
    const one = itemOf('i', 5_000, [rank, each(500)], {
      sharedCaps: [{ clauses: ['a', 'b'], cap: p(2_000) }],
    })
    expect(scoreItem(rubric, one, scored({ a: v(80_000), b: n(2) }))).toMatchObject({
      low: 3_000,
      high: 4_000,
    })
  })
})

const answering = (parts: readonly number[], lead: readonly string[] = []): Item =>
  itemOf('i', 3_000, [each(1)], {
    units: { lead, support: ['配合单位'] },
    ...(parts.length === 0
      ? {}
      : { lossShares: parts.map((share, at) => ({ unit: '甲乙丙'[at] ?? '', parts: share })) }),
  })

describe('splitLoss', () => {
  it.each<[what: string, item: Item, lost: number, parts: readonly (readonly [string, number])[]]>([
    [
      '2:8',
      answering([2, 8]),
      1_000,
      [
        ['甲', 200],
        ['乙', 800],
      ],
    ],
    [
      'one of them answers for nothing',
      answering([0, 5]),
      700,
      [
        ['甲', 0],
        ['乙', 700],
      ],
    ],
    // 1000 ÷ 3: the first of equal remainders takes the thousandth.
    [
      'thirds',
      answering([1, 1, 1]),
      1_000,
      [
        ['甲', 334],
        ['乙', 333],
        ['丙', 333],
      ],
    ],
    [
      'thirds of two more',
      answering([1, 1, 1]),
      1_001,
      [
        ['甲', 334],
        ['乙', 334],
        ['丙', 333],
      ],
    ],
    // 10 × 1 ÷ 6 = 1.67, 10 × 2 ÷ 6 = 3.33, 10 × 3 ÷ 6 = 5: the largest remainder is the first's.
    [
      'the largest remainder',
      answering([1, 2, 3]),
      10,
      [
        ['甲', 2],
        ['乙', 3],
        ['丙', 5],
      ],
    ],
    [
      'the largest remainder is a later one’s',
      answering([3, 2, 1]),
      10,
      [
        ['甲', 5],
        ['乙', 3],
        ['丙', 2],
      ],
    ],
    [
      'less than there are parts',
      answering([1, 1, 1]),
      1,
      [
        ['甲', 1],
        ['乙', 0],
        ['丙', 0],
      ],
    ],
    [
      'lead units equally where nothing is said',
      answering([], ['城管局', '住建局']),
      300,
      [
        ['城管局', 150],
        ['住建局', 150],
      ],
    ],
    ['named parts before lead units', answering([1], ['城管局']), 300, [['甲', 300]]],
    ['nobody', answering([]), 300, []],
    ['parts of nothing', answering([0, 0]), 300, []],
    ['nothing lost', answering([2, 8]), 0, []],
    ['less than nothing', answering([2, 8]), -5, []],
    [
      'the largest numbers of the format',
      answering([999, 1]),
      1_000_000_000,
      [
        ['甲', 999_000_000],
        ['乙', 1_000_000],
      ],
    ],
  ])('%s', (_what, item, lost, parts) => {
    expect(splitLoss(item, p(lost)).map(({ unit, lost: part }) => [unit, part])).toEqual(parts)
  })
})

describe('unitLosses', () => {
  const unit = (id: string, lead: readonly string[], more: Partial<Item> = {}) =>
    itemOf(id, 3_000, [each(100), { form: 'veto', scope: 'item' }], { units: { lead, support: [] }, ...more })
  const rubric = rubricOf([
    categoryOf('x', 5_000, [unit('i', ['城管局']), unit('j', ['住建局', '城管局'])]),
    categoryOf('y', 5_000, [
      unit('k', [], {
        lossShares: [
          { unit: '园林局', parts: 3 },
          { unit: '交警队', parts: 1 },
        ],
      }),
    ]),
  ])

  it('sums over the sheet, most first, then by name', () => {
    const score = scoreSheet(
      rubric,
      sheetOf({ i: scored({ a: n(2) }), j: scored({ a: n(4) }), k: scored({ a: n(8) }) }),
    )
    expect(unitLosses(rubric, score)).toEqual([
      { unit: '园林局', lost: 600 },
      { unit: '城管局', lost: 400 },
      { unit: '交警队', lost: 200 },
      { unit: '住建局', lost: 200 },
    ])
  })

  it('names units that lost the same in order of their names, however they come', () => {
    const names = ['丁', '甲', '丙', '乙', '戊']
    const equal = rubricOf([
      categoryOf(
        'x',
        10_000,
        names.map((name, at) => unit(`i${at}`, [name])),
      ),
    ])
    const marks = Object.fromEntries(names.map((_name, at) => [`i${at}`, scored({ a: n(1) })]))
    expect(unitLosses(equal, scoreSheet(equal, sheetOf(marks))).map((one) => one.unit)).toEqual(
      [...names].sort(),
    )
  })

  it('is nobody’s where nothing was lost or nothing was checked', () => {
    expect(unitLosses(rubric, scoreSheet(rubric, sheetOf({})))).toEqual([])
    expect(unitLosses(rubric, scoreSheet(rubric, sheetOf({ i: CLEAR, j: CLEAR, k: CLEAR })))).toEqual([])
  })

  it('counts what goes beyond the item', () => {
    const beyond = rubricOf([
      categoryOf('x', 10_000, [
        itemOf(
          'i',
          3_000,
          [
            { form: 'veto', scope: 'item' },
            { form: 'overflow', mode: 'add', points: p(500) },
          ],
          {
            units: { lead: ['城管局'], support: [] },
          },
        ),
      ]),
    ])
    expect(unitLosses(beyond, scoreSheet(beyond, sheetOf({ i: scored({ a: flag }) })))).toEqual([
      { unit: '城管局', lost: 3_500 },
    ])
  })
})
