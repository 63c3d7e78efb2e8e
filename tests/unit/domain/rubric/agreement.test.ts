import { describe, expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { milli, sampleItem } from './sample-item'

const rate = { label: '达标率', unit: '%' }
const scores = { label: '测评得分', unit: '分' }
const full = { effect: 'full' } as const
const zero = { effect: 'zero' } as const
const deduct = (amount: number) => ({ effect: 'deduct', points: points(amount) }) as const
const gain = (amount: number) => ({ effect: 'gain', points: points(amount) }) as const

function codes(text: string, clause: object): string[] {
  const whole = { id: 'a', text, ...clause } as Clause
  return agreement(sampleItem({ rule: text, clauses: [whole] })).map(({ code }) => code)
}

describe('wording and clause agree', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['每发现一处扣0.2分，1分扣完为止', { form: 'per-occurrence', unit: '处', pointsPerUnit: 200, cap: 1000 }],
    [
      '每3处扣0.5分，扣满2分为止',
      { form: 'per-occurrence', unit: '处', per: 3, pointsPerUnit: 500, cap: 2000 },
    ],
    ['每1处扣0.5分', { form: 'per-occurrence', unit: '处', pointsPerUnit: 500 }],
    [
      '2处以内不扣分，超出的每处扣0.5分',
      { form: 'per-occurrence', unit: '处', allowance: 2, pointsPerUnit: 500 },
    ],
    [
      '轻微的每处扣0.2分，严重的每处扣0.5分，最多扣2分',
      {
        form: 'per-occurrence',
        unit: '处',
        severities: [
          { id: 's1', label: '轻微', points: 200 },
          { id: 's2', label: '严重', points: 500 },
        ],
        cap: 2000,
      },
    ],
    ['未建立制度的不得分', { form: 'all-or-nothing', deduct: 'all' }],
    ['无记录的扣1.5分', { form: 'all-or-nothing', deduct: 1500 }],
    [
      '低于90%扣1分，低于80%不得分',
      {
        form: 'threshold',
        measure: rate,
        thresholds: [
          { cmp: '<', value: 90_000, outcome: deduct(1000) },
          { cmp: '<', value: 80_000, outcome: zero },
        ],
      },
    ],
    [
      '测评得分不足85分的扣1分',
      {
        form: 'threshold',
        measure: scores,
        thresholds: [{ cmp: '<', value: 85_000, outcome: deduct(1000) }],
      },
    ],
    [
      '达到95%的得满分，80%（含）至95%的得1分，低于80%的不得分',
      {
        form: 'tier',
        measure: rate,
        tiers: [
          { id: 'a', label: '高', min: 95_000, outcome: full },
          { id: 'b', label: '中', min: 80_000, max: 95_000, outcome: gain(1000) },
          { id: 'c', label: '低', max: 80_000, outcome: zero },
        ],
      },
    ],
    [
      '超过95%的得2分，超过80%的得1分，其余不得分',
      {
        form: 'tier',
        measure: rate,
        tiers: [
          { id: 'a', label: '高', min: 95_000, isMinOpen: true, outcome: gain(2000) },
          {
            id: 'b',
            label: '中',
            min: 80_000,
            isMinOpen: true,
            max: 95_000,
            isMaxClosed: true,
            outcome: gain(1000),
          },
          { id: 'c', label: '低', max: 80_000, isMaxClosed: true, outcome: zero },
        ],
      },
    ],
    [
      '台账齐全的得2分，有缺项的得1分，没有的不得分',
      {
        form: 'tier',
        tiers: [
          { id: 'a', label: '齐全', outcome: gain(2000) },
          { id: 'b', label: '有缺项', outcome: gain(1000) },
          { id: 'c', label: '没有', outcome: zero },
        ],
      },
    ],
    [
      '以95%为达标线，每低1个百分点扣0.25分，不足1个百分点的按1个百分点计，最多扣2分',
      {
        form: 'linear',
        measure: rate,
        from: 95_000,
        direction: 'below',
        per: 1000,
        pointsPerUnit: 250,
        partial: 'started-steps',
        cap: 2000,
      },
    ],
    [
      '每逾期1天扣0.2分，不足1天的不计',
      {
        form: 'linear',
        measure: { label: '逾期', unit: '天' },
        from: 0,
        direction: 'above',
        per: 1000,
        pointsPerUnit: 200,
        partial: 'whole-steps',
      },
    ],
    [
      '按完成比例计4分，以100%计满，低于60%的不得分',
      { form: 'proportional', measure: rate, base: 4000, fullAt: 100_000, floor: 60_000 },
    ],
    [
      '视整改情况扣分，一般的扣0.5–1分，严重的扣2分',
      {
        form: 'judgement',
        effect: 'deduct',
        bands: [
          { id: 'a', label: '一般', min: 500, max: 1000 },
          { id: 'b', label: '严重', min: 2000, max: 2000 },
        ],
      },
    ],
    [
      '酌情扣分，最多扣2分',
      { form: 'judgement', effect: 'deduct', bands: [{ id: 'a', label: '扣', min: 0, max: 2000 }] },
    ],
    [
      '成立领导小组得1分，有专人负责得0.5分',
      {
        form: 'additive',
        parts: [
          { id: 'a', label: '成立领导小组', points: 1000 },
          { id: 'b', label: '有专人负责', points: 500 },
        ],
      },
    ],
    ['获省级表彰的每次加1分，最高不超过2分', { form: 'bonus', unit: '次', pointsPerUnit: 1000, cap: 2000 }],
    [
      '被曝光的每次从总分中扣1分，累计不超过3分',
      { form: 'penalty', unit: '次', pointsPerUnit: 1000, cap: 3000 },
    ],
    ['发生较大事故的一票否决，考核等次定为不合格', { form: 'veto', scope: 'grade', grade: '不合格' }],
  ]
  test.each(cases)('%s', (text, clause) => expect(codes(text, clause)).toEqual([]))
})

