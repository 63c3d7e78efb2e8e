import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { clauseFor } from '../../../../shared/domain/rubric/rubric-for'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import { type ItemMark, type MarkValue, UNTOUCHED } from '../../../../shared/domain/sheet/mark'
import { endingsOf } from '../../../../shared/domain/what-if/endings'
import { nextValues } from '../../../../shared/domain/what-if/next-values'
import { deduct, flag, full, gain, give, m, missing, n, pick, rate, v, zero } from '../scoring/check-form'
import {
  type Bare,
  CLEAR,
  clauseOf,
  itemOf,
  rounding,
  rubricOf,
  scored,
  settingFor,
} from '../scoring/small-standard'

const p = points
const litter = { form: 'per-occurrence', unit: '处', pointsPerUnit: p(200), cap: p(1_000) } as const
const sized = {
  form: 'per-occurrence',
  unit: '处',
  severities: [
    { id: 's', label: '小', points: p(100) },
    { id: 'l', label: '大', points: p(300) },
  ],
  cap: p(2_000),
} as const
const parts = {
  form: 'additive',
  isNormalised: true,
  parts: [
    { id: 'a', label: '机构', points: p(1_000) },
    { id: 'b', label: '人员', points: p(600) },
  ],
} as const
const steps = { per: m(1_000), pointsPerUnit: p(100), partial: 'exact' } as const
const zones = {
  form: 'zone-limit',
  measure: { label: '摊位', unit: '处' },
  zones: [
    { id: 'main', label: '主干道', limit: m(3_000) },
    { id: 'side', label: '次干道', limit: m(5_000) },
  ],
  direction: 'above',
  ...steps,
} as const
const reports = {
  form: 'escalation',
  unit: '处',
  finders: [
    { id: 'city', label: '市级', points: p(200) },
    { id: 'province', label: '省级', points: p(500) },
  ],
  repeats: [
    { label: '首次', factor: m(1_000) },
    { label: '重复', factor: m(2_000) },
  ],
  cap: p(2_500),
} as const
const rank = {
  form: 'rank',
  measure: rate,
  first: 'highest',
  steps: [
    { id: 'a', label: '前3名', to: 3, outcome: full },
    { id: 'b', label: '第4至9名', to: 9, outcome: deduct(700) },
    { id: 'c', label: '其余', outcome: deduct(1_500) },
  ],
} as const
const passing = (rule: Extract<Bare, { form: 'pass-rate' }>['rule']) =>
  ({ form: 'pass-rate', measure: { label: '公厕', unit: '座' }, samples: [], rule }) as const satisfies Bare
const middle = passing({
  kind: 'tiers',
  tiers: [
    { id: 'a', label: '', min: m(90_000), outcome: full },
    { id: 'b', label: '', min: m(50_000), outcome: deduct(2_000) },
    { id: 'c', label: '', outcome: deduct(500) },
  ],
})
const tier = {
  form: 'tier',
  measure: rate,
  tiers: [
    { id: 'a', label: '90%以上', min: m(90_000), outcome: full },
    { id: 'b', label: '80%–90%', min: m(80_000), max: m(90_000), outcome: deduct(400) },
    { id: 'c', label: '80%以下', max: m(80_000), outcome: deduct(900) },
  ],
} as const
/** More is worse, and each bound belongs to the better tier. */
const upwards = {
  form: 'tier',
  measure: rate,
  tiers: [
    { id: 'a', label: '3%以内', max: m(3_000), isMaxClosed: true, outcome: full },
    {
      id: 'b',
      label: '3–10%',
      min: m(3_000),
      isMinOpen: true,
      max: m(10_000),
      isMaxClosed: true,
      outcome: deduct(400),
    },
    { id: 'c', label: '10%以上', min: m(10_000), isMinOpen: true, outcome: deduct(900) },
  ],
} as const
const over = { cmp: '>', value: m(10_000), outcome: deduct(300) } as const
const labels = {
  form: 'tier',
  tiers: [
    { id: 'good', label: '好', outcome: full },
    { id: 'poor', label: '差', outcome: zero },
    { id: 'fair', label: '一般', outcome: deduct(800) },
  ],
} as const
const threshold = {
  form: 'threshold',
  measure: rate,
  thresholds: [
    { cmp: '<', value: m(90_000), outcome: deduct(300) },
    { cmp: '<', value: m(60_000), outcome: deduct(1_200) },
  ],
} as const

