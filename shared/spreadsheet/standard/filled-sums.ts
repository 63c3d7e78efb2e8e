import { type Points, parseMilli, points } from '../../domain/points'
import type { ReadItem, Reading } from '../reading/reading'
import type { Book, BookSheet } from '../workbook/book'
import { columnAt } from '../workbook/cell-names'

/** A sum of scores that the workbook prints otherwise than its own items come to. */
export interface SumDifference {
  /** 考核标准!F23 */
  readonly where: string
  readonly name: string
  readonly printed: Points
  readonly recomputed: Points
}

/** What a person wrote as a score: '3.4', '３．４分'; null where it is no number. */
export function scoreIn(text: string): Points | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/分$/, '')
  const value = parseMilli(plain.replace(/^\+/, ''))
  return value === null ? null : points(value)
}

/** The workbook's own sums of scores against what its items come to. */
export function sumDifferences(reading: Reading, book: Book): readonly SumDifference[] {
  const out: SumDifference[] = []
  for (const table of reading.tables) {
    const column = columnAt(table.columns.score ?? '')
    const sheet = book.sheets.find(({ name }) => name === table.sheet)
    if (column < 0 || sheet === undefined) continue
    const rows = reading.otherRows.filter((row) => row.sheet === table.sheet)
    const own = reading.items.filter((item) => item.sheet === table.sheet)
    const totals = reading.otherRows.filter(({ kind }) => kind === 'total')
    let from = 0
    for (const { row, kind } of rows) {
      if (kind !== 'subtotal' && kind !== 'total') continue
      const printed = printedAt(sheet, row, column)
      const within =
        kind === 'total'
          ? totals.length > 1
            ? own
            : reading.items
          : own.filter((item) => item.row > from && item.row < row)
      if (kind === 'subtotal') from = row
      const recomputed = sumOf(within)
      if (printed === null || within.length === 0 || printed === recomputed) continue
      out.push({
        where: `${table.sheet}!${table.columns.score}${row}`,
        name: nameOf(sheet, row),
        printed,
        recomputed,
      })
    }
  }
  return out
}

function sumOf(items: readonly ReadItem[]): Points {
  return points(
    items.reduce((sum, { filled, kind }) => {
      const score = filled?.score == null ? null : scoreIn(filled.score)
      // A penalty is printed with its sign or without.
      return sum + (score === null ? 0 : kind === 'penalty' ? -Math.abs(score) : score)
    }, 0),
  )
}

function printedAt(sheet: BookSheet, row: number, column: number): Points | null {
  const cell = sheet.rows.find((one) => one.row === row - 1)?.cells.find((one) => one.column === column)
  if (cell === undefined) return null
  // What is shown may be rounded: 7.3 of 7.25.
  const value = cell.number === null ? null : Math.round(cell.number * 1000)
  return value !== null && Number.isSafeInteger(value) ? points(value) : scoreIn(cell.text)
}

function nameOf(sheet: BookSheet, row: number): string {
  const cells = sheet.rows.find((one) => one.row === row - 1)?.cells ?? []
  return (
    cells
      .find(({ text }) => text.trim() !== '')
      ?.text.trim()
      .slice(0, 200) ?? ''
  )
}
