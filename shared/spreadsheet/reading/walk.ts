import type { Points } from '../../domain/points'
import type { Entry, Heading, RowKind } from './entries'
import type { FoundTable } from './find-tables'
import { type HeadingStack, pathOf, pushHeading } from './heading-stack'
import { itemOf, type RowCells } from './item-fields'
import { type LevelState, levelHeadings, NO_LEVELS, settleLevels } from './level-columns'

/** Where a walk down a table's rows stands: what was found, and what is open. */
export interface Walk {
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

/** Begins an item; it is added once the rows that go on with it are known. */
export function pushItem(
  walk: Walk,
  cells: RowCells,
  path: readonly Heading[],
  points: Points | null = null,
): void {
  const before = walk.lastPath
  const isSame = before.length === path.length && before.every((heading, i) => heading === path[i])
  closeItem(walk)
  // One array for all items below the same headings.
  if (!isSame) walk.lastPath = path
  walk.previous = { cells, more: [], path: walk.lastPath, points }
  walk.wasHeading = false
  walk.lastRow = Math.max(walk.lastRow, cells.row)
}

/** Adds the open item, where one is. */
export function closeItem(walk: Walk): void {
  const { previous, table } = walk
  if (previous === null) return
  const item = itemOf(table, previous.path, previous.cells, previous.more, previous.points)
  walk.entries.push({ kind: 'item', item })
  walk.previous = null
}

/** A heading in a row of its own: it closes those as deep as itself, and all in columns. */
export function openHeading(walk: Walk, heading: Heading): void {
  closeItem(walk)
  walk.stack = pushHeading(walk.stack, heading, walk.wasHeading)
  walk.levels = NO_LEVELS
  walk.entries.push({ kind: 'heading', row: heading.row, path: pathOf(walk.stack) })
}

/** The headings that a row that sums up stands below. */
export function pathOfSum(walk: Walk, row: number): readonly Heading[] {
  walk.levels = settleLevels(walk.table, walk.levels, row, walk.afterPageHeader, true)
  return settledPath(walk)
}

/** The headings that stand open: those of rows, then those of columns. */
export function settledPath({ stack, levels }: Walk): readonly Heading[] {
  return [...pathOf(stack), ...levelHeadings(levels)]
}
