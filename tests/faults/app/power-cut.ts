import type { Page } from '@playwright/test'
import { until } from '../../drive/hands'
import type { Launched } from '../../e2e/launch'

/** How often a fault of this kind is made: in full by `npm run faults`, a part of it in `npm test`. */
export function timesOf(inFull: number, inShort: number): number {
  return process.env.SCOREBENCH_FAULTS === 'full' ? inFull : inShort
}

/** The page tells each line number as the screen shows it: what was told before the power went was acknowledged. */
export async function hearAcknowledgements(page: Page): Promise<() => number> {
  let last = 0
  page.on('console', (message) => {
    const seq = /^acknowledged (\d+)$/.exec(message.text())?.[1]
    if (seq !== undefined) last = Math.max(last, Number(seq))
  })
  await page.evaluate(() => {
    const saved = document.querySelector<HTMLElement>('[data-testid="scoring-saved"]')
    if (saved === null) throw new Error('no status bar')
    const tell = () => console.log(`acknowledged ${saved.dataset.seq}`)
    new MutationObserver(tell).observe(saved, { attributes: true, attributeFilter: ['data-seq'] })
  })
  return () => last
}

/** The whole process group at once, as a power cut does. */
export async function killAll({ app }: Launched): Promise<void> {
  const { pid, exitCode } = app.process()
  if (pid === undefined || exitCode !== null) throw new Error('the app ended by itself')
  const gone = new Promise((done) => app.process().once('exit', done))
  process.kill(-pid, 'SIGKILL')
  await gone
  await until('all processes of the app gone', () => isGone(pid))
}

function isGone(group: number): boolean {
  try {
    process.kill(-group, 0)
    return false
  } catch {
    return true
  }
}

/** What breaks off because the window was killed is the point; anything else is not. */
export function isBreakOff(error: unknown): boolean {
  return /closed|crashed/i.test(String(error))
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
