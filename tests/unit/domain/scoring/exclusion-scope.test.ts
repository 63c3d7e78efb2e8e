import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type {
  ExclusionMode,
  ExclusionScope,
  Group,
  Item,
  Rubric,
} from '../../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { flag, n } from './check-form'
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

const each: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(1_000) }
const OUT = excludedFor('辖区内无此设施')
const lost = (count: number) => scored({ a: n(count) })

function item(id: string, size: number, more: Partial<Item> = {}): Item {
  return itemOf(id, size, [each, { form: 'veto', scope: 'category' }], { exclusion: 'normalise', ...more })
}

function group(id: string, children: readonly (Item | Group)[]): Group {
  const sum = children.reduce((total, child) => total + child.points, 0)
  return { id, code: id, title: id, points: points(sum), children }
}

/** x: a group of 10 and 20, one of 30 within which 10 stands deeper, and an item of 40; y: 100. */
function standard(exclusionScope: ExclusionScope | undefined, more: Partial<Rubric> = {}): Rubric {
  const x = categoryOf('x', 6_000, [
    group('g', [item('g1', 10_000), item('g2', 20_000)]),
    group('h', [group('hh', [item('h1', 10_000)]), item('h2', 20_000)]),
    item('x1', 40_000),
  ])
  const y = categoryOf('y', 4_000, [item('y1', 100_000)])
  return rubricOf([x, y], { ...(exclusionScope === undefined ? {} : { exclusionScope }), ...more })
}

const done: Record<string, ItemMark> = { g1: CLEAR, g2: CLEAR, h1: CLEAR, h2: CLEAR, x1: CLEAR, y1: CLEAR }
const totals = (rubric: Rubric, marks: Record<string, ItemMark>) => {
  const score = scoreSheet(rubric, sheetOf(marks))
  const [x] = score.categories
  return { x: [x?.low, x?.high, x?.due], total: [score.low, score.high] }
}

describe('合理缺项 made good', () => {
  it.each<[scope: ExclusionScope | undefined, x: readonly number[], total: number]>([
    // g1 is out, g2 keeps 10 of 20: 80 of 90 in x.
    [undefined, [88_890, 88_890, 90_000], 93_330],
    ['category', [88_890, 88_890, 90_000], 93_330],
    // In its group 10 of 20, so 15 of 30: 85 of 100.
    ['group', [85_000, 85_000, 100_000], 91_000],
    // x counts 80 of 90 and weighs 0.9 × 60 = 54: (48 + 40) ÷ 94.
    ['total', [88_890, 88_890, 90_000], 93_620],
  ])('over %s', (scope, x, total) => {
    expect(totals(standard(scope), { ...done, g1: OUT, g2: lost(10) })).toEqual({ x, total: [total, total] })
  })

  it('over the category where nothing is said, and nowhere where nothing is excluded', () => {
    for (const scope of ['group', 'category', 'total'] as const) {
      expect(totals(standard(scope), { ...done, g2: lost(10), h1: lost(5) })).toEqual({
        x: [85_000, 85_000, 100_000],
        total: [91_000, 91_000],
      })
    }
  })

  it('over groups: one that is excluded altogether is out of its category', () => {
    // g is out: 70 − 10 of 70.
    const marks = { ...done, g1: OUT, g2: OUT, h2: lost(10) }
    expect(totals(standard('group'), marks)).toEqual({ x: [85_710, 85_710, 70_000], total: [91_430, 91_430] })
  })

  it('over groups within groups, each by itself', () => {
    // hh is out of h: h2 keeps 10 of 20, h 15 of 30.
    expect(totals(standard('group'), { ...done, h1: OUT, h2: lost(10) }).x).toEqual([85_000, 85_000, 100_000])
    // All of h is out, whatever was lost in g: 25 + 40 of 70.
    expect(totals(standard('group'), { ...done, h1: OUT, h2: OUT, g2: lost(5) }).x).toEqual([
      92_860, 92_860, 70_000,
    ])
  })

  it('over groups, rounded as groups are, or as items where nothing is said', () => {
    const marks = { ...done, g1: OUT, g2: lost(1) }
    // 19 of 20 of 30 is 28.5: x is 98.5.
    expect(totals(standard('group'), marks).x[0]).toBe(98_500)
    const levels = standard('group').rounding
    const byGroup = standard('group', { rounding: { ...levels, group: rounding('truncate', 1_000) } })
    expect(totals(byGroup, marks).x[0]).toBe(98_000)
    const byItem = standard('group', { rounding: { ...levels, item: rounding('truncate', 1_000) } })
    expect(totals(byItem, marks).x[0]).toBe(98_000)
  })

  it.each<[scope: ExclusionScope, mode: ExclusionMode, x: number]>([
    ['group', 'full-marks', 90_000],
    ['group', 'leave-out', 80_000],
    ['total', 'full-marks', 90_000],
    ['total', 'leave-out', 80_000],
  ])('over %s, but not where an item is %s', (exclusionScope, exclusion, x) => {
    const g = group('g', [item('g1', 10_000, { exclusion }), item('g2', 20_000)])
    const rubric = rubricOf([categoryOf('x', 10_000, [g, item('x1', 70_000)])], { exclusionScope })
    const { x: found, total } = totals(rubric, { g1: OUT, g2: lost(10), x1: CLEAR })
    expect([found, total]).toEqual([
      [x, x, 100_000],
      [x, x],
    ])
  })

  it('over the total: a category of which nothing is left weighs nothing', () => {
    expect(totals(standard('total'), { g1: OUT, g2: OUT, h1: OUT, h2: OUT, x1: OUT, y1: lost(30) })).toEqual({
      x: [0, 0, 0],
      total: [70_000, 70_000],
    })
    const all = { g1: OUT, g2: OUT, h1: OUT, h2: OUT, x1: OUT, y1: OUT }
    for (const scope of ['group', 'category', 'total'] as const)
      expect(totals(standard(scope), all).total).toEqual([0, 0])
  })
})

