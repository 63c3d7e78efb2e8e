import type { Points } from '../../domain/points'
import { tight } from './cell-text'
import type { Heading, RowKind } from './entries'
import type { FoundTable } from './find-tables'
import type { Grid, GridCell } from './grid'
import { leadingMark, nameOfTitle } from './numbering'
import { pointsInTitle, totalInText, withoutTotal } from './printed-points'
import { isNote } from './row-words'

/** What stands above a sheet's first header. */
export interface LeadRows {
  readonly title: string | null
  /** As printed, its total still at its end. */
  readonly printedTitle: GridCell | null
  readonly total: { readonly points: Points; readonly cell: GridCell } | null
  readonly rows: readonly RowKind[]
  /** Headings above each table's header, by the table's place among those of the sheet. */
  readonly headings: readonly (readonly Heading[])[]
}

/** 附件2, 单位：分, 2025年3月, 表一: above a title, but no title. */
const NO_TITLE =
  /^(?:附件|附表|附录|附)[\d一二三四五六七八九十]*[:：.]?$|^单位[:：]|^[（(]?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:度|版)?[)）]?$|^(?:填表|填报|制表|检查|考核)(?:日期|时间|单位|人)[:：]|^表[\d一二三四五六七八九十]+$|^第?\d+页/

export function readLead(grid: Grid, tables: readonly FoundTable[]): LeadRows {
  const rows: RowKind[] = []
  const headings: Heading[][] = tables.map(() => [])
  let title: GridCell | null = null
  let total: LeadRows['total'] = null
  for (const row of grid.rows) {
    const table = tables.find(({ leadFrom, header }) => row >= leadFrom && row < header.top)
    if (table === undefined) continue
    const cells = grid.cellsOf(row)
    const found = cells.filter((cell) => isHeading(cell, grid, title !== null || table.leadFrom > 0))
    if (found.length > 0 && found.length === cells.length) {
      rows.push({ row, kind: 'category' })
      for (const cell of found) {
        const at = tableBelow(tables, table, cell)
        headings[at]?.push(headingOf(cell))
      }
      continue
    }
    const first = cells[0]
    if (first === undefined) continue
    const text = cells.map((cell) => cell.text).join(' ')
    // Above everything even a remark is part of the title.
    if (isNote(first.text) && table.leadFrom > 0) rows.push({ row, kind: 'note', text })
    else rows.push({ row, kind: 'title' })
    const plain = tight(first.text)
    if (title === null && !isNote(first.text) && !NO_TITLE.test(plain) && plain.length > 2) title = first
    for (const cell of cells) {
      const points: Points | null = totalInText(cell.text, cell === title)
      if (total === null && points !== null) total = { points, cell }
    }
  }
  return {
    title: title === null ? null : withoutTotal(title.text),
    printedTitle: title,
    total,
    rows,
    headings,
  }
}

/** '一、市容秩序（20分）', or the sheet's own name with points: what heads a table rather than the whole. */
function isHeading(cell: GridCell, grid: Grid, hasTitle: boolean): boolean {
  const { text } = cell
  if (text.length > 60 || isNote(text)) return false
  const mark = leadingMark(text)
  if (
    mark !== null &&
    (mark.style === 'part' || mark.style === 'chinese' || mark.style === 'chinese-bracket')
  )
    return true
  if (!hasTitle) return false
  const name = tight(nameOfTitle(text))
  const sheet = tight(nameOfTitle(grid.sheet.name))
  return name === sheet || (mark !== null && pointsInTitle(text) !== null)
}

function headingOf(cell: GridCell): Heading {
  return {
    title: cell.text,
    row: cell.row,
    column: cell.column,
    points: pointsInTitle(cell.text)?.points ?? null,
    pointsAt: null,
    code: null,
    mark: leadingMark(cell.text),
  }
}

/** Of tables side by side the one that stands below the cell. */
function tableBelow(tables: readonly FoundTable[], table: FoundTable, cell: GridCell): number {
  const below = tables.findIndex(
    ({ header, left, right }) => header === table.header && cell.column >= left && cell.column <= right,
  )
  return below >= 0 ? below : tables.indexOf(table)
}
