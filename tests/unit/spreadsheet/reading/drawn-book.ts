import type { Book, BookSheet, Range } from '../../../../shared/spreadsheet/workbook/book'

/** A sheet as one draws it: rows of cells, merges by name, what is hidden. */
export interface DrawnSheet {
  readonly name?: string
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly isHidden?: boolean
}

function cornerOf(name: string): { readonly row: number; readonly column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(name) ?? []
  const column = [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

function rangeOf(name: string): Range {
  const [first = 'A1', last = first] = name.split(':')
  const [from, to] = [cornerOf(first), cornerOf(last)]
  return { top: from.row, left: from.column, bottom: to.row, right: to.column }
}

function sheetOf(drawn: DrawnSheet, index: number): BookSheet {
  const rows = drawn.rows.map((cells, row) => ({
    row,
    cells: cells.flatMap((value, column) =>
      value === null || value === ''
        ? []
        : [{ column, text: String(value), number: typeof value === 'number' ? value : null, formula: null }],
    ),
  }))
  return {
    name: drawn.name ?? `Sheet${index + 1}`,
    isHidden: drawn.isHidden ?? false,
    rows: rows.filter(({ cells }) => cells.length > 0),
    merges: (drawn.merges ?? []).map(rangeOf),
    hiddenRows: (drawn.hiddenRows ?? []).map((row) => row - 1),
    hiddenColumns: drawn.hiddenColumns ?? [],
    declared: null,
  }
}

/** A workbook from drawn sheets, as opening a file would give it. */
export function drawnBook(...sheets: readonly DrawnSheet[]): Book {
  return { fileName: 'drawn.xlsx', kind: 'xlsx', encoding: null, sheets: sheets.map(sheetOf) }
}
