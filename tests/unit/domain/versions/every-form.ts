import { type Milli, points } from '../../../../shared/domain/points'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { type Bare, categoryOf, itemOf, rounding, rubricOf } from '../scoring/small-standard'

const milli = (value: number) => value as Milli
const rate = { label: '机械化清扫率', unit: '%' }

/** One clause of each form, with all that it may say. */
export const CLAUSES: Readonly<Record<Bare['form'], Bare>> = {
  'per-occurrence': {
    form: 'per-occurrence',
    unit: '处',
    per: 2,
    severities: [
      { id: 'small', label: '小面积', points: points(200) },
      { id: 'large', label: '大面积', points: points(500) },
    ],
    allowance: 1,
    cap: points(1_000),
    aggregate: 'sum',
    problem: '积尘',
  },
  'all-or-nothing': { form: 'all-or-nothing', deduct: points(1_000) },
  threshold: {
    form: 'threshold',
    measure: rate,
    thresholds: [{ cmp: '<', value: milli(80_000), outcome: { effect: 'deduct', points: points(1_000) } }],
  },
  tier: {
    form: 'tier',
    measure: rate,
    tiers: [
      { id: 'a', label: '优', min: milli(90_000), isMinOpen: false, outcome: { effect: 'full' } },
      { id: 'b', label: '差', max: milli(90_000), outcome: { effect: 'gain', points: points(500) } },
    ],
  },
  linear: {
    form: 'linear',
    measure: rate,
    from: milli(95_000),
    direction: 'below',
    per: milli(1_000),
    pointsPerUnit: points(250),
    partial: 'exact',
    cap: points(2_000),
  },
  proportional: {
    form: 'proportional',
    measure: rate,
    base: points(2_000),
    fullAt: milli(100_000),
    floor: milli(60_000),
  },
  judgement: {
    form: 'judgement',
    effect: 'deduct',
    bands: [{ id: 'x', label: '较差', min: points(500), max: points(1_500) }],
    forPerson: true,
  },
  additive: {
    form: 'additive',
    isNormalised: true,
    parts: [
      { id: 'p0', label: '成立领导小组', points: points(500) },
      { id: 'p1', label: '有专人负责', points: points(500) },
    ],
  },
  bonus: { form: 'bonus', unit: '项', pointsPerUnit: points(500), cap: points(2_000) },
  penalty: { form: 'penalty', unit: '次', pointsPerUnit: points(3_000), cap: points(9_000) },
  veto: { form: 'veto', scope: 'grade', grade: '不合格' },
  'zone-limit': {
    form: 'zone-limit',
    measure: { label: '垃圾', unit: '处' },
    zones: [
      { id: 'main', label: '主干道', limit: milli(3_000) },
      { id: 'side', label: '次干道', limit: milli(5_000) },
    ],
    direction: 'above',
    per: milli(1_000),
    pointsPerUnit: points(200),
    partial: 'started-steps',
    cap: points(1_000),
  },
  escalation: {
    form: 'escalation',
    unit: '处',
    finders: [
      { id: 'city', label: '市级发现', points: points(500) },
      { id: 'province', label: '省级暗访发现', points: points(1_000) },
    ],
    repeats: [
      { label: '首次', factor: milli(1_000) },
      { label: '重复', factor: milli(2_000) },
    ],
    cap: points(3_000),
  },
  overflow: { form: 'overflow', mode: 'add', points: points(1_000) },
  rank: {
    form: 'rank',
    measure: rate,
    first: 'highest',
    steps: [
      { id: 's1', label: '前三名', to: 3, outcome: { effect: 'full' } },
      { id: 's2', label: '其余', outcome: { effect: 'deduct', points: points(1_000) } },
    ],
  },
  'pass-rate': {
    form: 'pass-rate',
    measure: { label: '公厕', unit: '座' },
    samples: [{ from: 10, atLeast: 5 }],
    rule: {
      kind: 'shortfall',
      from: milli(95_000),
      per: milli(1_000),
      pointsPerUnit: points(200),
      partial: 'exact',
      cap: points(1_000),
    },
  },
  'by-subject': {
    form: 'by-subject',
    cases: [
      { kinds: ['省辖市'], rule: { form: 'all-or-nothing', deduct: points(1_000) } },
      { kinds: ['扩权县'], rule: { form: 'overflow', mode: 'continue', points: points(500) } },
    ],
    otherwise: { form: 'all-or-nothing', deduct: 'all' },
  },
}

function item(id: string, clauses: readonly Bare[]): Item {
  return itemOf(id, 4_000, clauses, {
    code: `1.${id}`,
    title: `${id} 的标题`,
    content: '主次干道路面干净。',
    rule: '每发现一处扣0.2分。',
    papers: ['台账', '照片'],
    methods: ['现场', '资料'],
    methodWords: ['夜间实地查看', '查阅台账'],
    units: { lead: ['城市管理局'], support: ['公安局'] },
    exclusion: 'normalise',
  })
}

/** A standard that says everything that a standard can say. */
export const EVERYTHING: Rubric = rubricOf(
  [
    categoryOf('c1', 6_000, [
      ...Object.entries(CLAUSES).map(([form, bare]) => item(form, [bare])),
      {
        id: 'g1',
        code: '1.9',
        title: '道路',
        points: points(8_000),
        onlyFor: ['省辖市'],
        children: [
          {
            ...item('shared', [CLAUSES['per-occurrence'], CLAUSES['all-or-nothing']]),
            sharedCaps: [{ clauses: ['a', 'b'], cap: points(1_500) }],
            lossShares: [
              { unit: '城市管理局', parts: 8 },
              { unit: '公安局', parts: 2 },
            ],
            onlyFor: ['省辖市'],
          },
        ],
      },
    ]),
    categoryOf('c2', 4_000, [item('last', [CLAUSES.additive])]),
  ],
  {
    rounding: {
      item: rounding('half-up', 10),
      group: rounding('half-even', 10),
      category: rounding('half-up', 10),
      total: rounding('truncate', 10),
    },
    exclusionScope: 'group',
    weighting: 'points',
    guarantees: [
      {
        id: 'must',
        text: '保证项任一项为零的，总分为零',
        items: ['last', 'linear'],
        anyAtZero: true,
        below: points(2_000),
        zeroes: { scope: 'category', category: 'c2' },
      },
    ],
    subjectKinds: ['省辖市', '扩权县'],
  },
)
