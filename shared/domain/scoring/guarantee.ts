import type { Guarantee, Item, Rubric } from '../rubric/rubric'
import type { ItemScore } from './score'
import { scoreItem } from './score-item'

/** Where an item stands in the tallies of a sheet. */
interface Seat {
  readonly item: Item
  readonly score: ItemScore
}

/** Whether a guarantee (保证项) is broken whatever comes, and whether it may still be. */
export interface Standing {
  readonly isBroken: boolean
  readonly mayBreak: boolean
}

/**
 * Form 15, 保证项: broken where any of its items is at zero, or all of them together are under a number. An item
 * that does not apply (合理缺项) is no failure: it is not at zero, and counts in full.
 */
export function guaranteeStanding(
  rubric: Rubric,
  { items, anyAtZero, below }: Guarantee,
  seatOf: (id: string) => Seat | undefined,
): Standing {
  const seats = items.flatMap((id) => seatOf(id) ?? [])
  const broken = (kept: (seat: Seat) => number) => {
    const each = seats.map((seat) => (seat.score.status === 'excluded' ? seat.item.points : kept(seat)))
    const together = each.reduce((sum, one) => sum + one, 0)
    return (anyAtZero && each.some((one) => one <= 0)) || (below !== undefined && together < below)
  }
  return {
    isBroken: broken(({ score }) => score.high),
    mayBreak: broken((seat) => worstOf(rubric, seat)),
  }
}

/** What an item can fall to by what is found, not by being left out. */
function worstOf(rubric: Rubric, { item, score }: Seat): number {
  if (score.status !== 'unchecked' || item.exclusion !== 'leave-out') return score.low
  return scoreItem(rubric, { ...item, exclusion: 'not-allowed' }).low
}
