import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sha256 } from '../../electron/custody/digest'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Milli, Points } from '../../shared/domain/points'
import type { Round } from '../../shared/domain/round/round'
import type { Clause } from '../../shared/domain/rubric/clause'
import type { Item, Rubric } from '../../shared/domain/rubric/rubric'

const pt = (points: number) => Math.round(points * 1000) as Points
const mi = (value: number) => Math.round(value * 1000) as Milli

/** An item whose rule is its clauses' words, one after the other. */
function item(
  no: number,
  points: number,
  title: string,
  clauses: readonly Clause[],
  more: Partial<Item> = {},
): Item {
  return {
    id: `i${no}`,
    code: `1.${no}`,
    kind: 'normal',
    title,
    content: `${title}情况。`,
    rule: clauses.map(({ text }) => text).join('；'),
    points: pt(points),
    clauses,
    methods: ['现场'],
    papers: [],
    units: { lead: ['城市管理局'], support: [] },
    exclusion: 'not-allowed',
    ...more,
  }
}

const items: readonly Item[] = [
  item(1, 2, '道路保洁', [
    {
      id: 'a',
      text: '每发现一处扣0.2分，1分扣完为止',
      form: 'per-occurrence',
      unit: '处',
      pointsPerUnit: pt(0.2),
      cap: pt(1),
    },
  ]),
  item(2, 3, '立面污损', [
    {
      id: 'a',
      text: '小面积每处扣0.1分，大面积每处扣0.5分',
      form: 'per-occurrence',
      unit: '处',
      severities: [
        { id: 's', label: '小面积', points: pt(0.1) },
        { id: 'l', label: '大面积', points: pt(0.5) },
      ],
    },
  ]),
  item(3, 2, '培训', [
    {
      id: 'a',
      text: '每3人次未培训扣0.5分',
      form: 'per-occurrence',
      unit: '人次',
      per: 3,
      pointsPerUnit: pt(0.5),
    },
  ]),
  item(4, 1, '制度', [{ id: 'a', text: '未建立制度的不得分', form: 'all-or-nothing', deduct: 'all' }]),
  item(5, 2, '覆盖率', [
    {
      id: 'a',
      text: '低于90%扣1分，低于80%不得分',
      form: 'threshold',
      measure: { label: '覆盖率', unit: '%' },
      thresholds: [
        { cmp: '<', value: mi(90), outcome: { effect: 'deduct', points: pt(1) } },
        { cmp: '<', value: mi(80), outcome: { effect: 'zero' } },
      ],
    },
  ]),
  item(6, 4, '机械化清扫', [
    {
      id: 'a',
      text: '机械化清扫率应达80%，每低1个百分点扣0.25分',
      form: 'linear',
      measure: { label: '机械化清扫率', unit: '%' },
      from: mi(80),
      direction: 'below',
      per: mi(1),
      pointsPerUnit: pt(0.25),
      partial: 'exact',
    },
  ]),
  item(7, 3, '容貌', [
    {
      id: 'a',
      text: '好得满分，较好扣1分，差不得分',
      form: 'tier',
      tiers: [
        { id: 'good', label: '好', outcome: { effect: 'full' } },
        { id: 'fair', label: '较好', outcome: { effect: 'deduct', points: pt(1) } },
        { id: 'bad', label: '差', outcome: { effect: 'zero' } },
      ],
    },
  ]),
  item(8, 3, '积存垃圾', [
    {
      id: 'a',
      text: '主干道不超过3处，次干道不超过5处，每超1处扣0.2分',
      form: 'zone-limit',
      measure: { label: '积存垃圾', unit: '处' },
      zones: [
        { id: 'main', label: '主干道', limit: mi(3) },
        { id: 'side', label: '次干道', limit: mi(5) },
      ],
      direction: 'above',
      per: mi(1),
      pointsPerUnit: pt(0.2),
      partial: 'whole-steps',
    },
  ]),
  item(9, 5, '整体观感', [
    {
      id: 'a',
      text: '视情况扣1至3分',
      form: 'judgement',
      effect: 'deduct',
      bands: [{ id: 'b', label: '扣分', min: pt(1), max: pt(3) }],
    },
  ]),
  item(10, 4, '组织领导', [
    {
      id: 'a',
      text: '成立领导小组1分，有专人负责1分，有方案2分',
      form: 'additive',
      parts: [
        { id: 'p', label: '成立领导小组', points: pt(1) },
        { id: 'q', label: '有专人负责', points: pt(1) },
        { id: 'r', label: '有方案', points: pt(2) },
      ],
    },
  ]),
  item(
    11,
    0,
    '受到表彰',
    [{ id: 'a', text: '每次加1分，最高2分', form: 'bonus', unit: '次', pointsPerUnit: pt(1), cap: pt(2) }],
    { kind: 'bonus' },
  ),
  item(12, 2, '重大隐患', [
    { id: 'a', text: '每处扣1分', form: 'per-occurrence', unit: '处', pointsPerUnit: pt(1) },
    { id: 'b', text: '扣满后追加扣3分', form: 'overflow', mode: 'add', points: pt(3) },
  ]),
  item(13, 3, '垃圾箱外溢', [
    {
      id: 'a',
      text: '垃圾外溢每处扣0.5分',
      form: 'per-occurrence',
      unit: '处',
      pointsPerUnit: pt(0.5),
      problem: '垃圾外溢',
    },
  ]),
  item(14, 3, '环境整洁', [
    {
      id: 'a',
      text: '垃圾满溢每处扣1分',
      form: 'per-occurrence',
      unit: '处',
      pointsPerUnit: pt(1),
      problem: '垃圾外溢',
    },
  ]),
  item(15, 6, '违法建设', [
    {
      id: 'a',
      text: '市级发现每处扣0.5分，省级暗访发现每处扣1分，重复发现的加倍',
      form: 'escalation',
      unit: '处',
      finders: [
        { id: 'city', label: '市级发现', points: pt(0.5) },
        { id: 'province', label: '省级暗访发现', points: pt(1) },
      ],
      repeats: [
        { label: '首次', factor: mi(1) },
        { label: '重复', factor: mi(2) },
      ],
    },
  ]),
  item(16, 4, '安全事故', [{ id: 'a', text: '发生重大事故的本项不得分', form: 'veto', scope: 'item' }]),
  item(
    17,
    6,
    '设施配套',
    [
      {
        id: 'a',
        text: '公厕2分，中转站2分，停车场2分，不适用的按比例折算',
        form: 'additive',
        isNormalised: true,
        parts: [
          { id: 'p', label: '公厕', points: pt(2) },
          { id: 'q', label: '中转站', points: pt(2) },
          { id: 'r', label: '停车场', points: pt(2) },
        ],
      },
    ],
    { exclusion: 'normalise' },
  ),
  item(18, 3, '轨道交通', [{ id: 'a', text: '无轨道交通的不得分', form: 'all-or-nothing', deduct: pt(1) }], {
    exclusion: 'leave-out',
  }),
  item(
    19,
    4,
    '垃圾分类',
    [
      { id: 'a', text: '未开展的扣2分', form: 'all-or-nothing', deduct: pt(2) },
      { id: 'b', text: '宣传不到位每处扣1分', form: 'per-occurrence', unit: '处', pointsPerUnit: pt(1) },
    ],
    {
      exclusion: 'full-marks',
      sharedCaps: [{ clauses: ['a', 'b'], cap: pt(3) }],
      lossShares: [
        { unit: '城市管理局', parts: 2 },
        { unit: '街道办事处', parts: 8 },
      ],
    },
  ),
  item(20, 3, '空气质量', [
    {
      id: 'a',
      text: '前3名得满分，第4至10名得1分，其余不得分',
      form: 'rank',
      measure: { label: '优良天数', unit: '天' },
      first: 'highest',
      steps: [
        { id: 'x', label: '前3名得满分', to: 3, outcome: { effect: 'full' } },
        { id: 'y', label: '第4至10名得1分', to: 10, outcome: { effect: 'gain', points: pt(1) } },
        { id: 'z', label: '其余不得分', outcome: { effect: 'zero' } },
      ],
    },
  ]),
  item(21, 4, '公厕达标', [
    {
      id: 'a',
      text: '抽查合格率应达90%，每低1个百分点扣0.1分',
      form: 'pass-rate',
      measure: { label: '公厕', unit: '座' },
      samples: [
        { from: 0, atLeast: 5 },
        { from: 100, atLeast: 20 },
      ],
      rule: { kind: 'shortfall', from: mi(90), per: mi(1), pointsPerUnit: pt(0.1), partial: 'exact' },
    },
  ]),
  item(22, 3, '绿地率', [
    {
      id: 'a',
      text: '绿地率省辖市低于38%扣1分，其他低于35%扣1分',
      form: 'by-subject',
      cases: [
        {
          kinds: ['省辖市'],
          rule: {
            form: 'threshold',
            measure: { label: '绿地率', unit: '%' },
            thresholds: [{ cmp: '<', value: mi(38), outcome: { effect: 'deduct', points: pt(1) } }],
          },
        },
      ],
      otherwise: {
        form: 'threshold',
        measure: { label: '绿地率', unit: '%' },
        thresholds: [{ cmp: '<', value: mi(35), outcome: { effect: 'deduct', points: pt(1) } }],
      },
    },
  ]),
  item(
    23,
    4,
    '地铁站口',
    [{ id: 'a', text: '每处扣0.5分', form: 'per-occurrence', unit: '处', pointsPerUnit: pt(0.5) }],
    { onlyFor: ['省辖市'] },
  ),
  item(
    24,
    4,
    '县域环境',
    [{ id: 'a', text: '每处扣0.5分', form: 'per-occurrence', unit: '处', pointsPerUnit: pt(0.5) }],
    { onlyFor: ['县(市)'] },
  ),
  item(25, 5, '背街小巷', [
    {
      id: 'a',
      text: '每处扣0.5分，取各街巷平均',
      form: 'per-occurrence',
      unit: '处',
      pointsPerUnit: pt(0.5),
      aggregate: 'mean',
    },
  ]),
  item(26, 7, '路灯', [
    {
      id: 'a',
      text: '亮灯率应达98%，每低1个百分点扣0.5分，按最差路段计',
      form: 'linear',
      measure: { label: '亮灯率', unit: '%' },
      from: mi(98),
      direction: 'below',
      per: mi(1),
      pointsPerUnit: pt(0.5),
      partial: 'exact',
      aggregate: 'worst',
    },
  ]),
  item(27, 14, '其他', [
    {
      id: 'a',
      text: '按完成比例得分',
      form: 'proportional',
      measure: { label: '完成率', unit: '%' },
      base: pt(14),
      fullAt: mi(100),
    },
  ]),
  item(
    28,
    0,
    '曝光',
    [{ id: 'a', text: '每次从总分中扣1分', form: 'penalty', unit: '次', pointsPerUnit: pt(1) }],
    { kind: 'penalty' },
  ),
]

