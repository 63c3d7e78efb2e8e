import { describe, expect, it } from 'vitest'
import type { ClauseForm } from '../../../../../shared/domain/rubric/clause'
import { inForm, proposeClause } from '../../../../../shared/domain/rubric/edit/propose-rule'
import { emptyItem } from '../../../../../shared/domain/rubric/edit/starting-points'
import type { Item } from '../../../../../shared/domain/rubric/rubric'
import { clauseSchema } from '../../../../../shared/schema/clause-schema'
import { readStrictly } from '../../../../../shared/schema/read-strictly'

let no = 0
const newId = () => `n${++no}`
const item = (rule: string): Item => ({ ...emptyItem('i', '1.1'), rule, points: 2_000 as Item['points'] })
const proposed = (form: ClauseForm, text: string) => proposeClause(form, text, item(text), newId)
const full = { effect: 'full' } as const
const zero = { effect: 'zero' } as const

describe('a figure of a clause is the one that its words print for it', () => {
  it.each<[what: string, form: ClauseForm, text: string, wanted: object]>([
    ['nothing is counted in words that name no unit', 'per-occurrence', '发现问题的扣分', { unit: '处' }],
    ['an event is counted in its own unit', 'penalty', '每起扣5分', { unit: '起', pointsPerUnit: 5_000 }],
    ['an event without one is a time', 'penalty', '被通报的扣5分', { unit: '次' }],
    ['a percentage point is no unit to count in', 'penalty', '覆盖率每低1个百分点扣0.5分', { unit: '次' }],
    [
      'the last number of a bonus is its cap',
      'bonus',
      '每项加0.5分，最多加2分',
      { unit: '项', pointsPerUnit: 500, cap: 2_000 },
    ],
    ['a bonus without a unit is a time', 'bonus', '受表彰的加1分', { unit: '次', cap: 1_000 }],
    ['人 of 人员 is nothing to count', 'per-occurrence', '人员未到位的，每次扣0.5分', { unit: '次' }],
    ['处 of 处置 neither', 'per-occurrence', '每处置不及时一起扣0.5分', { unit: '起', pointsPerUnit: 500 }],
    ['what is found need not be said of each', 'per-occurrence', '发现一座不达标扣1分', { unit: '座' }],
    ['finders count in their own unit', 'escalation', '市级发现每起扣1分', { unit: '起' }],
    [
      'or in places',
      'escalation',
      '重复发现',
      { unit: '处', finders: [{ label: '', points: 0 }], repeats: [{ factor: 1_000 }, { factor: 1_000 }] },
    ],
    ['all is lost without a number', 'all-or-nothing', '未建立制度', { deduct: 'all' }],
    ['or beside one', 'all-or-nothing', '本项2分，未建立制度的不得分', { deduct: 'all' }],
    [
      'the step is not the standard, whichever is printed first',
      'linear',
      '每低2.5个百分点扣0.25分，以覆盖率95%为准',
      { from: 95_000, per: 2_500, pointsPerUnit: 250, direction: 'below' },
    ],
    [
      'a step of two digits',
      'linear',
      '处置时间超过24小时的，每超12小时扣1分',
      { measure: { label: '处置时间', unit: '小时' }, from: 24_000, per: 12_000, direction: 'above' },
    ],
    [
      'what is measured is named in full, in its own unit',
      'linear',
      '垃圾桶数量达到10个，每少1个扣0.1分',
      { measure: { label: '垃圾桶数量', unit: '个' }, from: 10_000, per: 1_000, direction: 'below' },
    ],
    [
      'a word inside of a name belongs to it',
      'tier',
      '垃圾按时清运率90%以上得2分',
      { measure: { label: '垃圾按时清运率' } },
    ],
    ['one before it does not', 'tier', '其覆盖率90%以上得2分', { measure: { label: '覆盖率', unit: '%' } }],
    [
      'a rate is in proportion to the whole',
      'proportional',
      '按合格率的百分点比例得分',
      { base: 2_000, fullAt: 100_000 },
    ],
    [
      'a number is in proportion to what is not printed',
      'proportional',
      '按完成数量比例得分',
      { base: 2_000, fullAt: 0 },
    ],
    [
      'what is given by judgement',
      'judgement',
      '视情况得1–2分',
      { effect: 'gain', bands: [{ min: 1_000, max: 2_000 }] },
    ],
    [
      'what is taken by judgement',
      'judgement',
      '得到整改的视情况扣1分',
      { effect: 'deduct', bands: [{ min: 1_000, max: 1_000 }] },
    ],
    [
      'parts of more digits than one',
      'additive',
      '成立机构10分、有 专人 计0.25分',
      {
        parts: [
          { label: '成立机构', points: 10_000 },
          { label: '有 专人', points: 250 },
        ],
      },
    ],
    ['one part where none is printed', 'additive', '无', { parts: [{ label: '', points: 2_000 }] }],
    [
      'finders of more digits than one',
      'escalation',
      '市级发现的扣10分，区级查出的扣0.25分',
      {
        finders: [
          { label: '市级', points: 10_000 },
          { label: '区级', points: 250 },
        ],
      },
    ],
    [
      'zones of more digits than one',
      'zone-limit',
      '主干道不超过10处，支路不超过2.5处',
      {
        zones: [
          { label: '主干道', limit: 10_000 },
          { label: '支路', limit: 2_500 },
        ],
      },
    ],
    ['one zone where none is printed', 'zone-limit', '无', { zones: [{ label: '', limit: 0 }] }],
    [
      'the first so many, and the others',
      'rank',
      '前 10名得满分，其余得1分',
      { steps: [{ to: 10, outcome: full }, { outcome: { effect: 'gain', points: 1_000 } }] },
    ],
    [
      'three where it is not said',
      'rank',
      '按名次',
      { steps: [{ to: 3, outcome: full }, { outcome: zero }] },
    ],
    ['one at least', 'rank', '前0名得满分', { steps: [{ to: 1 }, {}] }],
    [
      'a rate to be reached',
      'pass-rate',
      '合格率达到90%',
      { rule: { kind: 'tiers', tiers: [{ min: 90_000, outcome: full }, { outcome: zero }] } },
    ],
  ])('%s', (_what, form, text, wanted) => expect(proposed(form, text)).toMatchObject(wanted))

  it.each<[what: string, form: ClauseForm, text: string, absent: string]>([
    ['no cap in a lone number', 'per-occurrence', '扣完为止，每处扣0.2分', 'cap'],
    ['no cap in words of none', 'per-occurrence', '市级每处扣0.5分，省级每处扣1分', 'cap'],
    ['no every so many in a rate', 'per-occurrence', '每低2个百分点扣0.5分', 'per'],
    ['no measure in outcomes alone', 'tier', '优秀得2分，良好得1分', 'measure'],
  ])('%s', (_what, form, text, absent) => expect(proposed(form, text)).not.toHaveProperty(absent))
})

