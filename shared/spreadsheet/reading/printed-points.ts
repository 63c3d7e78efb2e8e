import type { Points } from '../../domain/points'
import { chineseAt } from '../wording/numerals'
import { fold, tight } from './cell-text'

/** '.5' stands where a sheet leaves the nought out. */
const NUMBER = String.raw`(?:\d{1,6}(?:\.\d{1,3})?|(?<!\d)\.\d{1,3})`
/** '5', '5分', '(5分)', '[5]', '+3', '5%', '每项2分,共10分': what a cell of a points column may hold. */
const WHOLE_CELL = new RegExp(String.raw`^[([]?([+-]?${NUMBER})(?:分|%)?[)\]]?$`)
const SAID_IN_ALL = new RegExp(`(?:共|计|满分|总分|合计|总计|最高|上限)[:为]?(${NUMBER})分?`)
const UP_TO = new RegExp(String.raw`^[([]?0(?:\.0+)?[-~至到](${NUMBER})分?[)\]]?$`)
const FIRST_POINTS = new RegExp(String.raw`^[^\d.]{0,4}(${NUMBER})分`)

/** Thousandths of a decimal; null where it is no whole number of them. */
export function thousandths(value: number): Points | null {
  const whole = Math.round(value * 1000)
  return Number.isSafeInteger(whole) && Math.abs(whole - value * 1000) < 1e-4 ? (whole as Points) : null
}

/** What a cell of a points column says: '3.5 分', '５', '共10分', '五分', or the number behind it; null: nothing. */
export function pointsOfCell(text: string, number: number | null): Points | null {
  const plain = tight(text)
  if (plain === '' && number === null) return null
  // A percentage is kept as 0.05; the cell shows 5%.
  if (number !== null && !plain.endsWith('%')) return thousandths(number)
  const found =
    WHOLE_CELL.exec(plain) ?? UP_TO.exec(plain) ?? SAID_IN_ALL.exec(plain) ?? FIRST_POINTS.exec(plain)
  if (found?.[1] !== undefined) return thousandths(Number(found[1]))
  const chinese = chineseAt(plain, 0)
  const rest = chinese === null ? '' : plain.slice(chinese.to)
  return chinese !== null && (rest === '分' || rest === '') ? thousandths(chinese.value) : null
}

export interface TitlePoints {
  readonly points: Points
  /** Where the points stand in the title, their brackets and the blanks before them included. */
  readonly from: number
  readonly to: number
}

/** '（5分）', '(3.5分)', '[5]', '（共20分）', '（5项，20分）'. */
const IN_BRACKETS = new RegExp(
  String.raw`\s*[([]\s*(?:[^()[\]\d]{0,8}\d{1,3}\s*[项条个][^()[\]\d]{0,4})?(?:共|计|合计|共计|满分|总分|总分值|分值|标准分|权重|占)?\s*[:为]?\s*(${NUMBER})\s*(分|%)(?![钟贝类])[^()[\]\d]{0,12}[)\]]`,
)
const IN_SQUARE = new RegExp(String.raw`\s*\[\s*(${NUMBER})\s*\]\s*$`)
const AT_END = new RegExp(
  String.raw`(?:\s+|[:,;-]\s*|(?<=[^\d\s.每扣加得减]))(?:共|计|共计|满分|总分|分值)?\s*[:为]?\s*(${NUMBER})\s*分\s*$`,
)

/** The points that stand in a title, and where; null where none do. */
export function pointsInTitle(title: string): TitlePoints | null {
  if (!/[\d０-９]/.test(title)) return null
  const plain = fold(title)
  const found = IN_BRACKETS.exec(plain) ?? IN_SQUARE.exec(plain) ?? AT_END.exec(plain)
  if (found === null) return null
  const value = thousandths(Number(found[1]))
  return value === null ? null : { points: value, from: found.index, to: found.index + found[0].length }
}

const TOTAL = new RegExp(
  String.raw`(?:满分|总分值|总分|总计|合计|共计|基准分|总分数|分值)(?:值|数)?(?:为|是|[:=])?\s*(?:共|计)?\s*(${NUMBER})\s*分?`,
)
const BARE_BRACKET = new RegExp(
  String.raw`[([]\s*(?:满分|总分|共|计|总计|合计)?\s*[:为]?\s*(${NUMBER})\s*分\s*(?:制)?\s*[)\]]`,
)

/** A total that a heading, a note or a label prints: 满分：100分, （1000分）, 百分制; null: none. */
export function totalInText(text: string, isHeading: boolean): Points | null {
  const plain = fold(text)
  const found = TOTAL.exec(plain) ?? (isHeading ? BARE_BRACKET.exec(plain) : null)
  if (found !== null) return thousandths(Number(found[1]))
  if (plain.includes('百分制')) return thousandths(100)
  return plain.includes('千分制') ? thousandths(1000) : null
}

/** A heading without the total at its end: '考核标准（总分1000分）' → '考核标准'. */
export function withoutTotal(title: string): string {
  const found = BARE_BRACKET.exec(fold(title))
  if (found === null) return title
  return `${title.slice(0, found.index)}${title.slice(found.index + found[0].length)}`.trim()
}
