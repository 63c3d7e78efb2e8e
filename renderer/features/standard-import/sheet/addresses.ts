import { cellName, columnAt } from '../../../../shared/spreadsheet/workbook/cell-names'

/** A cell by its sheet's name and its place; rows and columns count from 0. */
export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** 'E5' of row 4, column 4. */
export function addressOf({ row, column }: Pick<Place, 'row' | 'column'>): string {
  return cellName(row, column)
}

/** The place that 'E5' names; null where it names none. */
export function placeOf(sheet: string, address: string): Place | null {
  const [, name = '', row = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  const column = columnAt(name)
  return column < 0 ? null : { sheet, row: Number(row) - 1, column }
}

export function keyOf({ row, column }: Pick<Place, 'row' | 'column'>): string {
  return `${row}:${column}`
}
