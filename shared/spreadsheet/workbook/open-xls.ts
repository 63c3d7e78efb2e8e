import * as XLSX from 'xlsx'
import { walkBiff } from './biff-records'
import type { BookSheet } from './book'
import { rangeAt } from './cell-names'
import type { CompoundFile } from './compound-file'
import type { Tally } from './limits'
import { refuse } from './refused'
import { sheetBuilder } from './sheet-builder'
import { GENERAL, type NumberFormat, shownNumber } from './shown-number'

declare module 'xlsx' {
  /** Exported by xlsx, and missing from its types: a workbook from the streams of a compound file. */
  export function parse_xlscfb(container: unknown, options: XLSX.ParsingOptions): XLSX.WorkBook
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
/** xlsx gives a cell's format as its American code; the others of these are kept in the file itself. */
const AMERICAN: Readonly<Record<string, NumberFormat>> = {
  General: GENERAL,
  'm/d/yy': 14,
  'm/d/yy h:mm': 22,
}

interface XlsCell extends XLSX.CellObject {
  readonly XF?: { readonly numFmtId?: number }
}

/**
 * The sheets of an .xls, or of an .et that WPS writes in the same form. xlsx reads the records; what it is given is
 * one stream, already walked through: no links, macros, notes or pictures.
 */
export function openXls(file: CompoundFile, tally: Tally): readonly BookSheet[] {
  const stream = file.streamOf('Workbook') ?? file.streamOf('Book') ?? refuse('workbook-broken', 'CFB')
  const facts = walkBiff(stream, tally)
  const book = readBiff(stream, facts.areFormulasBounded)
  const isFrom1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name, at): BookSheet[] => {
    const sheet = sheetOf(book, name)
    if (sheet === null || sheet['!type'] === 'chart') return []
    const isHidden = (book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0) !== 0
    const builder = sheetBuilder(name, isHidden, tally)
    const hidden = facts.hidden.get(facts.sheets[at] ?? -1)
    for (const row of hidden?.rows ?? []) builder.hideRow(row)
    for (const { from, to } of hidden?.columns ?? []) builder.hideColumns(from, to)
    for (const { s, e } of sheet['!merges'] ?? [])
      builder.addMerge({ top: s.r, left: s.c, bottom: e.r, right: e.c })
    const rows = sheet['!data'] ?? []
    rows.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        if (cell !== undefined) builder.addCell(row, { column, ...contentOf(cell, isFrom1904) })
      })
    })
    return [builder.build(rangeAt(sheet['!ref'] ?? ''))]
  })
}

/** Past xlsx's own reading of the container, which builds every chain of sectors that a file can hold. */
function readBiff(stream: Uint8Array, hasFormulas: boolean): XLSX.WorkBook {
  const container: unknown = XLSX.CFB.utils.cfb_new()
  const entry: { content: Uint8Array } = XLSX.CFB.utils.cfb_add(container, '/Workbook', stream)
  XLSX.CFB.utils.prep_blob(stream, 0)
  entry.content = stream
  return XLSX.parse_xlscfb(container, {
    type: 'array',
    dense: true,
    cellFormula: hasFormulas,
    cellNF: true,
    cellText: false,
    cellHTML: false,
  })
}

/** A sheet may be called '__proto__', and no sheet 'constructor'. */
function sheetOf({ Sheets }: XLSX.WorkBook, name: string): XLSX.WorkSheet | null {
  if (Object.hasOwn(Sheets, name) || name === '__proto__') return Sheets[name] ?? null
  return null
}

function contentOf(cell: XlsCell, isFrom1904: boolean) {
  const formula = cell.f === undefined || cell.f === '' ? null : cell.f
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = AMERICAN[cell.z ?? 'General'] ?? cell.z ?? cell.XF?.numFmtId ?? GENERAL
    return { text: shownNumber(cell.v, format, isFrom1904), number: cell.v, formula }
  }
  return { text: textOf(cell), number: null, formula }
}

function textOf({ t, v, w }: XlsCell): string {
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE'
  if (t === 'e') return w ?? ERRORS[Number(v)] ?? '#VALUE!'
  return typeof v === 'string' ? v.replace(/\r\n?/g, '\n') : ''
}
