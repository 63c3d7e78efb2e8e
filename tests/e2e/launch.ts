import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ElectronApplication, _electron as electron, errors, type Page } from '@playwright/test'

/** The project folder, which is also the app folder that Electron is given. */
export const projectFolder = resolve(__dirname, '../..')

export interface LaunchOptions {
  /** A folder with data of an earlier launch; a fresh one otherwise, deleted by `close`. */
  readonly dataFolder?: string
  /** Size of the page in points. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
  /** Ends the app, and deletes the data folder where `launch` made it. */
  readonly close: () => Promise<void>
}

/** The Electron to run: the one scripts/test.mjs found, or the one that set-up would find. */
export function electronExecutable(): string {
  const known = process.env.SCOREBENCH_ELECTRON
  if (known) return known
  const script = join(projectFolder, 'scripts/electron-runtime.mjs')
  return execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim()
}

/** As root Chromium's sandbox can't start; for everybody else it stays on. */
export const sandboxArguments: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export function freshDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'scorebench-data-'))
}

/** Starts the built app with its own data folder, and hands it back when its first page has loaded. */
export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  const dataFolder = options.dataFolder ?? freshDataFolder()
  const app = await attach({
    executablePath: electronExecutable(),
    args: [projectFolder, ...sandboxArguments, ...(options.args ?? [])],
    env: { ...environment(), SCOREBENCH_DATA: dataFolder, ...options.env },
    timeout: 25_000,
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  if (options.size) {
    const { width, height } = options.size
    const window = await app.browserWindow(page)
    await window.evaluate((self, [w, h]) => self.setContentSize(w, h), [width, height] as const)
  }
  const close = async (): Promise<void> => {
    await app.close()
    if (!options.dataFolder)
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  return { app, page, dataFolder, close }
}

/** On a busy machine Playwright sometimes never hears of an Electron that has started: asked once more, and said. */
async function attach(start: Parameters<typeof electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await electron.launch(start)
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    console.warn('Electron did not answer within 25 seconds of its start; started once more')
    return await electron.launch(start)
  }
}

function environment(): Record<string, string> {
  const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined
  return Object.fromEntries(Object.entries(process.env).filter(isSet))
}
