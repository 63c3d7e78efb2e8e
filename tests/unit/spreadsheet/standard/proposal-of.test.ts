import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { ReadItem } from '../../../../shared/spreadsheet/reading/reading'
import { proposalOf } from '../../../../shared/spreadsheet/standard/proposal-of'
import type { ReadForm, ReadResult, ReadTier } from '../../../../shared/spreadsheet/wording/read-clause'
import { item, read } from './small-reading'

const p = points
const gain = (value: number): ReadResult => ({ effect: 'gain', points: p(value) })
const deduct = (value: number): ReadResult => ({ effect: 'deduct', points: p(value) })
const ZERO: ReadResult = { effect: 'zero' }
const FULL: ReadResult = { effect: 'full' }
const NONE: ReadResult = { effect: 'none' }

const perOccurrence = (more: object = {}): ReadForm => ({
  form: 'per-occurrence',
  unit: '处',
  per: 1,
  pointsPerUnit: p(200),
  cap: null,
  ...more,
})
const linear = (more: object = {}): ReadForm => ({
  form: 'linear',
  unit: '百分点',
  per: 1,
  pointsPerUnit: p(250),
  cap: null,
  direction: 'below',
  from: { value: 85, unit: '%' },
  ...more,
})
const tiers = (...list: ReadTier[]): ReadForm => ({ form: 'tier', unit: null, tiers: list })
const at = (cmp: '<' | '<=' | '>' | '>=' | '=', value: number, result: ReadResult, unit = '%'): ReadTier => ({
  cmp,
  value,
  unit,
  result,
})
const between = (min: number, max: number, result: ReadResult, more: object = {}): ReadTier => ({
  min,
  max,
  unit: '%',
  minInclusive: true,
  maxInclusive: false,
  result,
  ...more,
})

/** What the clauses of a proposal say, without their words. */
function rules(form: ReadForm, text: string, change: Partial<ReadItem> = {}, no: string | null = null) {
  const clause = read(form, text, { no })
  const made = proposalOf(
    item({ rule: text, clauses: [clause], content: '分类准确率达到85%。', ...change }),
    clause,
  )
  return made === null ? null : made.clauses.map(({ rule }) => rule)
}

const PART = { parts: [{ no: '1', points: p(1000) }] }

