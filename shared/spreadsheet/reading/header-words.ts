import { tight } from './cell-text'
import type { ColumnRole } from './reading'

/** What the words above a column may mean, 0 to 1. 'level': a heading of any depth; its place decides which. */
export type Meaning = Exclude<ColumnRole, 'category' | 'group' | 'subgroup'> | 'level'
export type Meanings = Readonly<Partial<Record<Meaning, number>>>

/**
 * The words that stand above columns, from the surest to the vaguest; the first that fits counts. Matched against the
 * label without blanks, brackets and 分值 behind it. An example stands beside each that is no plain list.
 */
const WORDS: readonly (readonly [RegExp, Meanings])[] = [
  [/^(?:序号|编号|编码|项次|序|号|代码|项号|序列|序列号|标号|条目号|条款号|顺序号|NO\.?)$/i, { number: 1 }],
  [/^(?:指标|项目|条目|条款|考核|标准|细项)(?:编号|代码|编码|序号|号)$/, { number: 1 }],
  // Filled in by whoever has scored already.
  [
    /^(?:实得?分?|实得分数|实际得分|扣分|扣分值|扣分数|扣分分值|实扣分?|应扣分?|评分|打分|自评|加分|减分)$/,
    { score: 1 },
  ],
  [
    /^(?:自评|考核|检查|考评|评定|复核|核定|最终|初评|现场|测评|本次|评价|审核|区级|市级|评审)?(?:得分|评分|打分|扣分)(?:值|数|情况)?$/,
    { score: 0.9 },
  ],
  [
    /^(?:扣分|加分|加减分|得分|失分|减分|扣减分)(?:原因|说明|理由|情况|事由|依据|项目|事项|备注|明细|情况说明)$/,
    { reason: 1 },
  ],
  [/^(?:检查|考核|完成|现场|考评|自评|落实)(?:情况|记录|结果|说明|实况)$/, { reason: 0.9 }],
  [/^(?:存在(?:的|主要)?问题|问题描述|发现(?:的)?问题|问题记录|主要问题|情况说明|问题)$/, { reason: 0.9 }],
  [
    /^(?:标准|基准|基本|项目|考核|考评|指标|总|小项|分项|大项|应得|单项|计划|检查|评价|各项)?(?:分值|分数|满分|标准分|标准分值|基准分|基础分|配分|权重分|赋分|赋分值|应得分|总分|分)$/,
    { points: 1 },
  ],
  [/^(?:一级|二级|三级|类别|大类|子项|细项|本项|小计)(?:分值|分数|满分|权重|总分|分)$/, { points: 0.9 }],
  [/^(?:指标|考核|分项|项目|分值)?(?:权重|权数|比重|占比)(?:值|系数|分值)?$/, { points: 0.7 }],
  // 检查方式, 数据来源: how it is looked at.
  [
    /^(?:检查|考核|评价|考评|核查|测评|验收|检测|评估|抽查|督查|督导|评定|取证|评分|计分|采集|数据采集|信息采集)(?:方式|途径|手段|形式|渠道)(?:及来源)?$/,
    { methods: 1 },
  ],
  [/^(?:数据|信息|资料|评分|得分|分数|考核数据|评价数据|证明)来源$/, { methods: 1 }],
  [/^(?:检查|核查|测评|检测|验收|督查|抽查|调查|采集)(?:方法|办法)$/, { methods: 0.85, rule: 0.3 }],
  [/^(?:考核|考评|评价|评估)方法$/, { methods: 0.65, rule: 0.6 }],
  [/^(?:方式|方法)$/, { methods: 0.8 }],
  // 责任单位, 牵头部门: who answers for it.
  [
    /^(?:责任|牵头|配合|主管|主责|考核|考评|承办|负责|实施|落实|参与|协办|协同|被考核|被考评|被检查|受检|责任主体|相关|有关|评价|打分|评分|监管|管理|主办|协助|数据提供|数据来源)?(?:责任|牵头|配合)?(?:单位|部门|科室|主体|处室|机构)(?:名称)?$/,
    { units: 1 },
  ],
  [
    /^(?:牵头|责任|配合|主管|主责)(?:及|和|、|\/|与)?(?:牵头|责任|配合|协办)?(?:单位|部门|科室)(?:\(.*\))?$/,
    { units: 1 },
  ],
  [/^(?:考核对象|责任人|牵头|配合|责任领导|负责人|责任区|责任街道)$/, { units: 0.7 }],
  [/^(?:备注|附注|备考|其他|其它|注)$/, { remark: 1 }],
  [
    /^(?:佐证|印证|支撑|备查|证明|所需|应备|报送|提供|查阅|检查|考核|申报|需提供|提交)(?:的)?(?:材料|资料|台账|文件)(?:清单|目录|要求)?$/,
    { papers: 1 },
  ],
  [/^(?:材料|资料|台账)(?:清单|目录|要求|名称)?$/, { papers: 0.9 }],
  // 评分标准, 扣分细则, 考核评分办法: how points are won or lost.
  [
    /^(?:考核|考评|检查|指标|具体|项目|测评)?(?:内容|项目|指标|标准|要求)(?:及|和|与|、)(?:评|计|扣|记|打|赋|得)分(?:标准|细则|办法|方法|规则)$/,
    { rule: 0.9, content: 0.5 },
  ],
  // 考核标准及扣分, 内容与评分.
  [
    /(?:标准|要求|内容|细则|办法)(?:及|和|与|、)(?:加减|评|计|扣|记|打|赋)分(?:值|情况|说明|方法)?$/,
    { rule: 0.9, content: 0.4 },
  ],
  [
    /(?:评|计|扣|记|打|赋|得|加减|加扣|奖扣|奖惩)分(?:的)?(?:标准|细则|办法|方法|规则|说明|依据|要点|准则|原则|方式|要求|规定|条款|口径|明细)(?:及.*|和.*|\(.*\))?$/,
    { rule: 1 },
  ],
  [/^(?:考核|考评|检查|评价|评定|评估)(?:办法|细则|规则)$/, { rule: 0.85, methods: 0.25, content: 0.3 }],
  [/^(?:评价|评判|评定|判定|评估|量化|评审)标准$/, { rule: 0.8, content: 0.45 }],
  [/^(?:细则|办法|规则|计算方法|计算公式|计算办法|得分计算)$/, { rule: 0.8 }],
  [/^(?:考核|检查|考评|验收|测评|具体|质量|督查)?(?:标准|细则)$/, { content: 0.65, rule: 0.55 }],
  // 考核内容, 具体要求: what is asked for; a title where another column asks more of it.
  [
    /^(?:考核|考评|检查|评价|评分|测评|工作|主要|具体|督查|验收|管理|巡查|评估|任务)?(?:内容)(?:及|和|与|、)?(?:要求|标准|目标|指标|要点)?$/,
    { content: 0.8, title: 0.45, level: 0.2 },
  ],
  [
    /^(?:具体|工作|考核|标准|质量|管理|检查|达标|基本|目标|作业|评价|养护|技术|测评|考评|任务|指标)?(?:及)?(?:要求|标准要求|质量要求|目标要求|目标任务|目标|任务|标准)(?:及.*|和.*|与.*)?$/,
    { content: 0.85 },
  ],
  [
    /^(?:指标|项目|内容|考核|考评)?(?:说明|描述|解释|释义|内涵|定义|阐述|解读)$/,
    { content: 0.8, remark: 0.3 },
  ],
  [
    /^(?:考核|考评|检查|评价|测评|关键|主要|观测|观察|评分)?(?:要点|点|重点|观测点|细目|条目|事项|要素)$/,
    { content: 0.6, title: 0.55, level: 0.4 },
  ],
  // 一级指标, 考核项目, 类别: headings.
  [
    /^(?:[一二三四1-4]级|第[一二三四]级|一类|二类|三类)(?:考核|评价|考评)?(?:指标|项目|类别|分类|目录|内容)?(?:名称)?$/,
    { level: 1, title: 0.6 },
  ],
  [
    /^(?:考核|考评|检查|指标|项目|评价|工作|任务|问题|测评|内容)?(?:类别|分类|大类|中类|小类|大项|中项|小项|子项|细项|分项|类型|板块|领域|维度|模块|类)(?:名称)?$/,
    { level: 0.95, title: 0.5 },
  ],
  [
    /^(?:考核|考评|检查|评价|测评|评分|具体|督查|工作|主要|验收|评估|巡查|管理)?(?:项目|指标|子项目|指标项|名称|事项|对象)(?:名称)?$/,
    { level: 0.9, title: 0.6 },
  ],
  [/^(?:指标|项目|考核)(?:体系|名称|内容|事项)$/, { level: 0.8, title: 0.6, content: 0.2 }],
]

