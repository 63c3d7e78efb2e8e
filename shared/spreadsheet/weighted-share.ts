import { divide, type Points, type Rounding, ZERO } from '../domain/points'
import type { Rubric } from '../domain/rubric/rubric'
import type { CategoryScore } from '../domain/scoring/score'

const THOUSANDTH: Rounding = { mode: 'half-up', step: 1 as Points }

/** What one category brings to the total: score ÷ full × its share of the weights that count; to the thousandth. */
export function weightedShare(
  rubric: Rubric,
  categories: readonly CategoryScore[],
  category: CategoryScore,
  side: 'low' | 'high',
): Points {
  if (!counts(category)) return ZERO
  const numerator = BigInt(rubric.points) * BigInt(category.weight) * BigInt(category[side])
  return divide(numerator, BigInt(category.full) * weightsThatCount(categories), THOUSANDTH)
}

function counts(category: CategoryScore): boolean {
  return !category.isLeftOut && category.full > 0
}

function weightsThatCount(categories: readonly CategoryScore[]): bigint {
  return categories.filter(counts).reduce((sum, { weight }) => sum + BigInt(weight), 0n)
}
