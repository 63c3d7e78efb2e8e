import type { BookSheet } from '../workbook/book'
import { tight } from './cell-text'
import type { Heading, RowKind } from './entries'
import { type FoundTable, findTables } from './find-tables'
import { type Grid, gridOf } from './grid'
import { depthOfLabel, labelOf } from './header-words'
import { type LeadRows, readLead } from './lead-rows'
import { leadingMark } from './numbering'
import { pointsInTitle } from './printed-points'
import type { TableChoice } from './reading'
import { type WalkedTable, walkTable } from './walk-table'

/** A sheet with its tables found, before its rows are read. */
export interface FoundSheet {
  readonly sheet: BookSheet
  readonly grid: Grid
  readonly tables: readonly FoundTable[]
  readonly lead: LeadRows
  /** Rows that hold something but are hidden and left out. */
  readonly hiddenRows: readonly number[]
}

export interface ReadSheet extends FoundSheet {
  readonly walked: readonly WalkedTable[]
  readonly rows: readonly RowKind[]
}

export function findSheet(
  sheet: BookSheet,
  choice: TableChoice | undefined,
  takesHidden: boolean,
): FoundSheet {
  const hidden = takesHidden ? NONE : new Set(sheet.hiddenRows)
  const hiddenColumns = takesHidden ? NONE : new Set(sheet.hiddenColumns)
  const isLeftOut = (row: number, column: number) => hidden.has(row) || hiddenColumns.has(column)
  const grid = hidden.size + hiddenColumns.size === 0 ? gridOf(sheet) : gridOf(sheet, isLeftOut)
  const tables = findTables(grid, choice).filter(({ columns }) => isUsable(columns))
  const hiddenRows = hidden.size === 0 ? [] : gridOf(sheet).rows.filter((row) => hidden.has(row))
  return { sheet, grid, tables, lead: readLead(grid, tables), hiddenRows }
}

const NONE: ReadonlySet<number> = new Set()

/** Something to score and how many points it is, or how it is scored. */
function isUsable({ content, title, rule, points, levels }: FoundTable['columns']): boolean {
  const asks = content !== null || title !== null || levels.length > 0
  return asks && (rule !== null || (points !== null && (content !== null || title !== null)))
}

export function readSheet(found: FoundSheet, sheets: readonly FoundSheet[]): ReadSheet {
  const isCategory = isSheetCategory(found, sheets)
  const walked = found.tables.map((table, index) => {
    const lead = found.lead.headings[index] ?? []
    const base = isCategory && lead.length === 0 ? [sheetHeading(found, sheets)] : lead
    return walkTable(table, base)
  })
  const rows: RowKind[] = [...found.lead.rows]
  for (const table of found.tables) {
    for (let row = table.header.top; row <= table.header.bottom; row += 1) {
      if (found.grid.cellsOf(row).length > 0) rows.push({ row, kind: 'header' })
    }
  }
  for (const table of walked) rows.push(...table.rows)
  for (const row of found.hiddenRows) rows.push({ row, kind: 'hidden' })
  return { ...found, walked, rows }
}

/** A sheet's name as the heading of all its items; its row is that of the first of them. */
function sheetHeading(found: FoundSheet, sheets: readonly FoundSheet[]): Heading {
  const { sheet, lead, tables } = found
  // A title that other sheets repeat is the title of the whole, and so are its points.
  const isShared = sheets.some((other) => other !== found && other.lead.title === lead.title)
  const printed = isShared ? null : lead.printedTitle
  const inTitle = printed === null ? null : pointsInTitle(printed.text)
  const inName = pointsInTitle(sheet.name)
  const points = inName ?? inTitle
  return {
    title: sheet.name,
    row: -1,
    column: tables[0]?.left ?? 0,
    points: points?.points ?? null,
    pointsAt: inName === null && inTitle !== null ? printed : null,
    code: null,
    mark: leadingMark(sheet.name),
  }
}

/** Words of a sheet's name that say nothing about what stands on it. */
const GENERIC =
  /考核|评分|评价|考评|指标|标准|细则|明细|附件|附表|工作表|sheet|表格|表|体系|办法|方案|总|正文|第?[\d一二三四五六七八九十]+[页张]?|[\s()_\-.、]/gi

/** Whether a sheet's name is the category of what stands on it: several sheets, and no category of its own. */
function isSheetCategory(found: FoundSheet, sheets: readonly FoundSheet[]): boolean {
  if (sheets.length < 2 || found.lead.headings.some((list) => list.length > 0)) return false
  if (tight(found.sheet.name).replace(GENERIC, '').length < 2) return false
  return found.tables.every(({ columns, grid, header }) => {
    const first = columns.levels[0]
    if (first === undefined) return true
    if (columns.levelRoles[first] === 'category') return false
    const label = grid.at(header.bottom, first)?.text ?? ''
    return depthOfLabel(label) !== 0 && !/类别|分类/.test(labelOf(label))
  })
}
