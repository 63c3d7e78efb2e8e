import type { Tally } from './limits'
import { refuse } from './refused'

/** What a first walk over the records of a BIFF stream ([MS-XLS] 2.1.4) tells, before xlsx reads it. */
export interface BiffFacts {
  /** By the place in the stream where a sheet begins. */
  readonly hidden: ReadonlyMap<
    number,
    { readonly rows: readonly number[]; readonly columns: readonly ColumnSpan[] }
  >
  /** Where the sheets begin, in the order of their tabs. */
  readonly sheets: readonly number[]
  /** Shared formulas are written out once a cell; hostile ones would take for ever. */
  readonly areFormulasBounded: boolean
}

export interface ColumnSpan {
  readonly from: number
  readonly to: number
}

const BOF = [0x0009, 0x0209, 0x0409, 0x0809] as const
const EOF = 0x000a
const FILE_PASS = 0x002f
const BOUND_SHEET = 0x0085
const ROW = 0x0208
const COL_INFO = 0x007d
const MUL_RK = 0x00bd
const FORMULA = 0x0006
const SHARED_FORMULA = 0x04bc
/** Number, RK, LabelSst, Label, RString, BoolErr, Formula: one cell each. */
const ONE_CELL: ReadonlySet<number> = new Set([0x0203, 0x027e, 0x00fd, 0x0204, 0x00d6, 0x0205, FORMULA])
/** Links, notes, pictures, drawings, themes: xlsx would walk through every cell of a link's range. */
const NOT_WANTED: ReadonlySet<number> = new Set([
  0x01b8, 0x0800, 0x001c, 0x005d, 0x01b6, 0x007f, 0x00ec, 0x00eb, 0x087d, 0x0896, 0x0092,
])
/** InterfaceEnd: a record that xlsx passes over. */
const NOTHING = 0x00e2
const MOST_FORMULA_WORK = 50_000_000

/** Walks through the records, refuses what is encrypted or too large, and blots out in place what nobody reads. */
export function walkBiff(stream: Uint8Array, tally: Tally): BiffFacts {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const hidden = new Map<number, { rows: number[]; columns: ColumnSpan[] }>()
  const sheets: number[] = []
  let depth = 0
  let here = { rows: [] as number[], columns: [] as ColumnSpan[] }
  let cells = 0
  let formulas = 0
  let longestShared = 0
  let at = 0
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true)
    const size = view.getUint16(at + 2, true)
    const body = at + 4
    if (depth === 0 && !BOF.some((one) => one === type)) break
    if (body + size > stream.length) refuse('workbook-broken', 'BIFF: cut short')
    if (BOF.some((one) => one === type)) {
      if (depth++ === 0) {
        here = { rows: [], columns: [] }
        hidden.set(at, here)
      }
    } else if (type === EOF) depth--
    else if (type === FILE_PASS) refuse('workbook-encrypted', 'FilePass')
    else if (type === BOUND_SHEET && size >= 6) sheets.push(view.getUint32(body, true))
    else if (type === ROW && size >= 16) {
      const isFlat = (view.getUint16(body + 6, true) & 0x7fff) === 0
      if ((view.getUint8(body + 12) & 0x20) !== 0 || isFlat) here.rows.push(view.getUint16(body, true))
    } else if (type === COL_INFO && size >= 10) {
      if ((view.getUint16(body + 8, true) & 1) !== 0 || view.getUint16(body + 4, true) === 0)
        here.columns.push({ from: view.getUint16(body, true), to: view.getUint16(body + 2, true) })
    } else if (type === MUL_RK) cells += Math.max(0, Math.floor((size - 6) / 6))
    else if (type === SHARED_FORMULA) longestShared = Math.max(longestShared, size)
    else if (ONE_CELL.has(type)) cells++
    else if (NOT_WANTED.has(type)) view.setUint16(at, NOTHING, true)
    if (type === FORMULA) formulas++
    if (cells > tally.limits.cells) refuse('workbook-too-large', `cells > ${tally.limits.cells}`)
    at = body + size
  }
  if (sheets.length > tally.limits.sheets) refuse('workbook-too-large', `sheets > ${tally.limits.sheets}`)
  return { hidden, sheets, areFormulasBounded: formulas * longestShared < MOST_FORMULA_WORK }
}
