import { canonicalJson } from '../../shared/domain/canonical-json'
import type { SheetEvent, StampedEvent } from '../../shared/domain/sheet/event'
import { stampedEventSchema } from '../../shared/schema/event-schema'
import type { Clock } from './clock'
import { sha256 } from './digest'

/** `prev` of a journal's first line. */
export const FIRST_PREV = '0'.repeat(64)

/** The hash of a line: SHA-256 over its canonical JSON without `hash`. */
export function hashOf(line: Omit<StampedEvent, 'hash'>): string {
  const { seq, at, mono, boot, by, event, prev } = line
  return sha256(canonicalJson({ seq, at, mono, boot, by, event, prev }))
}

/** A line as it stands in the file: canonical JSON and a line feed. */
export function lineText(line: StampedEvent): string {
  return `${canonicalJson(line)}\n`
}

/** The notary: gives events their number, time and hash, chained on from `last`. */
export function stamp(
  clock: Clock,
  by: string,
  last: Pick<StampedEvent, 'seq' | 'hash'>,
  events: readonly SheetEvent[],
): StampedEvent[] {
  const lines: StampedEvent[] = []
  let { seq, hash } = last
  for (const event of events) {
    const line = {
      seq: seq + 1,
      at: clock.now(),
      mono: clock.mono(),
      boot: clock.boot,
      by,
      event,
      prev: hash,
    }
    seq = line.seq
    hash = hashOf(line)
    lines.push({ ...line, hash })
  }
  return lines
}

export type LineFault = 'not-utf8' | 'not-json' | 'not-canonical' | 'not-an-event' | 'hash' | 'chain'

/** Does a parsed line follow on `last` with a hash that holds? null when it does. */
export function linkFault(line: StampedEvent, last: Pick<StampedEvent, 'seq' | 'hash'>): LineFault | null {
  if (hashOf(line) !== line.hash) return 'hash'
  return line.seq === last.seq + 1 && line.prev === last.hash ? null : 'chain'
}

/** One line of text (without its line feed) as an event, strictly: any byte that is not as written is a fault. */
export function parseLine(text: string): StampedEvent | LineFault {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return 'not-json'
    throw error
  }
  const parsed = stampedEventSchema.safeParse(value)
  if (!parsed.success) return 'not-an-event'
  return canonicalJson(parsed.data) === text ? parsed.data : 'not-canonical'
}
