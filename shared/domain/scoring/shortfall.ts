import {
  ceiling,
  count,
  divideBy,
  type Expression,
  floor,
  most,
  multiply,
  number,
  rounded,
  subtract,
} from '../explain/expression'
import { divide, type Milli, type Points, type Rounding } from '../points'
import type { Shortfall } from '../rubric/clause-in-context'

type Steps = Pick<Shortfall, 'per' | 'pointsPerUnit' | 'partial'>

/**
 * What missing a limit by gap ÷ parts thousandths costs, before any cap: a share of a step, whole steps or started
 * ones, as the clause says. May be past what an integer holds exactly; it is then past every cap too.
 */
export function costOfGap(
  { per, pointsPerUnit, partial }: Steps,
  gap: number,
  rounding: Rounding,
  parts = 1,
): number {
  if (gap <= 0) return 0
  const top = BigInt(gap)
  const bottom = BigInt(per) * BigInt(parts)
  if (partial === 'exact') return divide(top * BigInt(pointsPerUnit), bottom, rounding)
  const whole = top / bottom
  const steps = partial === 'whole-steps' || top % bottom === 0n ? whole : whole + 1n
  return Number(steps) * pointsPerUnit
}

/** How far a value is on the wrong side of a limit, thousandths; negative where it is on the right one. */
export function gapOf(direction: Shortfall['direction'], limit: Milli, value: number): number {
  return direction === 'below' ? limit - value : value - limit
}

/** `costOfGap` in figures: the steps of the gap, times what each costs. */
export function explainGap(
  { per, pointsPerUnit, partial }: Steps,
  gap: Expression,
  rounding: Rounding,
): Expression {
  const steps = per === 1000 ? gap : divideBy(gap, number(per))
  const each = number(pointsPerUnit)
  if (partial === 'exact') return rounded(multiply(steps, each), rounding)
  return multiply(partial === 'whole-steps' ? floor(steps) : ceiling(steps), each)
}

/** max(0, limit − value), or the other way round. */
export function explainDistance(
  direction: Shortfall['direction'],
  limit: Expression,
  value: Expression,
): Expression {
  const [a, b] = direction === 'below' ? [limit, value] : [value, limit]
  return most(count(0), subtract(a, b))
}

/** min(sum, cap) where the cap bites. */
export function underCap(sum: Expression, cap: Points, isCapped: boolean): Expression {
  return isCapped ? { op: 'min', of: [sum, number(cap)] } : sum
}