describe('each form of reading, in an item of 2 points', () => {
  it.each<[string, ReadForm, string, object[] | null]>([
    ['每处扣0.2分', perOccurrence(), '', [{ form: 'per-occurrence', unit: '处', pointsPerUnit: 200 }]],
    ['a cap', perOccurrence({ cap: p(1000) }), '', [{ cap: 1000 }]],
    ['a cap that is the item’s points says nothing', perOccurrence({ cap: p(2000) }), '', [{ unit: '处' }]],
    ['a cap above the item is kept, for the proof', perOccurrence({ cap: p(3000) }), '', [{ cap: 3000 }]],
    ['每3处', perOccurrence({ per: 3 }), '', [{ per: 3 }]],
    ['the first two are free', perOccurrence({ allowance: 2 }), '', [{ allowance: 2 }]],
    ['齐全得1.5分，每缺一项', perOccurrence({ full: p(1500) }), '', [{ cap: 1500 }]],
    ['no unit printed', perOccurrence({ unit: null }), '', [{ unit: '项' }]],
    ['half a thing cannot be counted', perOccurrence({ per: 0.5 }), '', null],
    [
      '每次扣0.5—1分: each is judged',
      perOccurrence({ pointsPerUnit: null, range: [p(500), p(1000)] }),
      '',
      [{ form: 'judgement', aggregate: 'sum', bands: [{ min: 500, max: 1000 }] }],
    ],
    [
      'of every three such',
      perOccurrence({ pointsPerUnit: null, range: [p(500), p(1000)], per: 3 }),
      '',
      null,
    ],
    ['不得分', { form: 'all-or-nothing', deduct: 'all' }, '', [{ form: 'all-or-nothing', deduct: 'all' }]],
    [
      '有得1分，没有的不得分',
      { form: 'all-or-nothing', deduct: 'all', gain: p(1000) },
      '',
      [{ deduct: 1000 }],
    ],
    [
      '达到15%得0.5分',
      { form: 'threshold', thresholds: [{ cmp: '>=', value: 15, unit: '%', result: gain(500) }] },
      '',
      [
        {
          form: 'threshold',
          thresholds: [{ cmp: '>=', value: 15_000, outcome: { effect: 'gain', points: 500 } }],
        },
      ],
    ],
    [
      '达到95%得满分: nothing is won below it',
      { form: 'threshold', thresholds: [{ cmp: '>=', value: 95, unit: '%', result: FULL }] },
      '',
      [{ thresholds: [{ outcome: { effect: 'gain', points: 2000 } }] }],
    ],
    [
      '正好3处',
      { form: 'threshold', thresholds: [{ cmp: '=', value: 3, unit: '处', result: ZERO }] },
      '',
      null,
    ],
    [
      'two things in one clause',
      {
        form: 'threshold',
        thresholds: [
          { cmp: '<', value: 80, unit: '%', result: ZERO },
          { cmp: '>', value: 3, unit: '处', result: ZERO },
        ],
      },
      '',
      null,
    ],
    [
      '每低1个百分点扣0.25分',
      linear(),
      '分类准确率每低1个百分点扣0.25分',
      [
        {
          form: 'linear',
          measure: { label: '分类准确率', unit: '%' },
          from: 85_000,
          per: 1000,
          pointsPerUnit: 250,
          partial: 'exact',
        },
      ],
    ],
    [
      '不足1个按1个计',
      linear(),
      '每低1个百分点扣0.25分，不足1个百分点按1个百分点计',
      [{ partial: 'started-steps' }],
    ],
    [
      '每逾期1日, without a limit',
      linear({ unit: '日', from: null, direction: 'above' }),
      '',
      [{ form: 'per-occurrence', unit: '日' }],
    ],
    ['a rate without a standard', linear({ from: null }), '', null],
    ['a standard in another unit', linear({ from: { value: 2, unit: '处' } }), '', null],
    [
      '按比例得分',
      { form: 'proportional', base: null, from: null, floor: null },
      '按完成比例得分',
      [{ form: 'proportional', base: 2000, fullAt: 100_000 }],
    ],
    [
      'with a floor and a target',
      {
        form: 'proportional',
        base: p(1500),
        from: { value: 90, unit: '%' },
        floor: { value: 60, unit: '%' },
      },
      '',
      [{ base: 1500, fullAt: 90_000, floor: 60_000 }],
    ],
    [
      '两个率各占1分',
      { form: 'proportional', base: p(1000), from: null, floor: null, terms: 2 },
      '开工率、完工率各占1分',
      [{ measure: { label: '开工率' } }, { measure: { label: '完工率' } }],
    ],
    [
      '视情况扣0.5—2分',
      { form: 'judgement', min: p(500), max: p(2000) },
      '视情况扣0.5—2分',
      [{ effect: 'deduct', bands: [{ min: 500, max: 2000 }] }],
    ],
    [
      '酌情扣分',
      { form: 'judgement', min: null, max: null },
      '酌情扣分',
      [{ bands: [{ min: 0, max: 2000 }] }],
    ],
    ['酌情得0—2分', { form: 'judgement', min: p(0), max: p(2000) }, '酌情得0—2分', [{ effect: 'gain' }]],
    [
      '有制度得1分，有专人得1分',
      {
        form: 'additive',
        parts: [
          { label: '有制度', points: p(1000) },
          { label: '有专人', points: p(1000) },
        ],
      },
      '',
      [
        {
          form: 'additive',
          parts: [
            { id: 'p1', label: '有制度' },
            { id: 'p2', label: '有专人' },
          ],
        },
      ],
    ],
    [
      '每建成1个得0.5分，最多2分',
      { form: 'additive', unit: '个', per: 1, pointsPerUnit: p(500), cap: p(2000) },
      '',
      [{ form: 'proportional', base: 2000, fullAt: 4000, measure: { unit: '个' } }],
    ],
    [
      '每篇加0.2分，最高加1分',
      { form: 'bonus', unit: '篇', per: 1, pointsPerUnit: p(200), cap: p(1000) },
      '',
      [{ form: 'bonus', unit: '篇', pointsPerUnit: 200, cap: 1000 }],
    ],
    [
      'once',
      { form: 'bonus', unit: null, per: 1, pointsPerUnit: p(500), cap: null },
      '',
      [{ unit: '次', cap: 500 }],
    ],
    [
      'a bonus without end',
      { form: 'bonus', unit: '篇', per: 1, pointsPerUnit: p(200), cap: null },
      '',
      null,
    ],
    [
      '从总分中扣3分',
      { form: 'penalty', unit: null, per: 1, pointsPerUnit: p(3000), cap: null, scope: 'total' },
      '',
      [{ form: 'penalty', pointsPerUnit: 3000, cap: 3000 }],
    ],
    [
      'of the item it is a deduction, by level',
      {
        form: 'penalty',
        unit: '次',
        per: 1,
        pointsPerUnit: null,
        levels: [{ label: '市级', points: p(1000) }],
        cap: null,
        scope: 'item',
      },
      '',
      [{ form: 'per-occurrence', severities: [{ label: '市级', points: 1000 }] }],
    ],
    [
      'of the category the model has none',
      { form: 'penalty', unit: '次', per: 1, pointsPerUnit: p(1000), cap: null, scope: 'category' },
      '',
      null,
    ],
    ['一票否决', { form: 'veto', scope: 'category' }, '', [{ form: 'veto', scope: 'category' }]],
    ['unread', { form: 'unparsed' }, '加倍扣分', null],
  ])('%s', (_name, form, text, expected) => {
    const made = rules(form, text === '' ? '每处扣分' : text)
    if (expected === null) expect(made).toBeNull()
    else expect(made).toMatchObject(expected)
    if (expected !== null && !expected.some((one) => 'cap' in one) && made?.[0]?.form === 'per-occurrence')
      expect(made[0]).not.toHaveProperty('cap')
  })
})

