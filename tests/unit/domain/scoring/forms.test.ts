import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Outcome } from '../../../../shared/domain/rubric/clause'
import { isMarkFor, isNothing, needsReason, takeFor } from '../../../../shared/domain/scoring/forms'
import {
  account,
  by,
  check,
  checkUnfit,
  deduct,
  flag,
  full,
  gain,
  give,
  m,
  missing,
  n,
  pick,
  rate,
  reach,
  take,
  v,
  zero,
} from './check-form'
import { type Bare, clauseOf, itemOf, rounding, settingFor } from './small-standard'

const p = points

describe('per occurrence', () => {
  const plain = { form: 'per-occurrence', unit: '处', pointsPerUnit: p(200), cap: p(1_000) } as const
  const uncapped = { form: 'per-occurrence', unit: '处', pointsPerUnit: p(500) } as const
  const grouped = {
    form: 'per-occurrence',
    unit: '个',
    per: 3,
    pointsPerUnit: p(500),
    cap: p(1_500),
  } as const
  const lenient = {
    form: 'per-occurrence',
    unit: '件',
    allowance: 2,
    per: 2,
    pointsPerUnit: p(100),
    cap: p(1_000),
  } as const
  const sized = {
    form: 'per-occurrence',
    unit: '处',
    severities: [
      { id: 'small', label: '1平方米以下', points: p(100) },
      { id: 'large', label: '1平方米以上', points: p(300) },
    ],
    cap: p(1_000),
  } as const
  check([
    ['one', plain, n(1), 200, '1处 → 1 × 0.2 = 0.2'],
    ['just at the cap', plain, n(5), 1_000, '5处 → 5 × 0.2 = 1'],
    ['past the cap', plain, n(6), 1_000, '6处 → min(6 × 0.2, 1) = 1'],
    ['a huge count', plain, n(1_000_000), 1_000],
    ['no cap of its own: the item bounds it', uncapped, n(7), 3_000, '7处 → min(7 × 0.5, 3) = 3'],
    ['an unfinished group costs nothing', grouped, n(2), 0, '2个 → ⌊2 ÷ 3⌋ × 0.5 = 0'],
    ['one whole group', grouped, n(3), 500],
    ['one group and a bit', grouped, n(5), 500],
    ['two groups', grouped, n(6), 1_000],
    ['within the allowance', lenient, n(2), 0],
    ['one past it, half a group', lenient, n(3), 0, '3件 → ⌊max(0, 3 − 2) ÷ 2⌋ × 0.1 = 0'],
    ['two past it', lenient, n(4), 100],
    ['nine past it', lenient, n(11), 400],
    ['one small', sized, by({ small: 1 }), 100],
    [
      'two small and one large',
      sized,
      by({ small: 2, large: 1 }),
      500,
      '1平方米以下 2处 → 1平方米以上 1处 → 2 × 0.1 + 1 × 0.3 = 0.5',
    ],
    ['one of them zero', sized, by({ small: 0, large: 2 }), 600, '1平方米以上 2处 → 2 × 0.3 = 0.6'],
    [
      'severities under the cap',
      sized,
      by({ small: 4, large: 3 }),
      1_000,
      '1平方米以下 4处 → 1平方米以上 3处 → min(4 × 0.1 + 3 × 0.3, 1) = 1',
    ],
  ])
  checkUnfit([
    ['a negative count', plain, n(-1)],
    ['a fraction', plain, n(0.5)],
    ['past a million', plain, n(1_000_001)],
    ['severities on a plain clause', plain, by({ small: 1 })],
    ['a plain count on severities', sized, n(1)],
    ['an unknown severity', sized, by({ huge: 1 })],
    ['a name that objects inherit', sized, by({ constructor: 1 })],
    ['a value', plain, v(1_000)],
  ])
  it('says nothing with a count of zero', () => {
    for (const [bare, value] of [
      [plain, n(0)],
      [sized, by({})],
      [sized, by({ small: 0 })],
    ] as const) {
      expect(isNothing(clauseOf(bare), value)).toBe(true)
      expect(isMarkFor(clauseOf(bare), value)).toBe(false)
    }
  })
  it('bears the largest numbers that the format allows', () => {
    const huge = { form: 'per-occurrence', unit: '处', pointsPerUnit: p(1_000_000_000) } as const
    const item = itemOf('i', 1_000_000_000, [huge])
    const severities = Array.from({ length: 20 }, (_, at) => ({
      id: `s${at}`,
      label: '',
      points: p(1_000_000_000),
    }))
    const many = by(Object.fromEntries(severities.map(({ id }) => [id, 1_000_000])))
    const setting = settingFor(item, rounding('half-up', 1))
    expect(takeFor(clauseOf(huge), { value: n(1_000_000) }, setting).lost).toBe(1_000_000_000)
    const sizes = clauseOf({ form: 'per-occurrence', unit: '处', severities })
    expect(takeFor(sizes, { value: many }, setting).lost).toBe(1_000_000_000)
  })
})

