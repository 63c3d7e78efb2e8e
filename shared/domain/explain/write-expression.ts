import { formatMilli } from '../points'
import { type Expression, fraction } from './expression'

/** A piece of a written expression; `node` names the node of the explanation whose figure it is. */
export interface Token {
  readonly text: string
  readonly node?: string
}

/** How tightly an operation binds: a looser one inside a tighter one stands in brackets. */
const BINDING: { readonly [O in Expression['op']]: number } = {
  add: 1,
  subtract: 1,
  multiply: 2,
  divide: 2,
  number: 3,
  node: 3,
  min: 3,
  max: 3,
  floor: 3,
  ceiling: 3,
  round: 3,
}

/** An expression in figures, free of language: 'min(6 × 0.2, 1)'. A rounding that stands outermost is not written. */
export function writeExpression(expression: Expression): string {
  return tokensOf(expression)
    .map(({ text }) => text)
    .join('')
}

/** The same in pieces, so that a figure of another node can be opened. */
export function tokensOf(expression: Expression): readonly Token[] {
  return tokens(expression.op === 'round' ? expression.of[0] : expression)
}

function tokens(expression: Expression): readonly Token[] {
  switch (expression.op) {
    case 'number':
      return [{ text: figureOf(expression.value) }]
    case 'node':
      return [{ text: figureOf(expression.value), node: expression.node }]
    case 'add':
      return sumOf(expression.of)
    case 'subtract':
      return [...within(expression.of[0], 1), { text: ' − ' }, ...within(expression.of[1], 2)]
    case 'multiply':
      return joined(
        expression.of.map((one) => within(one, 2)),
        ' × ',
      )
    case 'divide':
      return [...within(expression.of[0], 2), { text: ' ÷ ' }, ...within(expression.of[1], 3)]
    case 'min':
    case 'max':
      return around(`${expression.op}(`, joined(expression.of.map(tokens), ', '), ')')
    case 'floor':
      return around('⌊', tokens(expression.of[0]), '⌋')
    case 'ceiling':
      return around('⌈', tokens(expression.of[0]), '⌉')
    case 'round':
      return around('[', tokens(expression.of[0]), ']')
  }
}

function figureOf(value: number): string {
  return formatMilli(value).replace('-', '−')
}

/** a + b − c: what takes away is taken away. */
function sumOf(of: readonly Expression[]): readonly Token[] {
  const [first, ...others] = of.flatMap((one) => (one.op === 'add' ? one.of : [one]))
  if (first === undefined) return [{ text: '0' }]
  const signed = (one: Expression): readonly Token[] =>
    isBelowNothing(one)
      ? [{ text: ' − ' }, ...tokens({ ...one, value: -one.value })]
      : [{ text: ' + ' }, ...within(one, 1)]
  return [...within(first, 1), ...others.flatMap(signed)]
}

function isBelowNothing(one: Expression): one is Extract<Expression, { value: number }> {
  return 'value' in one && one.value < 0
}

function within(expression: Expression, binding: number): readonly Token[] {
  const inner = tokens(expression)
  const isLoose = BINDING[expression.op] < binding || (isBelowNothing(expression) && binding > 1)
  return isLoose ? around('(', inner, ')') : inner
}

function around(before: string, inner: readonly Token[], after: string): readonly Token[] {
  return [{ text: before }, ...inner, { text: after }]
}

function joined(parts: readonly (readonly Token[])[], sign: string): readonly Token[] {
  return parts.flatMap((part, at) => (at === 0 ? part : [{ text: sign }, ...part]))
}

/**
 * What an expression comes to before its outermost rounding, as a decimal: '87.354', '87.354166…' where it goes on.
 * Null where nothing is rounded off.
 */
export function writeUnrounded(expression: Expression): string | null {
  if (expression.op !== 'round') return null
  const { top, bottom } = fraction(expression.of[0])
  const { top: to, bottom: by } = fraction(expression)
  return top * by === to * bottom ? null : decimal(top, bottom)
}

const PLACES = 6

function decimal(top: bigint, bottom: bigint): string {
  const size = top < 0n ? -top : top
  const scaled = (size * 10n ** BigInt(PLACES)) / bottom
  const digits = String(scaled).padStart(PLACES + 1, '0')
  const goesOn = (size * 10n ** BigInt(PLACES)) % bottom !== 0n
  const part = digits.slice(-PLACES)
  const shown = goesOn ? `${part}…` : part.replace(/0+$/, '')
  return `${top < 0n ? '−' : ''}${digits.slice(0, -PLACES)}${shown === '' ? '' : `.${shown}`}`
}
