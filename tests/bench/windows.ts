import { join } from 'node:path'
import { bundle, root } from './bundle'
import type { Step } from './inside/wait-for-paint'
import { type LineProcess, startLineProcess } from './line-process'

/** How windows are started here: always by the same starter, with what to wait for. */
export interface Windows {
  readonly bare: (dataFolder: string) => LineProcess
  readonly app: (dataFolder: string, steps: readonly Step[]) => LineProcess
}

/** The home screen with what it read. */
export const HOME: readonly Step[] = [{ see: ['[data-testid="home-continue"]'] }]
/** Home, then the sheet that was worked on last: grid with drawn cells, item panel and totals. */
export const SHEET: readonly Step[] = [
  { see: ['[data-testid="home-continue"]'], click: '[data-testid="home-continue"]' },
  {
    see: [
      '[data-testid="scoring"] .ag-row [class*="scoring-status-"]',
      '[data-testid="scoring-panel"]',
      '[data-testid="scoring-total"]',
    ],
  },
]

export async function openWindows(electron: string, electronArguments: readonly string[]): Promise<Windows> {
  const folder = await bundle('inside/starter.ts')
  const start = (dataFolder: string, env: Readonly<Record<string, string>>) =>
    startLineProcess(electron, [folder, ...electronArguments], { SCOREBENCH_DATA: dataFolder, ...env })
  return {
    bare: (dataFolder) =>
      start(dataFolder, {
        BENCH_PAGE: join(root, 'tests/bench/bare-window'),
        BENCH_STEPS: JSON.stringify([{ see: ['h1'] }] satisfies Step[]),
      }),
    app: (dataFolder, steps) =>
      start(dataFolder, { BENCH_MAIN: join(root, 'out/main/index.js'), BENCH_STEPS: JSON.stringify(steps) }),
  }
}