describe('all or nothing', () => {
  const all = { form: 'all-or-nothing', deduct: 'all' } as const
  const one = { form: 'all-or-nothing', deduct: p(1_000) } as const
  check([
    ['takes the whole item', all, flag, 3_000, '3 = 3'],
    ['takes its points', one, flag, 1_000, '1 = 1'],
    ['takes fractions', { form: 'all-or-nothing', deduct: p(250) }, flag, 250],
    ['takes exactly the item', { form: 'all-or-nothing', deduct: p(3_000) }, flag, 3_000],
    ['takes no more than the item', { form: 'all-or-nothing', deduct: p(4_000) }, flag, 3_000],
  ])
  it('is met or not: nothing else marks it, and it has no zero', () => {
    for (const value of [n(1), v(0), missing(), pick('a')])
      expect(isMarkFor(clauseOf(all), value)).toBe(false)
    expect(isNothing(clauseOf(all), flag)).toBe(false)
    expect(needsReason(clauseOf(all))).toBe(false)
  })
})

describe('threshold', () => {
  const below = {
    form: 'threshold',
    measure: rate,
    thresholds: [{ cmp: '<', value: m(80_000), outcome: zero }],
  } as const
  const ladder = {
    form: 'threshold',
    measure: rate,
    thresholds: [
      { cmp: '<', value: m(90_000), outcome: deduct(500) },
      { cmp: '<', value: m(80_000), outcome: deduct(1_000) },
      { cmp: '<', value: m(60_000), outcome: zero },
    ],
  } as const
  const one = (cmp: '<' | '<=' | '>' | '>=', outcome: Outcome): Bare => ({
    form: 'threshold',
    measure: rate,
    thresholds: [{ cmp, value: m(50_000), outcome }],
  })
  const gains = {
    form: 'threshold',
    measure: rate,
    thresholds: [
      { cmp: '>=', value: m(90_000), outcome: full },
      { cmp: '>=', value: m(70_000), outcome: gain(1_000) },
      { cmp: '<', value: m(50_000), outcome: zero },
    ],
  } as const
  check([
    ['below', below, v(79_999), 3_000, '合格率 79.999% → 79.999 < 80 → 3 = 3'],
    ['at the bound of <', below, v(80_000), 0, '合格率 80% → 0 = 0'],
    ['above', below, v(95_000), 0],
    ['at the bound of <=', one('<=', deduct(400)), v(50_000), 400, '合格率 50% → 50 ≤ 50 → 0.4 = 0.4'],
    ['past the bound of <=', one('<=', deduct(400)), v(50_001), 0],
    ['at the bound of >', one('>', deduct(400)), v(50_000), 0],
    ['past the bound of >', one('>', deduct(400)), v(50_001), 400],
    ['at the bound of >=', one('>=', deduct(400)), v(50_000), 400],
    ['short of >=', one('>=', deduct(400)), v(49_999), 0],
    ['first rung', ladder, v(89_000), 500],
    ['of those met, the dearest', ladder, v(79_000), 1_000, '合格率 79% → 79 < 80 → 1 = 1'],
    ['the last rung', ladder, v(0), 3_000, '合格率 0% → 0 < 60 → 3 = 3'],
    ['above all rungs', ladder, v(90_000), 0],
    ['of those that give, the best', gains, v(95_000), 0, '合格率 95% → 95 ≥ 90 → 0 = 0'],
    ['the lesser gain', gains, v(70_000), 2_000, '合格率 70% → 70 ≥ 70 → 2 = 2'],
    ['no gain met gains nothing', gains, v(69_999), 3_000, '合格率 69.999% → 3 = 3'],
    ['a taking one beside them', gains, v(10_000), 3_000],
    ['a lone gain that is met', one('>=', gain(1_000)), v(50_000), 0],
    ['a lone gain that is missed', one('>=', gain(1_000)), v(49_000), 1_000],
    [
      'of those that give, the best, in whatever order',
      { ...gains, thresholds: [...gains.thresholds].reverse() },
      v(95_000),
      0,
    ],
    [
      'of those that give, the lesser where only it is met',
      { ...gains, thresholds: [...gains.thresholds].reverse() },
      v(75_000),
      2_000,
    ],
    ['never more than the item', one('<=', deduct(9_000)), v(0), 3_000, '合格率 0% → 0 ≤ 50 → min(9, 3) = 3'],
    ['just the item', one('<=', deduct(3_000)), v(0), 3_000, '合格率 0% → 0 ≤ 50 → 3 = 3'],
    [
      'full marks and a loss at once: the loss counts',
      {
        ...below,
        thresholds: [
          { cmp: '>', value: m(1), outcome: full },
          { cmp: '<', value: m(90_000), outcome: deduct(700) },
        ],
      },
      v(50_000),
      700,
    ],
  ])
  it('reaches the loss of a gain that is missed', () => {
    expect(reach(one('>=', gain(1_000))).lost).toBe(1_000)
  })
  it('never reaches a threshold that no value meets', () => {
    const never = {
      form: 'threshold',
      measure: rate,
      thresholds: [{ cmp: '<', value: m(0), outcome: zero }],
    } as const
    expect(reach(never).lost).toBe(0)
  })
})

