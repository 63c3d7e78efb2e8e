import type { Book } from '../workbook/book'
import { cellName, columnName } from '../workbook/cell-names'
import type { ReadSheet } from './read-sheet'
import type { ReadingDiagnostic } from './reading'
import { isFilled } from './reading-parts'

/** Facts about a sheet: what is hidden, comes again, stands side by side, is claimed or filled in. */
export function notesOfSheet(read: ReadSheet): readonly ReadingDiagnostic[] {
  const { sheet, grid, tables } = read
  const name = sheet.name
  const notes: ReadingDiagnostic[] = []
  const note = (kind: ReadingDiagnostic['kind'], more: Omit<ReadingDiagnostic, 'kind' | 'level'>) =>
    notes.push({ kind, level: 'note', sheet: name, ...more })
  const hiddenRows = sheet.rows
    .filter(
      ({ row, cells }) => sheet.hiddenRows.includes(row) && cells.some(({ text }) => text.trim() !== ''),
    )
    .map(({ row }) => row + 1)
  if (hiddenRows.length > 0) note('hidden-row', { rows: hiddenRows })
  for (const column of sheet.hiddenColumns) {
    const isUsed = sheet.rows.some(({ cells }) =>
      cells.some((cell) => cell.column === column && cell.text.trim() !== ''),
    )
    if (isUsed) note('hidden-column', { column: columnName(column) })
  }
  const repeats = [...new Set(tables.flatMap((table) => table.repeats.map(({ top }) => top + 1)))].sort(
    (a, b) => a - b,
  )
  if (repeats.length > 0) note('repeated-header', { rows: repeats })
  if (tables.some(({ half }) => half !== null)) note('side-by-side-tables', {})
  const { declared } = sheet
  if (declared !== null && isOversized(declared.bottom - grid.bottom, declared.right - grid.right)) {
    note('oversized-range', {
      text: `${columnName(declared.left)}${declared.top + 1}:${columnName(declared.right)}${declared.bottom + 1}`,
    })
  }
  for (const { row, column } of grid.emptyFormulas) {
    const isOfTable = read.walked.some(
      ({ table, lastRow }) =>
        row > table.header.bottom && row <= lastRow && column >= table.left && column <= table.right,
    )
    if (isOfTable) note('formula-without-value', { row: row + 1, cell: cellName(row, column) })
  }
  const filled = filledColumn(read)
  if (filled !== null) note('filled-in', { column: columnName(filled) })
  return notes
}

/** The column of scores that someone has filled in; that of reasons where only these are. */
function filledColumn({ walked }: ReadSheet): number | null {
  for (const role of ['score', 'reason'] as const) {
    for (const table of walked) {
      const column = table.table.columns[role].find((each) => isFilled(table, each))
      if (column !== undefined) return column
    }
  }
  return null
}

/** Rows or columns that the file claims beyond the last that holds anything. */
function isOversized(rows: number, columns: number): boolean {
  return rows >= 100 || columns >= 20
}

export function notesOfBook(book: Book, ignoredSheets: readonly string[]): readonly ReadingDiagnostic[] {
  const notes: ReadingDiagnostic[] = ignoredSheets.map((sheet) => ({
    kind: 'ignored-sheet',
    level: 'note',
    sheet,
  }))
  if (book.encoding !== null && book.encoding !== 'utf-8')
    notes.push({ kind: 'encoding', level: 'note', text: book.encoding })
  return notes
}
