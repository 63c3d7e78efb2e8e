import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { atMost, type Figure } from './figure'
import type { LineProcess } from './line-process'
import { median, medianRatio } from './statistics'
import { SHEET, type Windows } from './windows'

const ROUNDS = 3
/** Until what start-up left is collected. */
const SETTLE_MS = 4000

/** Proportional set size of a process and all below it, MiB (Linux). */
async function treeMemory(pid: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '')
    // The name in brackets may hold anything; the parent is the second field behind it.
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const isBelow = (one: number): boolean =>
    one === pid || (parents.has(one) && isBelow(parents.get(one) ?? 0))
  let kibibytes = 0
  for (const one of [...parents.keys()].filter(isBelow)) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'latin1').catch(() => '')
    kibibytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return kibibytes / 1024
}

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