describe('the endings of an open item', () => {
  const rubric = rubricOf([])
  it.each<[what: string, bare: Bare, low: number]>([
    ['counted', litter, 2_000],
    ['sized', sized, 1_000],
    ['met or not', { form: 'all-or-nothing', deduct: p(700) }, 2_300],
    ['missing parts', parts, 1_400],
    ['a threshold', threshold, 1_800],
    [
      'a threshold in the middle',
      {
        ...threshold,
        thresholds: [
          { cmp: '>=', value: m(60_000), outcome: gain(500) },
          { cmp: '<', value: m(100_000), outcome: gain(900) },
        ],
      },
      2_600,
    ],
    ['a tier', tier, 2_100],
    [
      'a tier in the middle',
      { ...tier, tiers: [tier.tiers[0], { ...tier.tiers[1], outcome: deduct(1_700) }, tier.tiers[2]] },
      1_300,
    ],
    ['labels', labels, 0],
    ['a shortfall', { form: 'linear', measure: rate, from: m(9_000), direction: 'below', ...steps }, 2_100],
    [
      'an excess',
      { form: 'linear', measure: rate, from: m(9_000), direction: 'above', ...steps, cap: p(600) },
      2_400,
    ],
    ['in proportion', { form: 'proportional', measure: rate, base: p(1_100), fullAt: m(100_000) }, 1_900],
    [
      'judged',
      { form: 'judgement', effect: 'deduct', bands: [{ id: 'a', label: '', min: p(100), max: p(900) }] },
      2_100,
    ],
    [
      'judged by what is given',
      { form: 'judgement', effect: 'gain', bands: [{ id: 'a', label: '', min: p(600), max: p(900) }] },
      2_700,
    ],
    ['zones', { ...zones, cap: p(800) }, 2_200],
    ['zones from below', { ...zones, direction: 'below' }, 2_500],
    ['found', reports, 500],
    ['ranked', rank, 1_500],
    ['sampled, in the middle', middle, 1_000],
    ['sampled, in proportion', passing({ kind: 'proportional', base: p(800) }), 2_200],
    ['sampled, a shortfall', passing({ kind: 'shortfall', from: m(9_000), ...steps }), 2_100],
    ['place by place, little by little', { form: 'all-or-nothing', deduct: p(2), aggregate: 'sum' }, 2_000],
    ['place by place, the worst', { form: 'all-or-nothing', deduct: p(2), aggregate: 'worst' }, 2_998],
    ['vetoed', { form: 'veto', scope: 'item' }, 0],
    ['a label that cannot cost', { form: 'tier', tiers: [{ id: 'a', label: '好', outcome: full }] }, 3_000],
    ['never', { form: 'overflow', mode: 'add', points: p(500) }, 3_000],
  ])('%s', (_what, bare, low) => {
    const item = itemOf('i', 3_000, [bare])
    const endings = endingsOf(rubric, item, undefined)
    if (endings === null) throw new Error('open')
    expect(endings.best).toEqual(CLEAR)
    expect(endings.worst.status).toBe(low === 3_000 ? 'clear' : 'scored')
    expect(scoreItem(rubric, item, endings.worst).low).toBe(low)
    expect(scoreItem(rubric, item).low).toBe(low)
  })

  it('of bonuses and penalties are beside its points', () => {
    const item = itemOf('i', 3_000, [
      litter,
      { form: 'bonus', unit: '项', pointsPerUnit: p(500), cap: p(900) },
      { form: 'penalty', unit: '次', pointsPerUnit: p(500), cap: p(700) },
    ])
    const endings = endingsOf(rubric, item, { ...UNTOUCHED, note: '注' })
    expect(scoreItem(rubric, item, endings?.best)).toMatchObject({ low: 3_000, extraHigh: 900 })
    expect(scoreItem(rubric, item, endings?.worst)).toMatchObject({ low: 2_000, extraLow: -700 })
    expect(Object.keys(endings?.best.marks ?? {})).toEqual(['b'])
    expect(Object.keys(endings?.worst.marks ?? {})).toEqual(['a', 'c'])
    expect([endings?.best.status, endings?.best.marks.b?.reason]).toEqual(['scored', ''])
  })

  it('are the worst of findings or of being left out', () => {
    const low = (bare: Bare) => {
      const item = itemOf('i', 3_000, [bare], { exclusion: 'leave-out' })
      return endingsOf(rubric, item, undefined)?.worst.status
    }
    expect(low(litter)).toBe('excluded')
    expect(low({ form: 'all-or-nothing', deduct: 'all' })).toBe('scored')
  })

  it('are none of an item that is done, and the ranks of one that waits', () => {
    const item = itemOf('i', 3_000, [rank, litter])
    for (const mark of [CLEAR, scored({ a: { kind: 'rank', rank: 2 } }), scored({ b: n(1) })] as ItemMark[])
      expect(endingsOf(rubric, item, mark)).toBeNull()
    const endings = endingsOf(rubric, item, scored({ a: v(90_000), b: n(1) }))
    expect(endings?.best.marks).toMatchObject({
      a: { value: { kind: 'rank', rank: 3 } },
      b: { value: { n: 1 } },
    })
    expect(endings?.worst.marks).toMatchObject({
      a: { value: { kind: 'rank', rank: 10 } },
      b: { value: { n: 1 } },
    })
    const [first, second, last] = rank.steps
    const turned = {
      ...rank,
      steps: [
        { ...first, outcome: second.outcome },
        { ...second, outcome: deduct(1_800) },
        { ...last, outcome: full },
      ],
    }
    const ends = endingsOf(rubric, itemOf('i', 3_000, [turned]), scored({ a: v(90_000) }))
    expect(ends?.best.marks.a?.value).toEqual({ kind: 'rank', rank: 10 })
    expect(ends?.worst.marks.a?.value).toEqual({ kind: 'rank', rank: 9 })
  })
})

