import { type Entry, entryAt, mayBeginEntry, type WordClass } from './lexicon'
import { chineseAt, digitsAt, NUMERALS } from './numerals'
import type { Comparison } from './read-clause'
import { unitAt } from './units'

/** A bound on a measured value, as far as the words say; what they leave open the neighbouring bands decide. */
export interface Band {
  readonly unit: string
  readonly lo?: number
  readonly hi?: number
  /** Undefined: not said outright. */
  readonly hasLo?: boolean
  readonly hasHi?: boolean
  /** 以上 and 以下 without 含: what they usually mean, where no neighbour says otherwise. */
  readonly softLo?: boolean
  readonly softHi?: boolean
}

export type TokenClass =
  | WordClass
  | 'num'
  | 'unit'
  | 'quote'
  // Folded of several:
  | 'count'
  | 'score'
  | 'rate'
  | 'bound'
  | 'incl'
  | 'nth'
  | 'first'
  | 'cost'
  | 'win'
  | 'bonus'
  | 'nought'
  | 'all'
  | 'free'
  | 'cap'
  | 'round'
  | 'prices'
  | 'product'

/** A piece of plain text with what it stands for. Offsets are into the plain text. */
export interface Token {
  readonly is: TokenClass
  readonly from: number
  readonly to: number
  readonly text: string
  readonly n?: number | undefined
  readonly unit?: string | undefined
  readonly cmp?: Comparison | undefined
  readonly isFirm?: boolean | undefined
  readonly band?: Band | undefined
  /** Points, in thousandths: one price, or a range. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly prices?: readonly number[] | undefined
  readonly scope?: 'item' | 'category' | 'total' | undefined
  readonly verb?: string | undefined
  /** 每 was printed. */
  readonly isEach?: boolean | undefined
  readonly isEmptied?: boolean | undefined
  readonly isChinese?: boolean | undefined
}

const isNoPoints =
  /^(?:前(?:[未完清到须]|$)|之[一二三四五六七八九十百0-9]|[类期级区管离包散支队局公布值数制母辨解阶比点])/

/** Whether the 分 at `at` means points. */
export const isFen = (text: string, at: number): boolean =>
  text.charAt(at) === '分' && !isNoPoints.test(text.slice(at + 1, at + 3)) && !unitAt(text, at)

type More = Partial<Omit<Token, 'is' | 'from' | 'to' | 'text'>>

type FromEntry = Pick<Entry, 'cmp' | 'isFirm' | 'scope'>
const NO_ENTRY: FromEntry = { cmp: undefined, isFirm: undefined, scope: undefined }
const INSIDE: FromEntry = { cmp: '<=', isFirm: undefined, scope: undefined }

/** A token with every field in its place: tokens that are all alike are read several times faster. */
const bareToken = (
  is: TokenClass,
  from: number,
  to: number,
  text: string,
  n?: number,
  unit?: string,
  entry = NO_ENTRY,
  isChinese?: boolean,
): Token => ({
  is,
  from,
  to,
  text,
  n,
  unit,
  cmp: entry.cmp,
  isFirm: entry.isFirm,
  band: undefined,
  low: undefined,
  high: undefined,
  prices: undefined,
  scope: entry.scope,
  verb: undefined,
  isEach: undefined,
  isEmptied: undefined,
  isChinese,
})

const BLANK = bareToken('word', 0, 0, '')

/** A token made of others; a text that `more` gives is what it says. */
export const tokenOf = (
  is: TokenClass,
  from: number,
  to: number,
  text: string,
  more: More & { readonly text?: string },
): Token => ({ ...BLANK, text, ...more, is, from, to })

/** By character: whether a number or an entry of the lexicon may begin with it. Most characters begin neither. */
const MAY_BEGIN = Uint8Array.from({ length: 0x10000 }, (_, code) => (mayBeginEntry(code) ? 1 : 0))
for (const char of `0123456789“${NUMERALS}`) MAY_BEGIN[char.charCodeAt(0)] = 1

/** After these the next character may be a unit, or 内. */
const BEFORE_UNITS: ReadonlySet<TokenClass> = new Set(['num', 'each', 'unit', 'slash'])

