import { formatMilli } from '../points'
import type { Expression } from './expression'

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
      return expression.of.length === 0 ? '0' : expression.of.map((one) => within(one, 1)).join(' + ')
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

function within(expression: Expression, binding: number): string {
  const text = write(expression)
  const isNegative = expression.op === 'number' && expression.value < 0
  return BINDING[expression.op] < binding || (isNegative && binding > 1) ? `(${text})` : text
}