describe('one step more', () => {
  const at = (bare: Bare, value: MarkValue | undefined) =>
    nextValues(
      clauseFor(clauseOf(bare), null),
      value,
      settingFor(itemOf('i', 3_000, [bare]), rounding('half-up', 1)),
    )
  const zoned = (zone: string, value: number): MarkValue => ({ kind: 'zoned', zone, value: m(value) })
  const found = (...all: readonly (readonly [string, number, number])[]): MarkValue => ({
    kind: 'found',
    found: all.map(([finder, time, count]) => ({ finder, time, n: count })),
  })
  it.each<
    [what: string, bare: Bare, now: MarkValue | undefined, next: readonly (readonly [string, MarkValue])[]]
  >([
    ['the first', litter, undefined, [['1处', n(1)]]],
    ['another', litter, n(3), [['1处', n(4)]]],
    ['no more than can be counted', litter, n(1_000_000), []],
    [
      'of each size',
      sized,
      { kind: 'counts', bySeverity: { s: 2 } },
      [
        ['小 1处', { kind: 'counts', bySeverity: { s: 3 } }],
        ['大 1处', { kind: 'counts', bySeverity: { s: 2, l: 1 } }],
      ],
    ],
    ['a bonus', { form: 'bonus', unit: '项', pointsPerUnit: p(500), cap: p(900) }, n(1), [['1项', n(2)]]],
    ['met', { form: 'all-or-nothing', deduct: 'all' }, undefined, [['', flag]]],
    ['met already', { form: 'all-or-nothing', deduct: 'all' }, flag, []],
    [
      'the parts',
      parts,
      undefined,
      [
        ['机构', missing('a')],
        ['人员', missing('b')],
      ],
    ],
    ['the other part', parts, missing('a'), [['人员', missing('a', 'b')]]],
    [
      'the part that applies',
      parts,
      { kind: 'missing', parts: [], notApplicable: ['a'] },
      [['人员', { kind: 'missing', parts: ['b'], notApplicable: ['a'] }]],
    ],
    [
      'a step below',
      { form: 'linear', measure: rate, from: m(95_000), direction: 'below', ...steps },
      undefined,
      [['94%', v(94_000)]],
    ],
    [
      'a step further',
      { form: 'linear', measure: rate, from: m(95_000), direction: 'below', ...steps },
      v(90_500),
      [['89.5%', v(89_500)]],
    ],
    [
      'never below nothing',
      { form: 'linear', measure: rate, from: m(95_000), direction: 'below', ...steps },
      v(400),
      [['0%', v(0)]],
    ],
    [
      'a step above',
      { form: 'linear', measure: rate, from: m(3_000), direction: 'above', ...steps },
      undefined,
      [['4%', v(4_000)]],
    ],
    [
      'one point less',
      { form: 'proportional', measure: rate, base: p(1_000), fullAt: m(100_000) },
      undefined,
      [['99%', v(99_000)]],
    ],
    [
      'in each zone',
      zones,
      undefined,
      [
        ['主干道 4处', zoned('main', 4_000)],
        ['次干道 6处', zoned('side', 6_000)],
      ],
    ],
    ['in its zone', zones, zoned('side', 8_000), [['次干道 9处', zoned('side', 9_000)]]],
    [
      'by each finder',
      { ...reports, repeats: [reports.repeats[0]] },
      undefined,
      [
        ['市级 · 首次 1处', found(['city', 1, 1])],
        ['省级 · 首次 1处', found(['province', 1, 1])],
      ],
    ],
    [
      'by a finder again',
      { ...reports, finders: [reports.finders[0]] },
      found(['city', 1, 2]),
      [
        ['市级 · 首次 1处', found(['city', 1, 3])],
        ['市级 · 重复 1处', found(['city', 1, 2], ['city', 2, 1])],
      ],
    ],
    [
      'by another finder',
      { ...reports, repeats: [reports.repeats[0]] },
      found(['city', 1, 2]),
      [
        ['市级 · 首次 1处', found(['city', 1, 3])],
        ['省级 · 首次 1处', found(['city', 1, 2], ['province', 1, 1])],
      ],
    ],
    [
      'one that passed fails',
      middle,
      { kind: 'samples', population: 9, passed: 5, failed: 1 },
      [['1座', { kind: 'samples', population: 9, passed: 4, failed: 2 }]],
    ],
    ['none left to fail', middle, { kind: 'samples', population: 9, passed: 0, failed: 6 }, []],
    ['nothing looked at', middle, undefined, []],
    ['the nearest threshold', threshold, undefined, [['89.999%', v(89_999)]]],
    ['the next threshold', threshold, v(85_000), [['59.999%', v(59_999)]]],
    ['no further threshold', threshold, v(10_000), []],
    ['the next tier', tier, undefined, [['80%–90%', v(89_999)]]],
    ['the tier below', tier, v(85_000), [['80%以下', v(79_999)]]],
    ['the tier that ends there', upwards, undefined, [['3–10%', v(10_000)]]],
    ['the tier without an end', upwards, v(9_000), [['10%以上', v(10_001)]]],
    ['over a limit', { ...threshold, thresholds: [over] }, undefined, [['10.001%', v(10_001)]]],
    ['the cheapest label', labels, undefined, [['一般', pick('fair')]]],
    ['the dearer label', labels, pick('fair'), [['差', pick('poor')]]],
    ['the next rank', rank, undefined, [['第4至9名', { kind: 'rank', rank: 9 }]]],
    ['the ranks without an end', rank, { kind: 'rank', rank: 5 }, [['其余', { kind: 'rank', rank: 10 }]]],
    [
      'what a person judges',
      { form: 'judgement', effect: 'deduct', bands: [{ id: 'a', label: '', min: p(1), max: p(9) }] },
      give('a', 5),
      [],
    ],
    [
      'at another place',
      { ...litter, aggregate: 'sum' },
      { kind: 'places', at: [{ place: '甲', value: n(2) }] },
      [
        [
          '1处',
          {
            kind: 'places',
            at: [
              { place: '甲', value: n(2) },
              { place: '+2', value: n(1) },
            ],
          },
        ],
      ],
    ],
  ])('%s', (_what, bare, now, next) => {
    expect(at(bare, now).map(({ label, value }) => [label, value])).toEqual(next)
  })
})
