import { entryAt, type WordClass } from './lexicon'
import { chineseAt, digitsAt } from './numerals'
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

const isNoPoints = /^(?:之[一二三四五六七八九十百0-9]|[类期级区管离包散支队局公布值数制母辨解阶比点])/

/** Whether the 分 at `at` means points. */
export const isFen = (text: string, at: number): boolean =>
  text.charAt(at) === '分' && !isNoPoints.test(text.slice(at + 1, at + 3)) && !unitAt(text, at)

/** Plain text as tokens, nothing left out. Linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let wordFrom = -1
  let at = 0
  function endWord(): void {
    if (wordFrom < 0) return
    tokens.push({ is: 'word', from: wordFrom, to: at, text: text.slice(wordFrom, at) })
    wordFrom = -1
  }
  function push(token: Token): void {
    endWord()
    tokens.push(token)
    at = token.to
  }
  while (at < text.length) {
    const last = wordFrom < 0 ? tokens[tokens.length - 1] : undefined
    const next = numberAt(text, at, last) ?? markAt(text, at, last)
    if (next) push(next)
    else {
      if (wordFrom < 0) wordFrom = at
      at += 1
    }
  }
  endWord()
  return tokens
}

function numberAt(text: string, at: number, last: Token | undefined): Token | null {
  const digits = digitsAt(text, at)
  if (digits) {
    return { is: 'num', from: at, to: digits.to, text: text.slice(at, digits.to), n: digits.value }
  }
  if (text.charAt(at) === '百' && text.startsWith('百分之', at)) {
    const share = chineseAt(text, at + 3) ?? digitsAt(text, at + 3)
    if (share)
      return {
        is: 'count',
        from: at,
        to: share.to,
        text: text.slice(at, share.to),
        n: share.value,
        unit: '%',
      }
  }
  const chinese = chineseAt(text, at)
  if (!chinese) return null
  const isAfterEach = last?.is === 'each'
  if (isAfterEach && /[百千半]/.test(text.charAt(at))) {
    const unit = unitAt(text, at + 1)
    if (unit) {
      return {
        is: 'unit',
        from: at,
        to: unit.to,
        text: text.slice(at, unit.to),
        unit: text.charAt(at) + unit.unit,
      }
    }
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
  const token = {
    from: at,
    to: chinese.to,
    text: text.slice(at, chinese.to),
    n: chinese.value,
    isChinese: true,
  }
  return { is: 'num', ...token }
}

function markAt(text: string, at: number, last: Token | undefined): Token | null {
  if (last?.is === 'num' || last?.is === 'each') {
    if (last.is === 'num' && isFen(text, at)) return { is: 'fen', from: at, to: at + 1, text: '分' }
    if (last.is === 'each' && text.startsWith('万', at)) {
      const tens = unitAt(text, at + 1)
      if (tens)
        return { is: 'unit', from: at, to: tens.to, text: text.slice(at, tens.to), unit: `万${tens.unit}` }
    }
    const unit = unitAt(text, at)
    if (unit) return { is: 'unit', from: at, to: unit.to, text: text.slice(at, unit.to), unit: unit.unit }
    const many = last.is === 'num' && text.startsWith('万', at) ? unitAt(text, at + 1) : null
    if (many) {
      return { is: 'unit', from: at, to: many.to, text: text.slice(at, many.to), unit: `万${many.unit}` }
    }
  }
  // 3日内: not more than three days.
  if (last?.is === 'unit' && text.charAt(at) === '内') {
    return { is: 'after', from: at, to: at + 1, text: '内', cmp: '<=' }
  }
  if (text.charAt(at) === '“') {
    const close = text.indexOf('”', at)
    const inner = close > at && close - at < 60 ? text.slice(at, close + 1) : ''
    if (inner && !/[×÷=扣得]/.test(inner)) return { is: 'quote', from: at, to: close + 1, text: inner }
  }
  if (last?.is === 'slash') {
    const unit = unitAt(text, at)
    if (unit) return { is: 'unit', from: at, to: unit.to, text: text.slice(at, unit.to), unit: unit.unit }
  }
  const entry = entryAt(text, at)
  if (!entry) return null
  // 记录不全扣1分: the 全 belongs to what stands before.
  if (entry.is === 'word' && entry.word.endsWith('扣') && text.charAt(at + entry.word.length) === '分')
    return null
  if (entry.word === '全扣' && /[0-9零一二两三四五六七八九十半]/.test(text.charAt(at + 2))) return null
  // 减半分: half a point, not half of them.
  if (entry.word === '减半' && text.charAt(at + 2) === '分') {
    return { is: 'deduct', from: at, to: at + 1, text: '减' }
  }
  const { is, word, ...more } = entry
  return { is: is === 'fen' ? 'word' : is, from: at, to: at + word.length, text: word, ...more }
}
