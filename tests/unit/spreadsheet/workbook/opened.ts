import type { Book, BookLimits, BookSheet, OpenedBook } from '../../../../shared/spreadsheet/workbook/book'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'

export function openedBook(bytes: Uint8Array, limits?: BookLimits): Book {
  const opened = openBook(bytes, 'x', limits)
  if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`)
  return opened.book
}

export function firstSheet(bytes: Uint8Array): BookSheet {
  const [sheet] = openedBook(bytes).sheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

/** Cells by name: 'A1' → its text. */
export function textsOf({ rows }: BookSheet): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.flatMap(({ row, cells }) =>
      cells.map(({ column, text }) => [`${String.fromCharCode(65 + column)}${row + 1}`, text] as const),
    ),
  )
}

/** 'workbook-broken' …, or 'read'. */
export function outcomeOf(opened: OpenedBook): string {
  return opened.ok ? 'read' : opened.code
}

export const NO_SHEET: BookSheet = {
  name: '',
  isHidden: false,
  rows: [],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  declared: null,
}
