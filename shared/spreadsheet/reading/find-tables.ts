import { tight } from './cell-text'
import { itemLikeRows, profileColumn, textLooks } from './column-profile'
import { findHeaders, type HeaderBlock } from './find-header'
import type { Grid } from './grid'
import { type ColumnPlan, planColumns } from './plan-columns'
import type { TableChoice } from './reading'

/** A table on a sheet; rows and columns from 0, both ends included. */
export interface FoundTable {
  readonly grid: Grid
  readonly header: HeaderBlock
  /** Rows of the header that come again inside the body, by repetition. */
  readonly repeats: readonly HeaderBlock[]
  /** Rows above the header that belong to it, from the end of the table before. */
  readonly leadFrom: number
  readonly bodyTo: number
  readonly left: number
  readonly right: number
  readonly columns: ColumnPlan
  /** Of tables side by side: which, from the left; null where it stands alone. */
  readonly half: number | null
}

/** All tables of a sheet, from above, of tables side by side from the left. */
export function findTables(grid: Grid, choice?: TableChoice): readonly FoundTable[] {
  const blocks = choice?.headerRows?.length ? [chosenBlock(choice.headerRows)] : findHeaders(grid)
  const firsts: { header: HeaderBlock; repeats: HeaderBlock[] }[] = []
  for (const block of blocks) {
    const first = firsts.find(({ header }) => isSameHeader(grid, header, block))
    const last = firsts.at(-1)
    if (first !== undefined && first === last)
      first.repeats.push({ top: block.top, bottom: block.top + (first.header.bottom - first.header.top) })
    else firsts.push({ header: block, repeats: [] })
  }
  const tables: FoundTable[] = []
  let leadFrom = 0
  for (const [index, { header, repeats }] of firsts.entries()) {
    const next = firsts[index + 1]
    const bodyTo = next === undefined ? grid.bottom : leadOf(grid, next.header.top, header.bottom) - 1
    const halves = halvesOf(grid, header, bodyTo)
    for (const [half, { left, right }] of halves.entries()) {
      const inRepeat = (row: number) => repeats.some(({ top, bottom }) => row >= top && row <= bottom)
      const body = grid.rows.filter((row) => row > header.bottom && row <= bodyTo && !inRepeat(row))
      const rows = itemLikeRows(grid, body, left, right)
      const looksOf = textLooks()
      const profiles = []
      for (let column = left; column <= right; column += 1)
        profiles.push(profileColumn(grid, header, rows, column, left, looksOf))
      const columns = planColumns(profiles, choice?.columns)
      tables.push({
        grid,
        header,
        repeats,
        leadFrom,
        bodyTo,
        left,
        right,
        columns,
        half: halves.length > 1 ? half : null,
      })
    }
    leadFrom = bodyTo + 1
  }
  return tables
}

function chosenBlock(rows: readonly number[]): HeaderBlock {
  return { top: Math.min(...rows) - 1, bottom: Math.max(...rows) - 1 }
}

/** Where the rows above a header begin that belong to it: headings that stand alone in their row. */
function leadOf(grid: Grid, top: number, above: number): number {
  let from = top
  for (let row = top - 1; row > above; row -= 1) {
    const cells = grid.cellsOf(row)
    if (cells.length > 1) break
    if (cells.length === 1) from = row
  }
  return from
}

/** The same words above the same columns. */
function isSameHeader(grid: Grid, first: HeaderBlock, other: HeaderBlock): boolean {
  const wanted = grid.cellsOf(first.top)
  const seen = grid.cellsOf(other.top)
  const same = wanted.filter(({ column, text }) =>
    seen.some((cell) => cell.column === column && tight(cell.text) === tight(text)),
  ).length
  return same >= 2 && same >= 0.6 * wanted.length && seen.length <= wanted.length + 2
}

interface Half {
  readonly left: number
  readonly right: number
}

/** The columns of a table; of tables side by side, which begin with the same words again, those of each. */
function halvesOf(grid: Grid, header: HeaderBlock, bodyTo: number): readonly Half[] {
  const labels = new Map<number, string>()
  let right = 0
  for (let row = header.top; row <= header.bottom; row += 1) {
    for (const { column, text, span } of grid.cellsOf(row)) {
      if (row === header.top || !labels.has(column)) labels.set(column, tight(text))
      right = Math.max(right, span.right)
    }
  }
  const list = [...labels].sort((a, b) => a[0] - b[0])
  const left = list[0]?.[0] ?? 0
  const starts = [0]
  const words = list.map(([, text]) => text)
  for (let at = 2; at < words.length; at += 1) {
    if (words[at] !== words[0]) continue
    const length = at - (starts.at(-1) ?? 0)
    const rest = words.slice(at, at + length)
    if (rest.length >= 2 && rest.length >= length / 2 && rest.every((word, i) => word === words[i]))
      starts.push(at)
  }
  if (starts.length === 1)
    return [
      {
        left: withUnnamed(grid, header, bodyTo, left, -1),
        right: withUnnamed(grid, header, bodyTo, right, 1),
      },
    ]
  return starts.map((start, index) => {
    const from = list[start]?.[0] ?? left
    const next = starts[index + 1]
    const last = next === undefined ? right : (list[next]?.[0] ?? right + 1) - 1
    return { left: from, right: next === undefined ? last : lastUsed(grid, header, bodyTo, from, last) }
  })
}

/** A column beside the header that has no word above it, but text in many rows. */
function withUnnamed(grid: Grid, header: HeaderBlock, bodyTo: number, edge: number, step: -1 | 1): number {
  const column = edge + step
  if (column < grid.left || column > grid.right) return edge
  const rows = grid.rows.filter((row) => row > header.bottom && row <= bodyTo).slice(0, 200)
  const held = rows.filter((row) => grid.cellsOf(row).some((cell) => cell.column === column)).length
  return held * 3 >= rows.length && held >= 2 ? withUnnamed(grid, header, bodyTo, column, step) : edge
}

/** The gap between two tables belongs to neither. */
function lastUsed(grid: Grid, header: HeaderBlock, bodyTo: number, left: number, right: number): number {
  for (let column = right; column > left; column -= 1) {
    for (const row of grid.rows) {
      if (row < header.top || row > bodyTo) continue
      if (grid.cellsOf(row).some((cell) => cell.column === column)) return column
      if (row > header.top + 200) break
    }
  }
  return right
}
