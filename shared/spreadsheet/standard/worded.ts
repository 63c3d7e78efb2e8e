import { type Milli, type Points, points, ZERO } from '../../domain/points'
import type { BySubject, Measure, Rule } from '../../domain/rubric/clause'
import type { ItemKind } from '../../domain/rubric/rubric'
import type { ReadClause, ReadForm } from '../wording/read-clause'

/** What a clause says, of all subjects or of each kind. */
export type AnyRule = Rule | Omit<BySubject, 'id' | 'text' | 'problem' | 'forPerson'>

/** A rule with the words that it was read from. */
export interface Worded {
  readonly text: string
  readonly rule: AnyRule
}

/** What a read clause becomes: one clause or several; `together` is the most that those take or give. */
export interface Made {
  readonly clauses: readonly Worded[]
  readonly together?: Points
}

/** What a clause is held against: its item, and the points printed for the part of the rule that it stands in. */
export interface ClauseSetting {
  readonly kind: ItemKind
  /** The item's points; of a bonus or penalty item, what is printed as its most. */
  readonly points: Points
  readonly part: Points | null
  readonly content: string
  readonly rule: string
}

export type FormOf<F extends ReadForm['form']> = Extract<ReadClause, { form: F }>
/** Null where the model cannot hold exactly what the words say: a person has to look. */
export type Make<F extends ReadForm['form']> = (clause: FormOf<F>, setting: ClauseSetting) => Made | null

/** The points at stake in a clause: those of its part, or its item's. */
export function stakeOf({ part, points: all }: ClauseSetting): Points {
  return part ?? all
}

export function one(clause: Pick<ReadClause, 'text'>, rule: AnyRule | null): Made | null {
  return rule === null ? null : { clauses: [{ text: clause.text, rule }] }
}

/** A cap only where one is printed, or where a part of the item bounds the clause. */
export function capped(cap: Points | null, { part }: ClauseSetting, full?: Points): { cap?: Points } {
  const bounds = [cap, part, full ?? null].filter((each) => each !== null)
  return bounds.length === 0 ? {} : { cap: points(Math.min(...bounds)) }
}

/** Judgement over all that is at stake: what stands where words were not read, until someone confirms a form. */
export function byJudgement(setting: ClauseSetting, form: ReadForm['form']): Rule {
  // What would add points takes none.
  const max = setting.kind === 'normal' && form !== 'bonus' ? stakeOf(setting) : ZERO
  return { form: 'judgement', effect: 'deduct', bands: [{ id: 'b1', label: '酌情', min: ZERO, max }] }
}

/** A measured value in thousandths; null where it is finer than one. */
export function milliOf(value: number): Milli | null {
  const whole = Math.round(value * 1000)
  return Math.abs(value * 1000 - whole) < 1e-6 && Number.isSafeInteger(whole) ? (whole as Milli) : null
}

const PER_CENT = /^(?:个?百分点|[%％])$/
const RATE = /[\p{Script=Han}]{1,20}?(?:率(?!先)|满意度|覆盖度|准确度|认可度|占比|比例|比率)/u
/** 存量治理完成率以100%计满: the rate that the share is of, whatever it was called before. */
const RATE_FILLED = /([\p{Script=Han}]{2,20}(?:率|比例|占比))(?:以|达到)\d/u
const OTHER =
  /[\p{Script=Han}]{1,8}?(?:透明度|高度|宽度|长度|深度|浓度|温度|频次|次数|天数|面积|时长|时间|指数)/u
const LEADING =
  /^(?:每(?![日天周月季年半百千平])|按(?![期时质])|以|其|该|的|若|当(?![年日])|实际|不足的|夜间抽查|(?:抽查|抽样|抽检|检查)(?:当日|路段|片区|点位)?|问卷统计的|.*(?:所得|竣工验收合格后|回填后))+/

export function unitOf(unit: string): string {
  return PER_CENT.test(unit) ? '%' : unit
}

/** What is measured: the words that the reading names, or the first in rule or content that sound like it. */
export function measureOf(clause: ReadClause, setting: ClauseSetting, unit: string): Measure {
  const subject = clause.evidence?.find(({ of }) => of === 'subject')
  const named = subject === undefined ? '' : setting.rule.slice(...subject.span)
  const words = [clause.text, setting.content]
  const isRate = unitOf(unit) === '%'
  const filled = clause.form === 'proportional' ? RATE_FILLED.exec(clause.text)?.[1] : undefined
  const rate = words.map((text) => RATE.exec(text)?.[0]).find((one) => one !== undefined)
  // Of the two the one that says more: 案件按期结案率 before 结案率, 存量治理完成率 before 完成比例.
  const isNamed = filled !== undefined && !/^(?:本|该|其)?完成率$/.test(filled) && !rate?.endsWith(filled)
  // A rate in the content is no name for things that are counted.
  const fitting = isRate
    ? isNamed
      ? filled
      : rate
    : (boundedIn(clause.text, unit) ?? OTHER.exec(clause.text)?.[0])
  const label = (named.trim() || wholeName(fitting ?? ''))
    .replace(/\s+/g, '')
    .replace(LEADING, '')
    .slice(0, 200)
  const scale = unit === '工作日' && /\d\s*个\s*工作日/.test(clause.text) ? '个工作日' : unitOf(unit)
  return { label: label === '' ? (isRate ? '完成率' : '数量') : label, unit: scale }
}

/** 抽查案卷的平均用时 is 平均用时; of 甲占乙的比率 nothing is left out. */
function wholeName(words: string): string {
  const last = words.replace(/^.*[的按](?=[^期时质])/, '')
  return /^(?:比例|比率|占比)$/.test(last) ? words.replace(/^按/, '') : last
}

/** The words right before the first bound in `unit`: what is longer than that is no number of things. */
function boundedIn(text: string, unit: string): string | undefined {
  const plain = text.replace(/\s+/g, '')
  const at = plain.search(new RegExp(`\\d+(?:\\.\\d+)?个?${unit.replace(/[^\p{Script=Han}\w]/gu, '.')}`, 'u'))
  if (at < 0) return undefined
  const before = plain
    .slice(0, at)
    .replace(
      /(?:在|以|应|须|要)?(?:超过|高于|大于|低于|少于|不足|不少于|不低于|不超过|不高于|达到|达|[≥≤><])?$/,
      '',
    )
  const last = before.split(/[，,；;：:。]/).pop() ?? ''
  return /^[\p{Script=Han}]{3,24}$/u.test(last) && !/[每未不无]$|的$/.test(last) ? last : undefined
}

/**
 * One text cut into several, each from where one of its labels begins to where the next does; the first takes what
 * stands before. Null where a label is not found in its order.
 */
export function cutAt(text: string, labels: readonly string[]): readonly string[] | null {
  const starts: number[] = []
  let from = 0
  for (const label of labels) {
    const at = label === '' ? -1 : text.indexOf(label, from)
    if (at < 0) return null
    starts.push(at)
    from = at + label.length
  }
  return starts.map((start, index) =>
    text.slice(index === 0 ? 0 : start, starts[index + 1] ?? text.length).replace(/[\s，,；;、]+$/, ''),
  )
}