describe('tier', () => {
  const numeric = {
    form: 'tier',
    measure: rate,
    tiers: [
      { id: 'a', label: '90%以上', min: m(90_000), outcome: gain(1_000) },
      { id: 'b', label: '80%–90%', min: m(80_000), max: m(90_000), outcome: gain(500) },
      { id: 'c', label: '80%以下', max: m(80_000), outcome: zero },
    ],
  } as const
  const open = {
    form: 'tier',
    measure: rate,
    tiers: [
      {
        id: 'a',
        label: '超过90%',
        min: m(90_000),
        isMinOpen: true,
        max: m(100_000),
        isMaxClosed: true,
        outcome: full,
      },
      {
        id: 'b',
        label: '60%–90%',
        min: m(60_000),
        isMinOpen: true,
        max: m(90_000),
        isMaxClosed: true,
        outcome: gain(2_000),
      },
      { id: 'c', label: '60%及以下', max: m(60_000), isMaxClosed: true, outcome: gain(500) },
    ],
  } as const
  const labels = {
    form: 'tier',
    tiers: [
      { id: 'good', label: '好', outcome: full },
      { id: 'fair', label: '一般', outcome: deduct(800) },
      { id: 'poor', label: '差', outcome: zero },
    ],
  } as const
  check([
    ['the top tier', numeric, v(95_000), 0, '合格率 95% → 90%以上 → 0 = 0'],
    ['its included bound', numeric, v(90_000), 0],
    ['just short of it', numeric, v(89_999), 500],
    ['the lower included bound', numeric, v(80_000), 500, '合格率 80% → 80%–90% → 0.5 = 0.5'],
    ['just short of that', numeric, v(79_999), 3_000],
    ['nothing', numeric, v(0), 3_000],
    ['an open bound belongs below', open, v(90_000), 1_000],
    ['just past an open bound', open, v(90_001), 0],
    ['the closed top', open, v(100_000), 0],
    ['a closed lower bound', open, v(60_000), 2_500],
    ['full beside gains is the item', open, v(60_001), 1_000],
    ['a picked label', labels, pick('fair'), 800, '一般 → 0.8 = 0.8'],
    ['the label without loss', labels, pick('good'), 0],
    ['the label that takes all', labels, pick('poor'), 3_000],
    [
      'a label that would take more than the item',
      { form: 'tier', tiers: [{ id: 'x', label: '极差', outcome: deduct(9_000) }] },
      pick('x'),
      3_000,
      '极差 → min(9, 3) = 3',
    ],
    [
      'a label that takes just the item',
      { form: 'tier', tiers: [{ id: 'x', label: '极差', outcome: deduct(3_000) }] },
      pick('x'),
      3_000,
      '极差 → 3 = 3',
    ],
    [
      'tiers from below: the bound belongs above',
      { ...numeric, tiers: [...numeric.tiers].reverse() },
      v(80_000),
      500,
    ],
    [
      'tiers from below: below the bound',
      { ...numeric, tiers: [...numeric.tiers].reverse() },
      v(79_999),
      3_000,
    ],
    [
      'tiers from below: the closed bound belongs below',
      { ...open, tiers: [...open.tiers].reverse() },
      v(60_000),
      2_500,
    ],
  ])
  checkUnfit([
    ['a value that no tier covers', open, v(100_001)],
    ['a label nobody declared', labels, pick('best')],
    ['a label on a measured tier', numeric, pick('a')],
    ['a value on labels', labels, v(1_000)],
    ['a negative value', numeric, v(-1)],
  ])
  it('reaches only what some value leads to', () => {
    const lowest = { ...open, tiers: open.tiers.slice(0, 2) }
    expect(reach(labels).lost).toBe(3_000)
    expect(reach({ form: 'tier', tiers: [{ id: 'x', label: '', outcome: full }] }).lost).toBe(0)
    // No value is at least 50 and less than 50.
    const never = {
      ...numeric,
      tiers: [{ id: 'x', label: '', min: m(50_000), max: m(50_000), outcome: zero }],
    }
    expect(reach(never).lost).toBe(0)
    expect(reach(open).lost).toBe(2_500)
    expect(reach(lowest).lost).toBe(1_000)
  })
})

