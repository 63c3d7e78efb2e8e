import type { BookLimits } from './book'
import { refuse } from './refused'

/** Well above any standard (10,000 items are 40,000 rows at most), well below what stops a window. */
export const BOOK_LIMITS: BookLimits = {
  bytes: 60_000_000,
  inflatedBytes: 256_000_000,
  rows: 100_000,
  columns: 16_384,
  cells: 2_000_000,
  // Excel's own bound is 32,767; CSV and ODS files may hold more.
  cellCharacters: 100_000,
  sheets: 500,
}

/** What was counted so far of one book: every reader counts here, and reading ends at the first bound passed. */
export interface Tally {
  readonly limits: BookLimits
  readonly addRow: () => void
  readonly addCell: (column: number, text: string) => void
  readonly addMerges: (count: number) => void
  readonly addSheet: () => void
  /** Takes what an inflated part may be at most, and `spend`s what it was. */
  readonly inflatable: () => number
  readonly spend: (bytes: number) => void
}

export function tallyOf(limits: BookLimits): Tally {
  let rows = 0
  let cells = 0
  let characters = 0
  let merges = 0
  let sheets = 0
  let inflated = 0
  const bound = (value: number, limit: number, what: string) => {
    if (value > limit) refuse('workbook-too-large', `${what} > ${limit}`)
  }
  return {
    limits,
    addRow: () => bound(++rows, limits.rows, 'rows'),
    addCell: (column, text) => {
      bound(++cells, limits.cells, 'cells')
      bound(column + 1, limits.columns, 'columns')
      bound(text.length, limits.cellCharacters, 'characters in a cell')
      // One shared string may stand in many cells; what shows them need not survive all of it.
      characters += text.length
      bound(characters, limits.inflatedBytes, 'characters')
    },
    addMerges: (count) => {
      merges += count
      bound(merges, limits.rows, 'merged cells')
    },
    addSheet: () => bound(++sheets, limits.sheets, 'sheets'),
    inflatable: () => limits.inflatedBytes - inflated,
    spend: (bytes) => {
      inflated += bytes
    },
  }
}
