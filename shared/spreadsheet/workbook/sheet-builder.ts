import type { BookCell, BookRow, BookSheet, Range } from './book'
import { LAST_COLUMN, LAST_ROW } from './cell-names'
import type { Tally } from './limits'

/** Gathers one sheet's cells in whatever order a file holds them. Rows and columns count from 0. */
export interface SheetBuilder {
  /** Nothing is kept of a cell that shows nothing and computes nothing. The first of two at one place counts. */
  readonly addCell: (row: number, cell: BookCell) => void
  readonly hideRow: (row: number) => void
  readonly hideColumns: (from: number, to: number) => void
  readonly addMerge: (range: Range) => void
  readonly build: (declared: Range | null) => BookSheet
}

export function sheetBuilder(name: string, isHidden: boolean, tally: Tally): SheetBuilder {
  const rows = new Map<number, BookCell[]>()
  const merges: Range[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns: { from: number; to: number }[] = []
  let lastColumn = 0
  let current: BookCell[] = []
  let currentRow = -1
  let needsSorting = false
  tally.addSheet()
  return {
    addCell: (row, cell) => {
      if (cell.text === '' && cell.formula === null) return
      if (row < 0 || row > LAST_ROW || cell.column < 0 || cell.column > LAST_COLUMN) return
      tally.addCell(cell.column, cell.text)
      if (row !== currentRow) {
        const known = rows.get(row)
        if (known === undefined) tally.addRow()
        needsSorting ||= row < currentRow
        current = known ?? []
        currentRow = row
        if (known === undefined) rows.set(row, current)
      }
      needsSorting ||= (current[current.length - 1]?.column ?? -1) >= cell.column
      current.push(cell)
      if (cell.column > lastColumn) lastColumn = cell.column
    },
    hideRow: (row) => hiddenRows.add(row),
    hideColumns: (from, to) => hiddenColumns.push({ from, to }),
    addMerge: (range) => {
      if (range.bottom > LAST_ROW || range.right > LAST_COLUMN) return
      if (range.top === range.bottom && range.left === range.right) return
      tally.addMerges(1)
      merges.push(range)
      if (range.left > lastColumn) lastColumn = range.left
    },
    build: (declared) => {
      const held = [...rows].map(([row, cells]): BookRow => ({ row, cells }))
      if (needsSorting) inOrder(held)
      const lastRow = held[held.length - 1]?.row ?? -1
      return {
        name,
        isHidden,
        rows: held,
        merges,
        hiddenRows: [...hiddenRows].filter((row) => row <= lastRow).sort((a, b) => a - b),
        hiddenColumns: columnsUpTo(hiddenColumns, lastColumn),
        declared,
      }
    },
  }
}

function inOrder(rows: BookRow[]): void {
  rows.sort((a, b) => a.row - b.row)
  rows.forEach(({ row, cells }, at) => {
    const sorted = [...cells].sort((a, b) => a.column - b.column)
    rows[at] = { row, cells: sorted.filter(({ column }, i) => i === 0 || sorted[i - 1]?.column !== column) }
  })
}

/** Offices hide all columns to the right of a table: those hold nothing and are not counted. */
function columnsUpTo(hidden: readonly { from: number; to: number }[], last: number): readonly number[] {
  const columns = new Set<number>()
  for (const { from, to } of hidden)
    for (let column = Math.max(0, from); column <= Math.min(to, last); column++) columns.add(column)
  return [...columns].sort((a, b) => a - b)
}
