import {
  ceiling,
  count,
  divideBy,
  type Expression,
  evaluate,
  floor,
  least,
  most,
  multiply,
  number,
  rounded,
  subtract,
} from '../explain/expression'
import { divide, type Milli, type Points } from '../points'
import type { Shortfall } from '../rubric/clause-in-context'
import type { Setting } from './form'

type Steps = Pick<Shortfall, 'per' | 'pointsPerUnit' | 'partial'>

/**
 * What missing a limit by gap ÷ parts thousandths costs, before any cap: a share of a step, whole steps or started
 * ones, as the clause says. A share that does not come out even is such that what it leaves of the item is rounded as
 * items are: 5 − 0.625 is 4.38 by half up, and 4.37 cut off. May be past what an integer holds exactly; it is then past
 * every cap too.
 */
export function costOfGap(
  { per, pointsPerUnit, partial }: Steps,
  gap: number,
  { item, rounding }: Pick<Setting, 'item' | 'rounding'>,
  parts = 1,
): number {
  if (gap <= 0) return 0
  const top = BigInt(gap)
  const bottom = BigInt(per) * BigInt(parts)
  if (partial === 'exact') {
    const left = BigInt(item.points) * bottom - top * BigInt(pointsPerUnit)
    // Rounded up, what is left is never more than the item.
    return Math.max(0, item.points - divide(left, bottom, rounding))
  }
  const whole = top / bottom
  const steps = partial === 'whole-steps' || top % bottom === 0n ? whole : whole + 1n
  return Number(steps) * pointsPerUnit
}

/** How far a value is on the wrong side of a limit, thousandths; negative where it is on the right one. */
export function gapOf(direction: Shortfall['direction'], limit: Milli, value: number): number {
  return direction === 'below' ? limit - value : value - limit
}

/** `costOfGap` in figures: the steps of the gap, times what each costs; `cost` is what they come to. */
export function explainGap(
  { per, pointsPerUnit, partial }: Steps,
  gap: Expression,
  { item, rounding }: Pick<Setting, 'item' | 'rounding'>,
  cost: number,
): Expression {
  const steps = per === 1000 ? gap : divideBy(gap, number(per))
  const share = multiply(steps, number(pointsPerUnit))
  if (partial === 'exact') {
    const plain = rounded(share, rounding)
    const full = number(item.points)
    if (evaluate(plain) === cost) return plain
    const lost = subtract(full, rounded(subtract(full, share), rounding))
    return cost === 0 ? most(count(0), lost) : lost
  }
  return multiply(partial === 'whole-steps' ? floor(steps) : ceiling(steps), number(pointsPerUnit))
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
  return isCapped ? least(sum, number(cap)) : sum
}
