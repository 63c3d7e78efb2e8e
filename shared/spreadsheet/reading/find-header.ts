import { tight } from './cell-text'
import type { Grid, GridCell } from './grid'
import { meaningsOf } from './header-words'

/** The rows above a table that name its columns; from 0. */
export interface HeaderBlock {
  readonly top: number
  readonly bottom: number
}

interface RowWords {
  readonly known: number
  readonly filled: number
}

const LONGEST_HEADER_CELL = 24
/** No header has more rows than this. */
const MOST_ROWS = 4

function wordsOf(cells: readonly GridCell[]): RowWords {
  const seen = new Set<string>()
  let known = 0
  for (const { text } of cells) {
    const meanings = meaningsOf(text)
    if (meanings === null) continue
    known += 1
    seen.add(Object.keys(meanings).join())
  }
  return { known: seen.size >= 2 ? known : Math.min(known, 1), filled: cells.length }
}

/** Whether a row by itself names columns: most of its cells are words that stand above columns. */
export function isHeaderRow(grid: Grid, row: number): boolean {
  const cells = grid.cellsOf(row)
  // Most rows hold a number or a sentence, and are none at a glance.
  if (cells.length < 2 || cells.some(({ cell, text }) => cell.number !== null || text.length > 60))
    return false
  if (cells.some(({ text }) => isTooLong(text, LONGEST_HEADER_CELL))) return false
  const { known, filled } = wordsOf(cells)
  return known >= 3 ? known * 2 >= filled : known === 2 && filled <= 3
}

function isTooLong(text: string, longest: number): boolean {
  return text.length > longest && tight(text.slice(0, 60)).length > longest
}

/** A row that goes on with the header above it: below a span, or beside cells merged down. */
function goesOn(grid: Grid, row: number, above: number): boolean {
  const cells = grid.cellsOf(row)
  const upper = grid.cellsOf(above)
  const isMergedDown = upper.some(({ span }) => span.bottom >= row)
  if (cells.length === 0) return isMergedDown
  if (cells.some(({ cell, text }) => cell.number !== null || isTooLong(text, LONGEST_HEADER_CELL / 2)))
    return false
  const { known, filled } = wordsOf(cells)
  const isBelowSpan = upper.some(({ span }) => span.right > span.left)
  if (!(isMergedDown || isBelowSpan)) {
    // Unmerged rows of a header leave gaps for each other.
    const taken = new Set(upper.map(({ column }) => column))
    const beside = cells.filter(({ column }) => !taken.has(column)).length
    if (known < 2 || known < filled || beside === 0) return false
    return true
  }
  // What is merged down through this row can only be a header's; else most words have to be known.
  const isBetween = cells.every(({ column }) =>
    upper.some(({ span }) => span.left <= column && span.right >= column),
  )
  if (isMergedDown && isBetween) return known * 2 >= filled || cells.every(({ text }) => text.length <= 8)
  return known * 2 >= filled && known >= 1
}

/** All headers of a sheet, from above; `isHeader` rows that follow each other in one table are one block. */
export function findHeaders(grid: Grid): readonly HeaderBlock[] {
  const blocks: HeaderBlock[] = []
  let after = -1
  for (const row of grid.rows) {
    if (row <= after || !isHeaderRow(grid, row)) continue
    let top = row
    // A span above it that names several columns: 考核标准 over 具体要求, 分值, 计分办法.
    while (top - 1 > after && isSpanRow(grid, top - 1, top)) top -= 1
    let bottom = row
    while (bottom - top + 1 < MOST_ROWS && bottom < grid.bottom && goesOn(grid, bottom + 1, bottom))
      bottom += 1
    blocks.push({ top, bottom })
    after = bottom
  }
  return blocks
}

function isSpanRow(grid: Grid, row: number, below: number): boolean {
  const cells = grid.cellsOf(row)
  if (cells.length < 2) return false
  const isLinked = cells.some(({ span }) => span.bottom >= below || span.right > span.left)
  return (
    isLinked && cells.every(({ text }) => text.length <= LONGEST_HEADER_CELL / 2 && !/[\d:：]/.test(text))
  )
}
