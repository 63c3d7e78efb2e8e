import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { PassRateRule } from '../../../../shared/domain/rubric/clause-in-context'
import { accountFor, isNothing, needsReason } from '../../../../shared/domain/scoring/forms'
import { samplesAsked } from '../../../../shared/domain/scoring/pass-rate'
import type { PlainValue } from '../../../../shared/domain/sheet/mark'
import { check, checkUnfit, deduct, full, gain, m, n, reach, take, zero } from './check-form'
import { type Bare, clauseOf, itemOf, rounding, settingFor } from './small-standard'

/** Of so many, so many were looked at and passed, so many failed. */
const samples = (population: number, passed: number, failed: number): PlainValue => ({
  kind: 'samples',
  population,
  passed,
  failed,
})

/** The same, said place by place. */
const placed = (
  passed: number,
  failed: number,
  ...at: readonly (readonly [string, number, number])[]
): PlainValue => ({
  kind: 'samples',
  population: 20,
  passed,
  failed,
  at: at.map(([place, good, bad]) => ({ place, passed: good, failed: bad })),
})

const toilets = (rule: PassRateRule) =>
  ({
    form: 'pass-rate',
    measure: { label: '公厕', unit: '座' },
    samples: [
      { from: 0, atLeast: 5 },
      { from: 50, atLeast: 10 },
      { from: 200, atLeast: 30 },
    ],
    rule,
  }) as const satisfies Bare

