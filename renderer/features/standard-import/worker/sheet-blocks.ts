import { shapeOf } from '../../../../shared/spreadsheet/reading/sheet-shape'
import type { BookSheet, Range } from '../../../../shared/spreadsheet/workbook/book'
import { BLOCK_ROWS, type SheetCell, type SheetOutline } from './protocol'

/** A column is at least and at most so wide, in characters. */
const WIDTH = { least: 6, most: 38 }
/** Widths are taken from so many rows at the top. */
const MEASURED_ROWS = 300

/** A sheet without its cells. */
export function outlineOf(sheet: BookSheet): SheetOutline {
  let columns = 0
  for (const { cells } of sheet.rows) {
    const last = cells.at(-1)
    if (last !== undefined && last.column >= columns) columns = last.column + 1
  }
  const inside = (from: number) => from < columns
  const rows = (sheet.rows.at(-1)?.row ?? -1) + 1
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    rows,
    widths: widthsOf(sheet, columns),
    shape: shapeOf(sheet),
    hiddenRows: sheet.hiddenRows.filter((row) => row < rows),
    hiddenColumns: sheet.hiddenColumns.filter(inside),
  }
}

function widthsOf({ rows, merges }: BookSheet, columns: number): readonly number[] {
  const wide = new Set(
    merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top}:${left}`),
  )
  const lengths: number[][] = Array.from({ length: columns }, () => [])
  for (const { row, cells } of rows.slice(0, MEASURED_ROWS))
    for (const { column, text } of cells)
      if (text !== '' && !wide.has(`${row}:${column}`)) lengths[column]?.push(charactersOf(text))
  // Two lines are shown, so that half of a long text is what a column needs; one odd cell does not widen it.
  return lengths.map((all) => {
    const sorted = all.sort((a, b) => a - b)
    const wanted = sorted[Math.floor(sorted.length * 0.9)] ?? 0
    return Math.min(WIDTH.most, Math.max(WIDTH.least, wanted > 16 ? Math.ceil(wanted / 2) + 2 : wanted + 2))
  })
}

/** How much room a text takes: a Chinese character is as wide as two letters. */
function charactersOf(text: string): number {
  let size = 0
  for (const character of text.slice(0, 120)) size += character > '\u2e7f' ? 1 : 0.55
  return size
}

/** Gives the cells of any block of a sheet; looks each sheet up once. */
export function blocksOf(sheet: BookSheet): (block: number) => readonly SheetCell[] {
  const rows = new Map(sheet.rows.map((row) => [row.row, row.cells]))
  const spans = new Map(sheet.merges.map((merge) => [`${merge.top}:${merge.left}`, merge]))
  const byBlock = new Map<number, Range[]>()
  for (const merge of sheet.merges)
    for (let block = blockOf(merge.top); block <= blockOf(merge.bottom); block++) {
      const list = byBlock.get(block)
      if (list === undefined) byBlock.set(block, [merge])
      else list.push(merge)
    }

  const cellAt = (row: number, column: number): SheetCell => {
    const merge = spans.get(`${row}:${column}`)
    const found = rows.get(row)?.find((cell) => cell.column === column)
    return {
      row,
      column,
      rows: merge === undefined ? 1 : merge.bottom - merge.top + 1,
      columns: merge === undefined ? 1 : merge.right - merge.left + 1,
      text: found?.text ?? '',
      isNumber: found?.number != null,
      formula: found?.formula ?? null,
    }
  }
  return (block) => {
    const first = block * BLOCK_ROWS
    const merges = byBlock.get(block) ?? []
    const drawn = new Map<string, SheetCell>()
    for (const { top, left } of merges) drawn.set(`${top}:${left}`, cellAt(top, left))
    for (let row = first; row < first + BLOCK_ROWS; row++)
      for (const { column, text, formula } of rows.get(row) ?? [])
        if (
          (text !== '' || formula !== null) &&
          !drawn.has(`${row}:${column}`) &&
          !isCovered(merges, row, column)
        )
          drawn.set(`${row}:${column}`, cellAt(row, column))
    return [...drawn.values()]
  }
}

export function blockOf(row: number): number {
  return Math.floor(row / BLOCK_ROWS)
}

function isCovered(merges: readonly Range[], row: number, column: number): boolean {
  return merges.some(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )
}
