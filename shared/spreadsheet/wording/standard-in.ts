import { folded } from './folding'
import { sharesWord } from './labels'
import { plainText } from './plain-text'
import type { Bound } from './read-clause'
import { bareSubject, textOf } from './said'
import { type Token, tokensOf } from './tokens'
import { isMeasuredUnit, isSameScale, isShareUnit } from './units'

interface Standard {
  readonly value: number
  readonly unit: string
  /** 'least': has to be reached; 'most': must not be passed; null: a bare number. */
  readonly side: 'least' | 'most' | null
  readonly words: string
  readonly period: string
}

const SAMPLE = /(?:抽查|抽检|抽取|检查|暗访|拨测|拨打|随机|测温|每|同)$/
const PERIOD = /(?:每|全)(?:年度?|季度?|月|周|日|天|半年)|年内|当年|年度/

/** 12篇/年 is 12篇. */
const isOfScale = (printed: string, unit: string): boolean =>
  isSameScale(printed, unit) || (!isMeasuredUnit(unit) && printed.startsWith(`${unit}/`))

/** Standards printed in `tokens` on the scale of `unit`, in order. */
function standardsIn(tokens: readonly Token[], unit: string): readonly Standard[] {
  const found: Standard[] = []
  tokens.forEach((token, i) => {
    const band = token.band
    const value = band
      ? band.lo !== undefined && band.hi !== undefined
        ? undefined
        : (band.lo ?? band.hi)
      : token.n
    const isNumber = token.is === 'bound' || token.is === 'count' || token.is === 'score'
    if (!isNumber || value === undefined || !isOfScale(token.unit ?? '', unit)) return
    const comma = lastComma(tokens, i)
    const words = textOf(tokens.slice(comma, i))
    if (token.is === 'count' && SAMPLE.test(words)) return
    // 每半月开展一次: a frequency, not an amount.
    if (token.is === 'count' && token.n === 1 && unit === '次' && /每/.test(words)) return
    const side = band ? (band.lo !== undefined ? 'least' : 'most') : sideAfter(tokens[i + 1])
    found.push({
      value,
      unit: isShareUnit(unit) ? (token.unit ?? unit) : unit,
      side,
      words,
      period: PERIOD.exec(words)?.[0] ?? '',
    })
  })
  return found
}

/** 30分钟内: not more than. */
const sideAfter = (next: Token | undefined): Standard['side'] =>
  next?.is === 'word' && /^内/.test(next.text) ? 'most' : null

function lastComma(tokens: readonly Token[], before: number): number {
  for (let i = before - 1; i >= 0; i -= 1) {
    const is = tokens[i]?.is
    if (is === 'comma' || is === 'semi' || is === 'stop') return i + 1
  }
  return 0
}

/** The standard named by the rule's own words before the step; 'several' where each kind of place has its own. */
export function standardInRule(lead: readonly Token[], unit: string): Bound | null | 'several' {
  const all = standardsIn(lead, unit)
  const bounds = all.filter((one) => one.side !== null)
  if (new Set(bounds.map((one) => one.value)).size > 1) return 'several'
  const last = all[all.length - 1]
  return last ? { value: last.value, unit: last.unit } : null
}

const read = new Map<string, readonly Token[]>()

function contentTokens(content: string): readonly Token[] {
  const known = read.get(content)
  if (known) return known
  const tokens = folded(tokensOf(plainText(content.slice(0, 4000)).text))
  if (read.size > 64) read.clear()
  read.set(content, tokens)
  return tokens
}

/**
 * The standard that a rule leans on and does not repeat, out of the item's content: null where there is none or more
 * than one could be meant. `words` is what the rule says of it.
 */
export function standardInContent(
  content: string,
  unit: string,
  direction: 'above' | 'below',
  words: string,
): Bound | null {
  const side = direction === 'below' ? 'least' : 'most'
  const all = standardsIn(contentTokens(content), unit).filter(
    (one) => one.side === side || (one.side === null && (isShareUnit(unit) || !/每|半年/.test(one.words))),
  )
  // 每周3次 … 每日4次: which frequency falls short is a person's to say.
  const isFrequency = !isShareUnit(unit) && !isMeasuredUnit(unit)
  const named = all.filter((one) => sharesWord(bareSubject(one.words), words))
  const chosen = all.length === 1 ? all[0] : named.length === 1 && !isFrequency ? named[0] : undefined
  if (!chosen || isOtherRate(chosen.words, words)) return null
  const period = PERIOD.exec(words)?.[0]
  if (period && chosen.period && !isShareUnit(unit) && period !== chosen.period) return null
  return { value: chosen.value, unit: chosen.unit }
}

const RATE = /([\u4e00-\u9fff]{2,6})[率比度]/

function isOtherRate(a: string, b: string): boolean {
  const [x, y] = [RATE.exec(a)?.[1], RATE.exec(b)?.[1]]
  return x !== undefined && y !== undefined && !sharesWord(a, b)
}