describe('linear', () => {
  const below = {
    form: 'linear',
    measure: rate,
    from: m(95_000),
    direction: 'below',
    per: m(1_000),
    pointsPerUnit: p(250),
  } as const
  const exact = { ...below, partial: 'exact', cap: p(2_000) } as const
  const whole = { ...below, partial: 'whole-steps', cap: p(2_000) } as const
  const started = { ...below, partial: 'started-steps', cap: p(2_000) } as const
  const late = {
    form: 'linear',
    measure: { label: '逾期', unit: '天' },
    from: m(0),
    direction: 'above',
    per: m(5_000),
    pointsPerUnit: p(300),
    partial: 'started-steps',
  } as const
  check([
    ['at the standard', exact, v(95_000), 0, '合格率 95% → max(0, 95 − 95) × 0.25 = 0'],
    ['past the standard', exact, v(99_000), 0],
    ['one step', exact, v(94_000), 250, '合格率 94% → max(0, 95 − 94) × 0.25 = 0.25'],
    ['a step and a half, its share', exact, v(93_500), 375],
    ['a third of a thousandth is rounded', exact, v(94_999), 0],
    ['half a thousandth: what is left is rounded up', exact, v(94_998), 0],
    [
      'a step and a half, whole ones',
      whole,
      v(93_500),
      250,
      '合格率 93.5% → ⌊max(0, 95 − 93.5)⌋ × 0.25 = 0.25',
    ],
    ['less than a step, whole ones', whole, v(94_001), 0],
    [
      'a step and a half, started ones',
      started,
      v(93_500),
      500,
      '合格率 93.5% → ⌈max(0, 95 − 93.5)⌉ × 0.25 = 0.5',
    ],
    ['a thousandth short, started ones', started, v(94_999), 250],
    ['a whole step, started ones', started, v(94_000), 250],
    ['its cap', exact, v(80_000), 2_000, '合格率 80% → min([max(0, 95 − 80) × 0.25], 2) = 2'],
    ['just at its cap', exact, v(87_000), 2_000, '合格率 87% → max(0, 95 − 87) × 0.25 = 2'],
    ['no cap of its own: the item bounds it', { ...below, partial: 'exact' }, v(0), 3_000],
    ['above: in time', late, v(0), 0],
    ['above: one started step', late, v(1_000), 300, '逾期 1天 → ⌈max(0, 1 − 0) ÷ 5⌉ × 0.3 = 0.3'],
    ['above: two started steps', late, v(6_000), 600],
    ['above: very late', late, v(999_999_999), 3_000],
  ])
  it('reaches what a value of nothing costs, where that is less than the cap', () => {
    expect(reach({ ...exact, from: m(4_000) }).lost).toBe(1_000)
    expect(reach(exact).lost).toBe(2_000)
  })
  it('rounds what an exact share leaves of the item, as the rubric rounds items', () => {
    expect(take(exact, v(93_500), 100).lost).toBe(400)
    // 3 − 0.025 = 2.975, half up: 2.98.
    expect(take(exact, v(94_900), 10).lost).toBe(20)
  })
  it('bears the largest numbers that the format allows', () => {
    const steep = { ...below, per: m(1), pointsPerUnit: p(1_000_000_000), from: m(999_999_999) } as const
    for (const partial of ['exact', 'whole-steps', 'started-steps'] as const) {
      expect(take({ ...steep, partial }, v(0)).lost).toBe(3_000)
      expect(reach({ ...steep, partial }).lost).toBe(3_000)
    }
  })
})

