import type { BookCell, BookSheet, Range } from '../workbook/book'
import { hasText, trimmed } from './cell-text'

/** A cell that holds text, with the merge that it is the first of. */
export interface GridCell {
  readonly row: number
  readonly column: number
  /** Verbatim, without the blanks around it. */
  readonly text: string
  readonly cell: BookCell
  readonly span: Range
}

/** A sheet that can be asked what stands where, merges resolved. Rows and columns from 0. */
export interface Grid {
  readonly sheet: BookSheet
  /** Rows that hold text, in order. */
  readonly rows: readonly number[]
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Cells with text of their own in a row, left to right. */
  readonly cellsOf: (row: number) => readonly GridCell[]
  /** What a cell shows: its own text, or that of the first cell of its merge. */
  readonly at: (row: number, column: number) => GridCell | null
  readonly spanAt: (row: number, column: number) => Range | null
  /** Cells that hold a formula and show nothing, as it was never computed. */
  readonly emptyFormulas: readonly { readonly row: number; readonly column: number }[]
}

const NONE: readonly GridCell[] = []

/** Cells with text of their own in a row, from column `left` to column `right`. */
export function cellsWithin(grid: Grid, row: number, left: number, right: number): readonly GridCell[] {
  const cells = grid.cellsOf(row)
  const [first, last] = [cells[0], cells[cells.length - 1]]
  if (first === undefined || last === undefined) return cells
  if (first.column >= left && last.column <= right) return cells
  return cells.filter(({ column }) => column >= left && column <= right)
}

export function gridOf(
  sheet: BookSheet,
  isLeftOut: (row: number, column: number) => boolean = () => false,
): Grid {
  const merges = mergesByColumn(sheet)
  const spanAt = (row: number, column: number): Range | null => {
    const list = merges.get(column)
    if (list === undefined) return null
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle]?.top ?? 0) <= row) low = middle + 1
      else high = middle
    }
    const found = list[low - 1]
    return found !== undefined && found.bottom >= row ? found : null
  }
  const byRow = new Map<number, GridCell[]>()
  let left = Number.POSITIVE_INFINITY
  let right = -1
  const emptyFormulas: { row: number; column: number }[] = []
  for (const { row, cells } of sheet.rows) {
    const held: GridCell[] = []
    for (const cell of cells) {
      const { column } = cell
      if (cell.formula !== null && cell.number === null && !hasText(cell.text))
        emptyFormulas.push({ row, column })
      if (!hasText(cell.text) || isLeftOut(row, column)) continue
      const span = spanAt(row, column)
      // Text below a merge is hidden by it; the library may still give it.
      if (span !== null && (span.top !== row || span.left !== column)) continue
      held.push({
        row,
        column,
        text: trimmed(cell.text),
        cell,
        span: span ?? { top: row, left: column, bottom: row, right: column },
      })
      if (column < left) left = column
      if (column > right) right = column
    }
    if (held.length > 0) byRow.set(row, held)
  }
  const cellsOf = (row: number) => byRow.get(row) ?? NONE
  const own = (row: number, column: number) => {
    const cells = cellsOf(row)
    // Where no cell before it is blank or merged, the cell of column 3 is the third.
    const direct = cells[column - left]
    if (direct?.column === column) return direct
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] as GridCell
      if (cell.column === column) return cell
    }
    return null
  }
  const at = (row: number, column: number): GridCell | null => {
    const direct = own(row, column)
    if (direct !== null) return direct
    const span = spanAt(row, column)
    return span === null ? null : own(span.top, span.left)
  }
  const rows = [...byRow.keys()].sort((a, b) => a - b)
  return {
    sheet,
    rows,
    left: right < 0 ? 0 : left,
    right,
    bottom: rows.at(-1) ?? -1,
    cellsOf,
    at,
    spanAt,
    emptyFormulas,
  }
}

/** Merges by the columns they cover, by their first row; bounded by what is used, however far they reach. */
function mergesByColumn(sheet: BookSheet): ReadonlyMap<number, readonly Range[]> {
  let widest = 0
  for (const { cells } of sheet.rows) widest = Math.max(widest, cells.at(-1)?.column ?? 0)
  const merges = new Map<number, Range[]>()
  for (const range of sheet.merges) {
    for (let column = range.left; column <= Math.min(range.right, widest); column += 1) {
      const list = merges.get(column)
      if (list === undefined) merges.set(column, [range])
      else list.push(range)
    }
  }
  for (const list of merges.values()) list.sort((a, b) => a.top - b.top)
  return merges
}
