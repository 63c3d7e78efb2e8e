import type { SheetEvent, StampedEvent } from '../../shared/domain/sheet/event'
import type { SheetSummary } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import type { Clock } from './clock'
import { diskFailure, failure } from './disk-failure'
import { isId } from './identifier'
import type { RubricStore } from './rubric-store'
import { appendEvents } from './sheet-append'
import { linesAfter, summaryOf } from './sheet-record'
import { chainOf, restoreLines } from './sheet-restore'
import type { SheetShelf } from './sheet-shelf'

/** What the screen asks of a sheet's journal; `appendEvents` is what every key press comes to. */
export interface SheetJournals {
  readonly listSheets: () => Promise<Result<readonly SheetSummary[]>>
  readonly readJournal: (sheetId: string, afterSeq: number) => Promise<Result<readonly StampedEvent[]>>
  readonly appendEvents: (
    sheetId: string,
    afterSeq: number,
    events: readonly SheetEvent[],
  ) => Promise<Result<readonly StampedEvent[]>>
  readonly restoreJournal: (sheetId: string, lines: readonly StampedEvent[]) => Promise<Result<SheetSummary>>
  /** How many bytes of each sheet's journal are acknowledged; sheets with a broken journal are left out. */
  readonly journalLengths: () => Readonly<Record<string, number>>
}

export function sheetJournals(shelf: SheetShelf, rubrics: RubricStore, clock: Clock): SheetJournals {
  async function restoreJournal(
    sheetId: string,
    lines: readonly StampedEvent[],
  ): Promise<Result<SheetSummary>> {
    const chain = chainOf(lines)
    if (!isId(sheetId) || chain === null) return failure('bad-request', 'chain')
    if (!shelf.known.has(sheetId)) return reopen(sheetId, chain)
    return shelf.withSheet(sheetId, async (sheet) => {
      const restored = await restoreLines(sheet, rubrics, chain)
      return restored.ok ? { ok: true, value: await summaryOf(sheet) } : restored
    })
  }

  /** A sheet whose folder is gone altogether, made again from the lines that the screen still has. */
  async function reopen(id: string, chain: readonly StampedEvent[]): Promise<Result<SheetSummary>> {
    const [first] = chain
    if (first?.seq !== 1 || first.event.type !== 'opened' || first.event.header.sheetId !== id) {
      return failure('not-found', 'sheet')
    }
    try {
      const rubric = await rubrics.find(first.event.header.round.rubricDigest)
      if (rubric === null) return failure('not-found', 'rubric')
      return await shelf.reopen(rubric, first, async (sheet) => {
        const restored = await restoreLines(sheet, rubrics, chain)
        return restored.ok ? { ok: true, value: await summaryOf(sheet) } : restored
      })
    } catch (error) {
      return diskFailure(error)
    }
  }

  return {
    listSheets: async () => {
      try {
        const summaries = await Promise.all([...shelf.known.values()].map(summaryOf))
        summaries.sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0))
        return { ok: true, value: summaries }
      } catch (error) {
        return diskFailure(error)
      }
    },
    readJournal: (id, afterSeq) =>
      shelf.withSheet(id, async (sheet) => ({ ok: true, value: await linesAfter(sheet, afterSeq) })),
    appendEvents: (id, afterSeq, events) =>
      shelf.withSheet(id, (sheet) => appendEvents(sheet, rubrics, clock, afterSeq, events)),
    restoreJournal,
    journalLengths: () => {
      const whole = [...shelf.known.values()].filter(({ damage }) => damage?.kind !== 'broken-chain')
      return Object.fromEntries(whole.map(({ id, journal }) => [id, journal.length]))
    },
  }
}
