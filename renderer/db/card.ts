import type { SheetScore } from '../../shared/domain/scoring/score'
import type { SheetState } from '../../shared/domain/sheet/state'
import type { SheetCard } from './database'

/** A sheet's card from its state and its score; null before its first event. */
export function cardOf(state: SheetState, score: SheetScore, lastAt: string): SheetCard | null {
  if (state.header === null) return null
  const { checked, count, low, high } = score
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
  }
}