describe('proportional', () => {
  const share = { form: 'proportional', measure: rate, base: p(3_000), fullAt: m(100_000) } as const
  const floored = { ...share, floor: m(60_000) } as const
  const part = { form: 'proportional', measure: rate, base: p(2_000), fullAt: m(90_000) } as const
  check([
    ['all of it', share, v(100_000), 0],
    ['more than all of it', share, v(130_000), 0],
    ['half', share, v(50_000), 1_500, '合格率 50% → max(0, 3 − [3 × 50 ÷ 100]) = 1.5'],
    ['nothing', share, v(0), 3_000],
    ['rounded to the thousandth', share, v(33_333), 2_000],
    ['at the floor', floored, v(60_000), 1_200],
    ['below the floor', floored, v(59_999), 3_000, '合格率 59.999% → 59.999 < 60 → 3 = 3'],
    ['full before 100', part, v(90_000), 0],
    ['a third of what is full', part, v(30_000), 1_333],
    ['only its base is at stake', part, v(0), 2_000],
    ['a floor above what is full', { ...part, floor: m(95_000) }, v(92_000), 2_000],
    ['at such a floor', { ...part, floor: m(95_000) }, v(95_000), 0],
    [
      'more at stake than the item has',
      { ...share, base: p(4_000) },
      v(0),
      3_000,
      '合格率 0% → min(max(0, 4 − [4 × 0 ÷ 100]), 3) = 3',
    ],
  ])
  describe('rounded to 0.5', () => {
    check(
      [
        ['all of a base on another step', { ...share, base: p(2_200) }, v(100_000), 0],
        ['more than all of it', { ...share, base: p(2_200) }, v(100_001), 0],
      ],
      500,
    )
  })
})

