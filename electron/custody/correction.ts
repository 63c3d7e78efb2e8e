import { attachedAgain } from '../../shared/domain/evidence/on-sheet'
import {
  type CarriedItem,
  carriedOf,
  opening,
  type SheetEvent,
  type SheetHeader,
} from '../../shared/domain/sheet/event'
import type { SheetState } from '../../shared/domain/sheet/state'

/**
 * The first events of a sealed sheet's numbered successor: opened, the items carried as they stood, and notes and
 * evidence on items that were still unchecked.
 */
export function correctionEvents(
  sheetId: string,
  header: SheetHeader,
  state: SheetState,
  reason: string,
): readonly SheetEvent[] {
  const correction = {
    no: (header.correction?.no ?? 0) + 1,
    sheetId: header.sheetId,
    head: state.head,
    reason,
  }
  const items: Record<string, CarriedItem> = {}
  const onUnchecked: SheetEvent[] = []
  for (const [id, mark] of state.items) {
    const carried = carriedOf(mark)
    if (carried !== null) items[id] = carried
    else {
      if (mark.note !== '') onUnchecked.push({ type: 'noted', item: id, note: mark.note })
      onUnchecked.push(...attachedAgain(id, mark.evidence ?? []))
    }
  }
  return [
    opening({ ...header, sheetId, correction }, state.places),
    { type: 'carried', items },
    ...onUnchecked,
  ]
}
