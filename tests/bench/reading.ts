import { root } from './bundle'
import { atMost, type Figure, NOTHING_TO_REACH } from './figure'
import type { ReadingTimes } from './inside/reading'
import type { LineProcess } from './line-process'
import { median, medianRatio } from './statistics'

/** Items, form, and how many times what xlsx itself takes to parse the file opening and reading it may take. */
const SIZES = [
  { count: 291, form: 'xls', limit: 1.5, times: 30 },
  { count: 291, form: 'xlsx', limit: 1.5, times: 30 },
  { count: 10_000, form: 'xlsx', limit: 2, times: 5 },
] as const

/** A workbook as a standard, without and with its clauses, against what xlsx takes to parse the same file. */
export async function readingFigures(name: string, node: LineProcess): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { count, form, limit, times } of SIZES) {
    // Twice: the first run warms the compiler.
    await node.ask<ReadingTimes>('reading', { root, count, form, times: Math.ceil(times / 3) })
    const { library, open, read, compile } = await node.ask<ReadingTimes>('reading', {
      root,
      count,
      form,
      times,
    })
    const line = (
      kind: 'open' | 'read' | 'compile',
      what: string,
      measured: readonly number[],
      goal: Pick<Figure, 'toReach' | 'isReached'> = NOTHING_TO_REACH,
    ): Figure => ({
      id: `reading.${kind}.${form}.${count}.${name}`,
      what: `${what}: ${count.toLocaleString('en')} items, .${form} (${name})`,
      value: median(measured),
      unit: 'ms',
      against: 'xlsx’s own parse of the file',
      yardstick: median(library),
      ratio: medianRatio(measured, library),
      ...goal,
    })
    figures.push(
      line('open', 'Open', open),
      line(
        'read',
        'Open and read (tree, items, diagnostics)',
        read,
        atMost(medianRatio(read, library), limit),
      ),
      line('compile', 'Open, read and compile all clauses', compile),
    )
  }
  return figures
}
