import type { StampedEvent } from './event'

/** The wall clock was set between two lines of a journal. */
export interface ClockJump {
  /** The line after the jump. */
  readonly seq: number
  /** Whole seconds; below 0 where the clock was set back. */
  readonly seconds: number
}

/** A machine corrects its clock by less than this all the time. */
const LEAST_SECONDS = 60

/**
 * Where the wall clock does not go with the monotonic one. Between two runs of the program only a clock that went
 * back can be told: nobody knows how long it was off.
 */
export function clockJumps(
  lines: readonly Pick<StampedEvent, 'seq' | 'at' | 'mono' | 'boot'>[],
): readonly ClockJump[] {
  return lines.flatMap(({ seq, at, mono, boot }, i) => {
    const before = lines[i - 1]
    if (before === undefined) return []
    const passed = Date.parse(at) - Date.parse(before.at)
    const jump = boot === before.boot ? passed - (mono - before.mono) : Math.min(0, passed)
    const seconds = Math.round(jump / 1000)
    return Math.abs(seconds) < LEAST_SECONDS ? [] : [{ seq, seconds }]
  })
}
