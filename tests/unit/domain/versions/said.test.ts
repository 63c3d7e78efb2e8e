import { describe, expect, it } from 'vitest'
import { type Milli, points } from '../../../../shared/domain/points'
import { differenceOf } from '../../../../shared/domain/versions/difference'
import { DIFFERENCE_WORDS } from '../../../../shared/domain/versions/difference-words'
import type { FieldChange } from '../../../../shared/domain/versions/field'
import { fieldTitle, writeValue } from '../../../../shared/domain/versions/write-field'
import { type Bare, categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { CLAUSES, EVERYTHING } from './every-form'

const standard = (clauses: readonly Bare[]) =>
  rubricOf([categoryOf('c', 10_000, [itemOf('i', 4_000, clauses)])])
const milli = (value: number) => value as Milli
const rate = { label: '清扫率', unit: '%' }

function said(change: FieldChange, language: 'zh' | 'en' = 'zh'): string {
  const words = DIFFERENCE_WORDS[language]
  return `${fieldTitle(change, words)} = ${change.after === null ? '—' : writeValue(change.after.value, words)}`
}

/** What is read of a new clause, but for its wording. */
function read(bare: Bare, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const { changes } = differenceOf(standard([]), standard([bare]))
  const fields = changes.find(({ id }) => id === 'i')?.clauses[0]?.fields ?? []
  return fields.filter(({ name }) => name !== 'text').map((field) => said(field, language))
}

const named = (...labels: readonly string[]) => labels.map((label) => `名称（${label}） = ${label}`)

describe('what a person reads of a clause', () => {
  it.each<[what: string, bare: Bare, lines: readonly string[]]>([
    [
      'counted by size',
      CLAUSES['per-occurrence'],
      [
        '扣分方式 = 按处扣分',
        '同一问题 = 积尘',
        '计量单位 = 处',
        '每几个计一次 = 2',
        '每2处 · 小面积 = 0.2 分',
        ...named('小面积'),
        '每2处 · 大面积 = 0.5 分',
        ...named('大面积'),
        '免扣数量 = 1',
        '上限 = 1 分',
        '各点合计办法 = 各点相加',
      ],
    ],
    [
      'counted',
      { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200) },
      ['扣分方式 = 按处扣分', '计量单位 = 处', '每几个计一次 = 1', '每处 = 0.2 分'],
    ],
    ['met or not', CLAUSES['all-or-nothing'], ['扣分方式 = 有则扣分', '扣分 = 1 分']],
    [
      'met or not, all of it',
      { form: 'all-or-nothing', deduct: 'all' },
      ['扣分方式 = 有则扣分', '扣分 = 该项全部分值'],
    ],
    [
      'a threshold',
      CLAUSES.threshold,
      ['扣分方式 = 达标线', '测量 = 机械化清扫率（%）', '达标线 = < 80%：扣 1 分'],
    ],
    [
      'tiers of a measure',
      {
        form: 'tier',
        measure: rate,
        tiers: [
          { id: 'a', label: '优', min: milli(90_000), isMinOpen: true, outcome: { effect: 'full' } },
          {
            id: 'b',
            label: '良',
            min: milli(80_000),
            max: milli(90_000),
            isMaxClosed: true,
            outcome: { effect: 'gain', points: points(500) },
          },
          { id: 'c', label: '差', max: milli(80_000), outcome: { effect: 'zero' } },
        ],
      },
      [
        '扣分方式 = 分档',
        '测量 = 清扫率（%）',
        '档（优） = > 90%：得满分',
        ...named('优'),
        '档（良） = ≥ 80% ≤ 90%：得 0.5 分',
        ...named('良'),
        '档（差） = < 80%：不得分',
        ...named('差'),
      ],
    ],
    [
      'tiers that a person chooses',
      { form: 'tier', tiers: [{ id: 'a', label: '优', outcome: { effect: 'full' } }] },
      ['扣分方式 = 分档', '档（优） = 得满分', ...named('优')],
    ],
    [
      'a shortfall',
      CLAUSES.linear,
      [
        '扣分方式 = 按差距扣分',
        '测量 = 机械化清扫率（%）',
        '应达到 = 95%',
        '扣分方向 = 低于则扣',
        '每步 = 1%',
        '每1% = 0.25 分',
        '不足一步 = 按比例',
        '上限 = 2 分',
      ],
    ],
    [
      'in proportion',
      CLAUSES.proportional,
      [
        '扣分方式 = 按比例得分',
        '测量 = 机械化清扫率（%）',
        '满分值 = 2 分',
        '满分线 = 100%',
        '得分起点 = 60%',
      ],
    ],
    [
      'judged',
      CLAUSES.judgement,
      ['扣分方式 = 酌情评判', '待人工核对 = 是', '评判 = 扣分', '档（较差） = 0.5–1.5 分', ...named('较差')],
    ],
    [
      'in parts',
      CLAUSES.additive,
      [
        '扣分方式 = 分项累加',
        '分项（成立领导小组） = 0.5 分',
        ...named('成立领导小组'),
        '分项（有专人负责） = 0.5 分',
        ...named('有专人负责'),
        '不适用的分项按比例折算 = 是',
      ],
    ],
    [
      'in parts that all apply',
      { form: 'additive', parts: [] },
      ['扣分方式 = 分项累加', '不适用的分项按比例折算 = 否'],
    ],
    ['a bonus', CLAUSES.bonus, ['扣分方式 = 加分', '计量单位 = 项', '每项 = 0.5 分', '上限 = 2 分']],
    ['a penalty', CLAUSES.penalty, ['扣分方式 = 追加扣分', '计量单位 = 次', '每次 = 3 分', '上限 = 9 分']],
    ['a veto', CLAUSES.veto, ['扣分方式 = 一票否决', '后果 = 定等次', '等次定为 = 不合格']],
    [
      'limits by zone',
      CLAUSES['zone-limit'],
      [
        '扣分方式 = 分区限值',
        '测量 = 垃圾（处）',
        '限值（主干道） = 3处',
        ...named('主干道'),
        '限值（次干道） = 5处',
        ...named('次干道'),
        '扣分方向 = 高于则扣',
        '每步 = 1处',
        '每1处 = 0.2 分',
        '不足一步 = 按一步计',
        '上限 = 1 分',
      ],
    ],
    [
      'by finder',
      CLAUSES.escalation,
      [
        '扣分方式 = 按发现方与次数加重',
        '计量单位 = 处',
        '每处（市级发现） = 0.5 分',
        ...named('市级发现'),
        '每处（省级暗访发现） = 1 分',
        ...named('省级暗访发现'),
        '倍数（首次） = ×1',
        ...named('首次'),
        '倍数（重复） = ×2',
        ...named('重复'),
        '上限 = 3 分',
      ],
    ],
    [
      'beyond what is full',
      CLAUSES.overflow,
      ['扣分方式 = 扣满后再扣', '扣满之后 = 一次追加', '追加最多扣 = 1 分'],
    ],
    [
      'ranked',
      CLAUSES.rank,
      [
        '扣分方式 = 按排名',
        '测量 = 机械化清扫率（%）',
        '排名 = 数值高者在前',
        '名次（前三名） = ≤ 3：得满分',
        ...named('前三名'),
        '名次（其余） = 扣 1 分',
        ...named('其余'),
      ],
    ],
    [
      'sampled, a shortfall',
      CLAUSES['pass-rate'],
      [
        '扣分方式 = 抽查合格率',
        '测量 = 公厕（座）',
        '最少抽查（总数 ≥ 10座） = 5',
        '合格率办法 = 按差距扣分',
        '应达到 = 95%',
        '每步 = 1%',
        '每1% = 0.2 分',
        '不足一步 = 按比例',
        '上限 = 1 分',
      ],
    ],
    [
      'sampled, in tiers',
      {
        form: 'pass-rate',
        measure: { label: '公厕', unit: '' },
        samples: [],
        rule: {
          kind: 'tiers',
          tiers: [
            { id: 'a', label: '合格', min: milli(90_000), outcome: { effect: 'full' } },
            { id: 'b', label: '其余', outcome: { effect: 'zero' } },
          ],
        },
      },
      [
        '扣分方式 = 抽查合格率',
        '测量 = 公厕',
        '合格率办法 = 分档',
        '档（合格） = ≥ 90%：得满分',
        ...named('合格'),
        '档（其余） = 不得分',
        ...named('其余'),
      ],
    ],
    [
      'sampled, in proportion',
      {
        form: 'pass-rate',
        measure: { label: '公厕', unit: '座' },
        samples: [],
        rule: { kind: 'proportional', base: points(800) },
      },
      ['扣分方式 = 抽查合格率', '测量 = 公厕（座）', '合格率办法 = 按合格率得分', '满分值 = 0.8 分'],
    ],
    [
      'by subject',
      { ...CLAUSES['by-subject'], aggregate: 'worst' } as Bare,
      [
        '扣分方式 = 按对象类别',
        '各点合计办法 = 取最差一点',
        '省辖市：扣分方式 = 有则扣分',
        '省辖市：扣分 = 1 分',
        '扩权县：扣分方式 = 扣满后再扣',
        '扩权县：扣满之后 = 继续扣',
        '扩权县：追加最多扣 = 0.5 分',
        '其余对象：扣分方式 = 有则扣分',
        '其余对象：扣分 = 该项全部分值',
      ],
    ],
  ])('%s', (_what, bare, lines) => expect(read(bare)).toEqual(lines))

  it('in English', () => {
    expect(read(CLAUSES.penalty, 'en').at(-1)).toBe('At most = 9 points')
    expect(read(CLAUSES.rank, 'en').filter((line) => line.includes('其余'))).toHaveLength(2)
  })
})

