import type { Reading, ReadingDiagnostic } from '../../../../shared/spreadsheet/reading/reading'
import { columnAt } from '../../../../shared/spreadsheet/workbook/cell-names'
import { type Place, placeOf } from '../sheet/addresses'

/** The cell that a diagnostic is about: its own, else the item's that stands in its row, else the row's first. */
export function placeOfNote(diagnostic: ReadingDiagnostic, reading: Reading): Place | null {
  const { sheet, cell, column, kind } = diagnostic
  if (sheet === undefined) return null
  if (cell !== undefined) return placeOf(sheet, cell)
  const row = diagnostic.row ?? diagnostic.rows?.[0]
  if (row === undefined) return column === undefined ? null : { sheet, row: 0, column: columnAt(column) }
  if (column !== undefined && columnAt(column) >= 0) return { sheet, row: row - 1, column: columnAt(column) }
  const item = reading.items.find((one) => one.sheet === sheet && one.row === row)
  const role =
    kind === 'missing-points'
      ? 'points'
      : kind === 'duplicate-number' || kind === 'number-gap'
        ? 'number'
        : kind === 'duplicate-row'
          ? 'content'
          : 'rule'
  const named = item?.cells[role]
  const table = reading.tables.find((one) => one.sheet === sheet)
  const first = table?.columns[role] ?? /^[A-Z]+/.exec(table?.ref ?? '')?.[0] ?? 'A'
  return placeOf(sheet, named ?? `${first}${row}`)
}
