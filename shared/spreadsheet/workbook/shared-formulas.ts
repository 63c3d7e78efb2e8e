import { columnAt, columnName, LAST_COLUMN, LAST_ROW } from './cell-names'

/** Longest formula that is moved to other cells of its group: Excel allows 8,192 characters. */
const LONGEST = 8192
/** Whatever is moved in all, in characters; past it the cells of a group show the formula as it was first written. */
const MOST_MOVED = 20_000_000

/** A quoted name or text, or a reference that may move: =SUM(E5:E20), =$A1&"B2". */
const REFERENCE = /"[^"]*"|'[^']*'!?|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(])/g

/** Formulas that a file writes once for a range of cells (ECMA-376 part 1, 18.3.1.40): each as its own cell has it. */
export function sharedFormulas() {
  const groups = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>()
  let moved = 0
  return {
    /** The formula of a cell: its own, or its group's moved to it; null where there is none. */
    at: (row: number, column: number, text: string, share: string | null): string | null => {
      if (share === null) return text === '' ? null : text
      const group = groups.get(share)
      if (text !== '') {
        if (group === undefined) groups.set(share, { text, row, column })
        return text
      }
      if (group === undefined) return null
      moved += group.text.length
      if (group.text.length > LONGEST || moved > MOST_MOVED) return group.text
      return movedBy(group.text, row - group.row, column - group.column)
    },
  }
}

function movedBy(formula: string, rows: number, columns: number): string {
  return formula.replace(REFERENCE, (whole, columnMark, letters, rowMark, digits) => {
    if (letters === undefined) return whole
    const from = columnAt(letters.toUpperCase())
    const column = columnMark === '$' ? from : from + columns
    const row = rowMark === '$' ? Number(digits) - 1 : Number(digits) - 1 + rows
    if (row < 0 || row > LAST_ROW || column < 0 || column > LAST_COLUMN) return '#REF!'
    return `${columnMark}${columnName(column)}${rowMark}${row + 1}`
  })
}