describe('合理缺项 that may still come', () => {
  it.each<[scope: ExclusionScope, x: readonly [number, number], total: readonly [number, number]]>([
    // Open: g1 (10 to lose). g2 lost 10. At worst g1 is lost, at best it is kept.
    ['group', [80_000, 90_000], [88_000, 94_000]],
    ['category', [80_000, 90_000], [88_000, 94_000]],
    ['total', [80_000, 90_000], [88_000, 94_000]],
  ])('over %s: losing an item is worse than losing its points', (scope, [low, high], total) => {
    const { g1: _open, ...others } = done
    const rubric = lossesOnly(scope)
    expect(totals(rubric, { ...others, g2: lost(10) })).toEqual({ x: [low, high, 100_000], total })
  })

  it.each<[scope: ExclusionScope, xLow: number, low: number]>([
    // g1 can lose no more than 1 of 10, g2 lost 19 of 20: without g1 the group is worse.
    ['group', 71_500, 82_900],
    // 71 of 90 without it, 80 of 100 with it.
    ['category', 78_890, 87_330],
    // Without it x brings 71 of 90: (42.6 + 40) ÷ 94; with it (48 + 40) ÷ 100.
    ['total', 78_890, 87_870],
  ])('over %s: leaving out what can’t be lost is worse', (scope, xLow, low) => {
    const { g1: _open, ...others } = done
    const rubric = lossesOnly(scope, 1_000)
    const { x, total } = totals(rubric, { ...others, g2: lost(19) })
    expect([x[0], total[0]]).toEqual([xLow, low])
  })

  it('over groups: a whole group that may be left out', () => {
    const safe = (id: string, size: number) =>
      itemOf(id, size, [{ ...each, cap: points(1_000) } as Bare], { exclusion: 'normalise' })
    const rubric = rubricOf(
      [categoryOf('x', 10_000, [group('g', [safe('g1', 20_000), safe('g2', 20_000)]), item('x1', 60_000)])],
      { exclusionScope: 'group' },
    )
    // x1 keeps 30 of 60: without g that is half; with it at worst 68 of 100.
    expect(totals(rubric, { x1: scored({ a: n(30) }) }).x).toEqual([50_000, 70_000, 100_000])
    // One of its items is checked: the group stays, at worst at 38 of 40 or, without g2, at 19 of 20.
    expect(totals(rubric, { x1: lost(30), g1: lost(1) }).x).toEqual([68_000, 69_000, 100_000])
  })

  it('over the total: a veto leaves its category due, and at best without what may be left out', () => {
    const rubric = standard('total')
    const vetoed = scored({ b: flag })
    const { x1: _open, ...others } = done
    const score = scoreSheet(rubric, sheetOf({ ...others, g1: vetoed }))
    // x brings nothing of 100, or of 60 without x1, which weighs 36 of 76.
    expect([score.low, score.high]).toEqual([40_000, 52_630])
    expect(scoreSheet(rubric, sheetOf({ ...done, g1: vetoed }))).toMatchObject({ low: 40_000, high: 40_000 })
    expect(scoreSheet(rubric, sheetOf({ ...others, g1: vetoed, x1: OUT }))).toMatchObject({
      low: 52_630,
      high: 52_630,
    })
  })
})

/** The same standard without vetoes; with `most`, the first item can lose no more than that. */
function lossesOnly(exclusionScope: ExclusionScope, most?: number): Rubric {
  const plain = (id: string, size: number, cap?: number) =>
    itemOf(id, size, [{ ...each, ...(cap === undefined ? {} : { cap: points(cap) }) } as Bare], {
      exclusion: 'normalise',
    })
  const x = categoryOf('x', 6_000, [
    group('g', [plain('g1', 10_000, most), plain('g2', 20_000)]),
    group('h', [group('hh', [plain('h1', 10_000)]), plain('h2', 20_000)]),
    plain('x1', 40_000),
  ])
  return rubricOf([x, categoryOf('y', 4_000, [plain('y1', 100_000)])], { exclusionScope })
}

describe('an item below nothing', () => {
  const beyond = (id: string, size: number) =>
    itemOf(id, size, [each, { form: 'overflow', mode: 'continue', points: points(5_000) }])

  it('in a group takes from the group, and from its category', () => {
    const rubric = rubricOf(
      [categoryOf('x', 10_000, [group('g', [beyond('b', 10_000), item('g2', 10_000)]), item('x1', 80_000)])],
      {
        exclusionScope: 'group',
      },
    )
    const marks = { b: lost(15), g2: lost(9), x1: CLEAR }
    // −5 + 1 of 20, and 80 of 80.
    expect(totals(rubric, marks).x).toEqual([76_000, 76_000, 100_000])
    // Without g2 the group is −5 of 10: −10 of 20.
    expect(totals(rubric, { ...marks, g2: OUT }).x).toEqual([70_000, 70_000, 100_000])
  })
})
