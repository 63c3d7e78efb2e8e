import type { Points } from '../../domain/points'
import { tight } from './cell-text'
import type { Entry, Heading, RowKind } from './entries'
import type { FoundTable } from './find-tables'
import type { GridCell } from './grid'
import { headingOf, holdsItem, ofHeading } from './heading-rows'
import { closeForItem, type HeadingStack, NO_HEADINGS, pathOf, pushHeading } from './heading-stack'
import { isFresh, itemOf, type RowCells, rowCells } from './item-fields'
import { type LevelState, levelHeadings, NO_LEVELS, settleLevels } from './level-columns'
import { leadingMark, type Mark, wholeMark } from './numbering'
import { isNote, isPageMark, isSignature } from './row-words'
import { continues } from './split-rows'
import { lastOwnRow, ownCells, sumRow } from './sum-rows'

/** What a table holds, from above: headings, items and sums in printed order, and the kinds of all other rows. */
export interface WalkedTable {
  readonly table: FoundTable
  readonly entries: readonly Entry[]
  readonly rows: readonly RowKind[]
  /** The last row that belongs to the table. */
  readonly lastRow: number
}

interface Walk {
  readonly table: FoundTable
  readonly entries: Entry[]
  readonly rows: RowKind[]
  stack: HeadingStack
  levels: LevelState
  previous: { cells: RowCells; more: RowCells[]; path: readonly Heading[]; points: Points | null } | null
  lastPath: readonly Heading[]
  wasHeading: boolean
  lastRow: number
  afterPageHeader: boolean
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

/** A number, a title and points with nothing below them are an item that nobody has written a rule for. */
function withBareItems(table: FoundTable, entries: readonly Entry[]): readonly Entry[] {
  const used = new Set<Heading>()
  for (const entry of entries)
    if (entry.kind === 'item') for (const heading of entry.item.path) used.add(heading)
  return entries.map((entry) => {
    const heading = entry.kind === 'heading' ? entry.path.at(-1) : undefined
    if (heading === undefined || used.has(heading) || heading.code === null || heading.points === null)
      return entry
    const item = itemOf(
      table,
      (entry.kind === 'heading' ? entry.path : []).slice(0, -1),
      rowCells(table, heading.row),
      [],
      null,
    )
    return { kind: 'item', item }
  })
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

/** A title that the next page prints again above the header. */
function isTitleAgain(
  { grid, header, repeats }: FoundTable,
  row: number,
  cells: readonly GridCell[],
): boolean {
  if (!repeats.some(({ top }) => top > row && top <= row + MOST_TITLE_ROWS)) return false
  return cells.every(
    ({ text }) =>
      leadingMark(text) === null &&
      grid.rows.some(
        (above) => above < header.top && grid.cellsOf(above).some((cell) => tight(cell.text) === tight(text)),
      ),
  )
}

const MOST_TITLE_ROWS = 4

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

function pushItem(walk: Walk, cells: RowCells, path: readonly Heading[], points: Points | null = null): void {
  const before = walk.lastPath
  const isSame = before.length === path.length && before.every((heading, i) => heading === path[i])
  closeItem(walk)
  // One array for all items below the same headings.
  if (!isSame) walk.lastPath = path
  walk.previous = { cells, more: [], path: walk.lastPath, points }
  walk.wasHeading = false
  walk.lastRow = Math.max(walk.lastRow, cells.row)
}

function closeItem(walk: Walk): void {
  const { previous, table } = walk
  if (previous === null) return
  const item = itemOf(table, previous.path, previous.cells, previous.more, previous.points)
  walk.entries.push({ kind: 'item', item })
  walk.previous = null
}

function openHeading(walk: Walk, heading: Heading): void {
  closeItem(walk)
  walk.stack = pushHeading(walk.stack, heading, walk.wasHeading)
  walk.levels = NO_LEVELS
  walk.entries.push({ kind: 'heading', row: heading.row, path: pathOf(walk.stack) })
}

/** The headings that a row that sums up stands below. */
function pathOfSum(walk: Walk, row: number): readonly Heading[] {
  walk.levels = settleLevels(walk.table, walk.levels, row, walk.afterPageHeader, true)
  return settledPath(walk)
}

function settledPath({ stack, levels }: Walk): readonly Heading[] {
  return [...pathOf(stack), ...levelHeadings(levels)]
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