describe('tiers', () => {
  it.each<[string, ReadForm, object | null]>([
    [
      'that cover all values are tiers',
      tiers(at('>=', 90, gain(2000)), between(80, 90, gain(1000)), at('<', 80, ZERO)),
      {
        form: 'tier',
        tiers: [{ min: 90_000 }, { min: 80_000, max: 90_000 }, { max: 80_000, outcome: { effect: 'zero' } }],
      },
    ],
    [
      'the rest is the one gap',
      tiers(at('=', 100, gain(2000)), between(95, 100, gain(1000)), { label: '其余', result: ZERO }),
      { form: 'tier', tiers: [{ min: 100_000 }, { min: 95_000 }, { max: 95_000, label: '其余' }] },
    ],
    [
      'bounds that belong to the one or the other',
      tiers(
        at('<=', 5, gain(2000)),
        between(5, 10, gain(1000), { minInclusive: false, maxInclusive: true }),
        at('>', 10, ZERO),
      ),
      { tiers: [{ isMaxClosed: true }, { isMinOpen: true, isMaxClosed: true }, { isMinOpen: true }] },
    ],
    [
      'that leave out where nothing is taken are thresholds, in printed order',
      tiers(between(50, 80, deduct(1000)), at('<', 50, deduct(2000))),
      {
        form: 'threshold',
        thresholds: [
          { cmp: '<', value: 80_000, outcome: { points: 1000 } },
          { cmp: '<', value: 50_000, outcome: { points: 2000 } },
        ],
      },
    ],
    [
      'of counted things: one, and two or more',
      tiers(at('=', 1, deduct(500), '起'), at('>=', 2, ZERO, '起')),
      {
        form: 'threshold',
        thresholds: [
          { cmp: '>=', value: 1000 },
          { cmp: '>=', value: 2000 },
        ],
      },
    ],
    [
      'of counted things: 50处以内, 51至100处',
      tiers(
        at('<=', 50, deduct(500), '处'),
        between(51, 100, deduct(1000), { unit: '处', maxInclusive: true }),
        at('>', 100, deduct(2000), '处'),
      ),
      { form: 'tier', tiers: [{ max: 51_000 }, { min: 51_000, max: 100_000 }, { min: 100_000 }] },
    ],
    [
      'that leave a gap between them are for a person',
      tiers(at('>=', 90, gain(2000)), at('<', 80, ZERO), between(80, 85, gain(500))),
      null,
    ],
    ['that overlap are for a person', tiers(at('>=', 80, gain(2000)), at('<', 90, ZERO)), null],
    ['of two units are for a person', tiers(at('>=', 90, gain(2000)), at('<', 3, ZERO, '处')), null],
    [
      'whose further costs less are for a person',
      tiers(between(50, 80, deduct(2000)), at('<', 50, deduct(1000))),
      null,
    ],
    [
      'by label are chosen',
      tiers({ label: '无台账', result: deduct(1000) }, { label: '不完整', result: deduct(500) }),
      { form: 'tier', tiers: [{ label: '无台账' }, { label: '不完整' }] },
    ],
    [
      'of each occurrence are its sizes; what costs nothing is not counted',
      {
        form: 'tier',
        unit: '处',
        tiers: [at('<', 1, NONE, '平方米'), at('>=', 1, deduct(500), '平方米')],
      },
      { form: 'per-occurrence', severities: [{ label: '≥1平方米', points: 500 }] },
    ],
    [
      'of each occurrence that zero the item are for a person',
      { form: 'tier', unit: '处', tiers: [at('<', 1, ZERO)] },
      null,
    ],
  ])('%s', (_name, form, expected) => {
    const made = rules(form, '准确率分档计分')
    if (expected === null) expect(made).toBeNull()
    else expect(made).toMatchObject([expected])
  })
})

