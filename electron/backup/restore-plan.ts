import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  BackupContents,
  BackupSheet,
  RestorePlan,
  RestoreSheet,
  SheetFate,
} from '../../shared/ipc/backup'
import { isMissing } from '../custody/disk-failure'
import { readIfThere } from '../custody/durable-file'
import { type JournalReading, readJournalBytes } from '../custody/journal-read'
import { JOURNAL } from '../custody/sheet-record'
import { isWrong, partsOf } from './contents'
import type { Stage } from './stage'
import { piecesOf } from './workspace-files'

/** What is done when the person agrees: everything in it only ever adds. */
export interface Decision {
  /** Paths below custody that go from the stage to their place: files, and whole sheets. */
  readonly moves: readonly string[]
  /** Sheets whose journal is given the lines that it lacks. */
  readonly longer: readonly string[]
}

/**
 * Holds what was unpacked (`paths`) against the workspace. Nothing is ever overwritten: what is here and the same
 * stays, what differs is named and left. Throws disk errors.
 */
export async function planRestore(
  custodyFolder: string,
  stage: Stage,
  contents: BackupContents,
  paths: readonly string[],
): Promise<{ readonly plan: RestorePlan; readonly decision: Decision }> {
  const moves: string[] = []
  const left: string[] = []
  let same = 0
  for (const path of paths.filter((one) => partsOf(one) === null)) {
    const there = await compare(custodyFolder, stage, path)
    if (there === 'absent') moves.push(path)
    else if (there === 'same') same += 1
    else left.push(path)
  }
  const added = moves.length
  const sheets: RestoreSheet[] = []
  const longer: string[] = []
  for (const sheet of contents.sheets) {
    const below = paths.filter((path) => partsOf(path)?.id === sheet.sheetId)
    const { fate, lines, fills, kept } = await planSheet(custodyFolder, stage, sheet, below)
    const isWhole = fills.length === 1 && fills[0] === `sheets/${sheet.sheetId}`
    sheets.push({ sheet, fate, lines, filled: isWhole ? 0 : fills.length })
    moves.push(...fills)
    left.push(...kept)
    if (fate === 'longer') longer.push(sheet.sheetId)
  }
  const plan = { restoreId: stage.id, contents, sheets, added, same, left }
  return { plan, decision: { moves, longer } }
}

interface SheetPlan {
  readonly fate: SheetFate
  readonly lines: number
  /** What is moved into its place. */
  readonly fills: readonly string[]
  /** What is here otherwise and stays. */
  readonly kept: readonly string[]
}

async function planSheet(
  custodyFolder: string,
  stage: Stage,
  sheet: BackupSheet,
  paths: readonly string[],
): Promise<SheetPlan> {
  const folder = `sheets/${sheet.sheetId}`
  const readable: SheetFate = sheet.header === null ? 'unreadable' : 'new'
  if ((await sizeOf(join(custodyFolder, folder))) === null)
    return { fate: readable, lines: sheet.seq, fills: [folder], kept: [] }
  const journal = `${folder}/${JOURNAL}`
  const here = await readIfThere(join(custodyFolder, journal))
  const { fate, lines } =
    here === null || sheet.header === null
      ? { fate: readable, lines: sheet.seq }
      : journalFate(here, (await readIfThere(join(stage.files, journal))) ?? Buffer.alloc(0))
  if (fate === 'differs' || fate === 'unreadable') return { fate, lines: 0, fills: [], kept: [folder] }
  const fills: string[] = []
  const kept: string[] = []
  // The journal comes last: it names what has to be there before.
  for (const path of paths.filter((one) => one !== journal)) {
    const there = await compare(custodyFolder, stage, path)
    if (there === 'absent' || there === 'broken') fills.push(path)
    else if (there === 'differs') kept.push(path)
  }
  if (here === null) fills.push(journal)
  return { fate, lines, fills, kept }
}

function journalFate(here: Buffer, staged: Buffer): { fate: SheetFate; lines: number } {
  const [mine, theirs] = [goodPart(here), goodPart(staged)]
  const common = Math.min(mine.bytes.length, theirs.bytes.length)
  if (!mine.bytes.subarray(0, common).equals(theirs.bytes.subarray(0, common)))
    return { fate: 'differs', lines: 0 }
  const lines = theirs.reading.lines.length - mine.reading.lines.length
  return lines === 0
    ? { fate: 'same', lines }
    : { fate: lines > 0 ? 'longer' : 'shorter', lines: Math.max(0, lines) }
}

function goodPart(bytes: Buffer): { readonly bytes: Buffer; readonly reading: JournalReading } {
  const reading = readJournalBytes(bytes)
  return { bytes: bytes.subarray(0, reading.goodLength), reading }
}

/** A staged file against the one in its place; 'broken': what is here is not the bytes that its own name promises. */
async function compare(
  custodyFolder: string,
  stage: Stage,
  path: string,
): Promise<'absent' | 'same' | 'differs' | 'broken'> {
  const here = join(custodyFolder, path)
  const size = await sizeOf(here)
  if (size === null) return 'absent'
  const mine = await digestOfFile(here, size)
  if (isWrong(path, mine)) return 'broken'
  const staged = join(stage.files, path)
  return mine === (await digestOfFile(staged, (await sizeOf(staged)) ?? 0)) ? 'same' : 'differs'
}

/** SHA-256 of a file's bytes, lower-case hex. */
export async function digestOfFile(path: string, size: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(path, size)) hash.update(piece)
  return hash.digest('hex')
}

/** Length of what is there, folders included; null where nothing is. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
