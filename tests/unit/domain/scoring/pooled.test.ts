import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { isMarkFor, isNothing, takesPlaces } from '../../../../shared/domain/scoring/forms'
import type { MarkValue, Observation, PlainValue } from '../../../../shared/domain/sheet/mark'
import { account, by, check, checkUnfit, flag, m, n, take } from './check-form'
import { type Bare, clauseOf } from './small-standard'

const TO = { item: 'j', clause: 'a' }
const observed = (...at: readonly Observation[]): MarkValue => ({ kind: 'places', at })
const places = (...values: readonly PlainValue[]): MarkValue =>
  observed(...values.map((value, at) => ({ place: `第${at + 1}点`, value })))

describe('what is found at several places of a clause that looks at them together', () => {
  const litter = {
    form: 'per-occurrence',
    unit: '处',
    pointsPerUnit: points(200),
    cap: points(1_000),
  } as const satisfies Bare
  const loose = { ...litter, per: 3, allowance: 2 } as const satisfies Bare
  const sized = {
    form: 'per-occurrence',
    unit: '处',
    severities: [
      { id: 's', label: '轻', points: points(100) },
      { id: 'l', label: '重', points: points(500) },
    ],
  } as const satisfies Bare
  const missing = { form: 'all-or-nothing', deduct: points(700) } as const satisfies Bare
  const penalty = { form: 'penalty', unit: '次', pointsPerUnit: points(3_000) } as const satisfies Bare
  const finders = {
    form: 'escalation',
    unit: '处',
    finders: [{ id: 'p', label: '省级', points: points(300) }],
    repeats: [
      { label: '首次', factor: m(1_000) },
      { label: '再次', factor: m(2_000) },
    ],
  } as const satisfies Bare
  const found = (...cells: readonly (readonly [time: number, n: number])[]): PlainValue => ({
    kind: 'found',
    found: cells.map(([time, times]) => ({ finder: 'p', time, n: times })),
  })

  check([
    ['counts add up', litter, places(n(1), n(2)), 600, '第1点: 1处 → 第2点: 2处 → 3 × 0.2 = 0.6'],
    [
      'the cap is over all of them',
      litter,
      places(n(4), n(2)),
      1_000,
      '第1点: 4处 → 第2点: 2处 → min(6 × 0.2, 1) = 1',
    ],
    ['the allowance is used up once, and steps go over places', loose, places(n(2), n(1), n(2)), 200],
    ['sizes add up by themselves', sized, places(by({ s: 1 }), by({ s: 2, l: 1 })), 800],
    ['what holds at two places holds', missing, places(flag, flag), 700],
    ['by finder and time', finders, places(found([1, 1], [2, 1]), found([2, 1])), 1_500],
    ['a clean place takes nothing', litter, places(n(2), { kind: 'clean' }), 400],
    [
      'what is counted elsewhere takes nothing here',
      litter,
      observed({ place: '甲', value: n(3), sameAs: TO }, { place: '乙', value: n(1) }),
      200,
      '甲: 3处 ⇄ → 乙: 1处 → 1 × 0.2 = 0.2',
    ],
    ['all is counted elsewhere', litter, observed({ place: '甲', value: n(3), sameAs: TO }), 0],
  ])

  it('takes what one count of them all would, wherever they stand', () => {
    for (const clause of [litter, loose]) {
      for (let sum = 1; sum <= 12; sum += 1) {
        const apart = places(...Array.from({ length: sum }, () => n(1)))
        expect(take(clause, apart)).toEqual(take(clause, n(sum)))
        expect(account(clause, apart).text).toBe(account(clause, n(sum)).text)
      }
    }
  })

  it('counts a penalty on the total', () => {
    expect(take(penalty, places(n(1), n(1))).extra).toBe(-6_000)
  })

  it('says nothing where nothing was found at any place', () => {
    expect(isNothing(clauseOf(litter), places(n(0), { kind: 'clean' }))).toBe(true)
    expect(isMarkFor(clauseOf(litter), places(n(0)))).toBe(false)
  })

  it('is not said of forms that look at one value, or give points', () => {
    expect(
      takesPlaces(clauseOf({ form: 'bonus', unit: '次', pointsPerUnit: points(1), cap: points(1) })),
    ).toBe(false)
    expect(takesPlaces(clauseOf({ form: 'veto', scope: 'item' }))).toBe(false)
    expect(takesPlaces(clauseOf(litter))).toBe(true)
  })

  checkUnfit([
    ['another form’s value at one place', litter, places(n(1), flag)],
    ['a place named twice', litter, observed({ place: '甲', value: n(1) }, { place: '甲 ', value: n(1) })],
    ['a size that there is not', sized, places(by({ x: 1 }))],
  ])
})
