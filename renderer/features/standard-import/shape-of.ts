import type { BookSheet } from '../../../shared/spreadsheet/workbook/book'

/** So many rows at the top tell one kind of sheet from another. */
const ROWS = 12
/** A text of a header is short; what is longer belongs to the items. */
const LONGEST = 12

/**
 * What sheets of one kind have in common, whatever their items: the short words of their first rows, by column.
 * Numbers are left out, and so are the words that a year or a place changes.
 */
export function shapeOf({ rows }: BookSheet): string {
  const words = rows
    .filter(({ row }) => row < ROWS)
    .map(({ cells }) =>
      cells.flatMap(({ column, text, number }) => {
        const word = text.replace(/\s+/g, '')
        return number !== null || word === '' || word.length > LONGEST || /\d/.test(word)
          ? []
          : [`${column}${word}`]
      }),
    )
    // The header is the row with most such words.
    .sort((a, b) => b.length - a.length)[0]
  return words === undefined || words.length < 3 ? '' : words.join('|')
}
