import type { Range } from './book'

/** The last row and column that a worksheet can have, from 0. */
export const LAST_ROW = 1_048_575
export const LAST_COLUMN = 16_383

/** 0 → 'A', 25 → 'Z', 26 → 'AA'. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26)
  return `${before === 0 ? '' : columnName(before - 1)}${String.fromCharCode(65 + (column % 26))}`
}

/** 'A' → 0, 'AA' → 26; -1 where it is no column: one to three capitals. */
export function columnAt(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A cell's name as on screen: (0, 4) → 'E1'. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** 'AB12' → row 11, column 27; null for what is no such name. '$' is allowed. */
export function cellAt(name: string): { readonly row: number; readonly column: number } | null {
  let column = 0
  let row = 0
  let at = 0
  for (; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code === 36) continue
    const letter = (code & ~32) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > LAST_COLUMN + 1) return null
  }
  for (; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code === 36) continue
    if (code < 48 || code > 57) return null
    row = row * 10 + code - 48
    if (row > LAST_ROW + 1) return null
  }
  return column > 0 && row > 0 ? { row: row - 1, column: column - 1 } : null
}

/** 'A1:H70' or 'A1' as a range, its ends put in order; null for what is none. */
export function rangeAt(name: string): Range | null {
  const [one = '', other = one] = name.split(':')
  const from = cellAt(one)
  const to = cellAt(other)
  if (from === null || to === null) return null
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}
