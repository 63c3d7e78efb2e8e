import type { Points } from '../../domain/points'
import { tight } from './cell-text'
import type { GridCell } from './grid'
import { pointsOfCell } from './printed-points'

/** 小计, 本类合计, 干净小计, 总 分, 合计：100分. The words before the sum name what it sums up. */
const SUM =
  /^(?<of>.{0,16}?)[([]?(?<word>小计|合计|总计|共计|总分|总得分|小结|总和|累计)(?:得分|分值|分数|分|总分|\(分\)|值)?[)\]]?[:=]?(?<value>\d+(?:\.\d+)?)?分?$/
const NOTE =
  /^(?:注|说明|备注|附注|附|注意|注意事项|(?:填表|考核|评分|使用|编制|有关|几点|填报|计分|其他)(?:说明|须知))(?:\d{0,2}[:.、,]|$)|^[※*☆★]/
const SIGNATURE =
  /(?:签字|签名|签章|盖章|填表人|填报人|审核人|制表|记录人|检查人|考核人|负责人|被考核单位|被检查单位)[^。]{0,12}[:_]|年_*月_*日|(?:签字|签名|盖章)\)?[:_]?$/

export interface SumWords {
  readonly label: string
  /** What stands before 小计: '干净' of 干净小计. */
  readonly of: string
  readonly word: string
  readonly value: Points | null
}

/** A label that sums up; null where it is none. */
export function sumWords(text: string): SumWords | null {
  if (text.length > 40 || !/[计总结和]/.test(text)) return null
  const found = SUM.exec(tight(text))
  const { of = '', word, value } = found?.groups ?? {}
  if (word === undefined || /[。;,]/.test(of)) return null
  return { label: text, of, word, value: value === undefined ? null : pointsOfCell(value, null) }
}

/** 本类合计 and 小计 are of a part; 总计 and 总分 are of the whole; 合计 is of either. */
export function scopeOfSum({ of, word }: SumWords): 'part' | 'whole' | 'either' {
  if (/^(?:本|该|此|分|各)/.test(of) || word === '小计' || word === '小结') return 'part'
  if (of !== '') return /^(?:总|全部|全表|以上|上述|考核|基本|评分|各项|满分)/.test(of) ? 'whole' : 'part'
  return word === '合计' || word === '共计' || word === '累计' ? 'either' : 'whole'
}

export function isNote(text: string): boolean {
  return text.length > 1 && NOTE.test(tight(text.slice(0, 40)))
}

export function isSignature(cells: readonly GridCell[]): boolean {
  const text = tight(cells.map((cell) => cell.text).join('_')).slice(0, 200)
  return text.length < 120 && SIGNATURE.test(text)
}

const PAGE_MARK =
  /^(?:第\d+页(?:[,、/]?共\d+页)?|共\d+页(?:[,、/]?第\d+页)?|续表\d*|\(续(?:表|前|上页)?\d*\)|[接续]上[页表]|[转接续]下[页表]|-\d+-)$/

/** 第 1 页 共 4 页, 续表: what a printed page leaves between the rows of a table. */
export function isPageMark(cells: readonly GridCell[]): boolean {
  return cells.length > 0 && cells.every(({ text }) => text.length <= 24 && PAGE_MARK.test(tight(text)))
}

/** 加分项, 附加分: items that add to what is scored. */
export function adjustmentOfTitle(name: string): 'bonus' | 'penalty' | 'veto' | 'mixed' | null {
  const plain = tight(name)
  if (/加[、和及]?[减扣]分|奖惩|奖扣/.test(plain)) return 'mixed'
  if (/否决/.test(plain)) return 'veto'
  if (/加分|附加分|附加项|奖励分|奖分|奖励项/.test(plain)) return 'bonus'
  if (/(?:减分|扣分|倒扣|惩罚|处罚)(?:项|事项|指标|内容|情形|因素|类)?$/.test(plain)) return 'penalty'
  return null
}
