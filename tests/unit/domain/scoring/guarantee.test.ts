import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { ExclusionMode, Guarantee, Item } from '../../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { flag, n } from './check-form'
import {
  type Bare,
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rubricOf,
  scored,
  sheetOf,
} from './small-standard'

const each: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(1_000), cap: points(8_000) }
const all: Bare = { form: 'all-or-nothing', deduct: 'all' }
const OUT = excludedFor('辖区内无此设施')
const FAILED = scored({ b: flag })
const lost = (count: number) => scored({ a: n(count) })
const ten = (id: string, more: Partial<Item> = {}) => itemOf(id, 10_000, [each, all], more)

/** Two categories of two items of 10 each, equally heavy; `exclusion` is of the first two. */
function standard(guarantees: readonly Guarantee[], exclusion: ExclusionMode = 'not-allowed') {
  return rubricOf(
    [
      categoryOf('x', 5_000, [ten('x1', { exclusion }), ten('x2', { exclusion })]),
      categoryOf('y', 5_000, [ten('y1'), ten('y2')]),
    ],
    { guarantees },
  )
}

const anyAtZero: Guarantee = {
  id: 'g',
  text: '保证项得零分的，总分为零',
  items: ['x1', 'y1'],
  anyAtZero: true,
  zeroes: { scope: 'total' },
}
const together: Guarantee = {
  id: 'h',
  text: '两项合计低于12分的，本大项为零',
  items: ['x1', 'x2'],
  anyAtZero: false,
  below: points(12_000),
  zeroes: { scope: 'category', category: 'x' },
}
const done = { x1: CLEAR, x2: CLEAR, y1: CLEAR, y2: CLEAR }

describe('a guarantee that any item at zero breaks, over the total', () => {
  const rubric = standard([anyAtZero])

  it.each<
    [what: string, marks: Record<string, ItemMark>, low: number, high: number, broken: readonly string[]]
  >([
    ['is kept where all is clear', done, 100_000, 100_000, []],
    ['is kept where an item has some left', { ...done, x1: lost(8) }, 80_000, 80_000, []],
    ['breaks at zero', { ...done, x1: FAILED }, 0, 0, ['g']],
    ['breaks at zero in another category', { ...done, y1: FAILED }, 0, 0, ['g']],
    ['is not broken by an item that it does not name', { ...done, x2: FAILED }, 75_000, 75_000, []],
    ['may break while one is open', { x2: CLEAR, y1: CLEAR, y2: CLEAR }, 0, 100_000, []],
    ['may break no more once all are checked', { x1: CLEAR, y1: lost(1), y2: CLEAR }, 72_500, 97_500, []],
    ['is broken whatever else is open', { x1: FAILED }, 0, 0, ['g']],
  ])('%s', (_what, marks, low, high, broken) => {
    const score = scoreSheet(rubric, sheetOf(marks))
    expect([score.low, score.high, score.forfeitedBy]).toEqual([low, high, broken])
    if (broken.length > 0) expect([score.gradeLow, score.gradeHigh]).toEqual(['不合格', '不合格'])
  })

  it('leaves the categories what they have', () => {
    const [x, y] = scoreSheet(rubric, sheetOf({ ...done, x1: FAILED })).categories
    expect([x?.low, y?.low, x?.isForfeited]).toEqual([10_000, 20_000, false])
  })

  it('takes bonuses with the total', () => {
    const extra = itemOf('b', 0, [
      { form: 'bonus', unit: '项', pointsPerUnit: points(2_000), cap: points(4_000) },
    ])
    const [x, y] = rubric.categories
    if (x === undefined || y === undefined) throw new Error('two categories')
    const rewarded = { ...rubric, categories: [{ ...x, children: [...x.children, extra] }, y] }
    expect(scoreSheet(rewarded, sheetOf({ ...done, x1: FAILED, b: scored({ a: n(2) }) }))).toMatchObject({
      low: 0,
      high: 0,
      bonus: 4_000,
    })
  })

  it.each<[exclusion: ExclusionMode, low: number, high: number]>([
    // 20 of 20 left in x after normalising; full; 10 of 20.
    ['normalise', 100_000, 100_000],
    ['full-marks', 100_000, 100_000],
    ['leave-out', 75_000, 75_000],
  ])('an item excluded by %s is no failure', (exclusion, low, high) => {
    const score = scoreSheet(standard([anyAtZero], exclusion), sheetOf({ ...done, x1: OUT }))
    expect([score.low, score.high, score.forfeitedBy]).toEqual([low, high, []])
  })

  it('may break by an open item that may also be left out only if findings can take it all', () => {
    const rubricOpen = standard([{ ...anyAtZero, items: ['x1'] }], 'leave-out')
    expect(scoreSheet(rubricOpen, sheetOf({ ...done, x1: { ...CLEAR, status: 'unchecked' } }))).toMatchObject(
      { low: 0, high: 100_000 },
    )
    const safe = rubricOf(
      [categoryOf('x', 10_000, [itemOf('x1', 10_000, [each], { exclusion: 'leave-out' }), ten('x2')])],
      {
        guarantees: [{ ...anyAtZero, items: ['x1'] }],
      },
    )
    // Left out it counts nothing of 20, and breaks nothing.
    expect(scoreSheet(safe, sheetOf({ x2: CLEAR }))).toMatchObject({ low: 50_000, high: 100_000 })
  })
})

