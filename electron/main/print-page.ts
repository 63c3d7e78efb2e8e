import { BrowserWindow } from 'electron'
import type { Result } from '../../shared/ipc/result'
import { PAGES } from './app-protocol'
import { PRELOAD, WEB_PREFERENCES } from './window'

/** The papers that the print page can lay out, by the word in its query. */
export type Paper = 'report' | 'findings'

export interface PageRequest {
  readonly paper: Paper
  /** What the page asks for its data by, and names itself by. */
  readonly paperId: string
  readonly signal?: AbortSignal
  /** How long the page may be without a word of itself, ms. */
  readonly limit?: number
  readonly onProgress?: (done: number, all: number) => void
}

const LIMIT_MS = 60_000

/** The print page has no other word for a failure than its title. */
const FAILURE_TITLE = 'print-failed: '

interface Waiting {
  readonly progress: (done: number, all: number) => void
  readonly ready: (file: Uint8Array | null) => void
}

/** Papers that are being made, and whom to tell. */
const waiting = new Map<string, Waiting>()

/** The print page says how far it is. False when nobody waits for this paper. */
export function reportProgress(paperId: string, done: number, all: number): boolean {
  const one = waiting.get(paperId)
  one?.progress(done, all)
  return one !== undefined
}

/** The print page says that it is laid out, or hands over the file that it made. False when nobody waits for it. */
export function reportReady(paperId: string, file: Uint8Array | null): boolean {
  const one = waiting.get(paperId)
  one?.ready(file)
  return one !== undefined
}

/**
 * Lets the print page do a paper in a hidden window that can do no more than the main one, and hands window and file to
 * `work`. Fails with 'busy' (this paper is being made), 'cancelled', 'print-failed'.
 */
export async function onPrintPage<T>(
  request: PageRequest,
  work: (window: BrowserWindow, file: Uint8Array | null) => Promise<T>,
): Promise<Result<T>> {
  const { paperId, signal } = request
  if (signal?.aborted === true) return { ok: false, code: 'cancelled' }
  if (waiting.has(paperId)) return { ok: false, code: 'busy' }
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...WEB_PREFERENCES, preload: PRELOAD, backgroundThrottling: false },
  })
  try {
    const end = await layOut(window, request)
    if (!end.ok) return end
    return await orAborted(work(window, end.value), signal)
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    waiting.delete(paperId)
    window.destroy()
  }
}

function failed(detail: string): Result<never> {
  return { ok: false, code: 'print-failed', detail }
}

/** Loads the page and waits for its word, or for its silence to grow too long. */
function layOut(
  window: BrowserWindow,
  { paper, paperId, signal, limit = LIMIT_MS, onProgress }: PageRequest,
): Promise<Result<Uint8Array | null>> {
  return new Promise((resolve) => {
    const end = (how: Result<Uint8Array | null>) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve(how)
    }
    const cancel = () => end({ ok: false, code: 'cancelled' })
    const timer = setTimeout(() => end(failed(`no word of the page for ${limit} ms`)), limit)
    signal?.addEventListener('abort', cancel)
    waiting.set(paperId, {
      ready: (file) => end({ ok: true, value: file }),
      progress: (done, all) => {
        timer.refresh()
        onProgress?.(done, all)
      },
    })
    window.webContents.on('render-process-gone', (_event, { reason }) =>
      end(failed(`the page ended: ${reason}`)),
    )
    window.on('page-title-updated', (_event, title) => {
      if (title.startsWith(FAILURE_TITLE)) end(failed(title))
    })
    window
      .loadURL(`${PAGES.print}?paper=${paper}#${encodeURIComponent(paperId)}`)
      .catch((error: Error) => end(failed(error.message)))
  })
}

/** Printing itself cannot be stopped: it is left to end by itself, and its window goes. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<Result<T>> {
  const done = work.then((value): Result<T> => ({ ok: true, value }))
  if (signal === undefined) return done
  return new Promise((resolve, reject) => {
    const cancel = () => resolve({ ok: false, code: 'cancelled' })
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel)
    done.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
  })
}
