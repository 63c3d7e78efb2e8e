/** A cell by its sheet's name and its place; rows and columns count from 0. */
export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26)
  return `${before === 0 ? '' : columnName(before - 1)}${String.fromCharCode(65 + (column % 26))}`
}

/** A → 0; -1 where it is no column. */
export function columnOf(name: string): number {
  if (!/^[A-Z]{1,3}$/.test(name)) return -1
  return [...name].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** 'E5' of row 4, column 4. */
export function addressOf({ row, column }: Pick<Place, 'row' | 'column'>): string {
  return `${columnName(column)}${row + 1}`
}

/** The place that 'E5' names; null where it names none. */
export function placeOf(sheet: string, address: string): Place | null {
  const [, name = '', row = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  const column = columnOf(name)
  return column < 0 ? null : { sheet, row: Number(row) - 1, column }
}

export function keyOf({ row, column }: Pick<Place, 'row' | 'column'>): string {
  return `${row}:${column}`
}
