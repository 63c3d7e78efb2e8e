import { describe, expect, it } from 'vitest'
import { points, type RoundingMode } from '../../../../shared/domain/points'
import type { ExclusionMode, Item } from '../../../../shared/domain/rubric/rubric'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { ItemMark, MarkValue } from '../../../../shared/domain/sheet/mark'
import {
  type Bare,
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rounding,
  rubricOf,
  scored,
  sheetOf,
} from './small-standard'

const p = points
const n = (count: number): MarkValue => ({ kind: 'count', n: count })
const flag: MarkValue = { kind: 'flag' }
const OUT = excludedFor('辖区内无此设施')
const each = (size: number, cap?: number): Bare =>
  cap === undefined
    ? { form: 'per-occurrence', unit: '处', pointsPerUnit: p(size) }
    : { form: 'per-occurrence', unit: '处', pointsPerUnit: p(size), cap: p(cap) }
const all: Bare = { form: 'all-or-nothing', deduct: 'all' }
const veto = (scope: 'item' | 'category' | 'grade', grade?: string): Bare =>
  grade === undefined ? { form: 'veto', scope } : { form: 'veto', scope, grade }
const range = ({ low, high }: { readonly low: number; readonly high: number }) => [low, high]

describe('an item', () => {
  const item = itemOf('i', 3_000, [each(200, 1_000), each(500, 1_500), veto('item')])
  const rubric = rubricOf([categoryOf('c', 10_000, [item])])

  it.each<[what: string, mark: ItemMark | undefined, low: number, high: number, lost: number]>([
    ['unchecked: from all that can be lost to everything', undefined, 0, 3_000, 0],
    ['clear', CLEAR, 3_000, 3_000, 0],
    ['one clause', scored({ a: n(2) }), 2_600, 2_600, 400],
    ['two clauses, each under its cap', scored({ a: n(9), b: n(9) }), 500, 500, 2_500],
    ['a veto takes all', scored({ c: flag }), 0, 0, 3_000],
    ['never below nothing', scored({ a: n(9), b: n(9), c: flag }), 0, 0, 3_000],
  ])('%s', (_what, mark, low, high, lost) => {
    expect(scoreItem(rubric, item, mark)).toMatchObject({ low, high, lost, full: 3_000, due: 3_000 })
  })

  it.each<[mode: ExclusionMode, open: number, due: number, gets: number, lost: number]>([
    ['normalise', 2_000, 0, 0, 0],
    ['full-marks', 2_000, 3_000, 3_000, 0],
    ['leave-out', 0, 3_000, 0, 3_000],
  ])('%s: unchecked from %i; excluded it is due %i and gets %i', (exclusion, open, due, gets, lost) => {
    const one = itemOf('i', 3_000, [each(200, 1_000)], { exclusion })
    expect(range(scoreItem(rubric, one))).toEqual([open, 3_000])
    expect(scoreItem(rubric, one, OUT)).toMatchObject({
      due,
      low: gets,
      high: gets,
      lost,
      status: 'excluded',
    })
  })

  it('lists its marked clauses in printed order', () => {
    const score = scoreItem(rubric, item, scored({ b: n(4), a: n(1) }))
    expect(score.clauses.map(({ clause, lost, isCapped }) => [clause, lost, isCapped])).toEqual([
      ['a', 200, false],
      ['b', 1_500, true],
    ])
  })

  it.each<[size: number, rate: number, count: number, halfUp: number, halfEven: number, truncate: number]>([
    [3_000, 25, 1, 3_000, 3_000, 2_950],
    [3_000, 25, 3, 2_950, 2_900, 2_900],
    [3_000, 8, 2, 3_000, 3_000, 2_950],
    [3_000, 8, 4, 2_950, 2_950, 2_950],
    [3_030, 1, 1, 3_030, 3_030, 3_000],
    [3_030, 1, 0, 3_030, 3_030, 3_030],
  ])('rounded to 0.05: %i less %i × %i', (size, rate, count, halfUp, halfEven, truncate) => {
    const one = itemOf('i', size, [each(rate)])
    const mark = count === 0 ? CLEAR : scored({ a: n(count) })
    const low = (mode: RoundingMode) => {
      const item = rounding(mode, 50)
      return scoreItem({ ...rubric, rounding: { ...rubric.rounding, item } }, one, mark).low
    }
    expect([low('half-up'), low('half-even'), low('truncate')]).toEqual([halfUp, halfEven, truncate])
  })
})

