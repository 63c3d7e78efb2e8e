import type { SumRow } from './entries'
import type { FoundTable } from './find-tables'
import { cellsWithin, type GridCell } from './grid'
import { pointsOfCell } from './printed-points'
import { isNote, isSignature, sumWords } from './row-words'

/** Cells with text of their own in a row, within the table. */
export function ownCells({ grid, left, right }: FoundTable, row: number): readonly GridCell[] {
  return cellsWithin(grid, row, left, right)
}

/** A row that sums up: a label that says so, its sum in the points column or right of it; null where it is none. */
export function sumRow(table: FoundTable, row: number, cells: readonly GridCell[]): SumRow | null {
  const { columns } = table
  if (cells.some(({ column, text }) => column === columns.rule && sumWords(text) === null)) return null
  for (const cell of cells) {
    const words = cell.column === columns.points ? null : sumWords(cell.text)
    if (words === null) continue
    const numbers = cells.filter(
      (each) => each !== cell && pointsOfCell(each.text, each.cell.number) !== null,
    )
    const inPoints = numbers.find((each) => each.column === columns.points)
    const at =
      inPoints ??
      numbers.find((each) => columns.levelPoints.some(({ column }) => column === each.column)) ??
      numbers.find((each) => each.column > cell.column && !columns.score.includes(each.column)) ??
      null
    const points = at === null ? words.value : pointsOfCell(at.text, at.cell.number)
    return {
      row,
      label: cell.text,
      labelColumn: cell.column,
      points,
      at: at ?? (words.value === null ? null : cell),
    }
  }
  return null
}

/** The last row that sums up or holds something to score by: what follows are notes. */
export function lastOwnRow(table: FoundTable): number {
  const { columns, grid, header, bodyTo } = table
  const scored = [columns.rule, columns.points].filter((column) => column !== null)
  for (let i = grid.rows.length - 1; i >= 0; i -= 1) {
    const row = grid.rows[i] ?? 0
    if (row > bodyTo) continue
    if (row <= header.bottom) return row
    const cells = ownCells(table, row)
    if (cells.length === 0) continue
    const first = cells[0]
    if (first !== undefined && sumWords(first.text) !== null) return row
    if (first !== undefined && isNote(first.text)) continue
    const held = scored.filter((column) => cells.some((cell) => cell.column === column))
    if (cells.length >= 2 && held.length > 0 && !isSignature(cells)) return row
    if (
      columns.levels.length + (columns.content === null ? 0 : 1) > 0 &&
      cells.length >= 3 &&
      !isSignature(cells)
    )
      return row
  }
  return header.bottom
}
