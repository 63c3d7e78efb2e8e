import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import {
  accountFor,
  isMarkFor,
  isNothing,
  needsReason,
  reachOf,
  takeFor,
} from '../../../../shared/domain/scoring/forms'
import { beyondOf, floorOf, limitOf } from '../../../../shared/domain/scoring/item-limit'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { flag, n } from './check-form'
import {
  type Bare,
  CLEAR,
  categoryOf,
  clauseOf,
  excludedFor,
  itemOf,
  rounding,
  rubricOf,
  scored,
  settingFor,
  sheetOf,
} from './small-standard'

const each: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(400) }
const veto: Bare = { form: 'veto', scope: 'item' }
const more = (mode: 'continue' | 'add', size: number): Bare => ({
  form: 'overflow',
  mode,
  points: points(size),
})
const goesOn = itemOf('i', 2_000, [each, veto, more('continue', 1_000)])
const adds = itemOf('i', 2_000, [each, veto, more('add', 1_000)])
const both = itemOf('i', 2_000, [each, veto, more('continue', 500), more('add', 1_000)])
const rubric = rubricOf([])

describe('a deduction beyond the item', () => {
  it.each<[what: string, item: typeof goesOn, mark: ItemMark, kept: number]>([
    ['goes on: nothing before the item is gone', goesOn, scored({ a: n(4) }), 400],
    ['goes on: just gone', goesOn, scored({ a: n(5) }), 0],
    ['goes on past it', goesOn, scored({ a: n(6) }), -400],
    ['goes on, and ends', goesOn, scored({ a: n(8) }), -1_000],
    ['goes on no further however much', goesOn, scored({ a: n(1_000_000) }), -1_000],
    ['goes on: a veto takes the item and no more', goesOn, scored({ b: flag }), 0],
    ['goes on: a veto beside a count takes both', goesOn, scored({ a: n(2), b: flag }), -800],
    ['adds: nothing before the item is gone', adds, scored({ a: n(4) }), 400],
    ['adds once it is gone', adds, scored({ a: n(5) }), -1_000],
    ['adds no more for more', adds, scored({ a: n(9) }), -1_000],
    ['adds after a veto', adds, scored({ b: flag }), -1_000],
    ['both: one goes on, the other is added', both, scored({ a: n(6) }), -1_400],
    ['both at their ends', both, scored({ a: n(99) }), -1_500],
    ['clear', both, CLEAR, 2_000],
    ['unmarked but scored', both, scored({ a: n(1) }), 1_600],
  ])('%s', (_what, item, mark, kept) => {
    const { low, high, lost, due } = scoreItem(rubric, item, mark)
    expect([low, high, lost, due]).toEqual([kept, kept, 2_000 - kept, 2_000])
  })

  it.each<[what: string, item: typeof goesOn, low: number]>([
    ['goes on', goesOn, -1_000],
    ['adds', adds, -1_000],
    ['both', both, -1_500],
    ['that may be left out, too', { ...both, exclusion: 'leave-out' }, -1_500],
    [
      'that may be left out keeps nothing',
      { ...goesOn, clauses: [clauseOf(more('add', 9))], exclusion: 'leave-out' },
      0,
    ],
  ])('an open item that %s can fall to %s', (_what, item, low) => {
    expect(scoreItem(rubric, item)).toMatchObject({ low, high: 2_000, lost: 0 })
  })

  it('rounds below nothing as above it, and never past its floor', () => {
    const coarse = { ...rubric, rounding: { ...rubric.rounding, item: rounding('half-up', 500) } }
    // 2 − 2.4 = −0.4, rounded to −0.5; −0.8 to −1; −1 stays.
    expect(scoreItem(coarse, goesOn, scored({ a: n(6) })).low).toBe(-500)
    expect(scoreItem(coarse, goesOn, scored({ a: n(7) })).low).toBe(-1_000)
    const low = itemOf('i', 2_000, [each, more('continue', 800)])
    expect(scoreItem(coarse, low, scored({ a: n(9) })).low).toBe(-800)
  })

  it('takes no mark of its own', () => {
    const clause = clauseOf(more('add', 1_000))
    const setting = settingFor(adds, rounding('half-up', 1))
    for (const value of [flag, n(1), n(0)]) {
      expect(isMarkFor(clause, value)).toBe(false)
      expect(isNothing(clause, value)).toBe(false)
      expect(() => takeFor(clause, { value }, setting)).toThrow(RangeError)
    }
    expect(needsReason(clause)).toBe(false)
    expect(reachOf(clause, setting).lost).toBe(0)
    expect(accountFor(clause, flag, setting)).toEqual({ facts: [], sum: { op: 'number', value: 0 } })
  })

  it('has a limit, an addition and a floor', () => {
    expect([goesOn, adds, both].map(limitOf)).toEqual([3_000, 2_000, 2_500])
    expect([goesOn, adds, both].map(floorOf)).toEqual([-1_000, -1_000, -1_500])
    expect([1_999, 2_000, 5_000].map((lost) => beyondOf(adds, lost))).toEqual([0, 1_000, 1_000])
    expect(beyondOf(goesOn, 9_000)).toBe(0)
    expect(beyondOf(itemOf('i', 0, [more('add', 1_000)]), 0)).toBe(0)
  })

  it('is taken from the rest of its category, which never falls below nothing', () => {
    const other = itemOf('j', 8_000, [{ form: 'per-occurrence', unit: '处', pointsPerUnit: points(100) }])
    const standard = rubricOf([categoryOf('c', 10_000, [adds, other])])
    const [low] = scoreSheet(standard, sheetOf({ i: scored({ b: flag }), j: CLEAR })).categories
    expect([low?.low, low?.high]).toEqual([7_000, 7_000])
    const worst = sheetOf({ i: scored({ b: flag }), j: scored({ a: n(75) }) })
    expect(scoreSheet(standard, worst)).toMatchObject({ low: 0, high: 0 })
    expect(scoreSheet(standard, worst).categories[0]).toMatchObject({ low: 0, high: 0 })
  })

  it('of an excluded item takes nothing', () => {
    expect(scoreItem(rubric, { ...both, exclusion: 'normalise' }, excludedFor('无'))).toMatchObject({
      low: 0,
      due: 0,
      lost: 0,
    })
  })
})
