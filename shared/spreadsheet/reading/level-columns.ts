import type { Heading } from './entries'
import type { FoundTable } from './find-tables'
import type { GridCell } from './grid'
import { leadingMark } from './numbering'
import { pointsInTitle, pointsOfCell } from './printed-points'
import { sumWords } from './row-words'

/** What stands in the columns of headings at a row, from the outermost; null: nothing at this depth. */
export type LevelState = readonly (Heading | null)[]

export const NO_LEVELS: LevelState = []

export function levelHeadings(state: LevelState): readonly Heading[] {
  return state.filter((heading) => heading !== null)
}

/**
 * The state at a row. Where a column has merges, a blank cell holds nothing; where it has none, a blank cell means the
 * one above, as long as the levels outside it stay the same. A cell across two levels stands at the outer one alone.
 */
export function settleLevels(
  table: FoundTable,
  before: LevelState,
  row: number,
  isAfterPageHeader: boolean,
  isSum = false,
): LevelState {
  const { grid, columns } = table
  let isSame = true
  return columns.levels.map((column, level) => {
    const cell = grid.at(row, column)
    const above = before[level] ?? null
    const isLabel = cell !== null && isSum && cell.row === row && sumWords(cell.text) !== null
    if (cell !== null && cell.column === column && !isLabel) {
      // 市容秩序（续）: the page broke, the heading goes on.
      const isKept = above !== null && isSame && withoutContinued(cell.text) === above.title
      if (isKept) return above
      isSame = false
      return headingOfLevel(table, cell, level)
    }
    if (cell !== null && !isLabel) {
      isSame = isSame && above === null
      return null
    }
    const carries = isSame && (level === 0 || isSum || isAfterPageHeader || !hasVerticalMerges(table, column))
    const kept = carries ? above : null
    if (kept !== above) isSame = false
    return kept
  })
}

function withoutContinued(title: string): string {
  return title.replace(/\s*[(（]\s*续\s*[)）]$/, '')
}

function headingOfLevel(table: FoundTable, cell: GridCell, level: number): Heading {
  const inTitle = pointsInTitle(cell.text)
  const own = table.columns.levelPoints.find((each) => each.level === level)
  const at = own === undefined ? null : table.grid.at(cell.row, own.column)
  const points = at === null ? null : pointsOfCell(at.text, at.cell.number)
  return {
    title: cell.text,
    row: cell.row,
    column: cell.column,
    points: inTitle?.points ?? points,
    pointsAt: inTitle === null && points !== null ? at : null,
    code: null,
    mark: leadingMark(cell.text),
  }
}

const MERGED = new WeakMap<FoundTable, Map<number, boolean>>()

function hasVerticalMerges(table: FoundTable, column: number): boolean {
  let known = MERGED.get(table)
  if (known === undefined) {
    known = new Map()
    MERGED.set(table, known)
  }
  const found = known.get(column)
  if (found !== undefined) return found
  const { sheet } = table.grid
  const has = sheet.merges.some(
    ({ top, bottom, left, right }) =>
      bottom > top && left <= column && right >= column && top > table.header.bottom && top <= table.bodyTo,
  )
  known.set(column, has)
  return has
}