describe('the tiers that words print', () => {
  const tiers = (text: string) => {
    const clause = proposed('tier', text)
    return clause.form === 'tier' ? clause.tiers.map(({ id: _id, label: _label, ...tier }) => tier) : []
  }
  const gain = (points: number) => ({ effect: 'gain', points })

  it('hold their bounds where the words hold them', () => {
    expect(tiers('高于90%得2分，80%（含）以上得1分，低于80%扣1分')).toEqual([
      { min: 90_000, isMinOpen: true, outcome: gain(2_000) },
      { min: 80_000, outcome: gain(1_000) },
      { max: 80_000, outcome: { effect: 'deduct', points: 1_000 } },
    ])
    expect(tiers('不超过3处得2分，3–5处（含）得1分，5处以下得0.5分')).toEqual([
      { max: 3_000, isMaxClosed: true, outcome: gain(2_000) },
      { min: 3_000, max: 5_000, isMaxClosed: true, outcome: gain(1_000) },
      // 以下 is read both ways: open, as the tier that follows begins there.
      { max: 5_000, outcome: gain(500) },
    ])
  })

  it('are counted from one', () => {
    const clause = proposed('tier', '90%以上得2分，80%以上得1分')
    expect(clause.form === 'tier' && clause.tiers.map(({ label }) => label)).toEqual(['1档', '2档'])
  })
})

const FORMS: readonly ClauseForm[] = [
  'per-occurrence',
  'threshold',
  'tier',
  'linear',
  'judgement',
  'additive',
  'zone-limit',
  'escalation',
  'rank',
  'pass-rate',
]

describe('however much is printed', () => {
  const many = (text: (no: number) => string) =>
    Array.from({ length: 60 }, (_none, at) => text(at + 1)).join('，')
  const texts = [
    many((at) => `低于${at}%扣1分`),
    many((at) => `市级发现${at}次扣1分`),
    many((at) => `道路${at}不超过3处`),
    `${'很长的名称'.repeat(50)}得1分`,
    '前9999999名得满分，每9999999999处扣99999999999分',
  ]
  it.each(FORMS)('%s keeps to what a standard can hold, without undefined members', (form) => {
    for (const text of texts) {
      const clause = proposed(form, text)
      const stored: unknown = JSON.parse(JSON.stringify({ ...clause, text: '…' }))
      expect({ ...clause, text: '…' }).toStrictEqual(stored)
      const filled: unknown = JSON.parse(JSON.stringify(stored).replaceAll('""', '"…"'))
      expect(readStrictly(clauseSchema, filled)).toMatchObject({ ok: true })
    }
  })

  it.each(['tier', 'judgement', 'escalation', 'rank', 'pass-rate'] as const)(
    '%s has a name for each step that words do not name',
    (form) =>
      expect(JSON.stringify(proposed(form, '市级发现90%的得1分，扣1分'))).not.toMatch(
        /"label":"(?!市级)"(?=,"(?:factor|min|to|outcome))/,
      ),
  )
})

describe('another form', () => {
  const clause = proposed('per-occurrence', '每处扣0.2分，未整改的不得分')

  it('has its own figures and none of the old ones', () => {
    const other = inForm(clause, 'all-or-nothing', item(clause.text), newId)
    expect(other).toStrictEqual({ form: 'all-or-nothing', id: clause.id, text: clause.text, deduct: 'all' })
  })

  it('by subject is the old rule for every subject, until a person tells them apart', () => {
    const { id, text, ...rule } = clause
    expect(inForm(clause, 'by-subject', item(text), newId)).toStrictEqual({
      id,
      text,
      form: 'by-subject',
      cases: [{ kinds: ['县(市)'], rule }],
      otherwise: rule,
    })
  })

  it('from by subject is proposed from the words', () => {
    const cases = inForm(clause, 'by-subject', item(clause.text), newId)
    expect(inForm(cases, 'veto', item(clause.text), newId)).toMatchObject({ id: clause.id, form: 'veto' })
    expect(inForm(cases, 'by-subject', item(clause.text), newId)).toBe(cases)
  })
})
