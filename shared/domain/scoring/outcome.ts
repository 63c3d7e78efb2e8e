import { type Points, points, ZERO } from '../points'
import type { Outcome } from '../rubric/clause'

/**
 * What outcomes of the 'gain' kind are measured against: the item's points where another outcome speaks of
 * full marks, otherwise the largest gain among them. Thousandths.
 */
export function worthOf(outcomes: readonly Outcome[], itemPoints: Points): Points {
  const gains = outcomes.flatMap((outcome) => (outcome.effect === 'gain' ? [outcome.points] : []))
  if (gains.length === 0 || outcomes.some((outcome) => outcome.effect === 'full')) return itemPoints
  return points(Math.max(...gains))
}

/** What an outcome takes from the item, thousandths; never less than nothing. */
export function lossOf(outcome: Outcome, worth: Points, itemPoints: Points): Points {
  switch (outcome.effect) {
    case 'full':
      return ZERO
    case 'zero':
      return itemPoints
    case 'deduct':
      return outcome.points
    case 'gain':
      return points(Math.max(0, worth - outcome.points))
  }
}
