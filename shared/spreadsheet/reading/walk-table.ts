import type { Points } from '../../domain/points'
import type { Entry, Heading, RawItem, RowKind, SumRow } from './entries'
import type { FoundTable } from './find-tables'
import type { GridCell } from './grid'
import { closeForItem, type HeadingStack, NO_HEADINGS, pathOf, pushHeading } from './heading-stack'
import { isFresh, itemOf, type RowCells, rowCells } from './item-fields'
import { type LevelState, levelHeadings, NO_LEVELS, settleLevels } from './level-columns'
import { leadingMark, type Mark, wholeMark } from './numbering'
import { pointsInTitle, pointsOfCell } from './printed-points'
import { isNote, isSignature, sumWords } from './row-words'

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
  return { table, entries: walk.entries, rows: walk.rows, lastRow: walk.lastRow }
}

function ownCells({ grid, left, right }: FoundTable, row: number): readonly GridCell[] {
  return grid.cellsOf(row).filter(({ column }) => column >= left && column <= right)
}

/** The last row that sums up or holds something to score by: what follows are notes. */
function lastOwnRow(table: FoundTable): number {
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
  const sum = sumRow(table, row, cells)
  if (sum !== null) {
    closeItem(walk)
    walk.entries.push({ kind: 'sum', sum, path: currentPath(walk, row, true) })
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
  const heading = headingOf(table, shape, cells)
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
  pushItem(walk, shape, [...pathOf(walk.stack), ...levelHeadings(walk.levels)])
}

/** Something to score by, or a text that asks for something, in this very row. */
function isItem(shape: RowCells, row: number): boolean {
  return isFresh(shape.content, row) || isFresh(shape.rule, row) || isFresh(shape.title, row)
}

function pushItem(walk: Walk, cells: RowCells, path: readonly Heading[], points: Points | null = null): void {
  closeItem(walk)
  walk.previous = { cells, more: [], path, points }
  walk.wasHeading = false
  walk.lastRow = Math.max(walk.lastRow, cells.row)
}

function closeItem(walk: Walk): void {
  const { previous, table } = walk
  if (previous === null) return
  const read = itemOf(table, previous.cells, previous.more)
  const item: RawItem = { ...read, points: read.points ?? previous.points, path: previous.path }
  walk.entries.push({ kind: 'item', item })
  walk.previous = null
}

function openHeading(walk: Walk, heading: Heading): void {
  closeItem(walk)
  walk.stack = pushHeading(walk.stack, heading, walk.wasHeading)
  walk.levels = NO_LEVELS
  walk.entries.push({ kind: 'heading', row: heading.row, path: pathOf(walk.stack) })
}

function currentPath(walk: Walk, row: number, isSum: boolean): readonly Heading[] {
  if (isSum) walk.levels = settleLevels(walk.table, walk.levels, row, walk.afterPageHeader, true)
  return [...pathOf(walk.stack), ...levelHeadings(walk.levels)]
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

function sumRow(table: FoundTable, row: number, cells: readonly GridCell[]): SumRow | null {
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

/** Whether a heading's row is an item too: it says how it is scored. */
function holdsItem(shape: RowCells, heading: Heading, row: number): boolean {
  return isFresh(shape.rule, row) && shape.rule.column !== heading.column
}

/** The item in a heading's own row: the heading's cell is its title, and neither its number nor its points. */
function ofHeading({ columns }: FoundTable, shape: RowCells, heading: Heading): RowCells {
  const own = (cell: GridCell | null) =>
    cell !== null && cell.row === heading.row && cell.column === heading.column ? cell : null
  const not = (cell: GridCell | null) => (own(cell) === null ? cell : null)
  const cell = own(shape.number) ?? own(shape.title) ?? own(shape.content) ?? own(shape.points)
  const title = columns.title !== null && shape.title === null ? cell : shape.title
  return {
    ...shape,
    number: not(shape.number),
    title,
    content: not(shape.content),
    points: not(shape.points),
  }
}

/** The heading in a row: a text across several columns, in the number column, or alone with a number of its own kind. */
function headingOf(table: FoundTable, shape: RowCells, cells: readonly GridCell[]): Heading | null {
  const { columns, left, right } = table
  const { row } = shape
  const texts = cells.filter(({ column }) => column !== columns.points && !isAside(table, column))
  const first = texts[0]
  if (first === undefined) return null
  const width = right - left + 1
  const covered = Math.min(right, first.span.right) - first.column + 1
  const ownMark = wholeMark(first.text)
  const isAcross =
    covered * 2 > width || (covered >= 2 && first.column === left && coversNumber(table, first))
  const isInNumber = first.column === columns.number && ownMark === null && isTitleLike(first.text)
  const isAlone = texts.length === 1 && first.span.bottom === row && !columns.levels.includes(first.column)
  if (ownMark === null && (isAcross || isInNumber)) return make(table, shape, first, null)
  if (isAlone && ownMark === null && leadsSection(leadingMark(first.text)))
    return make(table, shape, first, null)
  // 1 | 沿街管理 | 10: a number and a title, and nothing that asks for or scores anything.
  const named = texts.find(({ column }) => column !== columns.number) ?? null
  const beside = texts.filter(({ column }) => column !== columns.number).length
  if (named === null || beside !== 1 || named.row !== row || named.span.bottom > row) return null
  if (columns.levels.includes(named.column)) return null
  const number = first.column === columns.number ? first : null
  const mark = number === null ? leadingMark(named.text) : wholeMark(number.text)
  const isTitle = named.column === columns.title
  const isContent = named.column === columns.content && columns.title === null
  if (isTitle && (columns.content !== null || columns.rule !== null)) {
    return shape.rule === null && shape.content === null ? make(table, shape, named, number) : null
  }
  if (isContent && shape.rule === null && named.text.length <= 30 && leadsSection(mark))
    return make(table, shape, named, number)
  return null
}

function leadsSection(mark: Mark | null): boolean {
  return (
    mark !== null &&
    (mark.style === 'part' ||
      mark.style === 'chinese' ||
      mark.style === 'chinese-bracket' ||
      mark.style === 'roman')
  )
}

function isTitleLike(text: string): boolean {
  return text.length <= 60 && /[^\d\s.\-()（）]/.test(text)
}

function coversNumber({ columns }: FoundTable, cell: GridCell): boolean {
  const inner = [columns.number, ...columns.levels, columns.title].filter((column) => column !== null)
  return (
    columns.number !== null &&
    inner.filter((column) => column >= cell.column && column <= cell.span.right).length >= 2
  )
}

/** Columns that say nothing about what a row is. */
function isAside({ columns }: FoundTable, column: number): boolean {
  return (
    column === columns.remark ||
    columns.score.includes(column) ||
    columns.reason.includes(column) ||
    columns.levelPoints.some((level) => level.column === column)
  )
}

function make({ columns }: FoundTable, shape: RowCells, cell: GridCell, number: GridCell | null): Heading {
  const inTitle = pointsInTitle(cell.text)
  const beside =
    shape.points !== null && shape.points !== cell && shape.points.row === shape.row ? shape.points : null
  const points = beside === null ? null : pointsOfCell(beside.text, beside.cell.number)
  const mark = number === null ? leadingMark(cell.text) : wholeMark(number.text)
  return {
    title: cell.text,
    row: cell.row,
    column: cell.column,
    points: inTitle?.points ?? points,
    pointsAt: inTitle === null && points !== null && columns.points !== null ? beside : null,
    code: number === null ? null : number.text,
    mark,
  }
}

/** Whether a row goes on with the item above it: its number and points are merged from there, or left blank. */
function continues({ columns }: FoundTable, above: RowCells, shape: RowCells): boolean {
  const { row } = shape
  if (isFresh(shape.number, row) || isFresh(shape.points, row) || isFresh(shape.title, row)) return false
  const isContentNew = isFresh(shape.content, row)
  const isRuleNew = isFresh(shape.rule, row)
  if (!isContentNew && !isRuleNew) return false
  const isNumberShared = shape.number !== null && shape.number === above.number
  const arePointsShared = shape.points !== null && shape.points === above.points
  if (isNumberShared) return arePointsShared || (shape.points === null && columns.points !== null)
  if (isContentNew && isRuleNew) return false
  if (arePointsShared)
    return isRuleNew
      ? shape.content === above.content || shape.content === null
      : shape.rule === above.rule || shape.rule === null
  return (
    columns.number !== null &&
    above.number !== null &&
    columns.points !== null &&
    above.points !== null &&
    shape.points === null &&
    (isRuleNew
      ? shape.content === null || shape.content === above.content
      : shape.rule === null || shape.rule === above.rule)
  )
}
