import { join } from 'node:path'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { SheetHeader, StampedEvent } from '../../shared/domain/sheet/event'
import { replaySheet } from '../../shared/domain/sheet/replay'
import type { SheetState } from '../../shared/domain/sheet/state'
import type { SheetSummary } from '../../shared/ipc/contract'
import { isThere, readIfThere } from './durable-file'
import type { JournalFile } from './journal-file'
import { type JournalReading, readJournalBytes } from './journal-read'
import type { RubricStore } from './rubric-store'

/** A sheet in custody: where its journal stands. Changed only inside its own queue (`serially`). */
export interface SheetRecord {
  readonly id: string
  readonly folder: string
  readonly header: SheetHeader
  readonly journal: JournalFile
  seq: number
  head: string
  lastAt: string
  isSealed: boolean
  damage: SheetSummary['damage']
  /** Bytes behind the last good line that have to be kept aside before anything is written. */
  tail: Uint8Array | null
  /** Played from the journal when the first event is to be written. */
  state: { readonly rubric: Rubric; readonly sheet: SheetState } | null
  queue: Promise<void>
}

export const JOURNAL = 'journal.jsonl'
export const RUBRIC = 'rubric.json'
export const PACKAGE = 'package.zip'
export const REPORT = 'report.pdf'
export const EVIDENCE = 'evidence'

/** Reads a sheet's journal from disk; null when there is none or its first line can't be read. Throws disk errors. */
export async function loadSheet(folder: string, id: string): Promise<SheetRecord | null> {
  const bytes = await readIfThere(join(folder, JOURNAL))
  return bytes === null ? null : sheetRecord(folder, id, bytes, readJournalBytes(bytes))
}

function sheetRecord(
  folder: string,
  id: string,
  bytes: Uint8Array,
  reading: JournalReading,
): SheetRecord | null {
  const first = reading.lines[0]
  const last = reading.lines.at(-1)
  if (first?.event.type !== 'opened' || last === undefined || first.event.header.sheetId !== id) return null
  const { damage, goodLength } = reading
  return {
    id,
    folder,
    header: first.event.header,
    journal: { path: join(folder, JOURNAL), handle: null, length: goodLength, isDirty: false },
    seq: last.seq,
    head: last.hash,
    lastAt: last.at,
    isSealed: last.event.type === 'sealed',
    damage: damage === null ? null : { kind: damage.kind, line: damage.line },
    tail: damage === null ? null : bytes.slice(goodLength),
    state: null,
    queue: Promise.resolve(),
  }
}

/** The good lines of a sheet's journal after `afterSeq`, read from disk. */
export async function linesAfter(sheet: SheetRecord, afterSeq: number): Promise<readonly StampedEvent[]> {
  const bytes = (await readIfThere(sheet.journal.path)) ?? new Uint8Array()
  return readJournalBytes(bytes.subarray(0, sheet.journal.length)).lines.slice(afterSeq)
}

/** Runs work on a sheet after all earlier work on it, one at a time. */
export function serially<T>(sheet: SheetRecord, work: () => Promise<T>): Promise<T> {
  const run = sheet.queue.then(work)
  sheet.queue = run.then(
    () => undefined,
    () => undefined,
  )
  return run
}

/** The sheet's standard and state, played from its journal once; null when its standard is lost or it does not play. */
export async function stateOf(sheet: SheetRecord, rubrics: RubricStore): Promise<SheetRecord['state']> {
  if (sheet.state !== null) return sheet.state
  const rubric = await rubrics.find(sheet.header.round.rubricDigest, join(sheet.folder, RUBRIC))
  if (rubric === null) return null
  const replay = replaySheet(rubric, await linesAfter(sheet, 0))
  sheet.state = replay.ok ? { rubric, sheet: replay.state } : null
  return sheet.state
}

export async function summaryOf(sheet: SheetRecord): Promise<SheetSummary> {
  const { header, seq, head, lastAt, isSealed, damage } = sheet
  const hasPackage = await isThere(join(sheet.folder, PACKAGE))
  return { header, seq, head, lastAt, isSealed, hasPackage, damage }
}