describe('a guarantee of an item that may be left out', () => {
  it('is not threatened by one that is scored, and keeps some', () => {
    const score = scoreSheet(standard([anyAtZero], 'leave-out'), sheetOf({ ...done, x1: lost(1) }))
    expect([score.low, score.high, score.forfeitedBy]).toEqual([97_500, 97_500, []])
  })

  it('of which no subtotal is asked is never short of one', () => {
    const none: Guarantee = { ...together, below: undefined } as unknown as Guarantee
    expect(scoreSheet(standard([none]), sheetOf({ ...done, x1: FAILED, x2: FAILED })).forfeitedBy).toEqual([])
  })
})

describe('a guarantee of a subtotal, over a category', () => {
  const rubric = standard([together])

  it.each<
    [
      what: string,
      marks: Record<string, ItemMark>,
      x: readonly [number, number],
      total: readonly [number, number],
      isForfeited: boolean,
    ]
  >([
    ['is kept at the number itself', { ...done, x1: lost(8) }, [12_000, 12_000], [80_000, 80_000], false],
    ['breaks just below it', { ...done, x1: lost(8), x2: lost(1) }, [0, 0], [50_000, 50_000], true],
    ['is no matter of a single zero', { ...done, x1: FAILED, x2: CLEAR }, [0, 0], [50_000, 50_000], true],
    [
      'may break while one is open',
      { ...done, x2: lost(7), x1: { ...CLEAR, status: 'unchecked' } },
      [0, 13_000],
      [50_000, 82_500],
      false,
    ],
    [
      'is broken where not even all that is open helps',
      { x2: scored({ a: n(8), b: flag }), x1: lost(1), y1: CLEAR, y2: CLEAR },
      [0, 0],
      [50_000, 50_000],
      true,
    ],
  ])('%s', (_what, marks, x, total, isForfeited) => {
    const score = scoreSheet(rubric, sheetOf(marks))
    const [category] = score.categories
    expect([category?.low, category?.high]).toEqual(x)
    expect([score.low, score.high]).toEqual(total)
    expect(category?.isForfeited).toBe(isForfeited)
    expect(score.forfeitedBy).toEqual(isForfeited ? ['h'] : [])
  })

  it('says the grades of a category that is or may be forfeited', () => {
    const grades = (marks: Record<string, ItemMark>) => {
      const [x] = scoreSheet(rubric, sheetOf(marks)).categories
      return [x?.gradeLow, x?.gradeHigh]
    }
    expect(grades({ ...done, x1: FAILED })).toEqual(['不合格', '不合格'])
    expect(grades({ y1: CLEAR, y2: CLEAR })).toEqual(['不合格', '优秀'])
    expect(grades(done)).toEqual(['优秀', '优秀'])
  })

  it('counts an excluded item in full', () => {
    // 10 + 2: just kept, and x is normalised over x2 alone.
    const score = scoreSheet(standard([together], 'normalise'), sheetOf({ ...done, x1: OUT, x2: lost(8) }))
    expect([score.categories[0]?.low, score.low, score.forfeitedBy]).toEqual([4_000, 60_000, []])
  })

  it('keeps a category that is forfeited in the sum, though all of it may be excluded', () => {
    const elsewhere: Guarantee = { ...together, items: ['y1', 'y2'] }
    const rubricOut = standard([elsewhere], 'normalise')
    const marks = { x1: OUT, x2: OUT, y1: FAILED, y2: CLEAR }
    const score = scoreSheet(rubricOut, sheetOf(marks))
    expect(score.categories[0]).toMatchObject({
      isLeftOut: false,
      isForfeited: true,
      gradeLow: '不合格',
      gradeHigh: '不合格',
    })
    // 0 of 50 and 25 of 50.
    expect([score.low, score.high]).toEqual([25_000, 25_000])
    // While it may still be kept, x is left out at best and nothing at worst.
    const open = scoreSheet(rubricOut, sheetOf({ x1: OUT, x2: OUT, y2: CLEAR }))
    expect([open.low, open.high]).toEqual([25_000, 100_000])
    expect(open.categories[0]).toMatchObject({ isLeftOut: true, gradeLow: '', gradeHigh: '' })
  })

  it('stands beside another: each zeroes its own', () => {
    const other: Guarantee = {
      ...anyAtZero,
      id: 'k',
      items: ['y1'],
      zeroes: { scope: 'category', category: 'y' },
    }
    const two = standard([together, other])
    expect(scoreSheet(two, sheetOf({ ...done, y1: FAILED }))).toMatchObject({
      low: 50_000,
      forfeitedBy: ['k'],
    })
    expect(scoreSheet(two, sheetOf({ ...done, x1: FAILED, y1: FAILED }))).toMatchObject({
      low: 0,
      forfeitedBy: ['h', 'k'],
    })
    expect(scoreSheet(two, sheetOf({ ...done, x1: FAILED }))).toMatchObject({
      low: 50_000,
      forfeitedBy: ['h'],
    })
  })

  it('passes over an item that is not in the standard', () => {
    const score = scoreSheet(standard([{ ...anyAtZero, items: ['gone', 'x1'] }]), sheetOf(done))
    expect(score.forfeitedBy).toEqual([])
  })
})

describe('a guarantee of an item that waits for a rank', () => {
  it('may break until the rank is known', () => {
    const rank: Bare = {
      form: 'rank',
      measure: { label: '满意度', unit: '%' },
      first: 'highest',
      steps: [
        { id: 'a', label: '前3名', to: 3, outcome: { effect: 'full' } },
        { id: 'b', label: '其余', outcome: { effect: 'zero' } },
      ],
    }
    const rubric = rubricOf([categoryOf('x', 10_000, [itemOf('x1', 10_000, [rank])])], {
      guarantees: [{ ...anyAtZero, items: ['x1'] }],
    })
    const at = (mark: ItemMark) => {
      const { low, high, forfeitedBy } = scoreSheet(rubric, sheetOf({ x1: mark }))
      return [low, high, forfeitedBy]
    }
    expect(at(scored({ a: { kind: 'value', value: 90_000 as never } }))).toEqual([0, 100_000, []])
    expect(at(scored({ a: { kind: 'rank', rank: 4 } }))).toEqual([0, 0, ['g']])
    expect(at(scored({ a: { kind: 'rank', rank: 3 } }))).toEqual([100_000, 100_000, []])
  })
})
