import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { evidenceNamed } from '../../shared/domain/evidence/on-sheet'
import { admits } from '../../shared/domain/sheet/admits'
import { apply } from '../../shared/domain/sheet/apply'
import type { SheetEvent, StampedEvent } from '../../shared/domain/sheet/event'
import type { Result } from '../../shared/ipc/result'
import { sheetEventSchema } from '../../shared/schema/event-schema'
import type { Clock } from './clock'
import { diskFailure, failure } from './disk-failure'
import { keepAside } from './durable-file'
import { missingEvidence } from './evidence-store'
import { appendLines } from './journal-file'
import { stamp } from './journal-line'
import type { RubricStore } from './rubric-store'
import { EVIDENCE, type SheetRecord, stateOf } from './sheet-record'

/**
 * Stamps events and writes them, durably, all or none. 'stale' when the screen's last line is not the journal's
 * (detail: the journal's), 'event-refused' (detail: why), 'evidence-missing' when
 * the bytes that they name are not in custody, or what the disk said. Call inside `serially`.
 */
export async function appendEvents(
  sheet: SheetRecord,
  rubrics: RubricStore,
  clock: Clock,
  afterSeq: number,
  events: readonly SheetEvent[],
): Promise<Result<readonly StampedEvent[]>> {
  if (sheet.damage?.kind === 'broken-chain') return failure('journal-damaged', String(sheet.damage.line))
  if (afterSeq !== sheet.seq) return failure('stale', String(sheet.seq))
  if (sheet.isSealed) return failure('sealed')
  const parsed: SheetEvent[] = []
  for (const event of events) {
    const { success, data } = sheetEventSchema.safeParse(event)
    if (!success) return failure('bad-request', 'event')
    parsed.push(data)
  }
  try {
    const missing = await missingEvidence(join(sheet.folder, EVIDENCE), evidenceNamed(parsed))
    if (missing !== null) return failure('evidence-missing', missing)
    return await write(sheet, rubrics, stamp(clock, sheet.header.scorer.name, lastOf(sheet), parsed))
  } catch (error) {
    return diskFailure(error)
  }
}

function lastOf(sheet: SheetRecord): Pick<StampedEvent, 'seq' | 'hash'> {
  return { seq: sheet.seq, hash: sheet.head }
}

/** Writes stamped lines that follow on, after the domain has admitted each. Throws disk errors. */
export async function write(
  sheet: SheetRecord,
  rubrics: RubricStore,
  lines: readonly StampedEvent[],
): Promise<Result<readonly StampedEvent[]>> {
  const played = await stateOf(sheet, rubrics)
  if (played === null) return failure('journal-damaged', 'rubric')
  let state = played.sheet
  for (const line of lines) {
    const code = admits(played.rubric, state, line.event)
    if (code !== null) return failure('event-refused', code)
    state = apply(played.rubric, state, line)
  }
  const last = lines.at(-1)
  if (last === undefined) return { ok: true, value: lines }
  await cutTornTail(sheet)
  await appendLines(sheet.journal, lines)
  sheet.state = { rubric: played.rubric, sheet: state }
  sheet.seq = last.seq
  sheet.head = last.hash
  sheet.lastAt = last.at
  sheet.isSealed = state.sealed !== null
  return { ok: true, value: lines }
}

/** Keeps the torn end of a journal under a name of its own and cuts it off. Throws disk errors and changes nothing then. */
export async function cutTornTail(sheet: SheetRecord): Promise<void> {
  if (sheet.tail === null) return
  if (sheet.tail.length > 0) await keepAside(sheet.folder, 'journal.torn', sheet.tail)
  await truncate(sheet.journal.path, sheet.journal.length)
  sheet.tail = null
}