describe('judgement', () => {
  const bands = [
    { id: 'good', label: '好', min: p(2_000), max: p(2_500) },
    { id: 'fair', label: '一般', min: p(1_000), max: p(1_900) },
    { id: 'poor', label: '差', min: p(500), max: p(900) },
  ] as const
  const gains = { form: 'judgement', effect: 'gain', bands } as const
  const takes = {
    form: 'judgement',
    effect: 'deduct',
    bands: [{ id: 'a', label: '视情况', min: p(0), max: p(2_000) }],
  } as const
  check([
    ['the top of the best band loses nothing', gains, give('good', 2_500), 0, '好 → 2.5 − 2.5 = 0'],
    ['the bottom of the best band', gains, give('good', 2_000), 500],
    ['the top of the next', gains, give('fair', 1_900), 600],
    ['within a band', gains, give('fair', 1_234), 1_266],
    ['the lowest', gains, give('poor', 500), 2_000],
    ['a deduction', takes, give('a', 700), 700, '视情况 → 0.7 = 0.7'],
    ['the largest deduction', takes, give('a', 2_000), 2_000],
    ['the smallest', takes, give('a', 1), 1],
    ['the band is named', gains, give('fair', 1_900), 600, '一般 → 2.5 − 1.9 = 0.6'],
    [
      'more than the item has',
      { ...takes, bands: [{ id: 'a', label: '视情况', min: p(0), max: p(9_000) }] },
      give('a', 4_000),
      3_000,
      '视情况 → min(4, 3) = 3',
    ],
    [
      'just what the item has',
      { ...takes, bands: [{ id: 'a', label: '视情况', min: p(0), max: p(9_000) }] },
      give('a', 3_000),
      3_000,
      '视情况 → 3 = 3',
    ],
  ])
  checkUnfit([
    ['between bands', gains, give('fair', 1_950)],
    ['in another band', gains, give('good', 1_900)],
    ['past the best', gains, give('good', 2_501)],
    ['of an unknown band', gains, give('best', 2_000)],
    [
      'not whole',
      gains,
      give('good', 2_000).kind === 'points'
        ? { kind: 'points', bandId: 'good', points: 2_000.5 as never }
        : flag,
    ],
    ['a deduction past its band', takes, give('a', 2_001)],
    ['a negative deduction', takes, give('a', -1)],
  ])
  it('asks for a reason, and says nothing with a deduction of zero', () => {
    expect(needsReason(clauseOf(takes))).toBe(true)
    expect(isNothing(clauseOf(takes), give('a', 0))).toBe(true)
    expect(isNothing(clauseOf(gains), give('good', 2_500))).toBe(false)
    const fromNothing = { ...gains, bands: [{ id: 'poor', label: '差', min: p(0), max: p(900) }] }
    expect(isNothing(clauseOf(fromNothing), give('poor', 0))).toBe(false)
    expect([reach(gains).lost, reach(takes).lost, reach(fromNothing).lost]).toEqual([2_000, 2_000, 900])
  })
})

describe('additive', () => {
  const parts = {
    form: 'additive',
    parts: [
      { id: 'a', label: '成立领导小组', points: p(1_000) },
      { id: 'b', label: '有专人负责', points: p(1_000) },
      { id: 'c', label: '有年度计划', points: p(600) },
      { id: 'd', label: '有总结', points: p(400) },
    ],
  } as const
  check([
    ['one missing', parts, missing('a'), 1_000, '✗ 成立领导小组 → 1 = 1'],
    ['two missing', parts, missing('a', 'c'), 1_600, '✗ 成立领导小组 → ✗ 有年度计划 → 1 + 0.6 = 1.6'],
    [
      'printed order whatever the order of marking',
      parts,
      missing('d', 'a'),
      1_400,
      '✗ 成立领导小组 → ✗ 有总结 → 1 + 0.4 = 1.4',
    ],
    ['three missing', parts, missing('b', 'c', 'd'), 2_000],
    ['all missing', parts, missing('a', 'b', 'c', 'd'), 3_000],
    ['the smallest', parts, missing('d'), 400],
    [
      'never more than the item',
      { ...parts, parts: [{ id: 'x', label: '', points: p(9_000) }] },
      missing('x'),
      3_000,
    ],
  ])
  it('refuses unknown and repeated parts, and says nothing with none', () => {
    expect(isMarkFor(clauseOf(parts), missing('e'))).toBe(false)
    expect(isMarkFor(clauseOf(parts), missing('a', 'a'))).toBe(false)
    expect(isNothing(clauseOf(parts), missing())).toBe(true)
  })
})

