import { Dexie, type EntityTable, type Table } from 'dexie'
import type { SheetHeader, StampedEvent } from '../../shared/domain/sheet/event'

/** One journal line in the browser store. */
export interface KeptEvent extends StampedEvent {
  readonly sheetId: string
}

/** What the home screen says of a sheet: projected from its events with every change. Points in thousandths. */
export interface SheetCard {
  readonly sheetId: string
  readonly roundId: string
  readonly header: SheetHeader
  readonly lastAt: string
  readonly isSealed: boolean
  readonly checked: number
  readonly count: number
  readonly low: number
  readonly high: number
}

export type Database = Dexie & {
  readonly events: Table<KeptEvent, [string, number]>
  readonly cards: EntityTable<SheetCard, 'sheetId'>
}

/**
 * The browser's copy of the journals, and what is projected from it. The journal in custody is the record; either
 * rebuilds the other. Versions are only ever added.
 */
export function openDatabase(name = 'scorebench'): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ events: '[sheetId+seq]', cards: 'sheetId, roundId, lastAt' })
  return database as Database
}

export const database = openDatabase()
