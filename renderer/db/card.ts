import type { Rubric } from '../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import type { SheetState } from '../../shared/domain/sheet/state'
import type { SheetCard } from './database'

/** A sheet's card from its state; null before its first event. */
export function cardOf(
  rubric: Rubric,
  state: SheetState,
  lastAt: string,
  lastItem: string,
): SheetCard | null {
  if (state.header === null) return null
  const { checked, count, low, high } = scoreSheet(rubric, state)
  return {
    sheetId: state.header.sheetId,
    roundId: state.header.round.id,
    header: state.header,
    lastAt,
    isSealed: state.sealed !== null,
    checked,
    count,
    low,
    high,
    lastItem,
  }
}
