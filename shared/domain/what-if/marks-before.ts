import { applyInto } from '../sheet/apply'
import { itemsChangedBy, type StampedEvent } from '../sheet/event'
import type { ItemMark } from '../sheet/mark'
import { emptySheet } from '../sheet/state'

/**
 * The last marks of each excluded item before it was left out (合理缺项), from the journal: also where they were taken
 * back first (恢复为未查). Plays the whole journal, so asked for when a person looks, not at every key.
 */
export function marksBefore(lines: readonly StampedEvent[]): ReadonlyMap<string, ItemMark> {
  const last = new Map<string, ItemMark>()
  const items = new Map<string, ItemMark>()
  let state = emptySheet()
  for (const line of lines) {
    const { event } = line
    const isTaken = event.type === 'excluded' || event.type === 'excluded-together' || event.type === 'reset'
    for (const id of isTaken ? itemsChangedBy(event) : []) {
      const mark = items.get(id)
      if (mark?.status === 'scored' || mark?.status === 'clear') last.set(id, mark)
    }
    state = applyInto(items, state, line)
  }
  return new Map([...last].filter(([id]) => state.items.get(id)?.status === 'excluded'))
}
