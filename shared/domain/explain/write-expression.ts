import { formatMilli } from '../points'
import { type Expression, fraction } from './expression'

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
  return write(expression.op === 'round' ? expression.of[0] : expression)
}

function write(expression: Expression): string {
  switch (expression.op) {
    case 'number':
    case 'node':
      return formatMilli(expression.value).replace('-', '−')
    case 'add':
      return writeSum(expression.of)
    case 'subtract':
      return `${within(expression.of[0], 1)} − ${within(expression.of[1], 2)}`
    case 'multiply':
      return expression.of.map((one) => within(one, 2)).join(' × ')
    case 'divide':
      return `${within(expression.of[0], 2)} ÷ ${within(expression.of[1], 3)}`
    case 'min':
    case 'max':
      return `${expression.op}(${expression.of.map(write).join(', ')})`
    case 'floor':
      return `⌊${write(expression.of[0])}⌋`
    case 'ceiling':
      return `⌈${write(expression.of[0])}⌉`
    case 'round':
      return `[${write(expression.of[0])}]`
  }
}

/** a + b − c: what takes away is taken away. */
function writeSum(of: readonly Expression[]): string {
  const [first, ...others] = of
  if (first === undefined) return '0'
  return others.reduce(
    (text, one) => (isBelowNothing(one) ? `${text} − ${write(negated(one))}` : `${text} + ${within(one, 1)}`),
    within(first, 1),
  )
}

function isBelowNothing(one: Expression): one is Extract<Expression, { value: number }> {
  return 'value' in one && one.value < 0
}

function negated(one: Extract<Expression, { value: number }>): Expression {
  return { ...one, value: -one.value }
}

function within(expression: Expression, binding: number): string {
  const text = write(expression)
  return BINDING[expression.op] < binding || (isBelowNothing(expression) && binding > 1) ? `(${text})` : text
}

/**
 * What an expression comes to before its outermost rounding, as a decimal: '87.354', '87.3541…' where it goes on. Null
 * where nothing is rounded off.
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
