import { describe, expect, it } from 'vitest'
import { agreement } from '../../../../../shared/domain/rubric/agreement'
import type { ClauseForm } from '../../../../../shared/domain/rubric/clause'
import { inForm, proposeClause } from '../../../../../shared/domain/rubric/edit/propose-rule'
import { emptyItem } from '../../../../../shared/domain/rubric/edit/starting-points'
import { placeOfText, uncoveredSentences } from '../../../../../shared/domain/rubric/edit/uncovered'
import type { Item } from '../../../../../shared/domain/rubric/rubric'
import { clauseSchema } from '../../../../../shared/schema/clause-schema'
import { readStrictly } from '../../../../../shared/schema/read-strictly'

let no = 0
const newId = () => `n${++no}`

function itemOf(rule: string, points = 2000): Item {
  return { ...emptyItem('i', '1.1'), title: '一', rule, points: points as Item['points'] }
}

/** What the words print is proposed; nothing else is. */
const PROPOSALS: readonly (readonly [ClauseForm, string, object])[] = [
  ['per-occurrence', '每发现一处扣0.2分，1分扣完为止', { unit: '处', pointsPerUnit: 200, cap: 1000 }],
  ['per-occurrence', '每3处扣0.1分', { unit: '处', per: 3, pointsPerUnit: 100 }],
  ['per-occurrence', '每人次扣0.1分', { unit: '人次', pointsPerUnit: 100 }],
  ['per-occurrence', '发现问题的扣分', { pointsPerUnit: 0 }],
  ['all-or-nothing', '未建立制度的不得分', { deduct: 'all' }],
  ['all-or-nothing', '无记录的扣1分', { deduct: 1000 }],
  [
    'threshold',
    '机扫率低于80%不得分',
    { thresholds: [{ cmp: '<', value: 80_000, outcome: { effect: 'zero' } }] },
  ],
  [
    'tier',
    '机扫率90%以上得2分，80%–90%得1分，低于80%不得分',
    {
      measure: { label: '机扫率', unit: '%' },
      tiers: [
        { min: 90_000, outcome: { effect: 'gain', points: 2000 } },
        { min: 80_000, max: 90_000, outcome: { effect: 'gain', points: 1000 } },
        { max: 80_000, outcome: { effect: 'zero' } },
      ],
    },
  ],
  [
    'linear',
    '覆盖率达到95%，每低1个百分点扣0.25分',
    { from: 95_000, direction: 'below', per: 1000, pointsPerUnit: 250 },
  ],
  ['judgement', '视情况扣0.5–2分', { effect: 'deduct', bands: [{ min: 500, max: 2000 }] }],
  [
    'additive',
    '建立制度得0.5分，落实专人得1分，公示得0.5分',
    {
      parts: [
        { label: '建立制度', points: 500 },
        { label: '落实专人', points: 1000 },
        { label: '公示', points: 500 },
      ],
    },
  ],
  [
    'escalation',
    '市级发现每处扣0.5分，省级暗访发现每处扣1分，重复发现的加倍',
    {
      unit: '处',
      finders: [
        { label: '市级', points: 500 },
        { label: '省级暗访', points: 1000 },
      ],
      repeats: [{ factor: 1000 }, { factor: 2000 }],
    },
  ],
  [
    'zone-limit',
    '主干道不超过3处，次干道不超过5处，每超1处扣0.2分',
    {
      zones: [
        { label: '主干道', limit: 3000 },
        { label: '次干道', limit: 5000 },
      ],
      direction: 'above',
      per: 1000,
      pointsPerUnit: 200,
    },
  ],
  ['overflow', '扣满后追加扣10分', { mode: 'add', points: 10_000 }],
]

