import { type Points, points } from '../points'
import type { Overflow } from '../rubric/clause-in-context'
import type { Item } from '../rubric/rubric'

/** The most that an item's clauses can take: its points, and what a clause lets go on beyond them (form 12). */
export function limitOf(item: Item): Points {
  return points(item.points + overflowOf(item, 'continue'))
}

/** What is taken besides once the item's points are gone (扣满后追加扣): nothing before. */
export function beyondOf(item: Item, lost: number): number {
  return lost >= item.points && item.points > 0 ? overflowOf(item, 'add') : 0
}

/** The lowest that an item can stand at: nothing, or what is taken beyond it, below. */
export function floorOf(item: Item): number {
  return -(overflowOf(item, 'continue') + overflowOf(item, 'add'))
}

function overflowOf({ clauses }: Item, mode: Overflow['mode']): number {
  let sum = 0
  for (const clause of clauses) if (clause.form === 'overflow' && clause.mode === mode) sum += clause.points
  return sum
}
