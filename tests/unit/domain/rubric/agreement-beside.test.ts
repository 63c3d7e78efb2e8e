import { describe, expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { sampleItem } from './sample-item'

const full = { effect: 'full' } as const
const zero = { effect: 'zero' } as const
const gain = (amount: number) => ({ effect: 'gain', points: points(amount) }) as const
const rate = { label: '达标率', unit: '%' }

function codes(text: string, clause: object): string[] {
  const whole = { id: 'a', text, ...clause } as Clause
  return agreement(sampleItem({ rule: text, clauses: [whole] })).map(({ code }) => code)
}

const threshold = {
  form: 'threshold',
  measure: rate,
  thresholds: [{ cmp: '<', value: 80_000, outcome: zero }],
}
const tier = {
  form: 'tier',
  measure: rate,
  tiers: [
    { id: 'a', label: '高', min: 90_000, outcome: full },
    { id: 'b', label: '低', max: 90_000, outcome: gain(1_000) },
  ],
}
const judgement = {
  form: 'judgement',
  effect: 'deduct',
  bands: [{ id: 'a', label: '一般', min: 500, max: 1_000 }],
}
const linear = {
  form: 'linear',
  measure: rate,
  from: 95_000,
  direction: 'below',
  per: 1_000,
  pointsPerUnit: 250,
  partial: 'exact',
}
const rank = {
  form: 'rank',
  measure: { label: '案件数', unit: '件' },
  first: 'lowest',
  steps: [
    { id: 'a', label: '前3名', to: 3, outcome: full },
    { id: 'b', label: '其余', outcome: zero },
  ],
}
const rankText = '按案件数由低到高排名，前3名得满分，其余不得分'
const sampled = {
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples: [{ from: 0, atLeast: 5 }],
  rule: { kind: 'proportional', base: 2_000 },
}
const additive = {
  form: 'additive',
  parts: [
    { id: 'a', label: '甲', points: 1_000 },
    { id: 'b', label: '乙', points: 500 },
  ],
}
const count = { form: 'per-occurrence', unit: '处', pointsPerUnit: 200 }
const proportional = { form: 'proportional', measure: rate, base: 4_000, fullAt: 100_000, floor: 60_000 }

describe('every printed number is declared, and every declared one is printed', () => {
  test.each<[what: string, clause: object, said: string, more: string, code: string]>([
    ['a second threshold', threshold, '低于80%不得分', '，低于70%扣1分', 'numbers-differ'],
    ['an outcome after the threshold', threshold, '低于80%不得分', '，另扣1分', 'numbers-differ'],
    ['a third tier', tier, '90%以上得满分，低于90%得1分', '，低于60%不得分', 'numbers-differ'],
    ['an outcome after the tiers', tier, '90%以上得满分，低于90%得1分', '，另扣1分', 'numbers-differ'],
    ['a second band', judgement, '视情况扣0.5–1分', '，严重的扣2分', 'numbers-differ'],
    ['a third step', rank, rankText, '，末2名扣1分', 'numbers-differ'],
    ['a second sample', sampled, '抽查不少于5座，按合格率计2分', '，不少于3座', 'numbers-differ'],
    ['a part that is taken', additive, '甲得1分，乙得0.5分', '，丙扣0.5分', 'form-word-missing'],
    ['another standard', linear, '以95%为基准，每低1个百分点扣0.25分', '，以90%为优', 'numbers-differ'],
    ['a second step', linear, '以95%为基准，每低1个百分点扣0.25分', '，每低2个百分点扣1分', 'numbers-differ'],
    ['free ones', count, '每处扣0.2分', '，2处以内不扣分', 'numbers-differ'],
    ['every so many', count, '每处扣0.2分', '，每3处再扣0.2分', 'numbers-differ'],
    ['a cap', count, '每处扣0.2分', '，最多扣1分', 'numbers-differ'],
    [
      'another whole',
      proportional,
      '按完成比例计4分，以100%计满，低于60%的不得分',
      '，以90%计满',
      'numbers-differ',
    ],
  ])('%s', (_what, clause, said, more, code) => {
    expect(codes(said, clause)).toEqual([])
    expect(codes(`${said}${more}`, clause)).toContain(code)
  })

  test.each<[what: string, clause: object, text: string]>([
    ['no threshold', threshold, '不达标的不得分'],
    ['points instead of a bound', threshold, '低于80分不得分'],
    ['no bounds of a tier', tier, '好的得满分，差的得1分'],
    ['no bound of the second tier', tier, '90%以上得满分，差的得1分'],
    ['one end of a band', judgement, '视情况扣1分'],
    ['a band in per cent', judgement, '视情况扣0.5–1%'],
    ['at most, of a band that begins higher', judgement, '视情况最多扣1分'],
    ['no standard', linear, '每低1个百分点扣0.25分'],
    ['no last rank', rank, '按案件数由低到高排名，前列名次得满分，其余不得分'],
    [
      'ranks from another on',
      { ...rank, steps: [rank.steps[0], { ...rank.steps[1] }] },
      rankText.replace('其余', '第5名以后'),
    ],
    ['no samples', sampled, '抽查若干座，按合格率计2分'],
    ['a standard that could be meant', { ...linear, from: 0 }, '每低1个百分点扣0.25分'],
  ])('%s', (_what, clause, text) => expect(codes(text, clause)).toContain('numbers-differ'))

  test.each<[what: string, clause: object, text: string]>([
    [
      'the standard, said twice',
      linear,
      '以95%为基准，每低1个百分点扣0.25分，达到95%的不扣分'.replace('不扣分', '即可'),
    ],
    ['one for each', count, '每1处扣0.2分'],
    ['another tier in words', tier, '90%以上得满分，其余得1分'],
    [
      'a band of one size',
      { ...judgement, bands: [{ id: 'a', label: '一般', min: 1_000, max: 1_000 }] },
      '视情况扣1分',
    ],
    [
      'a band from nothing',
      { ...judgement, bands: [{ id: 'a', label: '一般', min: 0, max: 1_000 }] },
      '视情况最多扣1分',
    ],
    [
      'a band from nothing, in figures',
      { ...judgement, bands: [{ id: 'a', label: '一般', min: 0, max: 1_000 }] },
      '视情况扣0–1分',
    ],
    ['the ranks after the last', rank, rankText.replace('其余', '第4名以后')],
  ])('%s need not be declared', (_what, clause, text) => expect(codes(text, clause)).toEqual([]))
})

describe('an outcome is of its kind and size', () => {
  test.each<[text: string, clause: object]>([
    ['低于80%扣2分', threshold],
    ['低于80%得满分', threshold],
    ['低于80%', threshold],
    ['90%以上得满分，低于90%得2分', tier],
    ['90%以上得满分，低于90%扣1分', tier],
    ['90%以上得满分，低于90%不得分', tier],
    ['90%以上得满分，低于90%', tier],
  ])('%s', (text, clause) => expect(codes(text, clause)).toContain('outcome-differs'))
})

test('a clause without words, or whose words stand elsewhere, is none of the rule', () => {
  const clauses = [{ id: 'a', text: '', form: 'all-or-nothing', deduct: 'all' }] as const
  expect(agreement(sampleItem({ rule: '无', clauses })).map(({ place, code }) => `${place} ${code}`)).toEqual(
    ['1.1/a text-not-in-rule', '1.1/a form-word-missing', '1.1 rule-not-covered'],
  )
})

test.each<[between: string, isCovered: boolean]>([
  ['12.', true],
  ['（3）', true],
  ['三、', true],
  ['（十）', true],
  ['⑳', true],
  ['十二', false],
  ['三', false],
  ['3', false],
  ['甲、', false],
  ['123.', false],
])('between clauses %s says nothing: %s', (between, isCovered) => {
  const [one, other] = ['无制度的不得分', '无记录的不得分']
  const clauses = [one, other].map(
    (text, at) => ({ id: `c${at}`, text, form: 'all-or-nothing', deduct: 'all' }) as const,
  )
  const found = agreement(sampleItem({ rule: `${one}。${between}${other}`, clauses })).map(({ code }) => code)
  expect(found).toEqual(isCovered ? [] : ['rule-not-covered'])
})

test.each<[text: string, isChinese: boolean]>([
  ['每处扣零点五分', true],
  ['每处扣半分', true],
  ['每处扣二十五分', true],
  ['每处扣一分钟', false],
  ['每处扣一分之二', false],
  ['一分', false],
])('points in Chinese numerals, %s: %s', (text, isChinese) => {
  expect(codes(text, { ...count }).includes('chinese-number')).toBe(isChinese)
})