/** Plain text as tokens, nothing left out; `text` stands at `offset`. Linear in its length. */
export function tokensOf(text: string, offset = 0): readonly Token[] {
  const tokens: Token[] = []
  let last: Token | undefined
  let wordFrom = 0
  let at = 0
  while (at < text.length) {
    const isWithin = wordFrom < at
    const mayBegin =
      MAY_BEGIN[text.charCodeAt(at)] === 1 || (!isWithin && last !== undefined && BEFORE_UNITS.has(last.is))
    const before = isWithin ? undefined : last
    const next = mayBegin ? (numberAt(text, at, before) ?? markAt(text, at, before)) : null
    if (next === null) {
      at += 1
      continue
    }
    if (isWithin) tokens.push(bareToken('word', wordFrom, at, text.slice(wordFrom, at)))
    tokens.push(next)
    last = next
    at = next.to
    wordFrom = at
  }
  if (wordFrom < at) tokens.push(bareToken('word', wordFrom, at, text.slice(wordFrom, at)))
  return offset === 0
    ? tokens
    : tokens.map((token) => ({ ...token, from: token.from + offset, to: token.to + offset }))
}

function numberAt(text: string, at: number, last: Token | undefined): Token | null {
  const digits = digitsAt(text, at)
  if (digits) return bareToken('num', at, digits.to, text.slice(at, digits.to), digits.value)
  if (text.charAt(at) === '百' && text.startsWith('百分之', at)) {
    const share = chineseAt(text, at + 3) ?? digitsAt(text, at + 3)
    if (share) return bareToken('count', at, share.to, text.slice(at, share.to), share.value, '%')
  }
  const chinese = chineseAt(text, at)
  if (!chinese) return null
  const isAfterEach = last?.is === 'each'
  if (isAfterEach && /[百千半]/.test(text.charAt(at))) {
    const unit = unitAt(text, at + 1)
    if (unit) return unitToken(text, at, unit.to, text.charAt(at) + unit.unit)
  }
  const word = entryAt(text, at)
  if (word && word.word.length > chinese.to - at) return null
  const hasUnit = unitAt(text, chinese.to) !== null || isFen(text, chinese.to)
  const isBeforePrice =
    /[缺少差欠]/.test(text.charAt(at - 1)) && /^(?:的?扣|者扣)/.test(text.slice(chinese.to))
  // 达到二类以上标准: a class, not so many of them.
  if (/^类(?:及?以[上下])?(?:标准|公厕|道路|区域|厕所|街)/.test(text.slice(chinese.to, chinese.to + 6)))
    return null
  const isCounted = last?.is === 'ordinal' || last?.is === 'front'
  if (!hasUnit && !isBeforePrice && !isCounted) return null
  return bareToken(
    'num',
    at,
    chinese.to,
    text.slice(at, chinese.to),
    chinese.value,
    undefined,
    NO_ENTRY,
    true,
  )
}

const unitToken = (text: string, from: number, to: number, unit: string): Token =>
  bareToken('unit', from, to, text.slice(from, to), undefined, unit)

function markAt(text: string, at: number, last: Token | undefined): Token | null {
  if (last?.is === 'num' || last?.is === 'each') {
    if (last.is === 'num' && isFen(text, at)) return bareToken('fen', at, at + 1, '分')
    if (last.is === 'each' && text.startsWith('万', at)) {
      const tens = unitAt(text, at + 1)
      if (tens) return unitToken(text, at, tens.to, `万${tens.unit}`)
    }
    const unit = unitAt(text, at)
    if (unit) return unitToken(text, at, unit.to, unit.unit)
    const many = last.is === 'num' && text.startsWith('万', at) ? unitAt(text, at + 1) : null
    if (many) return unitToken(text, at, many.to, `万${many.unit}`)
  }
  // 3日内: not more than three days.
  if (last?.is === 'unit' && text.charAt(at) === '内')
    return bareToken('after', at, at + 1, '内', undefined, undefined, INSIDE)
  if (text.charAt(at) === '“') {
    const close = text.indexOf('”', at)
    const inner = close > at && close - at < 60 ? text.slice(at, close + 1) : ''
    if (inner && !/[×÷=扣得]/.test(inner)) return bareToken('quote', at, close + 1, inner)
  }
  if (last?.is === 'slash') {
    const unit = unitAt(text, at)
    if (unit) return unitToken(text, at, unit.to, unit.unit)
  }
  const entry = entryAt(text, at)
  if (!entry) return null
  // 记录不全扣1分: the 全 belongs to what stands before.
  if (entry.is === 'word' && entry.word.endsWith('扣') && text.charAt(at + entry.word.length) === '分')
    return null
  if (entry.word === '全扣' && /^[除减分]?[0-9零一二两三四五六七八九十半]/.test(text.slice(at + 2, at + 4)))
    return null
  // 减半分: half a point, not half of them.
  if (entry.word === '减半' && text.charAt(at + 2) === '分') return bareToken('deduct', at, at + 1, '减')
  const { is, word } = entry
  return bareToken(is === 'fen' ? 'word' : is, at, at + word.length, word, undefined, undefined, entry)
}
