import type { Rubric } from '../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { replaySheet } from '../../shared/domain/sheet/replay'
import type { DesktopApi, SheetSummary } from '../../shared/ipc/contract'
import type { FailureCode, Result } from '../../shared/ipc/result'
import { cardOf } from './card'
import type { Database } from './database'
import { forgetEvents, keepEvents, knownSheets, readEvents } from './events'

/** What was put right between the journal and the browser store, for the person to read. */
export interface Repair {
  readonly sheetId: string
  readonly kind:
    | 'browser-store-rebuilt'
    | 'journal-restored'
    | 'torn-tail-cut'
    | 'not-restored'
    | 'journal-broken'
  /** How many lines; of 'journal-broken' the number of the line that is damaged. */
  readonly lines: number
  readonly code?: FailureCode
}

/**
 * Makes the two copies of every sheet agree: lines that only the journal has go into the browser store, lines
 * that only the browser store has go back into the journal (their hashes must chain on; main checks).
 */
export async function synchronise(db: Database, api: DesktopApi): Promise<Result<readonly Repair[]>> {
  const listed = await api.listSheets()
  if (!listed.ok) return listed
  const inCustody = new Map(listed.value.map((sheet) => [sheet.header.sheetId, sheet]))
  const repairs: Repair[] = []
  for (const sheetId of new Set([...inCustody.keys(), ...(await knownSheets(db))])) {
    const repair = await synchroniseOne(db, api, sheetId, inCustody.get(sheetId))
    if (repair !== null) repairs.push(repair)
  }
  return { ok: true, value: repairs }
}

async function synchroniseOne(
  db: Database,
  api: DesktopApi,
  sheetId: string,
  sheet: SheetSummary | undefined,
): Promise<Repair | null> {
  const kept = await readEvents(db, sheetId)
  const last = kept.at(-1)
  if (sheet !== undefined && sheet.damage === null && last?.hash === sheet.head) return null
  const isAhead = last !== undefined && kept[(sheet?.seq ?? 0) - 1]?.hash === (sheet?.head ?? undefined)
  if (kept.length > (sheet?.seq ?? 0) && (sheet === undefined || isAhead || sheet.seq === 0)) {
    const restored = await api.restoreJournal(sheetId, kept)
    const lines = kept.length - (sheet?.seq ?? 0)
    return restored.ok
      ? { sheetId, kind: 'journal-restored', lines }
      : { sheetId, kind: 'not-restored', lines, code: restored.code }
  }
  if (sheet === undefined) return null
  if (sheet.damage?.kind === 'broken-chain' && kept.length > 0) return brokenAt(sheetId, sheet.damage.line)
  const rebuilt = await rebuild(db, api, sheet, kept)
  if (!rebuilt.ok) return { sheetId, kind: 'not-restored', lines: sheet.seq, code: rebuilt.code }
  if (sheet.damage?.kind === 'broken-chain') return brokenAt(sheetId, sheet.damage.line)
  if (sheet.damage?.kind === 'torn-tail') return { sheetId, kind: 'torn-tail-cut', lines: 1 }
  return kept.length === 0 && sheet.seq > 0
    ? { sheetId, kind: 'browser-store-rebuilt', lines: sheet.seq }
    : null
}

/** No copy has the damaged line: what the browser store still holds of the sheet is left as it is. */
function brokenAt(sheetId: string, line: number): Repair {
  return { sheetId, kind: 'journal-broken', lines: line }
}

/** The browser store's lines of one sheet, from the journal. */
async function rebuild(
  db: Database,
  api: DesktopApi,
  sheet: SheetSummary,
  kept: readonly StampedEvent[],
): Promise<Result<null>> {
  const { sheetId, round } = sheet.header
  const rubric = await api.readRubric(round.rubricDigest)
  if (!rubric.ok) return rubric
  const journal = await api.readJournal(sheetId, 0)
  if (!journal.ok) return journal
  if (kept.some((line, at) => journal.value[at]?.hash !== line.hash)) await forgetEvents(db, sheetId)
  await project(db, rubric.value, journal.value)
  return { ok: true, value: null }
}

async function project(db: Database, rubric: Rubric, lines: readonly StampedEvent[]): Promise<void> {
  const replay = replaySheet(rubric, lines)
  if (!replay.ok) throw new Error(`the journal is not admitted at line ${replay.line}: ${replay.code}`)
  const card = cardOf(replay.state, scoreSheet(rubric, replay.state), lines.at(-1)?.at ?? '')
  if (card !== null) await keepEvents(db, lines, card)
}
