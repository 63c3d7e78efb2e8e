import { divide, type Points, type Rounding } from '../points'

/**
 * Arithmetic that can be read, printed and recomputed. A number is thousandths (200 is 0.2, three things are 3000),
 * and every step is exact: only 'round' rounds.
 */
export type Expression =
  | { readonly op: 'number'; readonly value: number }
  /** The figure of another node of the explanation, by its id. */
  | { readonly op: 'node'; readonly node: string; readonly value: number }
  | { readonly op: 'add' | 'multiply' | 'min' | 'max'; readonly of: readonly Expression[] }
  | { readonly op: 'subtract' | 'divide'; readonly of: readonly [Expression, Expression] }
  | { readonly op: 'floor' | 'ceiling'; readonly of: readonly [Expression] }
  | { readonly op: 'round'; readonly of: readonly [Expression]; readonly rounding: Rounding }

/** Exact: top ÷ bottom, bottom > 0. */
interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

export const number = (value: number): Expression => ({ op: 'number', value })
/** A count of whole things. */
export const count = (n: number): Expression => number(n * 1000)
export const add = (...of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] !== undefined ? of[0] : { op: 'add', of }
export const subtract = (a: Expression, b: Expression): Expression => ({ op: 'subtract', of: [a, b] })
export const multiply = (...of: readonly Expression[]): Expression => ({ op: 'multiply', of })
export const divideBy = (a: Expression, b: Expression): Expression => ({ op: 'divide', of: [a, b] })
export const least = (...of: readonly Expression[]): Expression => ({ op: 'min', of })
export const most = (...of: readonly Expression[]): Expression => ({ op: 'max', of })
export const floor = (of: Expression): Expression => ({ op: 'floor', of: [of] })
export const ceiling = (of: Expression): Expression => ({ op: 'ceiling', of: [of] })
export const rounded = (of: Expression, rounding: Rounding): Expression => ({
  op: 'round',
  of: [of],
  rounding,
})

/** What an expression comes to, thousandths. Throws RangeError where it is no whole number of them, or divides by nothing. */
export function evaluate(expression: Expression): Points {
  const { top, bottom } = fraction(expression)
  const value = top * 1000n
  if (value % bottom !== 0n) throw new RangeError('not whole thousandths')
  return Number(value / bottom) as Points
}

/** What an expression comes to, exactly: top ÷ bottom. Throws RangeError where it divides by nothing. */
/** The sign of a − b, exact. */
export function compare(a: Expression, b: Expression): number {
  const [left, right] = [fraction(a), fraction(b)]
  return isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0
}

export function fraction(expression: Expression): Fraction {
  switch (expression.op) {
    case 'number':
    case 'node':
      return reduced(BigInt(expression.value), 1000n)
    case 'add':
      return expression.of.map(fraction).reduce(sum, { top: 0n, bottom: 1n })
    case 'subtract': {
      const [a, b] = expression.of.map(fraction) as [Fraction, Fraction]
      return sum(a, { top: -b.top, bottom: b.bottom })
    }
    case 'multiply':
      return expression.of
        .map(fraction)
        .reduce((a, b) => reduced(a.top * b.top, a.bottom * b.bottom), { top: 1n, bottom: 1n })
    case 'divide': {
      const [a, b] = expression.of.map(fraction) as [Fraction, Fraction]
      return reduced(a.top * b.bottom, a.bottom * b.top)
    }
    case 'min':
      return expression.of.map(fraction).reduce((a, b) => (isLess(b, a) ? b : a))
    case 'max':
      return expression.of.map(fraction).reduce((a, b) => (isLess(a, b) ? b : a))
    case 'floor':
      return { top: floorOf(fraction(expression.of[0])), bottom: 1n }
    case 'ceiling': {
      const { top, bottom } = fraction(expression.of[0])
      return { top: -floorOf({ top: -top, bottom }), bottom: 1n }
    }
    case 'round': {
      const { top, bottom } = fraction(expression.of[0])
      return reduced(BigInt(divide(top * 1000n, bottom, expression.rounding)), 1000n)
    }
  }
}

function sum(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

function isLess(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom
}

function floorOf({ top, bottom }: Fraction): bigint {
  const quotient = top / bottom
  return top < 0n && top % bottom !== 0n ? quotient - 1n : quotient
}

function reduced(top: bigint, bottom: bigint): Fraction {
  if (bottom === 0n) throw new RangeError('division by nothing')
  const sign = bottom < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom * sign) || 1n
  return { top: (sign * top) / divisor, bottom: (sign * bottom) / divisor }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