describe('bonus and penalty', () => {
  const bonus = { form: 'bonus', unit: '项', pointsPerUnit: p(500), cap: p(2_000) } as const
  const penalty = { form: 'penalty', unit: '次', pointsPerUnit: p(3_000), cap: p(8_000) } as const
  const endless = { form: 'penalty', unit: '次', pointsPerUnit: p(3_000) } as const
  it.each<[Bare, number, number, string]>([
    [bonus, 1, 500, '1 × 0.5 = 0.5'],
    [bonus, 4, 2_000, '4 × 0.5 = 2'],
    [bonus, 5, 2_000, 'min(5 × 0.5, 2) = 2'],
    [bonus, 1_000_000, 2_000, 'min(1000000 × 0.5, 2) = 2'],
    [penalty, 1, -3_000, '0 − 1 × 3 = −3'],
    [penalty, 2, -6_000, '0 − 2 × 3 = −6'],
    [penalty, 3, -8_000, '0 − min(3 × 3, 8) = −8'],
    [endless, 7, -21_000, '0 − 7 × 3 = −21'],
    [endless, 1_000_000, -1_000_000_000, '0 − min(1000000 × 3, 1000000) = −1000000'],
  ])('%o × %i', (bare, count, extra, working) => {
    const taken = take(bare, n(count))
    expect(account(bare, n(count)).comesTo).toBe(extra)
    expect(account(bare, n(count)).facts).toEqual([`${count}${bare === bonus ? '项' : '次'}`])
    expect([taken.extra, taken.lost, account(bare, n(count)).text]).toEqual([extra, 0, working])
  })
  it('reaches its cap on its own side', () => {
    expect([reach(bonus).extraLow, reach(bonus).extraHigh]).toEqual([0, 2_000])
    expect([reach(penalty).extraLow, reach(penalty).extraHigh]).toEqual([-8_000, 0])
  })
  it('says nothing with a count of zero, and takes only counts', () => {
    for (const bare of [bonus, penalty]) {
      expect(isNothing(clauseOf(bare), n(0))).toBe(true)
      for (const value of [n(-1), n(1.5), v(1), flag]) expect(isMarkFor(clauseOf(bare), value)).toBe(false)
    }
  })
})

describe('veto', () => {
  it.each<[Bare, number, unknown, readonly string[]]>([
    [{ form: 'veto', scope: 'item' }, 3_000, { scope: 'item' }, []],
    [{ form: 'veto', scope: 'category' }, 0, { scope: 'category' }, []],
    [{ form: 'veto', scope: 'grade', grade: '不合格' }, 0, { scope: 'grade', grade: '不合格' }, ['不合格']],
  ])('%o', (bare, lost, veto, facts) => {
    expect(take(bare, flag)).toMatchObject({ lost, veto, extra: 0 })
    expect(account(bare, flag)).toMatchObject({ facts, comesTo: lost })
    expect(reach(bare)).toMatchObject({ lost, veto })
    expect(needsReason(clauseOf(bare))).toBe(true)
    expect(isMarkFor(clauseOf(bare), n(1))).toBe(false)
  })
  it('is refused by takeFor where the mark is another form’s', () => {
    expect(() => take({ form: 'veto', scope: 'item' }, n(1))).toThrow('not a mark')
    const setting = settingFor(itemOf('i', 3_000, []), rounding('half-up', 1))
    expect(() => takeFor(clauseOf({ form: 'veto', scope: 'item' }), { value: n(1) }, setting)).toThrow(
      RangeError,
    )
  })
})
