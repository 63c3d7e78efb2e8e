import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import {
  accountFor,
  isMarkFor,
  isNothing,
  needsReason,
  takeFor,
} from '../../../../shared/domain/scoring/forms'
import { ranksOf } from '../../../../shared/domain/scoring/rank'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { PlainValue } from '../../../../shared/domain/sheet/mark'
import { account, check, checkUnfit, deduct, full, gain, n, reach, take, v, zero } from './check-form'
import {
  type Bare,
  categoryOf,
  clauseOf,
  itemOf,
  rounding,
  rubricOf,
  scored,
  settingFor,
  sheetOf,
} from './small-standard'

const ranked = (rank: number): PlainValue => ({ kind: 'rank', rank })

describe('rank', () => {
  const places = {
    form: 'rank',
    measure: { label: '群众满意度', unit: '%' },
    first: 'highest',
    steps: [
      { id: 'a', label: '前3名', to: 3, outcome: full },
      { id: 'b', label: '第4至10名', to: 10, outcome: gain(1_000) },
      { id: 'c', label: '其余', outcome: zero },
    ],
  } as const satisfies Bare
  const few = { ...places, steps: [{ id: 'a', label: '前3名', to: 3, outcome: deduct(200) }] } as const
  const dear = { ...places, steps: [{ id: 'a', label: '所有', outcome: deduct(9_000) }] } as const

  check([
    ['the first', places, ranked(1), 0, '1 → 前3名 → 0 = 0'],
    ['the last of a step', places, ranked(3), 0],
    ['the first of the next', places, ranked(4), 2_000, '4 → 第4至10名 → 2 = 2'],
    ['its last', places, ranked(10), 2_000],
    ['past all steps with an end', places, ranked(11), 3_000, '11 → 其余 → 3 = 3'],
    ['the last rank that can be entered', places, ranked(100_000), 3_000],
    ['never more than the item', dear, ranked(1), 3_000],
  ])

  checkUnfit([
    ['rank nought', places, ranked(0)],
    ['a rank that is not whole', places, ranked(1.5)],
    ['a rank past what can be entered', places, ranked(100_001)],
    ['a rank that no step covers', few, ranked(4)],
    ['a count', places, n(1)],
    ['a negative value', places, v(-1)],
  ])

  it('with the measured value alone is anything between its best step and its worst', () => {
    expect(take(places, v(87_500))).toMatchObject({ lost: 0, pending: 3_000 })
    expect(account(places, v(87_500))).toMatchObject({ facts: ['群众满意度 87.5%'], comesTo: 0 })
    expect(take(few, v(87_500))).toMatchObject({ lost: 200, pending: 0 })
    expect(take(dear, v(87_500))).toMatchObject({ lost: 3_000, pending: 0 })
    const two = { ...places, steps: [places.steps[1], { id: 'c', label: '其余', outcome: deduct(9_000) }] }
    // The only gain, 1, is what there is to lose: nothing, or all of the item.
    expect(take(two, v(0))).toMatchObject({ lost: 0, pending: 3_000 })
  })

  it('reaches its worst step, and asks for no reason', () => {
    expect([reach(places).lost, reach(few).lost, reach(dear).lost]).toEqual([3_000, 200, 3_000])
    expect(needsReason(clauseOf(places))).toBe(false)
    expect(isNothing(clauseOf(places), ranked(1))).toBe(false)
    expect(isMarkFor(clauseOf(places), ranked(1))).toBe(true)
  })

  it('keeps an item a range until the rank is known', () => {
    const item = itemOf('i', 3_000, [
      places,
      { form: 'per-occurrence', unit: '处', pointsPerUnit: points(500) },
    ])
    const rubric = rubricOf([categoryOf('c', 10_000, [item])])
    expect(scoreItem(rubric, item, scored({ a: v(90_000), b: n(1) }))).toMatchObject({
      low: 0,
      high: 2_500,
      lost: 500,
      status: 'scored',
    })
    expect(scoreItem(rubric, item, scored({ a: ranked(4), b: n(1) }))).toMatchObject({ low: 500, high: 500 })
    expect(scoreSheet(rubric, sheetOf({ i: scored({ a: v(90_000), b: n(1) }) }))).toMatchObject({
      low: 0,
      high: 83_330,
      checked: 1,
    })
  })

  it('counts nothing where no step covers a rank that is entered by force', () => {
    const setting = settingFor(itemOf('i', 3_000, [few]), rounding('half-up', 1))
    expect(() => takeFor(clauseOf(few), { value: ranked(4) }, setting)).toThrow(RangeError)
    expect(accountFor(clauseOf(few), ranked(4), setting).facts).toEqual(['4 → '])
  })
})

describe('ranksOf', () => {
  it.each<[values: readonly number[], first: 'highest' | 'lowest', ranks: readonly number[]]>([
    [[], 'highest', []],
    [[7], 'lowest', [1]],
    [[90, 95, 80], 'highest', [2, 1, 3]],
    [[90, 95, 80], 'lowest', [2, 3, 1]],
    [[90, 95, 90, 80], 'highest', [2, 1, 2, 4]],
    [[90, 95, 90, 80], 'lowest', [2, 4, 2, 1]],
    [[5, 5, 5], 'highest', [1, 1, 1]],
  ])('%j, %s first: %j', (values, first, ranks) => {
    expect(ranksOf(values, first)).toEqual(ranks)
  })
})
