import { root } from './bundle'
import type { Figure } from './figure'
import type { RecomputeTimes } from './inside/recompute'
import type { LineProcess } from './line-process'
import { median, medianRatio } from './statistics'

/** Items → ms to reach for the whole sheet, and for one key press. */
const SIZES = [
  { count: 291, whole: 1, press: 1, times: 400 },
  { count: 3000, whole: null, press: null, times: 100 },
  { count: 10_000, whole: 20, press: 4, times: 40 },
] as const

/** The score of a sheet, whole and as one key press changes it (decide, apply, score), against writing its marks as JSON. */
export async function recomputeFigures(name: string, node: LineProcess): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { count, whole, press, times } of SIZES) {
    // Twice: the first run warms the compiler.
    await node.ask<RecomputeTimes>('recompute', { root, count, times: Math.ceil(times / 4) })
    const { fresh, oneMark, yardstick } = await node.ask<RecomputeTimes>('recompute', { root, count, times })
    const line = (
      kind: 'fresh' | 'one-mark',
      what: string,
      measured: readonly number[],
      limit: number | null,
    ): Figure => {
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
    figures.push(line('fresh', 'whole', fresh, whole), line('one-mark', 'one key press', oneMark, press))
  }
  return figures
}
