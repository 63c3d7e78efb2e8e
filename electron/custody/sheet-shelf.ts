import { join } from 'node:path'
import { evidenceNamed } from '../../shared/domain/evidence/on-sheet'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { SheetEvent, SheetHeader, StampedEvent } from '../../shared/domain/sheet/event'
import type { SheetSummary } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import type { Clock } from './clock'
import { diskFailure, failure } from './disk-failure'
import { namesIn } from './durable-file'
import { bringEvidence } from './evidence-store'
import { isId } from './identifier'
import { closeJournal } from './journal-file'
import { FIRST_PREV, stamp } from './journal-line'
import { cutTornTail } from './sheet-append'
import { type Bring, createSheetFolder } from './sheet-create'
import { EVIDENCE, loadSheet, type SheetRecord, serially, summaryOf } from './sheet-record'

/** The sheets of the custody folder that are known, and the one way to each. */
export interface SheetShelf {
  readonly known: ReadonlyMap<string, SheetRecord>
  /** Undefined also for what is no id. */
  readonly find: (id: string) => SheetRecord | undefined
  /** Work on a sheet, after all earlier work on it; what the disk says becomes a failure. */
  readonly withSheet: <T>(id: string, work: (sheet: SheetRecord) => Promise<Result<T>>) => Promise<Result<T>>
  /** A new sheet from its first events, with the evidence of the sheet that it comes from. Throws disk errors. */
  readonly open: (rubric: Rubric, events: readonly SheetEvent[], from?: SheetRecord) => Promise<SheetSummary>
  /** A sheet whose folder is gone, made again with its first line; `fill` has it before anyone else. Throws disk errors. */
  readonly reopen: <T>(
    rubric: Rubric,
    first: StampedEvent,
    fill: (sheet: SheetRecord) => Promise<T>,
  ) => Promise<T>
  /** Takes in sheets that came into the folder since. Throws disk errors. */
  readonly lookAgain: () => Promise<void>
  /** Waits for what is being written and closes all files. */
  readonly close: () => Promise<void>
}

/** Reads every sheet's journal; a torn last line is put aside. Throws disk errors of reading. */
export async function openSheetShelf(folder: string, clock: Clock): Promise<SheetShelf> {
  const known = await loadSheets(folder, new Map())

  function find(id: string): SheetRecord | undefined {
    return isId(id) ? known.get(id) : undefined
  }

  async function withSheet<T>(
    id: string,
    work: (sheet: SheetRecord) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const sheet = find(id)
    if (sheet === undefined) return failure('not-found', 'sheet')
    return serially(sheet, async () => {
      try {
        return await work(sheet)
      } catch (error) {
        return diskFailure(error)
      }
    })
  }

  async function open(
    rubric: Rubric,
    events: readonly SheetEvent[],
    from?: SheetRecord,
  ): Promise<SheetSummary> {
    const { sheetId, scorer } = headerOf(events)
    const lines = stamp(clock, scorer.name, { seq: 0, hash: FIRST_PREV }, events)
    const digests = evidenceNamed(events).map(({ sha256 }) => sha256)
    const bring: Bring = async (to) => {
      if (from !== undefined) await bringEvidence(join(from.folder, EVIDENCE), to, digests)
    }
    const sheet = await createSheetFolder(folder, sheetId, rubric, lines, bring)
    known.set(sheet.id, sheet)
    return summaryOf(sheet)
  }

  async function reopen<T>(
    rubric: Rubric,
    first: StampedEvent,
    fill: (sheet: SheetRecord) => Promise<T>,
  ): Promise<T> {
    const { sheetId } = headerOf([first.event])
    const sheet = await createSheetFolder(folder, sheetId, rubric, [first])
    const filled = await fill(sheet)
    known.set(sheet.id, sheet)
    return filled
  }

  async function lookAgain(): Promise<void> {
    for (const [id, sheet] of await loadSheets(folder, known)) known.set(id, sheet)
  }

  async function close(): Promise<void> {
    for (const sheet of known.values()) await serially(sheet, () => closeJournal(sheet.journal))
  }

  return { known, find, withSheet, open, reopen, lookAgain, close }
}

function headerOf(events: readonly SheetEvent[]): SheetHeader {
  const first = events[0]
  if (first?.type !== 'opened') throw new Error('a sheet begins with its header')
  return first.header
}

/** The sheets in the folder besides those that are known. */
async function loadSheets(
  folder: string,
  known: ReadonlyMap<string, SheetRecord>,
): Promise<Map<string, SheetRecord>> {
  const sheets = new Map<string, SheetRecord>()
  for (const id of (await namesIn(folder)).filter((name) => isId(name) && !known.has(name))) {
    const sheet = await loadSheet(join(folder, id), id)
    if (sheet === null) continue
    sheets.set(id, sheet)
    if (sheet.damage?.kind === 'torn-tail') await cutWherePossible(sheet)
  }
  return sheets
}

/** A disk that takes nothing now is no reason not to open: the first append cuts before it writes. */
async function cutWherePossible(sheet: SheetRecord): Promise<void> {
  try {
    await cutTornTail(sheet)
  } catch (error) {
    diskFailure(error)
  }
}
