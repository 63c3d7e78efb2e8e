import { describe, expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { guaranteeAgreement } from '../../../../shared/domain/rubric/guarantee-agreement'
import type { Guarantee, Item } from '../../../../shared/domain/rubric/rubric'
import { sampleItem, sampleRubric } from './sample-item'

const deduct = (amount: number) => ({ effect: 'deduct', points: points(amount) }) as const
const gain = (amount: number) => ({ effect: 'gain', points: points(amount) }) as const
const full = { effect: 'full' } as const
const zero = { effect: 'zero' } as const

function codes(text: string, clause: object): string[] {
  const whole = { id: 'a', text, ...clause } as Clause
  return agreement(sampleItem({ rule: text, clauses: [whole] })).map(({ code }) => code)
}

const zones = {
  form: 'zone-limit',
  measure: { label: '废弃物', unit: '处' },
  zones: [
    { id: 'z1', label: '主干道', limit: 2000 },
    { id: 'z2', label: '次干道', limit: 4000 },
  ],
  direction: 'above',
  per: 1000,
  pointsPerUnit: 200,
  partial: 'exact',
  cap: 1000,
}
const zoneText = '主干道不超过2处，次干道不超过4处，每超1处扣0.2分，最多扣1分'
const escalation = {
  form: 'escalation',
  unit: '处',
  finders: [
    { id: 'f1', label: '市级发现', points: 500 },
    { id: 'f2', label: '省级暗访', points: 1000 },
  ],
  repeats: [
    { label: '首次', factor: 1000 },
    { label: '重复发现', factor: 2000 },
    { label: '三次以上', factor: 3000 },
  ],
  cap: 2000,
}
const escalationText =
  '市级发现每处扣0.5分，省级暗访每处扣1分，重复发现的加倍，三次以上的按3倍扣分，最多扣2分'
const rank = {
  form: 'rank',
  measure: { label: '满意率', unit: '%' },
  first: 'highest',
  steps: [
    { id: 'r1', label: '前3名', to: 3, outcome: full },
    { id: 'r2', label: '第4至10名', to: 10, outcome: gain(1000) },
    { id: 'r3', label: '其余', outcome: zero },
  ],
}
const rankText = '按满意率由高到低排名，前3名得满分，第4至10名得1分，其余不得分'
const rate = {
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples: [
    { from: 0, atLeast: 5 },
    { from: 30, atLeast: 10 },
    { from: 100, atLeast: 20 },
  ],
  rule: {
    kind: 'tiers',
    tiers: [
      { id: 't1', label: '95%以上', min: 95_000, outcome: full },
      { id: 't2', label: '85%以上', min: 85_000, outcome: deduct(500) },
      { id: 't3', label: '不足85%', outcome: deduct(1000) },
    ],
  },
}
const samplesText = '不足30座的抽查不少于5座，30座以上不足100座的抽查不少于10座，100座以上的抽查不少于20座'
const tiersText = '合格率95%以上的得满分，85%以上不足95%的扣0.5分，不足85%的扣1分'
const shortfall = {
  ...rate,
  samples: [{ from: 0, atLeast: 10 }],
  rule: {
    kind: 'shortfall',
    from: 95_000,
    per: 1000,
    pointsPerUnit: 200,
    partial: 'started-steps',
    cap: 2000,
  },
}
const shortfallText =
  '抽查不少于10座，合格率以95%为基准，每低1个百分点扣0.2分，不足1个百分点的按1个百分点计，最多扣2分'
const parts = {
  form: 'additive',
  isNormalised: true,
  parts: [
    { id: 'a', label: '甲', points: 1000 },
    { id: 'b', label: '乙', points: 500 },
  ],
}
const line = (from: number, price: number) => ({
  form: 'linear',
  measure: { label: '清扫率', unit: '%' },
  from,
  direction: 'below',
  per: 1000,
  pointsPerUnit: price,
  partial: 'exact',
})
const bySubject = {
  form: 'by-subject',
  cases: [
    { kinds: ['省辖市'], rule: line(90_000, 250) },
    { kinds: ['县级市', '县'], rule: line(80_000, 200) },
  ],
  otherwise: line(70_000, 100),
}
const bySubjectText =
  '清扫率，省辖市以90%为基准，每低1个百分点扣0.25分；县级市、县以80%为基准，每低1个百分点扣0.2分；其他以70%为基准，每低1个百分点扣0.1分'
const places = (aggregate: string) => ({
  form: 'per-occurrence',
  unit: '处',
  pointsPerUnit: 200,
  cap: 1000,
  aggregate,
})

describe('wording and clause agree', () => {
  test.each<[string, object]>([
    [zoneText, zones],
    [
      '每平方公里公厕，老城区不少于4座，新城区不少于3座，每少1座扣0.5分，不足1座的按1座计',
      {
        ...zones,
        measure: { label: '公厕', unit: '座' },
        zones: [
          { id: 'z1', label: '老城区', limit: 4000 },
          { id: 'z2', label: '新城区', limit: 3000 },
        ],
        direction: 'below',
        pointsPerUnit: 500,
        partial: 'started-steps',
        cap: undefined,
      },
    ],
    [escalationText, escalation],
    ['扣满后追加扣10分', { form: 'overflow', mode: 'add', points: 10_000 }],
    ['本项扣完后继续扣分，最多再扣3分', { form: 'overflow', mode: 'continue', points: 3000 }],
    [rankText, rank],
    [
      '按案件数由低到高排名，第1名得满分，第2名得1分，第3名以后不得分',
      {
        ...rank,
        measure: { label: '案件数', unit: '件' },
        first: 'lowest',
        steps: [
          { id: 'r1', label: '第1名', to: 1, outcome: full },
          { id: 'r2', label: '第2名', to: 2, outcome: gain(1000) },
          { id: 'r3', label: '第3名以后', outcome: zero },
        ],
      },
    ],
    [`${samplesText}，${tiersText}`, rate],
    [shortfallText, shortfall],
    ['抽查不少于10座，按合格率计2分', { ...shortfall, rule: { kind: 'proportional', base: 2000 } }],
    ['甲得1分，乙得0.5分，不适用的按其余折算', parts],
    [bySubjectText, bySubject],
    ['逐点检查，每处扣0.2分，各点累计，最多扣1分', places('sum')],
    ['每处扣0.2分，取各点平均值，最多扣1分', places('mean')],
    ['每处扣0.2分，以最差的一点计，最多扣1分', places('worst')],
  ])('%s', (text, clause) => {
    // An absent cap is no member at all.
    expect(codes(text, JSON.parse(JSON.stringify(clause)))).toEqual([])
  })
})

describe('a disagreement is named', () => {
  test.each<[string, string, object]>([
    ['numbers-differ', zoneText.replace('2处', '3处'), zones],
    ['numbers-differ', '次干道不超过2处，主干道不超过4处，每超1处扣0.2分，最多扣1分', zones],
    ['label-not-printed', '主干道不超过2处，支路不超过4处，每超1处扣0.2分，最多扣1分', zones],
    ['comparison-differs', zoneText.replace(/不超过/g, '不少于'), zones],
    ['form-word-missing', zoneText.replace('每超', '每少'), zones],
    ['partial-differs', zoneText.replace('，最多', '，不足1处的不计，最多'), zones],
    ['numbers-differ', escalationText.replace('加倍', '按2.5倍'), escalation],
    ['numbers-differ', escalationText.replace('三次以上的按3倍扣分，', ''), escalation],
    ['label-not-printed', escalationText.replace('重复发现', '再次发现'), escalation],
    [
      'numbers-differ',
      escalationText.replace('0.5分，省级暗访每处扣1分', '1分，省级暗访每处扣0.5分'),
      escalation,
    ],
    ['label-not-printed', escalationText.replace('市级发现', '区级发现'), escalation],
    ['form-word-missing', escalationText.replace(/每处/g, '每件'), escalation],
    ['form-word-missing', '扣满后继续扣10分', { form: 'overflow', mode: 'add', points: 10_000 }],
    ['form-word-missing', '扣满后追加扣10分', { form: 'overflow', mode: 'continue', points: 10_000 }],
    ['numbers-differ', '扣满后追加扣8分', { form: 'overflow', mode: 'add', points: 10_000 }],
    ['numbers-differ', rankText.replace('第4至10名', '第5至10名'), rank],
    ['numbers-differ', rankText.replace('前3名', '前2名'), rank],
    ['numbers-differ', rankText.replace('至10名', '至10家'), rank],
    ['outcome-differs', rankText.replace('得1分', '扣1分'), rank],
    ['form-word-missing', rankText.replace('由高到低', '由低到高'), rank],
    ['unit-not-printed', rankText.replace('满意率', '满意度'), rank],
    ['numbers-differ', `${samplesText.replace('不少于10座', '不少于8座')}，${tiersText}`, rate],
    ['comparison-differs', `${samplesText.replace('抽查不少于10座', '抽查不超过10座')}，${tiersText}`, rate],
    ['numbers-differ', `${samplesText.replace('，100座以上的抽查不少于20座', '')}，${tiersText}`, rate],
    ['numbers-differ', `${samplesText}，${tiersText.replace('95%以上', '96%以上')}`, rate],
    ['outcome-differs', `${samplesText}，${tiersText.replace('扣0.5分', '得0.5分')}`, rate],
    ['numbers-differ', shortfallText.replace('以95%', '以90%'), shortfall],
    ['partial-differs', shortfallText.replace('不足1个百分点的按1个百分点计，', ''), shortfall],
    ['numbers-differ', shortfallText.replace('扣2分', '扣3分'), shortfall],
    ['form-word-missing', '甲得1分，乙得0.5分', parts],
    ['form-word-missing', '甲得1分，乙得0.5分，不适用的按其余折算', { ...parts, isNormalised: undefined }],
    ['numbers-differ', bySubjectText.replace('以80%', '以85%'), bySubject],
    ['numbers-differ', bySubjectText.replace('0.1分', '0.2分'), bySubject],
    ['label-not-printed', bySubjectText.replace('县级市、县', '县级市'), bySubject],
    ['label-not-printed', bySubjectText.replace('其他', '另外'), bySubject],
    ['form-word-missing', '每处扣0.2分，最多扣1分', places('mean')],
    ['form-word-missing', '每处扣0.2分，取各点平均值，最多扣1分', places('sum')],
    ['form-word-missing', '逐点检查，每处扣0.2分，取平均值，最多扣1分', places('sum')],
    ['partial-differs', '以95%为基准，每低1个百分点扣0.25分，不足1个百分点的不计', line(95_000, 250)],
  ])('%s: %s', (code, text, clause) => expect(codes(text, clause)).toContain(code))
})

describe('what an item says of several clauses', () => {
  const per = (id: string, text: string, price: number): Clause => ({
    id,
    text,
    form: 'per-occurrence',
    unit: '处',
    pointsPerUnit: points(price),
  })
  const item = (second: string, overrides: Partial<Item> = {}) =>
    agreement(
      sampleItem({
        rule: `敞开的每处扣0.5分；${second}。`,
        clauses: [per('a', '敞开的每处扣0.5分', 500), per('b', second, 100)],
        sharedCaps: [{ clauses: ['a', 'b'], cap: points(2000) }],
        ...overrides,
      }),
    ).map(({ code }) => code)

  test('a shared cap is said by the last of its clauses', () => {
    expect(item('脏污的每处扣0.1分，两款合计最多扣2分')).toEqual([])
    expect(item('脏污的每处扣0.1分，两款合计最多扣3分')).toEqual(['numbers-differ'])
    expect(item('脏污的每处扣0.1分')).toEqual(['numbers-differ'])
    expect(item('脏污的每处扣0.1分，两款合计最多扣2分', { sharedCaps: [] })).toEqual(['numbers-differ'])
    expect(item('脏污的每处扣0.1分，最多扣2分')).toEqual(['numbers-differ', 'numbers-differ'])
  })

  test('shares of lost points are printed', () => {
    const lossShares = [
      { unit: '城市管理局', parts: 2 },
      { unit: '街道办事处', parts: 8 },
    ]
    const of = (content: string) => agreement(sampleItem({ content, lossShares })).map(({ code }) => code)
    expect(of('失分按2:8分担')).toEqual([])
    expect(of('失分按2：8分担')).toEqual([])
    expect(of('失分按8:2分担')).toEqual(['numbers-differ'])
  })
})

describe('what a guarantee says', () => {
  const text = '保证项任何一项得0分，或者合计低于3分的，示例大项不得分'
  const of = (overrides: Partial<Guarantee> = {}) => {
    const guarantee: Guarantee = {
      id: 'b1',
      text,
      items: ['x-001'],
      anyAtZero: true,
      below: points(3000),
      zeroes: { scope: 'category', category: 'x' },
      ...overrides,
    }
    return guaranteeAgreement(sampleRubric({ guarantees: [guarantee] })).map(
      ({ place, code, detail }) => `${place} ${code} ${detail}`,
    )
  }

  test('are its tests and what it zeroes', () => {
    expect(of()).toEqual([])
    expect(of({ text: '任何一项为零的，总分不计', zeroes: { scope: 'total' } })).toEqual([
      '/b1 numbers-differ below: declared 3, printed none',
    ])
    expect(of({ below: points(4000) })).toEqual(['/b1 numbers-differ below: declared 4, printed 3'])
    expect(of({ anyAtZero: false })).toHaveLength(1)
    expect(of({ zeroes: { scope: 'total' } })).toEqual(['/b1 label-not-printed 总分'])
    expect(of({ text: '合计低于3分的，示例大项不得分' })).toHaveLength(1)
  })
})

// A pattern that backtracks without end would not be done before the test's own limit.
test('a hostile text of 4000 signs is answered', () => {
  for (const piece of [
    '主干道',
    '不超过2处',
    '加倍',
    '3倍',
    '前',
    '第4至',
    '名',
    '省辖市',
    '其他',
    '95%',
    '座',
    '合计',
    '折算',
  ]) {
    const text = piece.repeat(4000 / piece.length)
    for (const clause of [zones, escalation, rank, rate, shortfall, parts, bySubject, places('mean')])
      expect(Array.isArray(codes(text, clause))).toBe(true)
  }
})
