import type { StampedEvent } from '../sheet/event'
import type { SameAs } from '../sheet/mark'
import type { SheetState } from '../sheet/state'
import { lineOf, saidAt } from './said-at'
import { type Seen, seenIn } from './seen'

/**
 * What was entered last and still stands, on any clause but this one, and says where or what (同上); null where nothing
 * does.
 */
export function lastFinding(
  { items }: Pick<SheetState, 'items'>,
  journal: readonly StampedEvent[],
  but: SameAs,
): Pick<Seen, 'place' | 'note'> | null {
  const said = saidAt(journal)
  let last: { readonly seq: number; readonly seen: Seen } | null = null
  for (const [item, { marks }] of items) {
    for (const [clause, mark] of Object.entries(marks)) {
      if (item === but.item && clause === but.clause) continue
      for (const seen of seenIn(mark)) {
        if (seen.place === null && seen.note === '') continue
        const seq = lineOf(said, item, clause, seen)?.seq ?? 0
        if (last === null || seq >= last.seq) last = { seq, seen }
      }
    }
  }
  return last === null ? null : { place: last.seen.place, note: last.seen.note }
}
