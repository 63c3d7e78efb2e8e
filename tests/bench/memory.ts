import { setTimeout as pause } from 'node:timers/promises'
import { atMost, type Figure } from './figure'
import type { LineProcess } from './line-process'
import { median, medianRatio } from './statistics'
import { treeMemory } from './tree-memory'
import { SHEET, type Windows } from './windows'

const ROUNDS = 3
/** Until what start-up left is collected. */
const SETTLE_MS = 4000

async function settledMemory(process: LineProcess): Promise<number> {
  try {
    await process.ask('painted')
    await pause(SETTLE_MS)
    return await treeMemory(process.pid)
  } finally {
    await process.close()
  }
}

/** The whole app with a sheet open against a bare window; nothing where there is no /proc. */
export async function memoryFigures(
  windows: Windows,
  bareFolder: string,
  dataFolder: string,
): Promise<Figure[]> {
  if (process.platform !== 'linux') return []
  const bare: number[] = []
  const open: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await settledMemory(windows.bare(bareFolder)))
    open.push(await settledMemory(windows.app(dataFolder, SHEET)))
  }
  return [
    {
      id: 'memory.sheet',
      what: 'Memory (PSS) with a sheet open',
      value: median(open),
      unit: 'MiB',
      against: 'bare window',
      yardstick: median(bare),
      ...atMost(medianRatio(open, bare), 1.5),
    },
  ]
}
