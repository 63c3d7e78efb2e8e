import { root } from './bundle'
import type { Figure } from './figure'
import type { RecomputeTimes } from './inside/recompute'
import type { LineProcess } from './line-process'
import { median, medianRatio } from './statistics'

/** Items → ms to reach for the whole sheet. */
const SIZES = [
  { count: 291, limit: 1, times: 400 },
  { count: 3000, limit: null, times: 100 },
  { count: 10_000, limit: 20, times: 40 },
] as const

/** The score of a sheet, whole and after one mark, against writing the same marks as JSON. */
export async function recomputeFigures(name: string, node: LineProcess): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { count, limit, times } of SIZES) {
    // Twice: the first run warms the compiler.
    await node.ask<RecomputeTimes>('recompute', { root, count, times: Math.ceil(times / 4) })
    const { fresh, oneMark, yardstick } = await node.ask<RecomputeTimes>('recompute', { root, count, times })
    const line = (kind: 'fresh' | 'one-mark', what: string, measured: readonly number[]): Figure => {
      const value = median(measured)
      return {
        id: `recompute.${kind}.${count}.${name}`,
        what: `Recompute ${count.toLocaleString('en')} items, ${what} (${name})`,
        value,
        unit: 'ms',
        against: 'JSON.stringify of its marks',
        yardstick: median(yardstick),
        ratio: medianRatio(measured, yardstick),
        toReach: limit === null ? '' : `≤ ${limit} ms`,
        isReached: limit === null ? null : value <= limit,
      }
    }
    figures.push(line('fresh', 'whole', fresh), line('one-mark', 'one mark changed', oneMark))
  }
  return figures
}