describe('a part of 1 point bounds its clause', () => {
  it.each<[string, ReadForm, object]>([
    ['by a cap', perOccurrence(), { cap: 1000 }],
    ['不得分 is of the part', { form: 'all-or-nothing', deduct: 'all' }, { deduct: 1000 }],
    ['so is a judgement', { form: 'judgement', min: null, max: null }, { bands: [{ max: 1000 }] }],
    ['so is a share', { form: 'proportional', base: null, from: null, floor: null }, { base: 1000 }],
    [
      'tiers win no more, and lose no more',
      tiers(at('>=', 90, FULL), between(80, 90, gain(500)), at('<', 80, ZERO)),
      {
        tiers: [
          { outcome: { points: 1000 } },
          { outcome: { points: 500 } },
          { outcome: { effect: 'gain', points: 0 } },
        ],
      },
    ],
    [
      'and 低于80%不得分',
      { form: 'threshold', thresholds: [{ cmp: '<', value: 80, unit: '%', result: ZERO }] },
      { thresholds: [{ outcome: { effect: 'deduct', points: 1000 } }] },
    ],
  ])('%s', (_name, form, expected) => {
    expect(rules(form, '每处扣分', PART, '1')).toMatchObject([expected])
  })
})

it('what is said of the whole item under a part is for a person', () => {
  const form: ReadForm = { form: 'all-or-nothing', deduct: 'all' }
  expect(rules(form, '弄虚作假的，本指标不得分', PART, '1')).toBeNull()
  expect(rules(form, '弄虚作假的，本指标不得分')).toMatchObject([{ deduct: 'all' }])
})

describe('in an item of another kind', () => {
  it.each<[string, ReadItem['kind'], ReadForm, object]>([
    [
      'a deduction is a penalty',
      'penalty',
      perOccurrence({ pointsPerUnit: p(3000) }),
      { form: 'penalty', pointsPerUnit: 3000 },
    ],
    [
      'a flag is one, once',
      'penalty',
      { form: 'all-or-nothing', deduct: p(500) },
      { form: 'penalty', cap: 500 },
    ],
    [
      'a gain is a bonus',
      'bonus',
      { form: 'additive', unit: '次', per: 1, pointsPerUnit: p(500), cap: p(1000) },
      { form: 'bonus', cap: 1000 },
    ],
  ])('%s', (_name, kind, form, expected) => {
    expect(rules(form, '每次计分', { kind, points: null })).toMatchObject([expected])
  })

  it('what is printed as its most bounds it', () => {
    const form: ReadForm = { form: 'bonus', unit: '次', per: 1, pointsPerUnit: p(500), cap: null }
    expect(rules(form, '每次加0.5分', { kind: 'bonus', points: p(5000) })).toMatchObject([{ cap: 5000 }])
  })
})