describe('what a person reads of a head', () => {
  const head = (before = rubricOf([])) => differenceOf(before, EVERYTHING).head
  it('with all that it can say', () => {
    expect(head().map((change) => said(change))).toEqual([
      '小项取舍 = 四舍五入到 0.01 分',
      '分组取舍 = 四舍六入五成双到 0.01 分',
      '总分取舍 = 舍去 0.01 分以下',
      '合理缺项折算范围 = 所在分组',
      '各大项计入总分的办法 = 按分值直接相加',
      '保证项 = 保证项任一项为零的，总分为零',
      '保证项所含小项（保证项任一项为零的，总分为零 · 1.last） = 是',
      '保证项所含小项（保证项任一项为零的，总分为零 · 1.linear） = 是',
      '任一项为零即触发（保证项任一项为零的，总分为零） = 是',
      '合计低于（保证项任一项为零的，总分为零） = 2 分',
      '归零的范围（保证项任一项为零的，总分为零） = c2',
      '对象类别 = 省辖市、扩权县',
    ])
  })

  it('names a guarantee by its first words, and one that takes everything', () => {
    const long = '一二三四五六七八九十一二三四五六七八九十多'
    const rubric = rubricOf([], {
      guarantees: [{ id: 'g', text: long, items: ['x'], anyAtZero: false, zeroes: { scope: 'total' } }],
    })
    expect(differenceOf(rubricOf([]), rubric).head.map((change) => said(change))).toEqual([
      `保证项 = ${long}`,
      '保证项所含小项（一二三四五六七八九十一二三四五六七八九十… · x） = 是',
      '任一项为零即触发（一二三四五六七八九十一二三四五六七八九十…） = 否',
      '归零的范围（一二三四五六七八九十一二三四五六七八九十…） = 总分',
    ])
  })

  it('is what it was called before where it is gone', () => {
    const { head: fields } = differenceOf(EVERYTHING, rubricOf([]))
    expect(fields.filter(({ after }) => after === null).map((change) => said(change))).toContain(
      '合计低于（保证项任一项为零的，总分为零） = —',
    )
    expect(head(EVERYTHING)).toEqual([])
  })
})
