/** One line of the table: what was measured, against what in the same run, and what is to be reached. */
export interface Figure {
  readonly id: string
  readonly what: string
  /** In `unit`. */
  readonly value: number
  readonly unit: 'ms' | 'µs' | 'MB/s' | 'MiB' | 'frames' | '%'
  readonly against: string
  /** The yardstick, in `unit`; null where `value` is itself a share. */
  readonly yardstick: number | null
  /** How many times the yardstick: more is worse, for a speed too. */
  readonly ratio: number | null
  /** What is to be reached, in words; empty for a figure that only explains another. */
  readonly toReach: string
  readonly isReached: boolean | null
}

export const NOTHING_TO_REACH = { toReach: '', isReached: null } as const

/** A number to reach: at most so many times the yardstick. */
export function atMost(ratio: number, limit: number): Pick<Figure, 'ratio' | 'toReach' | 'isReached'> {
  return { ratio, toReach: `≤ ${limit} ×`, isReached: ratio <= limit }
}

const HEAD = ['what', 'measured', 'against', 'ratio', 'to reach', ''] as const

/** The figures as a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(cells)]
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')
  const [head = '', ...body] = rows.map((row) => line(row).trimEnd())
  return [head, widths.map((width) => '─'.repeat(width)).join('  '), ...body].join('\n')
}

function cells({ what, value, unit, against, yardstick, ratio, toReach, isReached }: Figure): string[] {
  return [
    what,
    `${short(value)} ${unit}`,
    yardstick === null ? against : `${against}: ${short(yardstick)} ${unit}`,
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    toReach,
    isReached === null ? '' : isReached ? 'ok' : 'NOT',
  ]
}

/** Three figures that count. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
