import type { CarriedItem, SheetEvent, SheetHeader } from '../../shared/domain/sheet/event'
import type { SheetState } from '../../shared/domain/sheet/state'

/**
 * The first events of a sealed sheet's numbered successor: opened, the items carried as they stood, and the notes on
 * items that were still unchecked.
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
  const notes: SheetEvent[] = []
  for (const [id, { status, marks, note, reason: why }] of state.items) {
    if (status !== 'unchecked') items[id] = { status, marks, note, reason: why }
    else if (note !== '') notes.push({ type: 'noted', item: id, note })
  }
  return [
    { type: 'opened', header: { ...header, sheetId, correction } },
    { type: 'carried', items },
    ...notes,
  ]
}
