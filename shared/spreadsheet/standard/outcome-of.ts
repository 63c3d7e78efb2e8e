import { points, ZERO } from '../../domain/points'
import type { Outcome } from '../../domain/rubric/clause'
import type { ReadResult } from '../wording/read-clause'
import { type ClauseSetting, stakeOf } from './worded'

const WHOLE_ITEM = /[本该此]项[^，。；;]{0,6}(?:不得分|不计分|[零0]分)|扣完本项|本项[^，。；;]{0,4}全扣/

/**
 * What each result does to its item. Where points are won, 不得分 wins none of them; where only this part of the item
 * is at stake, 'full' and 'zero' are of the part.
 */
export function outcomesOf(
  results: readonly ReadResult[],
  setting: ClauseSetting,
  text: string,
): readonly Outcome[] {
  const stake = stakeOf(setting)
  const isPart = setting.part !== null && setting.part !== setting.points
  const gains = results.flatMap((result) => (result.effect === 'gain' ? [result.points] : []))
  const isWon = gains.length > 0
  const isAllWon = gains.some((gain) => gain >= stake) || results.some(({ effect }) => effect === 'full')
  const of = (result: ReadResult): Outcome => {
    switch (result.effect) {
      case 'gain':
      case 'deduct':
        return { effect: result.effect, points: result.points }
      case 'full':
        return isPart && isWon ? { effect: 'gain', points: stake } : { effect: 'full' }
      case 'none':
        return isWon ? { effect: 'deduct', points: ZERO } : { effect: 'full' }
      case 'zero': {
        if (isWon && (isPart || (!isAllWon && !WHOLE_ITEM.test(text))))
          return { effect: 'gain', points: ZERO }
        return isPart ? { effect: 'deduct', points: stake } : { effect: 'zero' }
      }
    }
  }
  return results.map(of)
}

/** How much an outcome costs against the best of its list, for comparing; thousandths. */
export function costOf(outcome: Outcome, setting: ClauseSetting): number {
  const stake = stakeOf(setting)
  if (outcome.effect === 'gain') return stake - outcome.points
  return outcome.effect === 'deduct' ? outcome.points : points(outcome.effect === 'zero' ? stake : 0)
}