const rounding = { mode: 'half-up', step: pt(0.01) } as const

/** A small standard in which every form of rule stands once. */
export const EVERY_FORM: Rubric = {
  schema: 'scorebench.rubric/1',
  id: 'every-form',
  version: '1',
  title: '规则形式试验标准',
  source: '自编',
  notice: '仅供试验',
  points: pt(100),
  rounding: { item: { mode: 'half-up', step: pt(0.001) }, category: rounding, total: rounding },
  grades: [
    { name: '优秀', from: pt(90) },
    { name: '良好', from: pt(80) },
    { name: '合格', from: pt(60) },
    { name: '不合格', from: pt(0) },
  ],
  bonusCap: pt(2),
  penaltyCap: pt(5),
  subjectKinds: ['县(市)'],
  guarantees: [
    { id: 'g', text: '制度不得分的，总分为零', items: ['i4'], anyAtZero: true, zeroes: { scope: 'total' } },
  ],
  categories: [{ id: 'c', code: '1', title: '全部规则', weight: 10_000, points: pt(100), children: items }],
}

const DIGEST = sha256(canonicalJson(EVERY_FORM))

const ROUND: Round = {
  id: 'f0e1d2c3-b4a5-4697-8879-6a5b4c3d2e1f',
  kind: 'mock',
  title: '规则形式试验',
  date: '2026-11-23',
  rubricId: EVERY_FORM.id,
  rubricVersion: EVERY_FORM.version,
  rubricTitle: EVERY_FORM.title,
  rubricDigest: DIGEST,
  subjects: [
    { id: 'luoyang', name: '洛阳', league: '省辖市' },
    { id: 'huaxian', name: '滑县', league: '省直管县', kinds: ['县(市)'] },
  ],
  team: [{ name: '示范检查员', unit: '示范检查组', role: 'inspector' }],
  createdAt: '2026-11-23T00:00:00.000Z',
}

/** Puts the standard, frozen, and a round over it into a data folder that no app has open. */
export function layOut(dataFolder: string): void {
  const put = (folder: string, name: string, value: unknown) => {
    mkdirSync(join(dataFolder, 'custody', folder), { recursive: true })
    writeFileSync(join(dataFolder, 'custody', folder, `${name}.json`), canonicalJson(value))
  }
  put('rubrics', DIGEST, EVERY_FORM)
  put('rounds', ROUND.id, ROUND)
}

/** Opens a sheet of the round for a subject, from a screen that has just loaded. */
export async function openSheet(page: Page, subject: 'luoyang' | 'huaxian'): Promise<void> {
  await page.evaluate(
    async ([round, id, scorer]) => {
      const made = await window.scorebench.createSheet(round, id, scorer)
      if (!made.ok) throw new Error(`${made.code} ${made.detail ?? ''}`)
    },
    [ROUND.id, subject, ROUND.team[0] ?? { name: '', unit: '', role: 'inspector' }] as const,
  )
  await page.reload()
  await page.getByTestId('home-continue').click()
  await page.getByTestId('scoring-panel').waitFor()
}
