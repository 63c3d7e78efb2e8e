import { Dexie } from 'dexie'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import type { Database, SheetCard } from './database'

/** Keeps journal lines and what they make of the sheet's card, as one durable transaction. */
export async function keepEvents(
  db: Database,
  lines: readonly StampedEvent[],
  card: SheetCard,
): Promise<void> {
  const kept = lines.map((line) => ({ ...line, sheetId: card.sheetId }))
  await db.transaction('rw', db.events, db.cards, async () => {
    // Asked for together: each answer would wait for the page to be drawn.
    await Promise.all([db.events.bulkPut(kept), db.cards.put(card)])
  })
}

/** All lines of a sheet that the browser store has, in order. */
export async function readEvents(db: Database, sheetId: string): Promise<StampedEvent[]> {
  const kept = await db.events
    .where('[sheetId+seq]')
    .between([sheetId, Dexie.minKey], [sheetId, Dexie.maxKey])
    .toArray()
  return kept.map(({ sheetId: _sheetId, ...line }) => line)
}

/** The sheets that the browser store knows. */
export async function knownSheets(db: Database): Promise<string[]> {
  return (await db.cards.toCollection().primaryKeys()) as string[]
}

/** Takes a sheet's lines away, before the journal's are put in their place. */
export async function forgetEvents(db: Database, sheetId: string): Promise<void> {
  await db.events.where('[sheetId+seq]').between([sheetId, Dexie.minKey], [sheetId, Dexie.maxKey]).delete()
}
