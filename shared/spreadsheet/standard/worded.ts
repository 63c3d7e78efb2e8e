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
const RATE = /[\p{Script=Han}]{1,12}?(?:率(?!先)|占比|比例)/u
const OTHER =
  /[\p{Script=Han}]{1,8}?(?:透明度|高度|宽度|长度|深度|浓度|温度|频次|次数|天数|面积|时长|时间|指数)/u
const LEADING = /^(?:每|按(?![期时质])|以|其|该|的|若|当(?!年)|实际|不足的|抽查)+/

export function unitOf(unit: string): string {
  return PER_CENT.test(unit) ? '%' : unit
}

/** What is measured: the words that the reading names, or the first in rule or content that sound like it. */
export function measureOf(clause: ReadClause, setting: ClauseSetting, unit: string): Measure {
  const subject = clause.evidence?.find(({ of }) => of === 'subject')
  const named = subject === undefined ? '' : setting.rule.slice(...subject.span)
  const words = [clause.text, setting.content]
  const found = words.map((text) => RATE.exec(text)).concat(words.map((text) => OTHER.exec(text)))
  const isRate = unitOf(unit) === '%'
  // A rate in the content is no name for things that are counted.
  const fitting = found.find((match, at) => match !== null && (isRate ? at < 2 : at === 2))
  const label = (named.trim() || (fitting?.[0] ?? '').replace(/^.*[的按](?=[^期时质])/, ''))
    .replace(/\s+/g, '')
    .replace(LEADING, '')
    .slice(0, 200)
  return { label: label === '' ? (isRate ? '完成率' : '数量') : label, unit: unitOf(unit) }
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
