import type { Book } from '../workbook/book'
import { columnName } from '../workbook/cell-names'
import { chooseSheets } from './choose-sheets'
import { labelsAbove } from './column-profile'
import type { FoundTable } from './find-tables'
import { labelOf } from './header-words'
import { COLUMN_ROLES, type ColumnRole, type ReadTable, type TableChoice } from './reading'
import { tableOf } from './reading-parts'

/** A column as it was found: the words above it, what it is taken for, and how sure that is. Columns from 0. */
export interface ProposedColumn {
  readonly column: number
  readonly labels: readonly string[]
  readonly role: ColumnRole | null
  /** 0 to 1; 0 where nothing is proposed. */
  readonly certainty: number
}

/** A table as the reader proposes to read it, for a person to change. Rows from 1. */
export interface ProposedTable {
  readonly sheet: string
  readonly ref: string
  readonly headerRows: readonly number[]
  readonly columns: readonly ProposedColumn[]
  readonly shape: string
}

export interface Proposal {
  readonly tables: readonly ProposedTable[]
  readonly ignoredSheets: readonly string[]
}

/** What the reader would read as what, before anything is read: each table's header, columns and certainties. */
export function proposeTables(book: Book, choices: readonly TableChoice[] = []): Proposal {
  const { sheets, ignored } = chooseSheets(book, choices, false)
  const tables = sheets.flatMap(({ walked }) =>
    walked.map((each) => {
      const { sheet, ref, headerRows, columns } = tableOf(each, [], false)
      return { sheet, ref, headerRows, columns: columnsOf(each.table, columns), shape: shapeOf(each.table) }
    }),
  )
  return { tables, ignoredSheets: ignored }
}

function columnsOf(
  { grid, header, left, right, columns }: FoundTable,
  named: ReadTable['columns'],
): readonly ProposedColumn[] {
  const proposed: ProposedColumn[] = []
  for (let column = left; column <= right; column += 1) {
    const labels = labelsAbove(grid, header, column, left)
    const letter = columnName(column)
    const role =
      COLUMN_ROLES.find((name) => named[name] === letter) ??
      COLUMN_ROLES.find((name) => holds(columns, name, column)) ??
      null
    proposed.push({ column, labels, role, certainty: role === null ? 0 : (columns.certainty[column] ?? 1) })
  }
  return proposed
}

function holds(columns: FoundTable['columns'], role: ColumnRole, column: number): boolean {
  if (role === 'category' || role === 'group' || role === 'subgroup') return false
  const held = columns[role]
  return typeof held === 'number' ? held === column : (held?.includes(column) ?? false)
}

/**
 * The same for every table with the same words above its columns in the same order, wherever it stands: what a person
 * decided about one holds for the next. Changes with the words of the header, not with what stands below it.
 */
export function shapeOf({ grid, header, left, right }: FoundTable): string {
  const labels: string[] = []
  for (let column = left; column <= right; column += 1) {
    labels.push(labelsAbove(grid, header, column, left).map(labelOf).join('/'))
  }
  return labels.join('|')
}
