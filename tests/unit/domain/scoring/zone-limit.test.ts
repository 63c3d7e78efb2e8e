import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { accountFor, needsReason, takeFor } from '../../../../shared/domain/scoring/forms'
import { zoneAt } from '../../../../shared/domain/scoring/zone-limit'
import type { PlainValue } from '../../../../shared/domain/sheet/mark'
import { check, checkUnfit, m, n, reach, v } from './check-form'
import { type Bare, clauseOf, itemOf, rounding, settingFor } from './small-standard'

const at = (zone: string, value: number): PlainValue => ({ kind: 'zoned', zone, value: m(value) })

describe('the zone that a place lies in', () => {
  const zones = [
    { id: 'main', label: '主干道', limit: m(3_000) },
    { id: 'lane', label: '背街小巷（一类）', limit: m(5_000) },
    { id: 'edge', label: '背街小巷（二类）', limit: m(8_000) },
  ]
  const lies = (grade?: string, zone?: string) =>
    zoneAt(
      { zones },
      {
        name: '甲',
        kind: 'road',
        ...(grade === undefined ? {} : { grade }),
        ...(zone === undefined ? {} : { zone }),
      },
    )

  it.each([
    ['its class', lies('主干道'), 'main'],
    ['its part of town', lies(undefined, '主干道'), 'main'],
    ['the id', lies('lane'), 'lane'],
    ['one label alone that says it', lies('二类'), 'edge'],
    ['several that say it', lies('背街小巷'), null],
    ['nothing said', lies(), null],
    ['words that no zone has', lies('广场'), null],
  ])('by %s', (_what, zone, expected) => {
    expect(zone).toBe(expected)
  })

  it('is not said of a place that is not listed', () => {
    expect(zoneAt({ zones }, null)).toBeNull()
  })
})

describe('zone limit', () => {
  const stalls = {
    form: 'zone-limit',
    measure: { label: '占道摊位', unit: '处' },
    zones: [
      { id: 'main', label: '主干道', limit: m(3_000) },
      { id: 'side', label: '次干道', limit: m(5_000) },
    ],
    direction: 'above',
    per: m(1_000),
    pointsPerUnit: points(200),
    partial: 'whole-steps',
    cap: points(1_000),
  } as const satisfies Bare
  const { cap: _cap, ...uncapped } = stalls
  const green = {
    ...uncapped,
    measure: { label: '绿化率', unit: '%' },
    zones: [
      { id: 'old', label: '老城区', limit: m(30_000) },
      { id: 'new', label: '新城区', limit: m(35_000) },
    ],
    direction: 'below',
    partial: 'exact',
  } as const satisfies Bare

  check([
    [
      'at the limit of a main road',
      stalls,
      at('main', 3_000),
      0,
      '主干道 → 占道摊位 3处 → ⌊max(0, 3 − 3)⌋ × 0.2 = 0',
    ],
    ['below it', stalls, at('main', 0), 0],
    ['one over', stalls, at('main', 4_000), 200, '主干道 → 占道摊位 4处 → ⌊max(0, 4 − 3)⌋ × 0.2 = 0.2'],
    ['less than one over', stalls, at('main', 3_999), 0],
    ['the same number on a side road', stalls, at('side', 4_000), 0],
    ['two over on a side road', stalls, at('side', 7_000), 400],
    ['just at the cap', stalls, at('main', 8_000), 1_000],
    [
      'past the cap',
      stalls,
      at('main', 9_000),
      1_000,
      '主干道 → 占道摊位 9处 → min(⌊max(0, 9 − 3)⌋ × 0.2, 1) = 1',
    ],
    ['started steps count whole', { ...stalls, partial: 'started-steps' }, at('main', 3_001), 200],
    ['without a cap the item bounds it', uncapped, at('main', 999_999_999), 3_000],
    [
      'below a limit, its share',
      green,
      at('old', 29_500),
      100,
      '老城区 → 绿化率 29.5% → max(0, 30 − 29.5) × 0.2 = 0.1',
    ],
    ['below a higher limit', green, at('new', 29_500), 1_100],
    ['over a limit from below', green, at('old', 36_000), 0],
  ])

  checkUnfit([
    ['a zone that is not there', stalls, at('lane', 9_000)],
    ['a negative value', stalls, at('main', -1)],
    ['a value past what can be entered', stalls, at('main', 1_000_000_000)],
    ['part of a thousandth', stalls, at('main', 0.5)],
    ['a value without a zone', stalls, v(9_000)],
    ['a count', stalls, n(9)],
  ])

  it('reaches its cap, or what the worst value of the worst zone costs', () => {
    expect(reach(stalls).lost).toBe(1_000)
    expect(reach(uncapped).lost).toBe(3_000)
    // 35 points short at 0.02 each.
    expect(reach({ ...green, pointsPerUnit: points(20) }).lost).toBe(700)
    const far = stalls.zones.map((zone) => ({ ...zone, limit: m(999_999_999) }))
    expect(reach({ ...stalls, zones: far }).lost).toBe(0)
  })

  it('asks for no reason, and refuses to compute a mark of another zone', () => {
    const clause = clauseOf(stalls)
    const setting = settingFor(itemOf('i', 3_000, [stalls]), rounding('half-up', 1))
    expect(needsReason(clause)).toBe(false)
    expect(() => takeFor(clause, { value: at('lane', 9_000) }, setting)).toThrow(RangeError)
    expect(() => accountFor(clause, at('lane', 9_000), setting)).toThrow('no zone lane')
  })
})
