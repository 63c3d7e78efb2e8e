import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { isMarkFor, isNothing } from '../../../../shared/domain/scoring/forms'
import { canAggregate, MOST_PLACES } from '../../../../shared/domain/scoring/places'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import type { MarkValue, Observation, PlainValue } from '../../../../shared/domain/sheet/mark'
import { account, check, checkUnfit, flag, n, rate, reach, take, v } from './check-form'
import { type Bare, clauseOf, itemOf, rubricOf, scored } from './small-standard'

const TO = { item: 'j', clause: 'a' }
/** What was seen at 第1点, 第2点 …; null is a place whose problem is counted elsewhere. */
const places = (...values: readonly PlainValue[]): MarkValue => ({
  kind: 'places',
  at: values.map((value, at) => ({ place: `第${at + 1}点`, value })),
})
const observed = (...at: readonly Observation[]): MarkValue => ({ kind: 'places', at })

describe('places', () => {
  const litter = {
    form: 'per-occurrence',
    unit: '处',
    pointsPerUnit: points(200),
    cap: points(1_000),
  } as const
  const sum = { ...litter, aggregate: 'sum' } as const satisfies Bare
  const mean = { ...litter, aggregate: 'mean' } as const satisfies Bare
  const worst = { ...litter, aggregate: 'worst' } as const satisfies Bare
  const uncapped = {
    form: 'per-occurrence',
    unit: '处',
    pointsPerUnit: points(200),
    aggregate: 'sum',
  } as const
  const measuredOnce = {
    form: 'proportional',
    measure: rate,
    base: points(800),
    fullAt: 100_000 as never,
  } as const
  const clean = { ...measuredOnce, aggregate: 'sum' } as const
  const bonus = { form: 'bonus', unit: '次', pointsPerUnit: points(200), cap: points(1_000) } as const

  check([
    ['a sum', sum, places(n(1), n(2)), 600, '第1点: 1处 → 第2点: 2处 → min(1 × 0.2 + 2 × 0.2, 1) = 0.6'],
    ['a sum with a clean place', sum, places(n(1), n(0)), 200],
    ['a sum just at the cap', sum, places(n(3), n(2)), 1_000],
    [
      'a sum past the cap',
      sum,
      places(n(4), n(2)),
      1_000,
      '第1点: 4处 → 第2点: 2处 → min(4 × 0.2 + 2 × 0.2, 1) = 1',
    ],
    ['each place is under the cap by itself', sum, places(n(9)), 1_000, '第1点: 9处 → min(9 × 0.2, 1) = 1'],
    ['a sum without a cap: the item bounds it', uncapped, places(n(9), n(9)), 3_000],
    ['a mean', mean, places(n(1), n(2)), 300, '第1点: 1处 → 第2点: 2处 → (1 × 0.2 + 2 × 0.2) ÷ 2 = 0.3'],
    ['a mean of thirds', mean, places(n(1), n(1), n(0)), 133],
    ['a mean of places under the cap', mean, places(n(9), n(0)), 500],
    ['a mean of one', mean, places(n(4)), 800],
    [
      'the worst',
      worst,
      places(n(1), n(3), n(2)),
      600,
      '第1点: 1处 → 第2点: 3处 → 第3点: 2处 → max(1 × 0.2, 3 × 0.2, 2 × 0.2) = 0.6',
    ],
    ['the worst of one', worst, places(n(1)), 200],
    ['the worst under the cap', worst, places(n(9), n(1)), 1_000],
    ['a plain mark on a clause that takes places', sum, n(2), 400],
    ['measured at each place', clean, places(v(50_000), v(75_000)), 600],
  ])

  it('says that a cap was reached', () => {
    expect(take(sum, places(n(3), n(2))).isCapped).toBe(false)
    expect(take(sum, places(n(3), n(3))).isCapped).toBe(true)
  })

  it('a place whose problem is counted elsewhere costs nothing, and is still one of the places', () => {
    const at = (bare: Bare) =>
      take(bare, observed({ place: '甲', value: n(2), sameAs: TO }, { place: '乙', value: n(1) })).lost
    expect([at(sum), at(mean), at(worst)]).toEqual([200, 100, 200])
    const told = account(
      mean,
      observed({ place: '甲', value: n(2), sameAs: TO }, { place: '乙', value: n(1) }),
    )
    expect(told.facts).toEqual(['甲: 2处 ⇄', '乙: 1处'])
    expect(told.text).toBe('(0 + 1 × 0.2) ÷ 2 = 0.1')
  })

  checkUnfit([
    ['no place', sum, places()],
    ['a place without a name', sum, observed({ place: ' ', value: n(1) })],
    ['the same place twice', sum, observed({ place: '甲', value: n(1) }, { place: ' 甲', value: n(2) })],
    ['another form’s value at one place', sum, places(n(1), flag)],
    ['more places than a mark takes', sum, places(...Array.from({ length: MOST_PLACES + 1 }, () => n(1)))],
    ['places on a form that has no places', bonus, places(n(1))],
    ['places on a measure that is not observed so', measuredOnce, places(v(1_000))],
    ['places on a form that can’t be', { form: 'veto', scope: 'item', aggregate: 'sum' }, places(flag)],
  ])

  it('takes as many places as a mark can have', () => {
    expect(take(uncapped, places(...Array.from({ length: MOST_PLACES }, () => n(0)))).lost).toBe(0)
  })

  it('says nothing where every place is clean', () => {
    expect(isNothing(clauseOf(sum), places(n(0), n(0)))).toBe(true)
    expect(isNothing(clauseOf(sum), places(n(0), n(1)))).toBe(false)
    expect(isMarkFor(clauseOf(sum), places(n(0)))).toBe(false)
  })

  it.each<[form: Bare['form'], isSo: boolean]>([
    ['per-occurrence', true],
    ['all-or-nothing', true],
    ['threshold', true],
    ['tier', true],
    ['linear', true],
    ['proportional', true],
    ['additive', true],
    ['zone-limit', true],
    ['judgement', true],
    ['bonus', false],
    ['penalty', false],
    ['veto', false],
    ['escalation', false],
    ['overflow', false],
    ['rank', false],
    ['pass-rate', false],
    ['by-subject', false],
  ])('%s can be held against each place: %s', (form, isSo) => {
    expect(canAggregate(form)).toBe(isSo)
  })

  const flat = (deduct: number, aggregate: 'sum' | 'mean' | 'worst'): Bare => ({
    form: 'all-or-nothing',
    deduct: points(deduct),
    aggregate,
  })
  it.each<[what: string, bare: Bare, step: number, lost: number]>([
    ['a sum: its cap', sum, 1, 1_000],
    ['a sum: the item', flat(700, 'sum'), 1, 3_000],
    ['a sum of little: as many places as there can be', flat(2, 'sum'), 1, 2 * MOST_PLACES],
    ['a mean: the worst of one place', flat(730, 'mean'), 1, 730],
    ['a mean that rounds up', flat(730, 'mean'), 500, 1_000 - 270],
    ['a mean that rounds up further', flat(760, 'mean'), 500, 1_000],
    ['a mean that rounds down: a plain mark still costs all', flat(740, 'mean'), 500, 740],
    ['a mean under its cap', { ...mean, cap: points(760) }, 500, 760],
    ['the worst', flat(700, 'worst'), 1, 700],
    ['a sum of nothing', flat(0, 'sum'), 1, 0],
  ])('reaches, of %s', (_what, bare, step, lost) => {
    expect(reach(bare, step).lost).toBe(lost)
  })

  it('a mark that is counted elsewhere as a whole takes nothing', () => {
    const item = itemOf('i', 3_000, [sum, litter])
    const { marks, ...rest } = scored({ a: places(n(1), n(2)), b: n(4) })
    const [a, b] = [marks.a, marks.b]
    if (a === undefined || b === undefined) throw new Error('two marks')
    const linked = { ...rest, marks: { a: { ...a, sameAs: TO }, b } }
    const score = scoreItem(rubricOf([]), item, linked)
    expect(score.clauses.map(({ lost, isCapped }) => [lost, isCapped])).toEqual([
      [0, false],
      [800, false],
    ])
    expect(score.low).toBe(2_200)
  })
})
