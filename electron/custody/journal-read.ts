import { TextDecoder } from 'node:util'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { FIRST_PREV, type LineFault, linkFault, parseLine } from './journal-line'

/** What a journal's bytes hold: the good lines from the start, how many bytes they take, and what follows them. */
export interface JournalReading {
  readonly lines: readonly StampedEvent[]
  readonly goodLength: number
  readonly damage: {
    readonly kind: 'torn-tail' | 'broken-chain'
    readonly line: number
    readonly fault: LineFault | 'unfinished'
  } | null
}

const LF = 0x0a
/** A line longer than this was not written by us. */
export const MAX_LINE_BYTES = 16 << 20

/**
 * Reads a journal strictly. A last line without its line feed, or an end of zero bytes (a file grown but not
 * filled when the power went), is 'torn-tail': it was never acknowledged. Any other fault is 'broken-chain'.
 */
export function readJournalBytes(bytes: Uint8Array): JournalReading {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lines: StampedEvent[] = []
  let last: Pick<StampedEvent, 'seq' | 'hash'> = { seq: 0, hash: FIRST_PREV }
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(LF, start)
    const line = lines.length + 1
    if (end === -1 || isZeroed(bytes, start)) {
      return { lines, goodLength: start, damage: { kind: 'torn-tail', line, fault: 'unfinished' } }
    }
    const event = readLine(decoder, bytes.subarray(start, end))
    const fault = typeof event === 'string' ? event : linkFault(event, last)
    if (fault !== null || typeof event === 'string') {
      return { lines, goodLength: start, damage: { kind: 'broken-chain', line, fault: fault ?? 'not-json' } }
    }
    lines.push(event)
    last = event
    start = end + 1
  }
  return { lines, goodLength: start, damage: null }
}

function readLine(decoder: TextDecoder, bytes: Uint8Array): StampedEvent | LineFault {
  if (bytes.length > MAX_LINE_BYTES) return 'not-an-event'
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return 'not-utf8'
    throw error
  }
  return parseLine(text)
}

function isZeroed(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] !== 0) return false
  for (let at = start; at < bytes.length; at++) if (bytes[at] !== 0) return false
  return true
}
