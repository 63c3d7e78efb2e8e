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
export function headingOf(
  table: FoundTable,
  shape: RowCells,
  cells: readonly GridCell[],
  next: Mark | null,
): Heading | null {
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
  if (ownMark === null && (isAcross || isInNumber)) return headingFrom(table, shape, first, null)
  if (isAlone && ownMark === null && leadsSection(leadingMark(first.text)))
    return headingFrom(table, shape, first, null)
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
    return shape.rule === null && shape.content === null ? headingFrom(table, shape, named, number) : null
  }
  if (
    isContent &&
    shape.rule === null &&
    named.text.length <= 30 &&
    (leadsSection(mark) || isAbove(mark, next))
  )
    return headingFrom(table, shape, named, number)
  return null
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
