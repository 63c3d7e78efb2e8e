/** Points (分) as an integer number of thousandths: 0.2 分 is 200. Never a float. */
export type Points = number & { readonly __brand: 'Points' }

/** A measured value (a rate, a number of days …) as an integer number of thousandths: 87.5 % is 87500. */
export type Milli = number & { readonly __brand: 'Milli' }

export type RoundingMode = 'half-up' | 'half-even' | 'truncate'

/** How a level of the rubric rounds: to multiples of `step` (thousandths; 10 is 0.01 分). */
export interface Rounding {
  readonly mode: RoundingMode
  readonly step: Points
}

export const ZERO = 0 as Points

/** Points from whole thousandths; throws RangeError on anything that is not a safe integer. */
export function points(thousandths: number): Points {
  if (!Number.isSafeInteger(thousandths)) throw new RangeError(`not whole thousandths: ${thousandths}`)
  return thousandths as Points
}

/**
 * a × b ÷ c, rounded to a multiple of `rounding.step`; exact at any size.
 * All three are integers, c > 0; the result is in the unit of `a × b ÷ c`.
 */
export function mulDiv(a: number, b: number, c: number, rounding: Rounding): Points {
  return divide(BigInt(a) * BigInt(b), BigInt(c), rounding)
}

/** numerator ÷ denominator in thousandths, rounded; half is taken away from zero ('half-up') or to even. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): Points {
  if (denominator <= 0n) throw new RangeError('denominator must be positive')
  const step = BigInt(rounding.step)
  const whole = denominator * step
  const negative = numerator < 0n
  const size = negative ? -numerator : numerator
  const quotient = size / whole
  const twice = (size % whole) * 2n
  const isUp =
    rounding.mode === 'half-up'
      ? twice >= whole
      : rounding.mode === 'half-even' && (twice > whole || (twice === whole && quotient % 2n === 1n))
  const rounded = Number((isUp ? quotient + 1n : quotient) * step)
  return (negative && rounded !== 0 ? -rounded : rounded) as Points
}

/** Points already in thousandths, rounded to a level's step. */
export function round(value: Points, rounding: Rounding): Points {
  if (value % rounding.step === 0) return value
  return divide(BigInt(value), 1n, rounding)
}

/** Thousandths as a decimal without trailing zeros: 200 → "0.2", 3000 → "3". */
export function formatMilli(value: number): string {
  if (value % 1000 === 0) return String(value / 1000 || 0)
  const sign = value < 0 ? '-' : ''
  const size = Math.abs(value)
  const fraction = String(size % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${sign}${Math.trunc(size / 1000)}.${fraction}`
}

/** A decimal typed by a person ("0.25", "３", "12.") as thousandths; null when it is not one or has more than 3 decimals. */
export function parseMilli(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  const match = /^(-?)(\d{1,9})(?:\.(\d{0,3}))?$/.exec(plain)
  if (match === null) return null
  const size = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'))
  return match[1] === '-' && size !== 0 ? -size : size
}
