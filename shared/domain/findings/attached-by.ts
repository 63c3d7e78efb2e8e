import type { SheetEvent, StampedEvent } from '../sheet/event'

/** Who attached a piece of evidence to an item, and when (ISO 8601, UTC). */
export type AttachedBy = Pick<StampedEvent, 'at' | 'by'>

/** By `attachedKey`: where it was attached more than once, the last time. */
export function attachedBy(journal: readonly StampedEvent[]): ReadonlyMap<string, AttachedBy> {
  const found = new Map<string, AttachedBy>()
  for (const { event, at, by } of journal) for (const key of attachedIn(event)) found.set(key, { at, by })
  return found
}

/** Names a piece of evidence on an item. */
export function attachedKey(item: string, sha256: string): string {
  return `${item}/${sha256}`
}

function attachedIn(event: SheetEvent): readonly string[] {
  if (event.type === 'attached') return event.evidence.map(({ sha256 }) => attachedKey(event.item, sha256))
  if (event.type !== 'carried') return []
  return Object.entries(event.items).flatMap(([item, { evidence = [] }]) =>
    evidence.map(({ sha256 }) => attachedKey(item, sha256)),
  )
}
