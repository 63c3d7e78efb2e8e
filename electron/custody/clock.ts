import { randomUUID } from 'node:crypto'

/** The notary's clock. `now`: ISO 8601 UTC with ms; `mono`: whole ms, never backwards; `boot`: names this run. */
export interface Clock {
  readonly now: () => string
  readonly mono: () => number
  readonly boot: string
}

/** The machine's clocks. The wall clock is written as it is, even when it jumps: `mono` and `boot` show it. */
export function systemClock(): Clock {
  const start = process.hrtime.bigint()
  return {
    now: () => new Date().toISOString(),
    mono: () => Number((process.hrtime.bigint() - start) / 1_000_000n),
    boot: randomUUID(),
  }
}
