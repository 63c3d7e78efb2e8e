import type { Points } from '../../domain/points'
import { cellName } from '../workbook/cell-names'
import type { Heading, RawItem } from './entries'
import type { FoundTable } from './find-tables'
import type { Grid, GridCell } from './grid'
import { splitNames } from './name-lists'
import { nameOfTitle } from './numbering'
import { pointsInTitle, pointsOfCell } from './printed-points'
import type { ColumnRole } from './reading'

/** The texts of an item's row, through merges. */
export interface RowCells {
  readonly row: number
  readonly number: GridCell | null
  readonly title: GridCell | null
  readonly content: GridCell | null
  readonly rule: GridCell | null
  readonly points: GridCell | null
}

export function rowCells({ grid, columns }: FoundTable, row: number): RowCells {
  const at = (column: number | null) => (column === null ? null : grid.at(row, column))
  const [number, title, content, rule] = [
    at(columns.number),
    at(columns.title),
    at(columns.content),
    at(columns.rule),
  ]
  // A cell that reaches over several columns says what the first of them says.
  const before: (GridCell | null)[] = []
  const once = (cell: GridCell | null, column: number | null) => {
    if (cell === null || (cell.column !== column && before.includes(cell))) return null
    before.push(cell)
    return cell
  }
  return {
    row,
    number: once(number, columns.number),
    // A heading that reaches over the titles' column is no item's own title.
    title: title !== null && columns.levels.includes(title.column) ? null : once(title, columns.title),
    content: once(content, columns.content),
    rule: once(rule, columns.rule),
    points: at(columns.points),
  }
}

/** Stands in this very row, not reaching into it from above. */
export function isFresh(cell: GridCell | null, row: number): cell is GridCell {
  return cell !== null && cell.row === row
}

/** An item from its row; `more` are rows below that go on with it, their texts joined by line breaks. */
export function itemOf(
  table: FoundTable,
  path: readonly Heading[],
  cells: RowCells,
  more: readonly RowCells[],
  pointsOfHeading: Points | null,
): RawItem {
  const { grid, columns } = table
  const { row } = cells
  const number = columns.number === null ? null : numberOf(cells.number, row, more.at(-1)?.row ?? row)
  const content = joined(
    cells.content,
    more.map((each) => each.content),
  )
  const rule = joined(cells.rule, [
    ...columns.moreRules.map((column) => grid.at(row, column)),
    ...more.map((each) => each.rule),
  ])
  const title = cells.title?.text ?? null
  const pointsCell = cells.points
  const last = more.at(-1)?.row ?? row
  const sharedPoints =
    pointsCell !== null && (pointsCell.span.bottom > last || pointsCell.row < row) ? pointsCell : null
  const named: Partial<Record<ColumnRole, string>> = {}
  const name = (role: ColumnRole, cell: GridCell | null) => {
    if (cell !== null) named[role] = cellName(cell.row, cell.column)
  }
  name('number', number === null ? null : cells.number)
  name('title', cells.title)
  name('content', cells.content ?? more.find((each) => each.content)?.content ?? null)
  name('points', pointsCell)
  name('rule', cells.rule ?? more.find((each) => each.rule)?.rule ?? null)
  const methods = namesAt(grid, row, columns.methods)
  const units = namesAt(grid, row, columns.units)
  name('methods', methods.first)
  name('units', units.first)
  const score = firstIn(grid, row, columns.score)
  const reason = firstIn(grid, row, columns.reason)
  name('score', score)
  name('reason', reason)
  return {
    row,
    path,
    number: number === null ? null : number.text,
    title,
    content,
    rule,
    points: pointsOf(pointsCell, sharedPoints, title, content) ?? pointsOfHeading,
    pointsText: pointsCell === null ? null : pointsCell.text,
    sharedPoints,
    more: more.map((each) => each.row),
    methods: methods.names,
    units: units.names,
    cells: named,
    filled:
      score === null && reason === null ? null : { score: score?.text ?? null, reason: reason?.text ?? null },
  }
}

/** A number that reaches over several items is not any one's own: it counts the headings. */
function numberOf(cell: GridCell | null, row: number, last: number): GridCell | null {
  return cell !== null && cell.row === row && cell.span.bottom <= last ? cell : null
}

function pointsOf(
  cell: GridCell | null,
  shared: GridCell | null,
  title: string | null,
  content: string,
): Points | null {
  const printed = cell === null || shared !== null ? null : pointsOfCell(cell.text, cell.cell.number)
  if (printed !== null) return printed
  if (cell !== null && shared === null && /[^\s\-—–/／无]/.test(cell.text)) return null
  if (title !== null) return pointsInTitle(title)?.points ?? pointsInTitle(content)?.points ?? null
  return pointsInTitle(content)?.points ?? null
}

function joined(first: GridCell | null, more: readonly (GridCell | null)[]): string {
  if (more.length === 0) return first?.text ?? ''
  const cells = [first, ...more]
  const texts: string[] = []
  const seen = new Set<GridCell>()
  for (const cell of cells) {
    if (cell === null || seen.has(cell)) continue
    seen.add(cell)
    texts.push(cell.text)
  }
  return texts.join('\n')
}

function namesAt(grid: Grid, row: number, columns: readonly number[]) {
  let names: readonly string[] = []
  let first: GridCell | null = null
  for (const column of columns) {
    const cell = grid.at(row, column)
    if (cell === null) continue
    const more = namesIn(grid, cell.text)
    names = first === null ? more : [...names, ...more.filter((name) => !names.includes(name))]
    first ??= cell
  }
  return { names, first }
}

/** By sheet: the same few names stand in most rows. */
const NAMES = new WeakMap<Grid, Map<string, readonly string[]>>()

function namesIn(grid: Grid, text: string): readonly string[] {
  let known = NAMES.get(grid)
  if (known === undefined) {
    known = new Map()
    NAMES.set(grid, known)
  }
  let names = known.get(text)
  if (names === undefined) {
    names = splitNames(text)
    known.set(text, names)
  }
  return names
}

function firstIn(grid: Grid, row: number, columns: readonly number[]): GridCell | null {
  for (const column of columns) {
    const cell = grid.at(row, column)
    if (cell !== null) return cell
  }
  return null
}

/** '占道经营治理（5分）' → '占道经营治理'. */
export function itemName(title: string): string {
  return nameOfTitle(title).replace(/[\r\n]+/g, '')
}
