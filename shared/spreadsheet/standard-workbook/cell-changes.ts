import type { Book, BookCell } from '../workbook/book'
import { cellName } from '../workbook/cell-names'
import { cellText } from '../xlsx-writer/cell-text'
import type { Sheet } from '../xlsx-writer/workbook-model'

/** A cell that says something else than was written: 'E5' and both texts. */
export interface CellChange {
  readonly sheet: string
  readonly cell: string
  readonly written: string
  readonly found: string
}

/** More than these are not named one by one. */
const MOST_NAMED = 1000

/** What is no longer in a sheet as it was written, cell by cell, in order of rows; a missing sheet is all its cells. */
export function sheetChanges(written: Sheet, book: Book): readonly CellChange[] {
  const found = new Map<string, BookCell>()
  for (const { row, cells } of book.sheets.find(({ name }) => name === written.name)?.rows ?? [])
    for (const cell of cells) found.set(cellName(row, cell.column), cell)
  const changes: CellChange[] = []
  const add = (cell: string, before: string, after: string) => {
    if (changes.length < MOST_NAMED)
      changes.push({ sheet: written.name, cell, written: before, found: after })
  }
  written.rows.forEach(({ cells }, row) => {
    let column = 0
    for (const { value, span = 1 } of cells) {
      const name = cellName(row, column)
      const now = found.get(name)
      found.delete(name)
      column += span
      const isNumber = typeof value === 'object' && value !== null
      const before = isNumber ? value.decimal : shown(cellText(value ?? ''))
      const isSame = isNumber ? now?.number === Number(before) : shown(now?.text ?? '') === before
      if (!isSame || (now?.formula ?? null) !== null) add(name, before, now?.text ?? '')
    }
  })
  for (const [name, cell] of found) if (shown(cell.text) !== '') add(name, '', cell.text)
  return changes
}

/** Programs write line ends in ways of their own when they save. */
function shown(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
