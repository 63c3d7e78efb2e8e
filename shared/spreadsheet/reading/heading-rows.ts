import type { Heading } from './entries'
import type { FoundTable } from './find-tables'
import type { GridCell } from './grid'
import { isFresh, type RowCells } from './item-fields'
import { leadingMark, type Mark, wholeMark } from './numbering'
import { pointsInTitle, pointsOfCell } from './printed-points'

/** Whether a heading's row is an item too: it says how it is scored. */
export function holdsItem(shape: RowCells, heading: Heading, row: number): boolean {
  return isFresh(shape.rule, row) && shape.rule.column !== heading.column
}

/** The item in a heading's own row: the heading's cell is its title, and neither its number nor its points. */
export function ofHeading({ columns }: FoundTable, shape: RowCells, heading: Heading): RowCells {
  // Number and title in cells of their own stay what they are.
  if (heading.code !== null) return shape
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

/** The heading in a row: a text across several columns, in the number column, alone, or with a number of its own kind. */
export function headingOf(
  table: FoundTable,
  shape: RowCells,
  cells: readonly GridCell[],
  next: Mark | null,
): Heading | null {
  const { columns, left } = table
  const texts = cells.filter(({ column }) => column !== columns.points && !isAside(table, column))
  const first = texts[0]
  if (first === undefined) return null
  if (wholeMark(first.text) === null) {
    const covered = Math.min(table.right, first.span.right) - first.column + 1
    const isAcross = covered * 2 > table.right - left + 1 || (covered >= 2 && coversNumber(table, first))
    const isInNumber = first.column === columns.number && isTitleLike(first.text)
    const isMarked = leadsSection(leadingMark(first.text))
    const isLevel = columns.levels.includes(first.column)
    const isAlone = texts.length === 1 && first.span.bottom === shape.row && !isLevel
    const isAboveLevel = texts.length === 1 && isLevel && headsItsColumn(table, first)
    // A long text across the table is a remark, unless it has a number like a section's.
    const isRemark = first.text.length > 45 && !isMarked && pointsInTitle(first.text) === null
    if (((isAcross || isInNumber) && !isRemark) || (isAlone && isMarked) || isAboveLevel)
      return headingFrom(table, shape, first, null)
  }
  return numberedHeading(table, shape, texts, next)
}

/** 一、市容秩序 alone in the column of projects, and right below it a project: it heads those, and is none of them. */
function headsItsColumn({ grid, bodyTo }: FoundTable, { row, column, text, span }: GridCell): boolean {
  if (span.bottom > row || row >= bodyTo) return false
  if (!leadsSection(leadingMark(text)) && pointsInTitle(text) === null) return false
  const below = grid.cellsOf(row + 1)
  return below.length > 1 && below[0]?.column === column && leadingMark(below[0].text) === null
}

/** 1 | 沿街管理 | 10: a number and a title, and nothing that asks for or scores anything. */
function numberedHeading(
  table: FoundTable,
  shape: RowCells,
  texts: readonly GridCell[],
  next: Mark | null,
): Heading | null {
  const { columns } = table
  const number = isFresh(shape.number, shape.row) ? shape.number : null
  const own = [...columns.levels, columns.title, columns.content, columns.rule]
  const said = texts.filter(({ column }) => own.includes(column))
  const named = said[0]
  if (named === undefined || named.span.bottom > shape.row || columns.levels.includes(named.column))
    return null
  const mark = number === null ? leadingMark(named.text) : wholeMark(number.text)
  const isTitle = named.column === columns.title
  const isContent = named.column === columns.content && columns.title === null
  // 三 among 1, 2, 3: a section, even where it is scored itself.
  if ((isTitle || isContent) && number !== null && leadsSection(mark) && hasMixedNumbers(table))
    return headingFrom(table, shape, named, number)
  if (said.length > 1 || shape.rule !== null) return null
  if (isTitle && (columns.content !== null || columns.rule !== null))
    return shape.content === null ? headingFrom(table, shape, named, number) : null
  const isAboveNext = leadsSection(mark) || isAbove(mark, next)
  return isContent && named.text.length <= 30 && isAboveNext ? headingFrom(table, shape, named, number) : null
}

const MIXED = new WeakMap<FoundTable, boolean>()

/** Whether a table numbers some rows 一, 二 and others 1, 2. */
function hasMixedNumbers(table: FoundTable): boolean {
  const known = MIXED.get(table)
  if (known !== undefined) return known
  const { grid, columns, header, bodyTo } = table
  let sections = 0
  let others = 0
  for (const row of grid.rows) {
    if (row <= header.bottom || row > bodyTo || columns.number === null) continue
    const cell = grid.at(row, columns.number)
    const mark = cell === null || cell.row !== row ? null : wholeMark(cell.text)
    if (mark === null) continue
    if (leadsSection(mark)) sections += 1
    else others += 1
  }
  const isMixed = sections > 0 && others > 0
  MIXED.set(table, isMixed)
  return isMixed
}

/** 1 stands above 1.1. */
function isAbove(mark: Mark | null, next: Mark | null): boolean {
  if (mark === null || next === null || next.values.length <= mark.values.length) return false
  return mark.values.every((value, i) => value === next.values[i])
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
  return text.length <= 60 && /[\u4e00-\u9fff]/.test(text)
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

function headingFrom(
  { columns }: FoundTable,
  shape: RowCells,
  cell: GridCell,
  number: GridCell | null,
): Heading {
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