describe('a category', () => {
  const of = (modes: readonly ExclusionMode[]) =>
    rubricOf([
      categoryOf(
        'c',
        10_000,
        modes.map((exclusion, at) => itemOf(`i${at + 1}`, (at + 1) * 10_000, [all], { exclusion })),
      ),
    ])
  const only = (modes: readonly ExclusionMode[], marks: Readonly<Record<string, ItemMark>>) => {
    const [category] = scoreSheet(of(modes), sheetOf(marks)).categories
    if (category === undefined) throw new Error('no category')
    return category
  }

  it.each<
    [
      what: string,
      modes: readonly ExclusionMode[],
      marks: Record<string, ItemMark>,
      low: number,
      high: number,
      due: number,
    ]
  >([
    ['all clear', ['not-allowed', 'not-allowed'], { i1: CLEAR, i2: CLEAR }, 30_000, 30_000, 30_000],
    ['all unchecked', ['not-allowed', 'not-allowed'], {}, 0, 30_000, 30_000],
    ['half done', ['not-allowed', 'not-allowed'], { i1: CLEAR }, 10_000, 30_000, 30_000],
    // 10 of the 40 left are lost: 60 × 30 ÷ 40
    [
      'normalised',
      ['not-allowed', 'normalise', 'not-allowed'],
      { i1: scored({ a: flag }), i2: OUT, i3: CLEAR },
      45_000,
      45_000,
      40_000,
    ],
    [
      'full marks',
      ['not-allowed', 'full-marks', 'not-allowed'],
      { i1: scored({ a: flag }), i2: OUT, i3: CLEAR },
      50_000,
      50_000,
      60_000,
    ],
    [
      'left out',
      ['not-allowed', 'leave-out', 'not-allowed'],
      { i1: scored({ a: flag }), i2: OUT, i3: CLEAR },
      30_000,
      30_000,
      60_000,
    ],
    // 10 of 30: 60 × 1 ÷ 3, and rounding to 0.01
    [
      'thirds',
      ['not-allowed', 'not-allowed', 'normalise'],
      { i1: CLEAR, i2: scored({ a: flag }), i3: OUT },
      20_000,
      20_000,
      30_000,
    ],
    [
      'sevenths',
      ['normalise', 'not-allowed', 'not-allowed', 'not-allowed'],
      { i1: OUT, i2: CLEAR, i3: scored({ a: flag }), i4: scored({ a: flag }) },
      22_220,
      22_220,
      90_000,
    ],
    ['all excluded', ['normalise', 'normalise'], { i1: OUT, i2: OUT }, 0, 0, 0],
  ])('%s', (_what, modes, marks, low, high, due) => {
    const category = only(modes, marks)
    expect([category.low, category.high, category.due]).toEqual([low, high, due])
  })

  it('has no score and no grade where every item is excluded, and says so', () => {
    expect(only(['normalise', 'normalise'], { i1: OUT, i2: OUT })).toMatchObject({
      isLeftOut: true,
      gradeLow: '',
      gradeHigh: '',
      checked: 2,
      count: 2,
    })
  })

  it('counts what may still be normalised out where that is the lowest', () => {
    const safe = itemOf('safe', 50_000, [each(1_000, 5_000)], { exclusion: 'normalise' })
    const bad = itemOf('bad', 50_000, [all])
    const rubric = rubricOf([categoryOf('c', 10_000, [safe, bad])])
    const half = itemOf('half', 50_000, [each(1_000, 25_000)])
    const mixed = rubricOf([categoryOf('c', 10_000, [safe, half])])
    // Lost one: with 'safe' excluded 0 of 50; otherwise 45 of 100.
    expect(range(scoreSheet(rubric, sheetOf({ bad: scored({ a: flag }) })))).toEqual([0, 50_000])
    expect(range(scoreSheet(rubric, sheetOf({ bad: CLEAR })))).toEqual([95_000, 100_000])
    expect(range(scoreSheet(mixed, sheetOf({ half: scored({ a: n(25) }) })))).toEqual([50_000, 75_000])
  })

  it('rounds to its step and never past its full marks', () => {
    const rubric = rubricOf([categoryOf('c', 10_000, [itemOf('i', 1_006, [each(1)])])], {
      rounding: {
        item: rounding('half-up', 1),
        category: rounding('half-up', 10),
        total: rounding('half-up', 1),
      },
    })
    const score = (mark: ItemMark) => scoreSheet(rubric, sheetOf({ i: mark })).categories[0]?.low
    expect([score(CLEAR), score(scored({ a: n(1) })), score(scored({ a: n(2) }))]).toEqual([
      1_006, 1_006, 1_000,
    ])
  })
})

