import { tight } from './cell-text'
import type { FoundTable } from './find-tables'
import type { GridCell } from './grid'
import { leadingMark } from './numbering'

/** How far above a header that comes again its title may stand. */
const MOST_TITLE_ROWS = 4

/** A title that the next page prints again above the header. */
export function isTitleAgain(
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
