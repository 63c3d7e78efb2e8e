import { divide, type Points, points, ZERO } from '../points'
import type { Rubric } from '../rubric/rubric'
import { compareShares } from './term'

/** A part of the total: `got` of `due` thousandths, in a category of `full` that weighs `weight` basis points. */
export interface Part {
  readonly weight: number
  readonly got: number
  readonly due: number
  readonly full: Points
  /** It may yet be left out, and the total normalised over the others. */
  readonly isOptional: boolean
}

/** got ÷ due, each weighted: exact, over the same denominator. */
interface Share {
  readonly got: bigint
  readonly due: bigint
  readonly denominator: bigint
}

const NONE: Share = { got: 0n, due: 0n, denominator: 1n }

/**
 * The weighted share of the parts, of the rubric's points, and `beside` it bonuses less penalties: rounded once, as
 * totals are. Nothing of nothing is 0, no total is below it, and full marks stand whatever step they lie on: rounding
 * leads no other total past them.
 */
export function weightedTotal(rubric: Rubric, parts: readonly Part[], beside = 0): Points {
  const share = parts.reduce(join, NONE)
  const [got, due] = share.due === 0n ? [0n, 1n] : [share.got, share.due]
  const full = BigInt(rubric.points)
  const exact = got * full + BigInt(beside) * due
  if (exact <= 0n) return ZERO
  const total = divide(exact, due, rubric.rounding.total)
  if (exact === full * due) return rubric.points
  return points(exact < full * due ? Math.min(total, rubric.points) : Math.max(total, rubric.points))
}

/**
 * The parts that make the lowest total: those that must count, and of the optional ones, in order of what they
 * bring, those that lower the share. None where all may be left out.
 */
export function lowestParts<P extends Part>(parts: readonly P[]): readonly P[] {
  const chosen = parts.filter(({ isOptional }) => !isOptional)
  let share = chosen.reduce(join, NONE)
  if (share.due === 0n) return []
  const optional = parts
    .filter(({ isOptional, due }) => isOptional && due > 0)
    .sort((a, b) => compareShares(a.got, a.due, b.got, b.due))
  for (const part of optional) {
    if (BigInt(part.got) * share.due >= share.got * BigInt(part.due)) break
    chosen.push(part)
    share = join(share, part)
  }
  return chosen
}

function join({ got, due, denominator }: Share, part: Part): Share {
  const full = BigInt(part.full)
  const weight = BigInt(part.weight)
  if (denominator % full === 0n) {
    const times = weight * (denominator / full)
    return { got: got + BigInt(part.got) * times, due: due + BigInt(part.due) * times, denominator }
  }
  return {
    got: got * full + weight * BigInt(part.got) * denominator,
    due: due * full + weight * BigInt(part.due) * denominator,
    denominator: denominator * full,
  }
}
