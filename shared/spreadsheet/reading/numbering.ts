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

const CHINESE = '[一二三四五六七八九十百]{1,5}'
/** How headings and items begin; the first that fits counts. `n`: the part that is the number itself. */
const MARKS: readonly (readonly [MarkStyle, RegExp])[] = [
  [
    'part',
    new RegExp(`^第\\s*(?<n>${CHINESE}|\\d{1,3})\\s*(?:部分|章|篇|节|大类|类|大项|项|条|板块)[\\s、.:,-]*`),
  ],
  ['chinese', new RegExp(`^(?<n>${CHINESE})(?:\\s*[、.,:]\\s*|\\s+|$)`)],
  ['chinese-bracket', new RegExp(`^\\(\\s*(?<n>${CHINESE})\\s*\\)[\\s、.]*`)],
  ['chinese-bracket', /^(?<n>[㈠-㈩])[\s、.]*/],
  ['dotted', /^(?<n>[A-Za-z]{0,3}-?\d{1,3}(?:\s*[.-]\s*\d{1,4}){1,5})(?:(?=[^\d%分])|$)[\s、.]*/],
  // A01, B-3: a letter that counts, and a number.
  ['dotted', /^(?<n>[A-Za-z]-?\d{1,4})(?:(?=[^\dA-Za-z%分.-])|$)[\s、.]*/],
  ['arabic-bracket', /^\(\s*(?<n>\d{1,4})\s*\)[\s、.]*/],
  ['arabic-bracket', /^(?<n>[⑴-⒇])[\s、.]*/],
  ['arabic', /^(?<n>\d{1,5})(?:\s*[、.)]\s*(?!\d)|\s+(?=[^\d分])|$)/],
  ['arabic', /^(?<n>[⒈-⒛])\s*/],
  ['circled', /^(?<n>[①-⑳])[\s、.]*/],
  ['roman', /^(?<n>[Ⅰ-Ⅻ]|[IVX]{1,5})\s*[、.]\s*/],
  ['letter', /^(?<n>[A-Z])\s*(?:[、.]\s*|$)/],
]
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

/** The number that a heading or a text begins with; null where it begins with none. */
export function leadingMark(text: string): Mark | null {
  const plain = fold(text)
  const blank = /^\s*/.exec(plain)?.[0].length ?? 0
  const start = plain.slice(blank, blank + 40)
  for (const [style, pattern] of MARKS) {
    const found = pattern.exec(start)
    const printed = found?.groups?.n
    if (found !== null && printed !== undefined)
      return { style, values: valuesOf(style, printed), length: blank + found[0].length }
  }
  return null
}

/** A cell that holds a number and nothing else: '12', '（3）', '1-2-1', '一'; null where it holds more. */
export function wholeMark(text: string): Mark | null {
  // Nearly all are plain whole numbers.
  if (/^\d{1,5}$/.test(text)) return { style: 'arabic', values: [Number(text)], length: text.length }
  if (text.length > 40) return null
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
