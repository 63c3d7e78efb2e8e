import { FINDINGS_TEXT as T } from '../../../shared/spreadsheet/findings-text'
import { label, SIDE } from '../page-furniture'
import { REPORT_TEXT } from '../report-text'
import type { FindingsPages } from './findings-paper'

/** Above every page: whose findings, of which round, by whom; below: that it is not the signed result, and its number. */
export function findingsTemplates({ header, order }: FindingsPages): {
  readonly header: string
  readonly footer: string
} {
  const { subject, round, scorer } = header
  const row = `width:100%;margin:0 ${SIDE};display:flex;justify-content:space-between;align-items:center;font-size:8px`
  const figure =
    'display:flex;align-items:center;gap:1.5mm;height:3.6mm;white-space:nowrap;font:8.5px Arial,sans-serif;color:#000'
  return {
    header: `<div style="${row};padding-bottom:1mm;border-bottom:0.2mm solid #888">${label(`${subject.name}　${T.title}（${T.by[order.by]}）`, 8)}${label(T.headRight(round.title, scorer.name), 8)}</div>`,
    footer: `<div style="${row};padding-top:1mm;border-top:0.2mm solid #888">${label(T.notSigned, 8)}<div style="${figure}">${label(REPORT_TEXT.pageBefore, 8.5)}<span class="pageNumber"></span>${label(REPORT_TEXT.pageBetween, 8.5)}<span class="totalPages"></span>${label(REPORT_TEXT.pageAfter, 8.5)}</div></div>`,
  }
}
