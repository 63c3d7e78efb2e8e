import { type Points, points } from '../points'
import type { Rubric } from '../rubric/rubric'
import type { SheetState } from '../sheet/state'
import { gradeOf, worstGrade } from './grade'
import type { SheetScore } from './score'
import { type Tally, tallyOf } from './tally'
import { lowestParts, type Part, weightedTotal } from './weighted-total'

/**
 * The score of a whole sheet, in the order of arithmetic: clauses, item, exclusions, category, weights,
 * bonus and penalty, veto and grade. Thousandths throughout; one item is computed anew per changed mark.
 */
export function scoreSheet(rubric: Rubric, state: Pick<SheetState, 'items'>): SheetScore {
  const tallies = rubric.categories.map((category) => tallyOf(rubric, category, state))
  const counting = tallies.filter(({ score }) => score.full > 0)
  // One that is left out comes back, with nothing, where an unchecked item may still veto it.
  const lows = counting.filter(({ score, couldBeVetoed }) => !score.isLeftOut || couldBeVetoed)
  const highs = counting.filter(({ score }) => !score.isLeftOut)
  const bonus = capped(tallies, 'bonus', rubric.bonusCap)
  const penalty = capped(tallies, 'penalty', rubric.penaltyCap)
  const weightedLow = weightedTotal(rubric, lowestParts(lows.map(partOf('low'))))
  const weightedHigh = weightedTotal(rubric, highs.map(partOf('high')))
  const low = points(Math.max(0, weightedLow + bonus.now - penalty.most))
  const high = points(Math.max(0, weightedHigh + bonus.most - penalty.now))
  const graded = (score: Points, vetoes: readonly string[]) =>
    worstGrade(rubric, [gradeOf(rubric, score, rubric.points), ...vetoes])
  return {
    full: rubric.points,
    low,
    high,
    gradeLow: graded(
      low,
      tallies.flatMap(({ threatened }) => threatened),
    ),
    gradeHigh: graded(
      high,
      tallies.flatMap(({ imposed }) => imposed),
    ),
    weightedLow,
    weightedHigh,
    bonus: bonus.now,
    penalty: penalty.now,
    vetoedBy: tallies.flatMap(({ vetoedBy }) => vetoedBy),
    checked: tallies.reduce((sum, { score }) => sum + score.checked, 0),
    count: tallies.reduce((sum, { score }) => sum + score.count, 0),
    categories: tallies.map(({ score }) => score),
    items: tallies.flatMap(({ items }) => items),
  }
}

function partOf(side: 'low' | 'high'): (tally: Tally) => Part {
  return ({ score, isOptional }) => ({ weight: score.weight, full: score.full, got: score[side], isOptional })
}

/** Bonuses or penalties of all categories under the rubric's cap: in force, and with what is still open. */
function capped(tallies: readonly Tally[], key: 'bonus' | 'penalty', cap: Points) {
  const sum = (when: 'now' | 'most') =>
    points(
      Math.min(
        cap,
        tallies.reduce((all, tally) => all + tally[key][when], 0),
      ),
    )
  return { now: sum('now'), most: sum('most') }
}
