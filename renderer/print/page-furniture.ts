import type { ReportData } from '../../shared/ipc/contract'
import { FONT } from './page-fonts'
import { qrSvg, qrText } from './qr-svg'
import { REPORT_TEXT as T } from './report-text'

/** The page's side margin (0.6 in): Chromium draws templates a third larger than the page, so three quarters of it. */
export const SIDE = '0.45in'

/** Dots per CSS pixel of the label pictures: 6 × 96 is as fine as an office printer. */
const SHARPNESS = 6

/**
 * What stands above and below every page, as templates for printToPDF. Templates cannot use the page's fonts, and a
 * machine may have no Chinese one, so Chinese labels are pictures drawn here with the bundled font; figures are text.
 */
export function pageTemplates({ result, identity }: ReportData): {
  readonly header: string
  readonly footer: string
} {
  const { sheet, journal } = result
  const qr = qrSvg(qrText(sheet.sheetId, journal.head, identity.fingerprint))
  const groups = groupsOf(identity.fingerprint)
  const line = 'display:flex;align-items:center;gap:1.5mm;height:3.6mm;white-space:nowrap'
  const mono = "font:7.5px 'DejaVu Sans Mono','Consolas','Menlo',monospace;color:#000"
  const figure = 'font:8.5px Arial,sans-serif;color:#000'
  const header = `<div style="width:100%;margin:0 ${SIDE};padding-bottom:1mm;border-bottom:0.2mm solid #888;display:flex;justify-content:space-between;align-items:center;font-size:8px">${label(`${sheet.subject.name}　${T.title}`, 8)}${label(sheet.round.title, 8)}</div>`
  const footer = `<div style="width:100%;margin:0 ${SIDE};padding-top:1mm;border-top:0.2mm solid #888;display:flex;align-items:center;gap:3mm;font-size:8px"><img style="width:15.5mm;height:15.5mm" src="data:image/svg+xml;base64,${btoa(qr)}"/><div style="flex:1"><div style="${line}">${label(T.footerFingerprint, 7.5)}<span style="${mono}">SHA-256</span></div><div style="${line};${mono}">${groups.slice(0, 8).join(' ')}</div><div style="${line};${mono}">${groups.slice(8).join(' ')}</div><div style="${line}">${label(T.footerSheet, 7.5)}<span style="${mono}">${sheet.sheetId.replace(/[^0-9a-f-]/gi, '')}</span></div></div><div style="${line};${figure}">${label(T.pageBefore, 8.5)}<span class="pageNumber"></span>${label(T.pageBetween, 8.5)}<span class="totalPages"></span>${label(T.pageAfter, 8.5)}</div></div>`
  return { header, footer }
}

/** A fingerprint in groups of four, as people compare it. */
export function groupsOf(fingerprint: string): readonly string[] {
  return fingerprint.toUpperCase().match(/[0-9A-F]{1,4}/g) ?? []
}

/** A text as a picture of itself, `size` pixels high. */
export function label(text: string, size: number): string {
  const canvas = document.createElement('canvas')
  // Read back, so drawn by the processor: the same pixels on the same machine, whatever its graphics card.
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (brush === null) throw new Error('no canvas to draw the page labels')
  const height = Math.ceil(size * 1.4)
  const font = `400 ${size * SHARPNESS}px ${FONT}`
  brush.font = font
  const width = Math.ceil(brush.measureText(text).width / SHARPNESS)
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  brush.font = font
  brush.textBaseline = 'middle'
  brush.fillText(text, 0, canvas.height / 2)
  return `<img style="width:${width}px;height:${height}px" src="${canvas.toDataURL('image/png')}"/>`
}
