import { atMost, type Figure } from './figure'
import type { LineProcess } from './line-process'
import { median, medianRatio, quantile } from './statistics'
import { HOME, SHEET, type Windows } from './windows'

const ROUNDS = 7

/** From the start of the process to the frame that shows it, ms. */
async function startTime(process: LineProcess): Promise<number> {
  try {
    await process.ask('painted')
    return performance.now() - process.startedAt
  } finally {
    await process.close()
  }
}

/** Start to home, and start to the grid of the sheet that is gone on with, against a bare window's first paint. */
export async function startFigures(
  windows: Windows,
  bareFolder: string,
  dataFolder: string,
): Promise<Figure[]> {
  const bare: number[] = []
  const home: number[] = []
  const sheet: number[] = []
  // The first starts fill the browser's caches, as the first day at work does.
  for (let round = -1; round < ROUNDS; round++) {
    const times = [
      await startTime(windows.bare(bareFolder)),
      await startTime(windows.app(dataFolder, HOME)),
      await startTime(windows.app(dataFolder, SHEET)),
    ] as const
    if (round < 0) continue
    bare.push(times[0])
    home.push(times[1])
    sheet.push(times[2])
  }
  const line = (id: string, what: string, times: readonly number[], limit: number): Figure => ({
    id: `start.${id}`,
    what: `${what} (best ${quantile(times, 0).toFixed(0)}, bare ${quantile(bare, 0).toFixed(0)})`,
    value: median(times),
    unit: 'ms',
    against: 'bare window’s first paint',
    yardstick: median(bare),
    ...atMost(medianRatio(times, bare), limit),
  })
  return [
    line('home', 'Start to the home screen', home, 1.6),
    line('sheet', 'Start to the grid of a resumed sheet', sheet, 2.5),
  ]
}
