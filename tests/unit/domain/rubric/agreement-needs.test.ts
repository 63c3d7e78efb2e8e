import { describe, expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { guaranteeAgreement } from '../../../../shared/domain/rubric/guarantee-agreement'
import type { Guarantee } from '../../../../shared/domain/rubric/rubric'
import { sampleCategory, sampleItem, sampleRubric } from './sample-item'

const rate = { label: '达标率', unit: '%' }
const zero = { effect: 'zero' } as const

function codes(text: string, clause: object): string[] {
  const whole = { id: 'a', text, ...clause } as Clause
  return agreement(sampleItem({ rule: text, clauses: [whole] })).map(({ code }) => code)
}

const count = { form: 'per-occurrence', unit: '处', pointsPerUnit: 200 }
const proportional = { form: 'proportional', measure: rate, base: 4_000, fullAt: 100_000 }
const bonus = { form: 'bonus', unit: '次', pointsPerUnit: 1_000, cap: 2_000 }
const penalty = { form: 'penalty', unit: '次', pointsPerUnit: 1_000, cap: 3_000 }
const sampled = {
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples: [{ from: 0, atLeast: 5 }],
  rule: { kind: 'proportional', base: 2_000 },
}
const threshold: object = {
  form: 'threshold',
  measure: rate,
  thresholds: [{ cmp: '<', value: 80_000, outcome: zero }],
}
const rank = {
  form: 'rank',
  measure: { label: '满意度', unit: '%' },
  first: 'highest',
  steps: [
    { id: 'a', label: '前3名', to: 3, outcome: { effect: 'full' } },
    { id: 'b', label: '其余', outcome: zero },
  ],
}
const add = { form: 'overflow', mode: 'add', points: 10_000 }
const line = (from: number) => ({
  form: 'linear',
  measure: { label: '清扫率', unit: '%' },
  from,
  direction: 'below',
  per: 1_000,
  pointsPerUnit: 250,
  partial: 'exact',
})

describe('a form has its words', () => {
  test.each<[form: string, clause: object, said: string, without: string]>([
    ['all of it', { form: 'all-or-nothing', deduct: 'all' }, '未建立制度的不得分', '未建立制度的全扣'],
    ['all of it, too', { form: 'all-or-nothing', deduct: 'all' }, '未建立制度的不计分', '未建立制度的'],
    ['so much of it', { form: 'all-or-nothing', deduct: 1_000 }, '无记录的扣1分', '无记录的罚1分'],
    ['in proportion', proportional, '按完成比例计4分，以100%计满', '按完成情况计4分，以100%计满'],
    [
      'in proportion, from somewhere',
      { ...proportional, floor: 60_000 },
      '按完成比例计4分，以100%计满，不足60%的按不得分处理',
      '按完成比例计4分，以100%计满，不足60%的全扣',
    ],
    ['a bonus', bonus, '获表彰的每次加1分，最高不超过2分', '获表彰的每次奖1分，最高不超过2分'],
    ['at most', bonus, '获表彰的每次加1分，累计不超过2分', '获表彰的每次加1分，2分封顶'],
    ['a penalty', penalty, '被曝光的每次扣1分，累计不超过3分', '被曝光的每次罚1分，累计不超过3分'],
    ['a veto', { form: 'veto', scope: 'item' }, '造假的一票否决', '造假的否决'],
    [
      'a veto of an item',
      { form: 'veto', scope: 'item' },
      '造假的一票否决',
      '造假的一票否决，所在大项不得分',
    ],
    ['a veto of a category', { form: 'veto', scope: 'category' }, '一票否决，本类不得分', '一票否决'],
    ['a veto of all', { form: 'veto', scope: 'total' }, '一票否决，总分为零', '一票否决'],
    ['a sample', sampled, '抽查不少于5座，按合格率计2分', '检查不少于5座，按合格率计2分'],
    ['a rate of it', sampled, '抽查不少于5座，按合格率计2分', '抽查不少于5座，按合格情况计2分'],
    ['what comes after all', add, '扣满后追加额外扣10分', '扣满后追加。扣10分'],
    ['what comes after all, too', add, '扣满后加扣10分', '扣满后再扣10分'],
    ['a unit with signs', { ...count, unit: '处(段)' }, '每处(段)扣0.2分', '每段扣0.2分'],
    ['a judgement', { form: 'judgement', effect: 'gain', bands: [] }, '酌情得分', '酌情扣'],
    [
      'a judgement that takes',
      { form: 'judgement', effect: 'deduct', bands: [] },
      '视情况扣分',
      '视情况得分',
    ],
  ])('%s', (_form, clause, said, without) => {
    expect(codes(said, clause)).toEqual([])
    expect(codes(without, clause)).toContain('form-word-missing')
  })
})

describe('a number has its unit', () => {
  test.each<[what: string, clause: object, text: string]>([
    ['counted', bonus, '获表彰的每项加1分，最高不超过2分'],
    ['counted against', penalty, '被曝光的每起扣1分，累计不超过3分'],
    ['measured', threshold, '低于80不得分'],
    ['measured in something else', threshold, '达标率（%）低于80天不得分'],
    ['a rank of what is no rate', rank, '按满意度由高到低排名，前3名得满分，其余不得分'],
    ['sampled', sampled, '抽查不少于5处，按合格率计2分'],
  ])('%s', (_what, clause, text) => expect(codes(text, clause)).toContain('unit-not-printed'))

  test('a step of a rate is in points of a per cent', () => {
    expect(codes('以95%为基准，每低1个百分点扣0.25分', line(95_000))).toEqual([])
    expect(codes('以95%为基准，每低1%扣0.25分', line(95_000))).toEqual([])
  })
})

describe('a number has its part', () => {
  test.each<[what: string, clause: object, text: string]>([
    ['a price of each, together', count, '合计每处扣0.2分'],
    ['a price of each, at most', count, '最多每处扣0.2分'],
    ['what falls short and is dealt with', threshold, '不足80%的按不合格处理，不得分'],
  ])('%s', (_what, clause, text) => expect(codes(text, clause)).toEqual([]))

  test('a cap is shared in a clause of bounds too', () => {
    const clauses = (text: string): readonly Clause[] => [
      { id: 'a', form: 'all-or-nothing', text: '无记录的扣1分', deduct: points(1_000) },
      { id: 'b', text, ...threshold } as Clause,
    ]
    const found = (text: string, cap: number | null) =>
      agreement(
        sampleItem({
          rule: `无记录的扣1分；${text}。`,
          clauses: clauses(text),
          ...(cap === null ? {} : { sharedCaps: [{ clauses: ['a', 'b'], cap: points(cap) }] }),
        }),
      ).map(({ code }) => code)
    expect(found('低于80%不得分，两款合计最多扣2分', 2_000)).toEqual([])
    expect(found('低于80%不得分，两款合计最多扣2分', 3_000)).toEqual(['numbers-differ'])
    expect(found('低于80%不得分，两款合计最多扣2分', null)).toEqual(['numbers-differ'])
    expect(found('低于80%不得分', 2_000)).toEqual(['numbers-differ'])
  })
})

describe('a clause by subject', () => {
  const text =
    '清扫率，省辖市以90%为基准，每低1个百分点扣0.25分；县级市、县以80%为基准，每低1个百分点扣0.25分；其他以70%为基准，每低1个百分点扣0.25分'
  const cases = [
    { kinds: ['省辖市'], rule: line(90_000) },
    { kinds: ['县', '县级市'], rule: line(80_000) },
  ]
  const clause = { form: 'by-subject', cases, otherwise: line(70_000) }

  test('finds a kind whose name is part of another', () => expect(codes(text, clause)).toEqual([]))

  test('has its cases in printed order', () => {
    expect(codes(text, { ...clause, cases: [...cases].reverse() })).toContain('label-not-printed')
  })

  test('owns what stands before its first kind', () => {
    expect(codes(`以85%为目标，${text}`, clause)).toContain('numbers-differ')
    expect(codes(`全市${text}`, clause)).toEqual([])
  })
})

describe('a guarantee', () => {
  const categories = [sampleCategory(), sampleCategory({ id: 'y', code: '2', title: '第二大项' })]
  const found = (text: string, overrides: Partial<Guarantee> = {}) => {
    const guarantee: Guarantee = {
      id: 'g',
      text,
      items: ['x-001'],
      anyAtZero: true,
      zeroes: { scope: 'category', category: 'y' },
      ...overrides,
    }
    return guaranteeAgreement(sampleRubric({ categories, guarantees: [guarantee] })).map(({ code }) => code)
  }

  test.each([
    '任一项不得分的，第二大项不得分',
    '任何一项检查为零的，第二大项不得分',
    '有得0分的，第二大项不得分',
    '有计零分的，第二大项不得分',
  ])('says that one item is at zero: %s', (text) => {
    expect(found(text)).toEqual([])
    expect(found(text, { anyAtZero: false })).toEqual(['form-word-missing'])
  })

  test('names the category that it takes', () => {
    expect(found('任一项不得分的，示例大项不得分')).toEqual(['label-not-printed'])
    expect(found('合计低于3分的，第二大项不得分', { anyAtZero: false, below: points(3_000) })).toEqual([])
    expect(found('任一项。第二大项不得分')).toEqual(['form-word-missing'])
  })

  test('of a standard without any there is nothing to say', () => {
    expect(guaranteeAgreement(sampleRubric())).toEqual([])
  })
})