describe('the total', () => {
  const flat = (id: string, weight: number, more: Partial<Item> = {}) =>
    categoryOf(id, weight, [itemOf(`${id}1`, 40_000, [all], more), itemOf(`${id}2`, 60_000, [all], more)])
  const two = rubricOf([flat('x', 7_000), flat('y', 3_000)])

  it.each<
    [what: string, marks: Record<string, ItemMark>, low: number, high: number, grades: [string, string]]
  >([
    ['nothing checked', {}, 0, 100_000, ['不合格', '优秀']],
    ['all clear', { x1: CLEAR, x2: CLEAR, y1: CLEAR, y2: CLEAR }, 100_000, 100_000, ['优秀', '优秀']],
    [
      'weights: 0.7 × 60 + 0.3 × 100',
      { x1: scored({ a: flag }), x2: CLEAR, y1: CLEAR, y2: CLEAR },
      72_000,
      72_000,
      ['合格', '合格'],
    ],
    ['one open', { x1: CLEAR, x2: CLEAR, y1: CLEAR }, 82_000, 100_000, ['良好', '优秀']],
    [
      'at a grade’s edge',
      { x1: CLEAR, x2: CLEAR, y1: scored({ a: flag }), y2: CLEAR },
      88_000,
      88_000,
      ['良好', '良好'],
    ],
  ])('%s', (_what, marks, low, high, grades) => {
    const score = scoreSheet(two, sheetOf(marks))
    expect([score.low, score.high]).toEqual([low, high])
    expect([score.gradeLow, score.gradeHigh]).toEqual(grades)
  })

  it('is normalised over the categories that are not left out', () => {
    const rubric = rubricOf([flat('x', 7_000), flat('y', 3_000, { exclusion: 'normalise' })])
    const marks = { x1: scored({ a: flag }), x2: CLEAR, y1: OUT, y2: OUT }
    expect(range(scoreSheet(rubric, sheetOf(marks)))).toEqual([60_000, 60_000])
  })

  it('counts a category that may still be left out where that is the lowest', () => {
    const y = categoryOf('y', 3_000, [
      itemOf('y1', 100_000, [each(1_000, 20_000)], { exclusion: 'normalise' }),
    ])
    const rubric = rubricOf([flat('x', 7_000), y])
    // y is worth 80 at least: with it (0.7 × 60 + 0.3 × 80) 66, without it 60.
    const marks = { x1: scored({ a: flag }), x2: CLEAR }
    expect(range(scoreSheet(rubric, sheetOf(marks)))).toEqual([60_000, 72_000])
    expect(range(scoreSheet(rubric, sheetOf({ ...marks, y1: OUT })))).toEqual([60_000, 60_000])
    expect(range(scoreSheet(rubric, sheetOf({ x1: CLEAR, x2: CLEAR })))).toEqual([94_000, 100_000])
  })

  it('keeps no score of the same category under another rounding', () => {
    const x = categoryOf('x', 10_000, [itemOf('x1', 100_000, [each(333)])])
    const marks = { x1: scored({ a: n(1) }) }
    const coarse = {
      item: rounding('half-up', 1_000),
      category: rounding('half-up', 1_000),
      total: rounding('half-up', 1_000),
    }
    expect(range(scoreSheet(rubricOf([x]), sheetOf(marks)))).toEqual([99_670, 99_670])
    const rounded = scoreSheet(rubricOf([x], { rounding: coarse }), sheetOf(marks))
    expect([range(rounded), rounded.categories[0]?.low]).toEqual([[100_000, 100_000], 100_000])
    expect(scoreSheet(rubricOf([x]), sheetOf(marks)).categories[0]?.low).toBe(99_670)
    expect(range(scoreSheet(rubricOf([x]), sheetOf(marks)))).toEqual([99_670, 99_670])
  })

  it('is nothing where everything is excluded', () => {
    const rubric = rubricOf([flat('x', 10_000, { exclusion: 'normalise' })])
    expect(range(scoreSheet(rubric, sheetOf({ x1: OUT, x2: OUT })))).toEqual([0, 0])
  })

  it.each<[count: number, bonus: number, total: number]>([
    [1, 2_000, 90_000],
    [2, 4_000, 92_000],
    [3, 5_000, 93_000],
    [9, 5_000, 93_000],
  ])('a bonus of %i × 2 is %i under the cap, on the weighted total', (count, bonus, total) => {
    const extra = itemOf('b', 0, [{ form: 'bonus', unit: '项', pointsPerUnit: p(2_000), cap: p(8_000) }])
    const rubric = rubricOf([
      flat('x', 7_000),
      { ...flat('y', 3_000), children: [...flat('y', 1).children, extra] },
    ])
    const marks = { x1: CLEAR, x2: CLEAR, y1: scored({ a: flag }), y2: CLEAR }
    expect(range(scoreSheet(rubric, sheetOf(marks)))).toEqual([88_000, 93_000])
    const score = scoreSheet(rubric, sheetOf({ ...marks, b: scored({ a: n(count) }) }))
    expect([score.bonus, score.low, score.high]).toEqual([bonus, total, total])
  })

  it.each<[count: number, penalty: number, total: number]>([
    [1, 3_000, 85_000],
    [3, 9_000, 79_000],
    [4, 10_000, 78_000],
  ])('a penalty of %i × 3 is %i under the cap', (count, penalty, total) => {
    const extra = itemOf('q', 0, [{ form: 'penalty', unit: '次', pointsPerUnit: p(3_000) }], {
      kind: 'penalty',
    })
    const rubric = rubricOf([
      flat('x', 7_000),
      { ...flat('y', 3_000), children: [...flat('y', 1).children, extra] },
    ])
    const marks = { x1: CLEAR, x2: CLEAR, y1: scored({ a: flag }), y2: CLEAR }
    expect(range(scoreSheet(rubric, sheetOf(marks)))).toEqual([78_000, 88_000])
    const score = scoreSheet(rubric, sheetOf({ ...marks, q: scored({ a: n(count) }) }))
    expect([score.penalty, score.low]).toEqual([penalty, total])
  })

  it('never falls below nothing', () => {
    const extra = itemOf('q', 0, [{ form: 'penalty', unit: '次', pointsPerUnit: p(3_000) }], {
      kind: 'penalty',
    })
    const rubric = rubricOf([{ ...flat('x', 10_000), children: [...flat('x', 1).children, extra] }])
    const marks = { x1: scored({ a: flag }), x2: scored({ a: flag }), q: scored({ a: n(2) }) }
    expect(range(scoreSheet(rubric, sheetOf(marks)))).toEqual([0, 0])
  })
})

