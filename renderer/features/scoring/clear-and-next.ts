import { step } from './moving'
import type { ItemRow } from './rows'
import type { Desk } from './use-desk'

/** Nothing is wrong here, on to the next item; what has been scored already stays as it is. */
export function clearAndNext(desk: Desk, { id }: ItemRow): void {
  // Asked when its turn comes: a digit pressed just before must not be wiped out on a slow disk.
  if (!desk.isReadOnly)
    void desk.run(({ items }) =>
      (items.get(id)?.status ?? 'unchecked') === 'unchecked' ? { type: 'clear', item: id } : null,
    )
  desk.goTo(step(desk.shownItems, id, 1))
}
