import type { BrowserWindow } from 'electron'
import type { Result } from '../../shared/ipc/result'
import { withFixedDates } from './pdf-dates'
import { onPrintPage, type PageRequest, type Paper } from './print-page'

export interface PrintRequest extends PageRequest {
  /** ISO 8601 UTC: the only date in the file. */
  readonly datedAt: string
}

/** Margins in inches: room for the header line above, and for what stands below: a QR code in a report. */
const MARGINS = {
  report: { top: 0.75, bottom: 1.2, left: 0.6, right: 0.6 },
  findings: { top: 0.75, bottom: 0.7, left: 0.6, right: 0.6 },
} as const satisfies Record<Paper, object>

/** A paper as PDF. Fails as `onPrintPage` does. */
export function printPaper(request: PrintRequest): Promise<Result<Buffer>> {
  return onPrintPage(request, async (window) =>
    withFixedDates(await print(window, request.paper), request.datedAt),
  )
}

async function print(window: BrowserWindow, paper: Paper): Promise<Buffer> {
  const [headerTemplate, footerTemplate] = await Promise.all([
    templateOf(window, 'page-header'),
    templateOf(window, 'page-footer'),
  ])
  return window.webContents.printToPDF({
    pageSize: 'A4',
    margins: MARGINS[paper],
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