/** Endings that say enough where no word above fits: 市容环境评分细则表. */
const ENDINGS: readonly (readonly [RegExp, Meanings])[] = [
  [/(?:单位|部门|科室)$/, { units: 0.8 }],
  [/分.{0,4}(?:标准|细则|办法|方法|规则)$/, { rule: 0.8 }],
  [/(?:方式|途径|手段|来源)$/, { methods: 0.7 }],
  [/(?:材料|资料|台账)$/, { papers: 0.6 }],
  [/(?<!不)(?:得分|评分|扣分)$/, { score: 0.6 }],
  [/(?:分值|满分|分数|权重)$/, { points: 0.7 }],
  [/(?:内容|要求|标准|描述|说明|任务|目标)$/, { content: 0.55 }],
  [/(?:项目|指标|类别|分类|名称|要点)$/, { level: 0.6, title: 0.4 }],
]

const LONGEST_LABEL = 16

/** A label as it is compared: without blanks, '（分）', '(100分)' and 及分值 behind it. */
export function labelOf(text: string): string {
  return tight(text)
    .replace(/^\*|\*$/g, '')
    .replace(/[([][^()[\]]*[)\]]$/, '')
    .replace(/(?:及|和|与|、)(?:分值|分数|权重|满分)$/, '')
    .replace(/[::]$/, '')
}

