import { cellName, columnName } from '../workbook/cell-names'
import { tight } from './cell-text'
import { labelsAbove } from './column-profile'
import type { Entry, RowKind } from './entries'
import type { ReadSheet } from './read-sheet'
import type { ColumnRole, OtherRow, ReadItem, ReadingDiagnostic, ReadTable } from './reading'
import type { ResolvedSum } from './resolve-sums'
import type { PlacedItem } from './tree'
import type { WalkedTable } from './walk-table'

const LEVEL_ROLES = ['category', 'group', 'subgroup'] as const

/** A table as it is reported. `items` are all that were read, to see which columns hold what they were taken for. */
export function tableOf(walked: WalkedTable, placed: readonly PlacedItem[], hasSuffix: boolean): ReadTable {
  const { table, entries, lastRow } = walked
  const { columns, header, repeats, left, right, grid } = table
  const named: Partial<Record<ColumnRole, string | null>> = {}
  const name = (role: ColumnRole, column: number | null | undefined) => {
    if (typeof column === 'number') named[role] = columnName(column)
  }
  const outer = outerDepth(entries, columns.levels)
  for (const [level, column] of columns.levels.entries()) {
    const role = columns.levelRoles[column] ?? LEVEL_ROLES[Math.min(2, level + outer)]
    if (role !== undefined) name(role, column)
  }
  name('number', columns.number)
  name('title', columns.title)
  name('content', columns.content)
  name('rule', columns.rule)
  name('points', columns.points)
  name('methods', columns.methods[0])
  name('units', columns.units[0])
  name('papers', columns.papers)
  name('remark', columns.remark)
  // An empty form's columns for scores are not used.
  name(
    'score',
    columns.score.find((column) => isFilled(walked, column)),
  )
  name(
    'reason',
    columns.reason.find((column) => isFilled(walked, column)),
  )
  if (columns.points === null && placed.some((item) => item.table === walked && item.raw.points !== null))
    named.points = null
  if (columns.methods.length === 0 && hasSuffix) named.methods = null
  // 考核内容及评分标准: what is asked for stands in the rule's own column.
  const ruleLabel = columns.rule === null ? '' : (labelsAbove(grid, header, columns.rule, left).at(-1) ?? '')
  if (columns.content === null && /内容|要求/.test(tight(ruleLabel))) named.content = null
  return {
    sheet: grid.sheet.name,
    ref: `${cellName(header.top, left)}:${cellName(lastRow, right)}`,
    headerRows: rowsOf([header]),
    ...(repeats.length === 0 ? {} : { pageHeaderRows: rowsOf(repeats) }),
    columns: named,
  }
}

/** Whether someone has written into a column beside the items. */
export function isFilled({ table, entries }: WalkedTable, column: number): boolean {
  return entries.some((entry) => entry.kind === 'item' && table.grid.at(entry.item.row, column) !== null)
}

function rowsOf(blocks: readonly { readonly top: number; readonly bottom: number }[]): readonly number[] {
  return blocks.flatMap(({ top, bottom }) => Array.from({ length: bottom - top + 1 }, (_, i) => top + i + 1))
}

/** How many headings stand above those of the columns: rows across the table, the sheet's name. */
function outerDepth(entries: readonly Entry[], levels: readonly number[]): number {
  let least = levels.length === 0 ? 0 : 2
  for (const entry of entries) {
    if (entry.kind !== 'item') continue
    const first = entry.item.path.findIndex(({ column, row }) => row >= 0 && levels.includes(column))
    if (first >= 0) least = Math.min(least, first)
    if (least === 0) break
  }
  return least
}

/** Every row of a sheet that holds something and is no item's, once, with its kind. */
export function otherRowsOf(
  { sheet, grid, walked, rows }: ReadSheet,
  sums: readonly ResolvedSum[],
): readonly OtherRow[] {
  const kinds = new Map<number, OtherRow['kind']>()
  const set = (row: number, kind: OtherRow['kind']) => {
    if (!kinds.has(row) || kinds.get(row) === 'other') kinds.set(row, kind)
  }
  for (const { row, kind } of rows as readonly RowKind[]) set(row, kind)
  const ofItems = new Set<number>()
  for (const { entries } of walked) {
    for (const entry of entries) {
      if (entry.kind === 'item') for (const row of [entry.item.row, ...entry.item.more]) ofItems.add(row)
      if (entry.kind === 'heading') set(entry.row, entry.path.length === 1 ? 'category' : 'group')
    }
  }
  for (const { table, sum, path } of sums) {
    if (table.table.grid === grid) set(sum.row, path.length === 0 ? 'total' : 'subtotal')
  }
  for (const row of grid.rows) if (!kinds.has(row) && !ofItems.has(row)) kinds.set(row, 'other')
  return [...kinds]
    .filter(([row]) => !ofItems.has(row))
    .sort((a, b) => a[0] - b[0])
    .map(([row, kind]) => ({ sheet: sheet.name, row: row + 1, kind }))
}

/** Notes of a sheet, verbatim, in printed order. */
export function notesOf({ rows }: ReadSheet): readonly string[] {
  return [...rows]
    .sort((a, b) => a.row - b.row)
    .flatMap(({ kind, text }) => (kind === 'note' && text !== undefined ? [text] : []))
}

/** By sheet, and on a sheet by row; what is said of a whole sheet last. */
export function inPrintedOrder(
  diagnostics: readonly ReadingDiagnostic[],
  sheets: ReadonlyMap<string, number>,
): readonly ReadingDiagnostic[] {
  const place = ({ sheet }: ReadingDiagnostic) =>
    sheet === undefined ? sheets.size : (sheets.get(sheet) ?? 0)
  const row = (diagnostic: ReadingDiagnostic) => diagnostic.row ?? Number.MAX_SAFE_INTEGER
  return [...diagnostics].sort((a, b) => place(a) - place(b) || row(a) - row(b))
}

export function countForms(items: readonly ReadItem[]): Readonly<Record<string, number>> {
  const forms: Record<string, number> = {}
  for (const { clauses } of items) for (const { form } of clauses) forms[form] = (forms[form] ?? 0) + 1
  return forms
}

/** Points that are merged over several items, with those items. */
export function sharedPointsOf(placed: readonly PlacedItem[]): readonly (readonly PlacedItem[])[] {
  const lists = new Map<object, PlacedItem[]>()
  for (const item of placed) {
    const cell = item.raw.sharedPoints
    if (cell === null) continue
    const list = lists.get(cell)
    if (list === undefined) lists.set(cell, [item])
    else list.push(item)
  }
  return [...lists.values()]
}
