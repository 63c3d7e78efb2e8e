import { chineseAt } from '../wording/numerals'
import { fold, tight } from './cell-text'
import { pointsInTitle } from './printed-points'

export type MarkStyle =
  | 'part'
  | 'chinese'
  | 'chinese-bracket'
  | 'arabic'
  | 'dotted'
  | 'arabic-bracket'
  | 'circled'
  | 'roman'
  | 'letter'

/** A number as printed: how it is written and what it counts: '1-2-3' is [1, 2, 3]. */
export interface Mark {
  readonly style: MarkStyle
  readonly values: readonly number[]
  /** Where it ends in the text, the stop and blanks after it included. */
  readonly length: number
}

/** The characters from the first to the second. */
const span = (first: string, last: string): string =>
  String.fromCharCode(
    ...Array.from(
      { length: last.charCodeAt(0) - first.charCodeAt(0) + 1 },
      (_, i) => first.charCodeAt(0) + i,
    ),
  )
const DIGITS = span('0', '9')
const CAPITALS = span('A', 'Z')
const LETTERS = CAPITALS + span('a', 'z')
const NUMERALS = '一二三四五六七八九十百'
const CHINESE = `[${NUMERALS}]{1,5}`
/**
 * How headings and items begin: the characters that such a mark may begin with, and the mark; the first that fits
 * counts. `n`: the part that is the number itself.
 */
const MARKS: readonly (readonly [MarkStyle, string, RegExp])[] = [
  [
    'part',
    '第',
    new RegExp(`^第\\s*(?<n>${CHINESE}|\\d{1,3})\\s*(?:部分|章|篇|节|大类|类|大项|项|条|板块)[\\s、.:,-]*`),
  ],
  ['chinese', NUMERALS, new RegExp(`^(?<n>${CHINESE})(?:\\s*[、.,:]\\s*|\\s+|$)`)],
  ['chinese-bracket', '(', new RegExp(`^\\(\\s*(?<n>${CHINESE})\\s*\\)[\\s、.]*`)],
  ['chinese-bracket', span('㈠', '㈩'), /^(?<n>[㈠-㈩])[\s、.]*/],
  [
    'dotted',
    `${LETTERS}${DIGITS}-`,
    /^(?<n>[A-Za-z]{0,3}-?\d{1,3}(?:\s*[.-]\s*\d{1,4}){1,5})(?:(?=[^\d%分])|$)[\s、.]*/,
  ],
  // A01, B-3: a letter that counts, and a number.
  ['dotted', LETTERS, /^(?<n>[A-Za-z]-?\d{1,4})(?:(?=[^\dA-Za-z%分.-])|$)[\s、.]*/],
  ['arabic-bracket', '(', /^\(\s*(?<n>\d{1,4})\s*\)[\s、.]*/],
  ['arabic-bracket', span('⑴', '⒇'), /^(?<n>[⑴-⒇])[\s、.]*/],
  ['arabic', DIGITS, /^(?<n>\d{1,5})(?:\s*[、.)]\s*(?!\d)|\s+(?=[^\d分])|$)/],
  ['arabic', span('⒈', '⒛'), /^(?<n>[⒈-⒛])\s*/],
  ['circled', span('①', '⑳'), /^(?<n>[①-⑳])[\s、.]*/],
  ['roman', `${span('Ⅰ', 'Ⅻ')}IVX`, /^(?<n>[Ⅰ-Ⅻ]|[IVX]{1,5})\s*[、.]\s*/],
  ['letter', CAPITALS, /^(?<n>[A-Z])\s*(?:[、.]\s*|$)/],
]
const MARKS_BY_START = new Map<string, (readonly [MarkStyle, RegExp])[]>()
for (const [style, starts, pattern] of MARKS) {
  for (const start of starts) {
    const list = MARKS_BY_START.get(start)
    if (list === undefined) MARKS_BY_START.set(start, [[style, pattern]])
    else list.push([style, pattern])
  }
}
const ORIGINS: readonly (readonly [first: number, last: number])[] = [
  [0x2460, 0x2473],
  [0x2474, 0x2487],
  [0x2488, 0x249b],
  [0x3220, 0x3229],
  [0x2160, 0x216b],
]
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

function valuesOf(style: MarkStyle, printed: string): readonly number[] {
  const code = printed.charCodeAt(0)
  const origin = ORIGINS.find(([first, last]) => code >= first && code <= last)
  if (origin !== undefined) return [code - origin[0] + 1]
  if (style === 'roman') return [ROMAN.indexOf(printed) + 1]
  if (style === 'letter') return [code - 64]
  if (/^[A-Za-z]-?\d+$/.test(printed))
    return [printed.toUpperCase().charCodeAt(0) - 64, Number(printed.replace(/\D/g, ''))]
  const digits = printed.match(/\d+/g)
  return digits === null ? [chineseAt(printed, 0)?.value ?? 0] : digits.map(Number)
}

const LONGEST_MARK = 40

/** The number that a heading or a text begins with; null where it begins with none. */
export function leadingMark(text: string): Mark | null {
  let blank = 0
  while (blank < text.length && /\s/.test(text.charAt(blank))) blank += 1
  const marks = MARKS_BY_START.get(fold(text.charAt(blank)))
  if (marks === undefined) return null
  const start = fold(text.slice(blank, blank + LONGEST_MARK))
  for (const [style, pattern] of marks) {
    const found = pattern.exec(start)
    const printed = found?.groups?.n
    if (found !== null && printed !== undefined)
      return { style, values: valuesOf(style, printed), length: blank + found[0].length }
  }
  return null
}

/** A cell that holds a number and nothing else: '12', '（3）', '1-2-1', '一'; null where it holds more. */
export function wholeMark(text: string): Mark | null {
  if (text.length > LONGEST_MARK) return null
  // Nearly all are plain whole numbers.
  if (/^\d{1,5}$/.test(text)) return { style: 'arabic', values: [Number(text)], length: text.length }
  const plain = tight(text)
  if (plain === '' || plain.length > 16) return null
  const mark = leadingMark(plain)
  return mark !== null && mark.length === plain.length ? mark : null
}

/** A title without its number and its points: '（一）市容秩序（20分）' → '市容秩序'. */
export function nameOfTitle(title: string): string {
  const points = pointsInTitle(title)
  const bare = points === null ? title : `${title.slice(0, points.from)}${title.slice(points.to)}`
  const mark = leadingMark(bare)
  const name = (mark === null ? bare : bare.slice(mark.length)).replace(/^[\s\u3000]+|[\s\u3000:：]+$/g, '')
  return name === '' ? bare.trim() : name
}