/** What labels were found to mean: the same ones stand above every sheet, and are asked for again and again. */
const MEANT = new Map<string, Meanings | null>()
const MOST_MEANT = 1000

/** What a header's label may mean; null where it is none that is known. */
export function meaningsOf(text: string): Meanings | null {
  if (text.length > 40) return null
  const known = MEANT.get(text)
  if (known !== undefined) return known
  if (MEANT.size >= MOST_MEANT) MEANT.clear()
  const meanings = meaningsOfLabel(text)
  MEANT.set(text, meanings)
  return meanings
}

function meaningsOfLabel(text: string): Meanings | null {
  const label = labelOf(text)
  if (label === '' || label.length > LONGEST_LABEL) return null
  const exact = WORDS.find(([pattern]) => pattern.test(label))
  if (exact !== undefined) return exact[1]
  // 考核内容及检查方式: what it is called first is what it is.
  const head = /^(.{2,})(?:及|和|与|、)/.exec(label)?.[1]
  const first = head === undefined ? undefined : WORDS.find(([pattern]) => pattern.test(head))
  if (first !== undefined) return first[1]
  if (label.length > 10 || /[。;,]/.test(label)) return null
  return ENDINGS.find(([pattern]) => pattern.test(label))?.[1] ?? null
}

/** How deep a heading says it is: 一级指标 0, 二级 1 …; null where it does not say. */
export function depthOfLabel(text: string): number | null {
  const label = labelOf(text)
  const said = /^(?:第)?([一二三四1-4])(?:级|类)/.exec(label)?.[1]
  if (said !== undefined) return Math.max('一二三四'.indexOf(said), '1234'.indexOf(said))
  if (/大项|大类|板块|领域/.test(label)) return 0
  return null
}