describe('a grade', () => {
  it('is none where the lowest is not reached, and the worse of several', () => {
    const item = itemOf('i', 100_000, [each(1_000)])
    const rubric = rubricOf([categoryOf('c', 10_000, [item])], {
      grades: [{ name: '合格', from: p(60_000) }],
    })
    const grades = (count: number) => {
      const { gradeLow, categories } = scoreSheet(rubric, sheetOf({ i: scored({ a: n(count) }) }))
      return [gradeLow, categories[0]?.gradeLow]
    }
    expect([grades(40), grades(41)]).toEqual([
      ['合格', '合格'],
      ['', ''],
    ])
  })
})

describe('a score kept in memory', () => {
  const rubric = rubricOf([
    categoryOf('x', 5_000, [itemOf('x1', 50_000, [all]), itemOf('x2', 50_000, [all])]),
    categoryOf('y', 5_000, [itemOf('y1', 100_000, [all])]),
  ])

  it('is the very same for a category whose marks are the same', () => {
    const memory = new WeakMap()
    const before = scoreSheet(rubric, sheetOf({ x1: CLEAR, y1: CLEAR }), memory)
    const after = scoreSheet(rubric, sheetOf({ x1: CLEAR, x2: CLEAR, y1: CLEAR }), memory)
    expect(after.categories[1]).toBe(before.categories[1])
    expect(after.categories[0]).not.toBe(before.categories[0])
    expect(after.items[0]).toBe(before.items[0])
    expect(after.items[1]).not.toBe(before.items[1])
    expect(after.items[2]).toBe(before.items[2])
    expect([range(before), range(after)]).toEqual([
      [75_000, 100_000],
      [100_000, 100_000],
    ])
  })
})

