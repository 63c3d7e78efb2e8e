import type { Token, TokenClass } from './tokens'

/** What ends a statement: the words that do something to the points, or that bind what was said before. */
const EFFECTS: ReadonlySet<TokenClass> = new Set([
  'cost',
  'win',
  'bonus',
  'nought',
  'all',
  'free',
  'cap',
  'until',
  'emptied',
  'round',
  'prices',
  'product',
  'discretion',
  'share',
  'veto',
])
const SEPARATORS: ReadonlySet<TokenClass> = new Set(['comma', 'semi', 'stop', 'dun', 'close', 'open'])

export type Join = 'bare' | 'dun' | 'comma' | 'colon' | 'semi' | 'stop' | 'start' | 'bracket'

/** What is said up to one effect: the words that lead to it, the effect, and the words after it up to a stop. */
export interface Statement {
  readonly lead: readonly Token[]
  /** Null at the end of a cell, where words follow the last effect. */
  readonly effect: Token | null
  readonly tail: readonly Token[]
  readonly from: number
  readonly to: number
  /** What stands between it and the statement before. */
  readonly join: Join
}

const isEffect = (token: Token): boolean => EFFECTS.has(token.is)
const joinOf = (token: Token): Join =>
  token.is === 'dun'
    ? 'dun'
    : token.text === ':'
      ? 'colon'
      : token.is === 'semi'
        ? 'semi'
        : token.is === 'stop'
          ? 'stop'
          : token.is === 'open' || token.is === 'close'
            ? 'bracket'
            : 'comma'
const STRENGTH: readonly Join[] = ['bare', 'dun', 'comma', 'bracket', 'colon', 'semi', 'stop', 'start']
const stronger = (a: Join, b: Join): Join => (STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b)

/** `tokens` cut into statements; separators between them belong to none. */
export function statementsOf(tokens: readonly Token[]): readonly Statement[] {
  const statements: Statement[] = []
  let at = 0
  let join: Join = 'start'
  while (at < tokens.length) {
    const token = tokens[at] as Token
    if (SEPARATORS.has(token.is) && !(token.is === 'open' && !isBracketOfItsOwn(tokens, at))) {
      if (statements.length > 0 || join !== 'start')
        join = stronger(join === 'start' ? 'bare' : join, joinOf(token))
      at += 1
      continue
    }
    const end = statementEnd(tokens, at)
    const priced = end.effect === at ? pricedWords(tokens, at) : null
    if (priced) {
      const [effect, last] = [token, tokens[priced.to - 1] as Token]
      statements.push({
        lead: tokens.slice(priced.from, priced.to),
        effect,
        tail: [],
        from: effect.from,
        to: last.to,
        join,
      })
      at = priced.to
    } else {
      statements.push(statement(tokens.slice(at, end.effect), tokens, end, join))
      at = end.to
    }
    join = 'bare'
  }
  return statements
}

/** 0.1分/处：墙面污渍、乱涂乱画；…: what a price is for, where it is printed behind it. */
function pricedWords(
  tokens: readonly Token[],
  at: number,
): { readonly from: number; readonly to: number } | null {
  const [price, mark] = [tokens[at], tokens[at + 1]]
  if (price?.is !== 'cost' || !price.unit || mark?.is !== 'comma') return null
  let to = at + 2
  while (to < tokens.length) {
    const token = tokens[to] as Token
    if (isEffect(token)) return null
    if (token.is === 'semi' || token.is === 'stop') break
    to += 1
  }
  return to > at + 2 ? { from: at + 2, to } : null
}

function statement(
  lead: readonly Token[],
  tokens: readonly Token[],
  end: { readonly effect: number; readonly to: number },
  join: Join,
): Statement {
  const effect = end.effect < end.to ? (tokens[end.effect] ?? null) : null
  const tail = tokens.slice(end.effect + 1, end.to)
  const all = effect ? [...lead, effect, ...tail] : lead
  const [first, last] = [all[0] as Token, all[all.length - 1] as Token]
  return { lead, effect, tail, from: first.from, to: last.to, join }
}

/** Whether the bracket at `at` closes after an effect of its own: （累计3个月以上的不得分）. */
function isBracketOfItsOwn(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length && i < at + 60; i += 1) {
    const token = tokens[i] as Token
    if (isEffect(token)) return true
    if (token.is === 'close') return false
  }
  return false
}

function isCautioned(tokens: readonly Token[], from: number, to: number): boolean {
  let hasCaution = false
  let hasPrice = false
  for (let i = from; i < to; i += 1) {
    const is = tokens[i]?.is
    hasCaution ||= is === 'caution'
    hasPrice ||= is === 'deduct' || is === 'rated'
  }
  return hasCaution && hasPrice
}

const NOTE = /除外$|视为|视同|取最?高|就高|不累计|不重复/

/** What counts as what, which of several counts: a sentence of its own before a semicolon. */
const isNote = (tokens: readonly Token[], from: number, to: number): boolean =>
  NOTE.test(
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(''),
  )

/** 扣2分，从年度总成绩中扣减，…: where the points before it are taken from. */
const isFromTotal = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from < 12 &&
  /^(?:并)?[从在][^,]{0,8}(?:总分|总成绩|总得分)中?(?:直接)?扣[除减]?$/.test(
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(''),
  )

/** …每降低2%扣0.4分，合同约定值为96%；: a figure that belongs to what was priced before it. */
function isStandard(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, mark] = [tokens[from - 2], tokens[from - 1]]
  if (mark?.is !== 'comma' || !before || !(isEffect(before) || before.is === 'rated')) return false
  return tokens.slice(from, to).some((token) => ['count', 'bound', 'score'].includes(token.is))
}

function statementEnd(
  tokens: readonly Token[],
  from: number,
): { readonly effect: number; readonly to: number } {
  let effect = from
  let depth = 0
  while (effect < tokens.length && !isEffect(tokens[effect] as Token)) {
    const token = tokens[effect] as Token
    if (token.is === 'open') depth += 1
    if (token.is === 'close') depth = Math.max(0, depth - 1)
    // Words without an effect end where their sentence does.
    if (token.is === 'stop' && depth === 0) return { effect, to: effect }
    // 加倍扣分 and its like end with their part: what follows is another matter.
    const isBreak = (token.is === 'comma' || token.is === 'semi') && depth === 0
    if (isBreak && (isCautioned(tokens, from, effect) || isFromTotal(tokens, from, effect)))
      return { effect, to: effect }
    if (
      token.is === 'semi' &&
      depth === 0 &&
      (isNote(tokens, from, effect) || isStandard(tokens, from, effect))
    )
      return { effect, to: effect }
    effect += 1
  }
  if (effect >= tokens.length) return { effect, to: tokens.length }
  let to = effect + 1
  while (to < tokens.length) {
    const token = tokens[to] as Token
    if (isEffect(token)) return { effect, to: effect + 1 }
    if (token.is === 'close' && depth > 0) {
      depth -= 1
      to += 1
      continue
    }
    if (token.is === 'open' && !isBracketOfItsOwn(tokens, to)) {
      const close = tokens.findIndex((other, i) => i > to && other.is === 'close')
      if (close > 0 && close - to < 40) {
        to = close + 1
        continue
      }
    }
    if (SEPARATORS.has(token.is)) break
    to += 1
  }
  return { effect, to }
}
