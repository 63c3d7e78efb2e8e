import { applyInto } from '../sheet/apply'
import type { StampedEvent } from '../sheet/event'
import { type ItemMark, type Mark, markOn } from '../sheet/mark'
import { emptySheet } from '../sheet/state'
import { findingKey, saidOf, seenIn } from './seen'

/** When each part of a mark was last entered as it is: by finding, then by what was said of it. */
export type Said = ReadonlyMap<string, ReadonlyMap<string, Pick<StampedEvent, 'at' | 'by'>>>

/**
 * Read off a journal from its first line, which must have been admitted. What an undo or a redo brings back was said
 * when it was first entered, not when it came back.
 */
export function saidAt(journal: readonly StampedEvent[]): Said {
  const said = new Map<string, Map<string, Pick<StampedEvent, 'at' | 'by'>>>()
  const items = new Map<string, ItemMark>()
  let state = emptySheet()
  for (const line of journal) {
    for (const { item, clause, mark } of marksIn(line)) {
      const before = markOn(items.get(item)?.marks ?? {}, clause)
      const was = new Set(
        before === undefined ? [] : seenIn(before).map((seen) => `${seen.place} ${saidOf(seen)}`),
      )
      for (const seen of seenIn(mark)) {
        const words = saidOf(seen)
        if (was.has(`${seen.place} ${words}`)) continue
        const key = findingKey(item, clause, seen.place)
        const known = said.get(key)
        if (known === undefined) said.set(key, new Map([[words, line]]))
        else known.set(words, line)
      }
    }
    state = applyInto(items, state, line)
  }
  return said
}

interface Made {
  readonly item: string
  readonly clause: string
  readonly mark: Mark
}

function marksIn({ event }: StampedEvent): readonly Made[] {
  if (event.type === 'marked') {
    return event.mark === null ? [] : [{ item: event.item, clause: event.clause, mark: event.mark }]
  }
  if (event.type !== 'carried') return []
  return Object.entries(event.items).flatMap(([item, { marks }]) =>
    Object.entries(marks).map(([clause, mark]) => ({ item, clause, mark })),
  )
}