describe('a veto', () => {
  const vetoing = (clause: Bare) => {
    const red = itemOf('red', 0, [clause], { kind: 'veto' })
    const x = categoryOf('x', 7_000, [itemOf('x1', 100_000, [all], { exclusion: 'normalise' }), red])
    return rubricOf([x, categoryOf('y', 3_000, [itemOf('y1', 100_000, [all])])])
  }
  const done = { x1: CLEAR, y1: CLEAR }

  it('on a category: threatens while unchecked, then takes the category', () => {
    const rubric = vetoing(veto('category'))
    expect(range(scoreSheet(rubric, sheetOf(done)))).toEqual([30_000, 100_000])
    expect(range(scoreSheet(rubric, sheetOf({ ...done, red: CLEAR })))).toEqual([100_000, 100_000])
    const score = scoreSheet(rubric, sheetOf({ ...done, red: scored({ a: flag }) }))
    expect([range(score), score.vetoedBy, score.categories[0]?.isVetoed]).toEqual([
      [30_000, 30_000],
      ['red'],
      true,
    ])
  })

  it('on a category whose other items are all excluded: the category counts nothing, it is not left out', () => {
    const rubric = vetoing(veto('category'))
    const score = scoreSheet(rubric, sheetOf({ x1: OUT, y1: CLEAR, red: scored({ a: flag }) }))
    expect([range(score), score.categories[0]?.isLeftOut]).toEqual([[30_000, 30_000], false])
    expect(range(scoreSheet(rubric, sheetOf({ x1: OUT, y1: CLEAR })))).toEqual([30_000, 100_000])
    expect(range(scoreSheet(rubric, sheetOf({ x1: OUT, y1: CLEAR, red: CLEAR })))).toEqual([100_000, 100_000])
  })

  it('on the grade: leaves the points and imposes the grade, never a better one', () => {
    const rubric = vetoing(veto('grade', '合格'))
    const open = scoreSheet(rubric, sheetOf(done))
    expect([open.gradeLow, open.gradeHigh]).toEqual(['合格', '优秀'])
    const hit = scoreSheet(rubric, sheetOf({ ...done, red: scored({ a: flag }) }))
    expect([range(hit), hit.gradeLow, hit.gradeHigh]).toEqual([[100_000, 100_000], '合格', '合格'])
    const worse = scoreSheet(
      rubric,
      sheetOf({ x1: scored({ a: flag }), y1: CLEAR, red: scored({ a: flag }) }),
    )
    expect([worse.gradeLow, worse.gradeHigh]).toEqual(['不合格', '不合格'])
  })

  it('on the item: takes the item alone', () => {
    const item = itemOf('i', 40_000, [veto('item')])
    const rubric = rubricOf([categoryOf('c', 10_000, [item, itemOf('j', 60_000, [all])])])
    const score = scoreSheet(rubric, sheetOf({ i: scored({ a: flag }), j: CLEAR }))
    expect([range(score), score.vetoedBy]).toEqual([[60_000, 60_000], []])
  })
})
