import { withBareItems } from './bare-items'
import type { Entry, Heading, RowKind } from './entries'
import type { FoundTable } from './find-tables'
import type { GridCell } from './grid'
import { headingOf, holdsItem, ofHeading } from './heading-rows'
import { closeForItem, NO_HEADINGS, pathOf, pushHeading } from './heading-stack'
import { isFresh, type RowCells, rowCells } from './item-fields'
import { levelHeadings, NO_LEVELS, settleLevels } from './level-columns'
import { type Mark, wholeMark } from './numbering'
import { isTitleAgain } from './page-rows'
import { isNote, isPageMark, isSignature } from './row-words'
import { continues } from './split-rows'
import { lastOwnRow, ownCells, sumRow } from './sum-rows'
import { closeItem, openHeading, pathOfSum, pushItem, settledPath, type Walk } from './walk'

/** What a table holds, from above: headings, items and sums in printed order, and the kinds of all other rows. */
export interface WalkedTable {
  readonly table: FoundTable
  readonly entries: readonly Entry[]
  readonly rows: readonly RowKind[]
  /** The last row that belongs to the table. */
  readonly lastRow: number
}

/** Reads a table's body row by row. `lead` are headings that stand above its header. */
export function walkTable(table: FoundTable, lead: readonly Heading[]): WalkedTable {
  const walk: Walk = {
    table,
    entries: [],
    rows: [],
    stack: NO_HEADINGS,
    levels: NO_LEVELS,
    previous: null,
    lastPath: [],
    wasHeading: false,
    lastRow: table.header.bottom,
    afterPageHeader: false,
  }
  for (const heading of lead) walk.stack = pushHeading(walk.stack, heading, true)
  const end = lastOwnRow(table)
  for (const row of table.grid.rows) {
    if (row <= table.header.bottom || row > table.bodyTo) continue
    readRow(walk, row, row > end)
  }
  closeItem(walk)
  return { table, entries: withBareItems(table, walk.entries), rows: walk.rows, lastRow: walk.lastRow }
}

function readRow(walk: Walk, row: number, isAfterEnd: boolean): void {
  const { table } = walk
  if (table.repeats.some(({ top, bottom }) => row >= top && row <= bottom)) {
    walk.rows.push({ row, kind: 'page-header' })
    walk.afterPageHeader = true
    return
  }
  const cells = ownCells(table, row)
  const first = cells[0]
  if (first === undefined) return
  if (isPageMark(cells)) {
    walk.rows.push({ row, kind: 'other' })
    walk.afterPageHeader = true
    return
  }
  if (isTitleAgain(table, row, cells)) {
    walk.rows.push({ row, kind: 'title' })
    walk.afterPageHeader = true
    return
  }
  const sum = sumRow(table, row, cells)
  if (sum !== null) {
    closeItem(walk)
    walk.entries.push({ kind: 'sum', sum, path: pathOfSum(walk, row) })
    walk.lastRow = Math.max(walk.lastRow, row)
    walk.wasHeading = false
    return
  }
  if (isAfterEnd) {
    closeItem(walk)
    const isSigned = isSignature(cells)
    const text = cells.map((cell) => cell.text).join(' ')
    walk.rows.push(isSigned ? { row, kind: 'other' } : { row, kind: 'note', text })
    return
  }
  if (isNote(first.text) && cells.length === 1) {
    walk.rows.push({ row, kind: 'note', text: first.text })
    return
  }
  const shape = rowCells(table, row)
  const heading = headingOf(table, shape, cells, nextMark(table, row))
  if (heading !== null) {
    openHeading(walk, heading)
    if (!holdsItem(shape, heading, row)) {
      walk.wasHeading = true
      walk.lastRow = Math.max(walk.lastRow, row)
      return
    }
    pushItem(walk, ofHeading(table, shape, heading), pathOf(walk.stack), heading.points)
    return
  }
  walk.levels = settleLevels(table, walk.levels, row, walk.afterPageHeader)
  walk.afterPageHeader = false
  if (walk.previous !== null && continues(table, walk.previous.cells, shape)) {
    walk.previous.more.push(shape)
    walk.lastRow = Math.max(walk.lastRow, row)
    return
  }
  if (!isItem(shape, row)) {
    readLevelOnly(walk, row, cells)
    return
  }
  walk.stack = closeForItem(walk.stack, shape.number?.text ?? null)
  pushItem(walk, shape, settledPath(walk))
}

/** The number in the next row, which may show that this row stands above it. */
function nextMark({ grid, columns, right }: FoundTable, row: number): Mark | null {
  if (columns.number === null || right < columns.number) return null
  const cell = grid.at(row + 1, columns.number)
  return cell === null ? null : wholeMark(cell.text)
}

/** Something to score by, or a text that asks for something, in this very row. */
function isItem(shape: RowCells, row: number): boolean {
  return isFresh(shape.content, row) || isFresh(shape.rule, row) || isFresh(shape.title, row)
}

/** A row with a text in a column of headings and nothing else: it heads the rows below it. */
function readLevelOnly(walk: Walk, row: number, cells: readonly GridCell[]): void {
  const path = [...pathOf(walk.stack), ...levelHeadings(walk.levels)]
  const isHeld = path.some((heading) => heading.row === row)
  if (isHeld) {
    closeItem(walk)
    walk.entries.push({ kind: 'heading', row, path })
    walk.lastRow = Math.max(walk.lastRow, row)
    return
  }
  walk.rows.push({
    row,
    kind: cells.length === 1 && (cells[0]?.text.length ?? 0) > 20 ? 'note' : 'other',
    ...(cells.length === 1 ? { text: cells[0]?.text ?? '' } : {}),
  })
}
