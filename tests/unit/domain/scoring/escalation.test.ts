import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { accountFor, isNothing, needsReason, takeFor } from '../../../../shared/domain/scoring/forms'
import type { PlainValue } from '../../../../shared/domain/sheet/mark'
import { check, checkUnfit, m, n, reach } from './check-form'
import { type Bare, clauseOf, itemOf, rounding, settingFor } from './small-standard'

const found = (...all: readonly (readonly [finder: string, time: number, n: number])[]): PlainValue => ({
  kind: 'found',
  found: all.map(([finder, time, count]) => ({ finder, time, n: count })),
})

describe('escalation', () => {
  const reports = {
    form: 'escalation',
    unit: '处',
    finders: [
      { id: 'city', label: '市级发现', points: points(200) },
      { id: 'province', label: '省级暗访发现', points: points(500) },
    ],
    repeats: [
      { label: '首次', factor: m(1_000) },
      { label: '重复', factor: m(2_000) },
    ],
    cap: points(2_000),
  } as const satisfies Bare
  const { cap: _cap, ...uncapped } = reports
  const half = { ...uncapped, repeats: [{ label: '首次', factor: m(500) }] } as const satisfies Bare

  check([
    ['one by the city', reports, found(['city', 1, 1]), 200, '市级发现 · 首次 1处 → 1 × 0.2 = 0.2'],
    ['one by the province', reports, found(['province', 1, 1]), 500],
    [
      'the same again costs double',
      reports,
      found(['city', 2, 3]),
      1_200,
      '市级发现 · 重复 3处 → 3 × 0.2 × 2 = 1.2',
    ],
    ['the last of the repeats stands for all later ones', reports, found(['city', 5, 1]), 400],
    ['the twentieth time', reports, found(['city', 20, 1]), 400],
    [
      'several finders and times',
      reports,
      found(['city', 1, 2], ['province', 1, 1], ['city', 2, 1]),
      1_300,
      '市级发现 · 首次 2处 → 省级暗访发现 · 首次 1处 → 市级发现 · 重复 1处 → 2 × 0.2 + 1 × 0.5 + 1 × 0.2 × 2 = 1.3',
    ],
    [
      'none by one of them',
      reports,
      found(['city', 1, 0], ['province', 1, 1]),
      500,
      '省级暗访发现 · 首次 1处 → 1 × 0.5 = 0.5',
    ],
    [
      'just at the cap',
      reports,
      found(['province', 2, 2]),
      2_000,
      '省级暗访发现 · 重复 2处 → 2 × 0.5 × 2 = 2',
    ],
    [
      'past the cap',
      reports,
      found(['province', 2, 2], ['city', 1, 1]),
      2_000,
      '省级暗访发现 · 重复 2处 → 市级发现 · 首次 1处 → min(2 × 0.5 × 2 + 1 × 0.2, 2) = 2',
    ],
    ['without a cap the item bounds it', uncapped, found(['province', 1, 7]), 3_000],
    ['a factor under one', half, found(['city', 1, 3]), 300],
    ['a huge count', uncapped, found(['province', 2, 1_000_000]), 3_000],
  ])

  checkUnfit([
    ['an unknown finder', reports, found(['state', 1, 1])],
    ['a time before the first', reports, found(['city', 0, 1])],
    ['a time past the twentieth', reports, found(['city', 21, 1])],
    ['a time that is not whole', reports, found(['city', 1.5, 1])],
    ['a negative count', reports, found(['city', 1, -1])],
    ['the same finder and time twice', reports, found(['city', 1, 1], ['city', 1, 2])],
    ['a plain count', reports, n(1)],
    ['a finding where there are no repeats', { ...reports, repeats: [] }, found(['city', 1, 1])],
  ])

  it('says nothing with counts of zero', () => {
    for (const value of [found(), found(['city', 1, 0])])
      expect(isNothing(clauseOf(reports), value)).toBe(true)
    expect(isNothing(clauseOf(reports), found(['city', 1, 0], ['city', 2, 1]))).toBe(false)
    expect(needsReason(clauseOf(reports))).toBe(false)
  })

  it('reaches its cap, or the item', () => {
    expect(reach(reports).lost).toBe(2_000)
    expect(reach(uncapped).lost).toBe(3_000)
  })

  it('refuses to compute what nobody found', () => {
    const setting = settingFor(itemOf('i', 3_000, [reports]), rounding('half-up', 1))
    expect(() => takeFor(clauseOf(reports), { value: found(['state', 1, 1]) }, setting)).toThrow(RangeError)
    expect(() => accountFor(clauseOf(reports), found(['state', 1, 1]), setting)).toThrow(
      'no finder state, time 1',
    )
  })
})
