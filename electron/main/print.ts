import { BrowserWindow } from 'electron'
import type { Result } from '../../shared/ipc/result'
import { PAGES } from './app-protocol'
import { withFixedDates } from './pdf-dates'
import { PRELOAD, WEB_PREFERENCES } from './window'

export interface PrintRequest {
  readonly sheetId: string
  /** The sealed event's time, ISO 8601 UTC: the only date in the file. */
  readonly sealedAt: string
  readonly signal?: AbortSignal
  /** How long the page may take to lay itself out, ms. */
  readonly limit?: number
}

const LIMIT_MS = 60_000

/** Margins in inches: room for the header line above, and for the QR code below. */
const MARGINS = { top: 0.75, bottom: 1.2, left: 0.6, right: 0.6 } as const

/** The print page has no other word for a failure than its title. */
const FAILURE_TITLE = 'print-failed: '

/** Sheets that are being laid out, and whom to tell. */
const waiting = new Map<string, () => void>()

/** The print page says that it is laid out. False when nobody waits for this sheet. */
export function reportLaidOut(sheetId: string): boolean {
  const tell = waiting.get(sheetId)
  tell?.()
  return tell !== undefined
}

/**
 * report.pdf of a sealed sheet, printed from a hidden window that can do no more than the main one. The page asks
 * for its data by `readReport`. Fails with 'busy' (this sheet is being printed), 'cancelled', 'print-failed'.
 */
export async function printReport(request: PrintRequest): Promise<Result<Buffer>> {
  const { sheetId, sealedAt, signal } = request
  if (signal?.aborted === true) return { ok: false, code: 'cancelled' }
  if (waiting.has(sheetId)) return { ok: false, code: 'busy' }
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...WEB_PREFERENCES, preload: PRELOAD, backgroundThrottling: false },
  })
  try {
    const end = await layOut(window, request)
    if (end !== 'ready') return end === 'cancelled' ? { ok: false, code: end } : failed(end)
    const pdf = await orAborted(print(window), signal)
    if (pdf === null) return { ok: false, code: 'cancelled' }
    return { ok: true, value: withFixedDates(pdf, sealedAt) }
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    waiting.delete(sheetId)
    window.destroy()
  }
}

function failed(detail: string): Result<never> {
  return { ok: false, code: 'print-failed', detail }
}

/** Loads the page and waits for its word: 'ready', 'cancelled', or what went wrong. */
function layOut(window: BrowserWindow, { sheetId, signal, limit = LIMIT_MS }: PrintRequest): Promise<string> {
  return new Promise((resolve) => {
    const end = (how: string) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve(how)
    }
    const cancel = () => end('cancelled')
    const timer = setTimeout(() => end(`not laid out after ${limit} ms`), limit)
    signal?.addEventListener('abort', cancel)
    waiting.set(sheetId, () => end('ready'))
    window.webContents.on('render-process-gone', (_event, { reason }) => end(`the page ended: ${reason}`))
    window.on('page-title-updated', (_event, title) => {
      if (title.startsWith(FAILURE_TITLE)) end(title)
    })
    window
      .loadURL(`${PAGES.print}#${encodeURIComponent(sheetId)}`)
      .catch((error: Error) => end(error.message))
  })
}

async function print(window: BrowserWindow): Promise<Buffer> {
  const [headerTemplate, footerTemplate] = await Promise.all([
    templateOf(window, 'page-header'),
    templateOf(window, 'page-footer'),
  ])
  return window.webContents.printToPDF({
    pageSize: 'A4',
    margins: MARGINS,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate,
    footerTemplate,
  })
}

/** The page builds these itself: it has the font to draw Chinese labels with. */
async function templateOf(window: BrowserWindow, id: string): Promise<string> {
  const html: unknown = await window.webContents.executeJavaScript(
    `document.getElementById('${id}').innerHTML`,
  )
  if (typeof html !== 'string') throw new TypeError(`no ${id} on the print page`)
  return html
}

/** Printing itself cannot be stopped: it is left to end by itself, and its window goes. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    const cancel = () => resolve(null)
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
  })
}
