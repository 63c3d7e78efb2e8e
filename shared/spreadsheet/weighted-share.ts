import { divide, type Points, type Rounding, ZERO } from '../domain/points'
import type { Rubric } from '../domain/rubric/rubric'
import type { CategoryScore } from '../domain/scoring/score'
import { weightIn } from '../domain/scoring/total-parts'

const THOUSANDTH: Rounding = { mode: 'half-up', step: 1 as Points }

/** What one category brings to the total: score ÷ full × its share of the weights that count; to the thousandth. */
export function weightedShare(
  rubric: Rubric,
  categories: readonly CategoryScore[],
  category: CategoryScore,
  side: 'low' | 'high',
): Points {
  if (!counts(category)) return ZERO
  const numerator = BigInt(rubric.points) * BigInt(weightIn(rubric, category)) * BigInt(category[side])
  return divide(numerator, BigInt(category.full) * weightsThatCount(rubric, categories), THOUSANDTH)
}

function counts(category: CategoryScore): boolean {
  return !category.isLeftOut && category.full > 0
}

function weightsThatCount(rubric: Rubric, categories: readonly CategoryScore[]): bigint {
  return categories.filter(counts).reduce((sum, category) => sum + BigInt(weightIn(rubric, category)), 0n)
}