describe('a clause made from words', () => {
  it.each(PROPOSALS)('%s: %s', (form, text, wanted) => {
    expect(proposeClause(form, text, itemOf(`${text}。`), newId)).toMatchObject({ form, text, ...wanted })
  })

  const FORMS: readonly ClauseForm[] = [
    'per-occurrence',
    'all-or-nothing',
    'threshold',
    'tier',
    'linear',
    'proportional',
    'judgement',
    'additive',
    'bonus',
    'penalty',
    'veto',
    'zone-limit',
    'escalation',
    'overflow',
    'rank',
    'pass-rate',
    'by-subject',
  ]
  it.each(FORMS)('%s is of a clause’s shape but for empty texts, whatever the words', (form) => {
    for (const text of [
      '每发现一处扣0.2分，1分扣完为止',
      '90%以上得1分',
      '无',
      '前3名得满分，其余得1分',
      '1.2345分',
    ]) {
      const clause = proposeClause(form, text, itemOf(text), newId)
      const filled: unknown = JSON.parse(JSON.stringify(clause).replaceAll('""', '"…"'))
      expect(readStrictly(clauseSchema, filled), JSON.stringify(clause)).toMatchObject({ ok: true })
    }
  })

  it('agrees with its words where they say all', () => {
    const rule = '每发现一处扣0.2分，1分扣完为止。未建立制度的不得分。'
    const item = itemOf(rule)
    const clauses = uncoveredSentences(rule, []).map(({ text }, index) =>
      proposeClause(index === 0 ? 'per-occurrence' : 'all-or-nothing', text, item, newId),
    )
    expect(agreement({ ...item, clauses })).toEqual([])
  })

  it('in another form keeps its words, its id and its problem; by subject it keeps its rule', () => {
    const item = itemOf('每处扣0.2分')
    const clause = { ...proposeClause('per-occurrence', '每处扣0.2分', item, newId), problem: '占道' }
    expect(inForm(clause, 'all-or-nothing', item, newId)).toMatchObject({
      id: clause.id,
      text: clause.text,
      problem: '占道',
    })
    const cases = inForm(clause, 'by-subject', item, newId)
    expect(cases).toMatchObject({
      id: clause.id,
      problem: '占道',
      otherwise: { form: 'per-occurrence', pointsPerUnit: 200 },
    })
    expect(cases).not.toHaveProperty('otherwise.problem')
    expect(inForm(clause, 'per-occurrence', item, newId)).toBe(clause)
  })
})

describe('sentences without a clause', () => {
  const rule = '1.每处扣0.2分；2.未建立制度的不得分。（3）视情况扣1–3分。'
  it('are found without their numbering', () => {
    expect(uncoveredSentences(rule, []).map(({ text }) => text)).toEqual([
      '每处扣0.2分',
      '未建立制度的不得分',
      '视情况扣1–3分',
    ])
  })

  it('are those between the clauses, and a clause goes where its words stand', () => {
    const made = (text: string) => proposeClause('all-or-nothing', text, itemOf(rule), newId)
    const clauses = [made('每处扣0.2分'), made('视情况扣1–3分')]
    expect(uncoveredSentences(rule, clauses)).toEqual([
      { text: '未建立制度的不得分', at: rule.indexOf('未') },
    ])
    expect(placeOfText(rule, clauses, '未建立制度的不得分')).toBe(1)
    expect(placeOfText(rule, clauses, '没有这句')).toBe(2)
    expect(uncoveredSentences('', [])).toEqual([])
    expect(uncoveredSentences('未清运的，\n每处扣0.5分\n其他', []).map(({ text }) => text)).toEqual([
      '未清运的，\n每处扣0.5分',
      '其他',
    ])
  })

  const clause = (text: string) => proposeClause('all-or-nothing', text, itemOf(text), newId)

  it.each<[numbering: string]>([
    ['1.'],
    ['12、'],
    ['（3）'],
    ['(4)'],
    ['①'],
    ['三、'],
    ['（十二）'],
    [' 5） '],
  ])('are found without %s', (numbering) => {
    const rule = `每处扣0.2分；${numbering}未整改的不得分`
    expect(uncoveredSentences(rule, [])[1]).toEqual({ text: '未整改的不得分', at: rule.indexOf('未') })
  })

  it('keep what only looks like a numbering', () => {
    for (const text of ['123.4分为满分', '三处以上不得分', '1处扣1分'])
      expect(uncoveredSentences(text, []).map((one) => one.text)).toEqual([text])
  })

  it('are found where they stand, without the signs around them', () => {
    const rule = '甲。  ，、乙丙：，；甲'
    expect(uncoveredSentences(rule, [])).toEqual([
      { text: '甲', at: 0 },
      { text: '乙丙', at: 6 },
      { text: '甲', at: 11 },
    ])
    // Said twice, and the first is a clause: the second is not.
    expect(uncoveredSentences('甲乙。甲乙。', [clause('甲乙')])).toEqual([{ text: '甲乙', at: 3 }])
    expect(
      uncoveredSentences('甲乙。丙', [clause('甲乙'), clause(''), clause('没有'), clause('丙')]),
    ).toEqual([])
  })

  it('go behind the clauses that stand before them', () => {
    const clauses = [clause('甲'), clause(''), clause('没有'), clause('丙')]
    expect(placeOfText('甲乙丙丁', clauses, '甲')).toBe(0)
    expect(placeOfText('甲乙丙丁', clauses, '乙')).toBe(1)
    expect(placeOfText('甲乙丙丁', clauses, '丁')).toBe(2)
  })
})