describe('pass rate', () => {
  const tiers = toilets({
    kind: 'tiers',
    tiers: [
      { id: 'a', label: '95%以上', min: m(95_000), outcome: full },
      { id: 'b', label: '80%以上', min: m(80_000), outcome: gain(1_000) },
      { id: 'c', label: '不足80%', outcome: zero },
    ],
  })
  const shortfall = toilets({
    kind: 'shortfall',
    from: m(95_000),
    per: m(1_000),
    pointsPerUnit: points(200),
    partial: 'exact',
    cap: points(2_000),
  })
  const whole = toilets({
    kind: 'shortfall',
    from: m(95_000),
    per: m(1_000),
    pointsPerUnit: points(200),
    partial: 'whole-steps',
  })
  const started = toilets({
    kind: 'shortfall',
    from: m(95_000),
    per: m(1_000),
    pointsPerUnit: points(200),
    partial: 'started-steps',
  })
  const share = toilets({ kind: 'proportional', base: points(2_000) })

  check([
    [
      'tiers: just at the first',
      tiers,
      samples(40, 19, 1),
      0,
      '公厕 20/40座 → ≥ 5座 → 19 ÷ 20 → 95%以上 → 0 = 0',
    ],
    ['tiers: just short of it', tiers, samples(1_000, 949, 51), 2_000],
    ['tiers: at the next', tiers, samples(40, 4, 1), 2_000],
    [
      'tiers: a third passed',
      tiers,
      samples(40, 1, 2),
      3_000,
      '公厕 3/40座 → ≥ 5座 → 1 ÷ 3 → 不足80% → 3 = 3',
    ],
    ['tiers: none passed', tiers, samples(5, 0, 5), 3_000],
    ['shortfall: at the standard', shortfall, samples(20, 19, 1), 0],
    ['shortfall: past it', shortfall, samples(20, 20, 0), 0],
    [
      'shortfall: five short',
      shortfall,
      samples(20, 9, 1),
      1_000,
      '公厕 10/20座 → ≥ 5座 → 9 ÷ 10 → max(0, 95 − 9 ÷ (9 + 1) × 100) × 0.2 = 1',
    ],
    // 95 − 200/3 = 28.33…, × 0.2 = 5.666…
    ['shortfall: a third failed, under the cap', shortfall, samples(3, 2, 1), 2_000],
    // 95 − 93.333… = 1.666…, × 0.2 = 0.3333…
    ['shortfall: its share, never rounded before', shortfall, samples(15, 14, 1), 333],
    ['shortfall: whole steps', whole, samples(15, 14, 1), 200],
    ['shortfall: started steps', started, samples(15, 14, 1), 400],
    ['shortfall: without a cap the item bounds it', whole, samples(9, 0, 9), 3_000],
    ['in proportion: all', share, samples(8, 8, 0), 0],
    [
      'in proportion: a third',
      share,
      samples(9, 1, 2),
      1_333,
      '公厕 3/9座 → ≥ 5座 → 1 ÷ 3 → max(0, 2 − [2 × 1 ÷ (1 + 2)]) = 1.333',
    ],
    ['in proportion: none', share, samples(8, 0, 8), 2_000],
  ])
  describe('rounded to 0.5', () => {
    check(
      [
        [
          'a share that rounds up past all',
          toilets({ kind: 'proportional', base: points(800) }),
          samples(8, 8, 0),
          0,
        ],
        ['a share', share, samples(8, 3, 5), 1_000],
      ],
      500,
    )
  })

  checkUnfit([
    ['nothing looked at', tiers, samples(20, 0, 0)],
    ['more than there are', tiers, samples(20, 20, 1)],
    ['a negative number that passed', tiers, samples(20, -1, 5)],
    ['a negative number that failed', tiers, samples(20, 5, -1)],
    ['a population that is not whole', tiers, samples(20.5, 5, 5)],
    ['more than a million', tiers, samples(1_000_001, 5, 5)],
    ['a count', tiers, n(5)],
    ['places that do not come to what passed', tiers, placed(3, 1, ['甲', 2, 0], ['乙', 0, 1])],
    ['places that do not come to what failed', tiers, placed(2, 2, ['甲', 2, 0], ['乙', 0, 1])],
    ['a place named twice', tiers, placed(2, 1, ['甲', 2, 0], ['甲　', 0, 1])],
    ['a place without a name', tiers, placed(1, 0, [' ', 1, 0])],
    ['a place where nothing was sampled', tiers, placed(1, 0, ['甲', 1, 0], ['乙', 0, 0])],
    ['no place', tiers, placed(1, 0)],
    ['a place with less than nothing', tiers, placed(1, 1, ['甲', 2, 1], ['乙', -1, 0])],
  ])

  it('takes the same, whether or not it is said where', () => {
    const at = placed(9, 1, ['甲', 4, 1], ['乙', 5, 0])
    expect(take(tiers, at)).toEqual(take(tiers, samples(20, 9, 1)))
  })

  it.each<[population: number, asked: number]>([
    [3, 3],
    [5, 5],
    [49, 5],
    [50, 10],
    [199, 10],
    [200, 30],
    [1_000_000, 30],
    [0, 0],
  ])('of %i asks for %i', (population, asked) => {
    expect(samplesAsked(tiers as never, population)).toBe(asked)
  })

  it('asks for none below its first row', () => {
    expect(samplesAsked({ ...tiers, id: 'a', text: '', samples: [{ from: 10, atLeast: 5 }] }, 9)).toBe(0)
  })

  it('warns of a sample that is short, and takes the same', () => {
    expect(take(share, samples(50, 9, 0))).toMatchObject({ isShort: true, lost: 0 })
    expect(take(share, samples(50, 10, 0))).toMatchObject({ isShort: false, lost: 0 })
    expect(take(share, samples(4, 4, 0))).toMatchObject({ isShort: false })
  })

  it('says something whatever it finds, and asks for no reason', () => {
    expect(isNothing(clauseOf(tiers), samples(8, 8, 0))).toBe(false)
    expect(needsReason(clauseOf(tiers))).toBe(false)
  })

  it.each<[what: string, bare: Bare, lost: number]>([
    ['its worst tier', tiers, 3_000],
    ['its cap', shortfall, 2_000],
    ['the item', whole, 3_000],
    ['its base', share, 2_000],
    [
      'a tier that only a perfect sample misses',
      toilets({
        kind: 'tiers',
        tiers: [
          { id: 'a', label: '', min: m(100_000), outcome: deduct(500) },
          { id: 'b', label: '', outcome: full },
        ],
      }),
      500,
    ],
    [
      'no tier that nothing meets',
      toilets({
        kind: 'tiers',
        tiers: [
          { id: 'a', label: '', min: m(0), outcome: full },
          { id: 'b', label: '', outcome: zero },
        ],
      }),
      0,
    ],
    [
      'a tier in the middle',
      toilets({
        kind: 'tiers',
        tiers: [
          { id: 'a', label: '', min: m(90_000), outcome: full },
          { id: 'b', label: '', min: m(50_000), outcome: zero },
          { id: 'c', label: '', outcome: deduct(100) },
        ],
      }),
      3_000,
    ],
    [
      'what a rate of nothing costs',
      toilets({
        kind: 'shortfall',
        from: m(4_000),
        per: m(1_000),
        pointsPerUnit: points(200),
        partial: 'exact',
      }),
      800,
    ],
  ])('reaches %s', (_what, bare, lost) => {
    expect(reach(bare).lost).toBe(lost)
  })

  it('refuses to say which tier holds where none does', () => {
    const bare = toilets({ kind: 'tiers', tiers: [{ id: 'a', label: '', min: m(90_000), outcome: full }] })
    const setting = settingFor(itemOf('i', 3_000, [bare]), rounding('half-up', 1))
    expect(() => accountFor(clauseOf(bare), samples(8, 1, 7), setting)).toThrow('no tier covers 1')
  })
})
