import { divide, type Points, points, ZERO } from '../points'
import type { Rubric } from '../rubric/rubric'

/** A category's part in the total: `got` of `full` thousandths, weighing `weight` basis points. */
export interface Part {
  readonly weight: number
  readonly got: Points
  readonly full: Points
  /** It may yet be left out (every item excluded), and the total normalised over the others. */
  readonly isOptional: boolean
}

/** numerator ÷ (denominator × weights) is the share of full marks: exact. */
interface Share {
  readonly numerator: bigint
  readonly denominator: bigint
  readonly weights: bigint
}

const NONE: Share = { numerator: 0n, denominator: 1n, weights: 0n }

/** The weighted share of the parts, of the rubric's points, rounded as totals are; nothing of nothing is 0. */
export function weightedTotal(rubric: Rubric, parts: readonly Part[]): Points {
  const { numerator, denominator, weights } = parts.reduce(join, NONE)
  if (weights === 0n) return ZERO
  const whole = denominator * weights
  if (numerator === whole) return rubric.points
  const total = divide(numerator * BigInt(rubric.points), whole, rubric.rounding.total)
  return points(Math.min(total, rubric.points))
}

/**
 * The parts that make the lowest total: those that must count, and of the optional ones, in order of what they
 * bring, those that lower the share. None where all may be left out.
 */
export function lowestParts(parts: readonly Part[]): readonly Part[] {
  if (parts.every(({ isOptional }) => isOptional)) return []
  const chosen = parts.filter(({ isOptional }) => !isOptional)
  let share = chosen.reduce(join, NONE)
  const optional = parts.filter(({ isOptional }) => isOptional).sort(byShare)
  for (const part of optional) {
    if (BigInt(part.got) * share.denominator * share.weights >= share.numerator * BigInt(part.full)) break
    chosen.push(part)
    share = join(share, part)
  }
  return chosen
}

function join(share: Share, { weight, got, full }: Part): Share {
  const size = BigInt(full)
  return {
    numerator: share.numerator * size + BigInt(weight) * BigInt(got) * share.denominator,
    denominator: share.denominator * size,
    weights: share.weights + BigInt(weight),
  }
}

function byShare(a: Part, b: Part): number {
  const difference = BigInt(a.got) * BigInt(b.full) - BigInt(b.got) * BigInt(a.full)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
