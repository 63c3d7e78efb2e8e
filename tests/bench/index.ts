import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, root } from './bundle'
import { type Figure, tableOf } from './figure'
import type { PreparedDesk } from './inside/prepare-desk'
import { keyFigures } from './keys'
import { type LineProcess, startLineProcess } from './line-process'
import { memoryFigures } from './memory'
import { photoFigures } from './photos'
import { readingFigures } from './reading'
import { recomputeFigures } from './recompute'
import { startFigures } from './start'
import { throughputFigures } from './throughput'
import { openWindows } from './windows'

/** What can be measured, in this order. */
export const PARTS = ['recompute', 'reading', 'package', 'photos', 'start', 'keys', 'memory'] as const

export interface BenchOptions {
  readonly isJson: boolean
  /** The Electron to run. */
  readonly electron: string
  /** What it needs here besides an app folder: --no-sandbox as root. */
  readonly electronArguments: readonly string[]
  /** Names of the parts to run; all where none is named. */
  readonly parts: readonly string[]
}

/** Measures, tells on stderr what it is at, and prints a table, or JSON, on stdout. */
export async function bench(options: BenchOptions): Promise<void> {
  const unknown = options.parts.find((part) => !PARTS.some((known) => known === part))
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}; there are ${PARTS.join(', ')}.`)
  const isWanted = (part: (typeof PARTS)[number]): boolean =>
    options.parts.length === 0 || options.parts.includes(part)
  const folder = await mkdtemp(join(tmpdir(), 'scorebench-bench-'))
  const script = join(await bundle('inside/node-work.ts'), 'index.js')
  const electron = startLineProcess(options.electron, [script], { ELECTRON_RUN_AS_NODE: '1' })
  const node = startLineProcess(process.execPath, [script])
  try {
    const runtimes = [
      { name: 'Electron’s Node', process: electron },
      { name: 'Node', process: node },
    ]
    const figures: Figure[] = []
    if (isWanted('recompute')) {
      for (const runtime of runtimes) {
        console.error(`Recompute (${runtime.name}) …`)
        figures.push(...(await recomputeFigures(runtime.name, runtime.process)))
      }
    }
    if (isWanted('reading')) {
      for (const runtime of runtimes) {
        console.error(`Read workbooks (${runtime.name}) …`)
        figures.push(...(await readingFigures(runtime.name, runtime.process)))
      }
    }
    if (isWanted('package')) {
      console.error('Seal and verify …')
      figures.push(...(await throughputFigures(runtimes)))
    }
    if (isWanted('photos')) {
      console.error('Take photos in …')
      figures.push(...(await photoFigures(runtimes)))
    }
    figures.push(...(await windowFigures(options, folder, node, isWanted)))
    console.log(options.isJson ? JSON.stringify({ figures }, null, 2) : tableOf(figures))
  } finally {
    await Promise.all([electron.close(), node.close()])
    await rm(folder, { recursive: true, force: true })
  }
}

async function windowFigures(
  { electron, electronArguments }: BenchOptions,
  folder: string,
  node: LineProcess,
  isWanted: (part: (typeof PARTS)[number]) => boolean,
): Promise<Figure[]> {
  if (!isWanted('start') && !isWanted('keys') && !isWanted('memory')) return []
  const windows = await openWindows(electron, electronArguments)
  const bareFolder = join(folder, 'bare')
  const dataFolder = join(folder, 'data')
  await mkdir(bareFolder)
  await mkdir(dataFolder)
  const desk = await node.ask<PreparedDesk>('prepareDesk', { root, dataFolder })
  const figures: Figure[] = []
  if (isWanted('start')) {
    console.error('Start …')
    figures.push(...(await startFigures(windows, bareFolder, dataFolder)))
  }
  if (isWanted('keys')) {
    console.error('Keys …')
    figures.push(...(await keyFigures(windows, dataFolder, desk)))
  }
  if (isWanted('memory')) {
    console.error('Memory …')
    figures.push(...(await memoryFigures(windows, bareFolder, dataFolder)))
  }
  return figures
}