describe('a disagreement is named', () => {
  const perOccurrence = { form: 'per-occurrence', unit: '处', pointsPerUnit: 200, cap: 1000 }
  const below = { form: 'threshold', measure: rate, thresholds: [{ cmp: '<', value: 80_000, outcome: zero }] }
  const cases: readonly (readonly [string, string, object, string])[] = [
    ['rate and cap swapped', '每处扣1分，最多扣0.2分', perOccurrence, 'numbers-differ'],
    ['a number too many', '每处扣0.2分，最多扣1分，见第3条', perOccurrence, 'numbers-differ'],
    ['a number not printed', '每处扣0.2分', perOccurrence, 'numbers-differ'],
    ['another unit', '每次扣0.2分，最多扣1分', perOccurrence, 'unit-not-printed'],
    ['no 每…扣', '发现1处以上的处罚0.2分，最多扣1分', perOccurrence, 'form-word-missing'],
    ['Chinese numerals', '每处扣0.2分，最多扣一分', perOccurrence, 'chinese-number'],
    ['full-width digits', '每处扣０.２分，最多扣1分', perOccurrence, 'full-width-number'],
    ['above instead of below', '高于80%不得分', below, 'comparison-differs'],
    ['a negated comparison', '不低于80%不得分', below, 'comparison-differs'],
    ['another outcome', '低于80%不扣分', below, 'outcome-differs'],
    [
      'no veto word',
      '发生事故的不合格',
      { form: 'veto', scope: 'grade', grade: '不合格' },
      'form-word-missing',
    ],
    [
      'another grade',
      '一票否决，定为合格',
      { form: 'veto', scope: 'grade', grade: '不合格' },
      'form-word-missing',
    ],
  ]
  test.each(cases)('%s: %s', (_, text, clause, code) => expect(codes(text, clause)).toContain(code))

  test('only numbering and punctuation stand between clauses', () => {
    const clauses: Clause[] = [
      { id: 'a', form: 'all-or-nothing', text: '无制度的扣1分', deduct: points(1000) },
      { id: 'b', form: 'all-or-nothing', text: '无记录的扣0.5分', deduct: points(500) },
    ]
    const at = (rule: string) => agreement(sampleItem({ rule, clauses })).map(({ code }) => code)
    expect(at('1.无制度的扣1分；2.无记录的扣0.5分。')).toEqual([])
    expect(at('（1）无制度的扣1分；（2）无记录的扣0.5分。')).toEqual([])
    expect(at('①无制度的扣1分；②无记录的扣0.5分。')).toEqual([])
    expect(at('无制度的扣1分；另外，无记录的扣0.5分。')).toEqual(['rule-not-covered'])
    expect(at('无制度的扣1分；无记录的扣0.5分。情节严重的加倍。')).toEqual(['rule-not-covered'])
    expect(at('无记录的扣0.5分；无制度的扣1分。')).toContain('text-not-in-rule')
  })

  test('a value with more decimals than the scale holds is never equal', () => {
    expect(codes('每处扣0.2001分，最多扣1分', perOccurrence)).toContain('numbers-differ')
    expect(milli(87.5)).toBe(87_500)
  })
})

test('a hostile text of 4000 signs costs no time', () => {
  const forms: object[] = [
    { form: 'additive', parts: new Array(50).fill({ id: 'a', label: 'a', points: 1000 }) },
    {
      form: 'linear',
      measure: rate,
      from: 95_000,
      direction: 'below',
      per: 1000,
      pointsPerUnit: 1,
      partial: 'exact',
    },
    { form: 'per-occurrence', unit: '处', pointsPerUnit: 200, cap: 1000 },
    { form: 'tier', measure: rate, tiers: [{ id: 'a', label: 'a', min: 1, outcome: full }] },
    { form: 'judgement', effect: 'gain', bands: [{ id: 'a', label: 'a', min: 0, max: 1 }] },
    { form: 'veto', scope: 'item' },
  ]
  for (const piece of [
    '得',
    '得1分',
    '不足',
    '不足按',
    '每',
    '每1',
    '最多',
    '最多1分',
    '1',
    '1至',
    '（不含',
    '扣一',
    '，。',
  ]) {
    const text = piece.repeat(4000 / piece.length)
    for (const clause of forms) expect(Array.isArray(codes(text, clause))).toBe(true)
  }
})
