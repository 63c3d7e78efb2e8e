import {
  COLUMN_ROLES,
  type ColumnRole,
  type ReadTable,
  type TableChoice,
} from '../../../../shared/spreadsheet/reading/reading'
import { columnAt } from '../../../../shared/spreadsheet/workbook/cell-names'

/** What each column of a sheet holds, by column; as the reader found it. */
export type Roles = ReadonlyMap<number, ColumnRole>

export function rolesOf(tables: readonly ReadTable[], sheet: string): Roles {
  const roles = new Map<number, ColumnRole>()
  for (const table of tables) {
    if (table.sheet !== sheet) continue
    for (const role of COLUMN_ROLES) {
      const column = columnAt(table.columns[role] ?? '')
      if (column >= 0) roles.set(column, role)
    }
  }
  return roles
}

/** Header rows and repeated ones, from 0. */
export function headerRowsOf(tables: readonly ReadTable[], sheet: string): readonly number[] {
  return tables
    .filter((table) => table.sheet === sheet)
    .flatMap(({ headerRows, pageHeaderRows = [] }) => [...headerRows, ...pageHeaderRows])
    .map((row) => row - 1)
}

/** The choices with one sheet's changed. */
export function withChoice(
  choices: readonly TableChoice[],
  sheet: string,
  change: Omit<TableChoice, 'sheet'>,
): readonly TableChoice[] {
  const before = choices.find((choice) => choice.sheet === sheet)
  return [...choices.filter((choice) => choice.sheet !== sheet), { ...before, ...change, sheet }]
}

/** The roles as a choice has them: null where no column holds one. */
export function columnsFrom(roles: Roles): Readonly<Record<ColumnRole, number | null>> {
  const columns = Object.fromEntries(COLUMN_ROLES.map((role) => [role, null])) as Record<
    ColumnRole,
    number | null
  >
  for (const [column, role] of roles) columns[role] = column
  return columns
}

/** A column given a role, or none: a role that another column had is taken from it. */
export function columnsWith(roles: Roles, column: number, role: ColumnRole | null): TableChoice['columns'] {
  const others = new Map([...roles].filter(([at, one]) => at !== column && one !== role))
  return columnsFrom(role === null ? others : others.set(column, role))
}
