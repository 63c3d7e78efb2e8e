import { readFile } from 'node:fs/promises'
import { admits } from '../../shared/domain/sheet/admits'
import { apply } from '../../shared/domain/sheet/apply'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import type { Result } from '../../shared/ipc/result'
import { stampedEventSchema } from '../../shared/schema/event-schema'
import { diskFailure, failure } from './disk-failure'
import { keepAside, replaceFile } from './durable-file'
import { closeJournal } from './journal-file'
import { FIRST_PREV, lineText, linkFault } from './journal-line'
import type { RubricStore } from './rubric-store'
import { cutTornTail, write } from './sheet-append'
import { linesAfter, type SheetRecord, stateOf } from './sheet-record'

/** Lines given back from outside: well-formed, each hash right, each on the one before. Null when they are not. */
export function chainOf(lines: readonly StampedEvent[]): readonly StampedEvent[] | null {
  let last: Pick<StampedEvent, 'seq' | 'hash'> | null = null
  const chain: StampedEvent[] = []
  for (const line of lines) {
    const { success, data } = stampedEventSchema.safeParse(line)
    if (!success) return null
    if (linkFault(data, last ?? { seq: data.seq - 1, hash: data.prev }) !== null) return null
    chain.push(data)
    last = data
  }
  const first = chain[0]
  return first !== undefined && (first.seq > 1 || first.prev === FIRST_PREV) ? chain : null
}

/**
 * Gives a journal back what it lost. The lines must reach the last good line or beyond and agree with every good
 * line: they can lengthen the journal, never rewrite it. A damaged file is kept aside. Call inside `serially`.
 */
export async function restoreLines(
  sheet: SheetRecord,
  rubrics: RubricStore,
  chain: readonly StampedEvent[],
): Promise<Result<null>> {
  try {
    const good = await linesAfter(sheet, 0)
    const fault = disagreement(good, chain)
    if (fault !== null) return failure('bad-request', fault)
    const added = chain.filter((line) => line.seq > sheet.seq)
    if (sheet.damage?.kind === 'broken-chain') return await replaceBroken(sheet, rubrics, good, added)
    await cutTornTail(sheet)
    const written = await write(sheet, rubrics, added)
    if (!written.ok) return written
    sheet.damage = null
    return { ok: true, value: null }
  } catch (error) {
    return diskFailure(error)
  }
}

function disagreement(good: readonly StampedEvent[], chain: readonly StampedEvent[]): string | null {
  const first = chain[0]
  const last = chain.at(-1)
  if (first === undefined || last === undefined) return 'no lines'
  if (first.seq > good.length + 1) return `line ${good.length + 1} is missing`
  if (last.seq < good.length) return `line ${last.seq + 1} is missing`
  const before = good[first.seq - 2]
  if (before !== undefined && first.prev !== before.hash) return `line ${first.seq} differs`
  const differing = chain.find((line) => line.seq <= good.length && good[line.seq - 1]?.hash !== line.hash)
  return differing === undefined ? null : `line ${differing.seq} differs`
}

async function replaceBroken(
  sheet: SheetRecord,
  rubrics: RubricStore,
  good: readonly StampedEvent[],
  added: readonly StampedEvent[],
): Promise<Result<null>> {
  const played = await stateOf(sheet, rubrics)
  if (played === null) return failure('journal-damaged', 'rubric')
  let state = played.sheet
  for (const line of added) {
    const code = admits(played.rubric, state, line.event)
    if (code !== null) return failure('event-refused', code)
    state = apply(played.rubric, state, line)
  }
  await closeJournal(sheet.journal)
  await keepAside(sheet.folder, 'journal.damaged', await readFile(sheet.journal.path))
  const bytes = Buffer.from([...good, ...added].map(lineText).join(''), 'utf8')
  await replaceFile(sheet.journal.path, bytes)
  const last = added.at(-1) ?? good.at(-1)
  sheet.journal.length = bytes.length
  sheet.tail = null
  sheet.damage = null
  sheet.state = { rubric: played.rubric, sheet: state }
  sheet.seq = state.seq
  sheet.head = state.head
  sheet.lastAt = last?.at ?? sheet.lastAt
  sheet.isSealed = state.sealed !== null
  return { ok: true, value: null }
}
