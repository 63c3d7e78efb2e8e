import { formatMilli } from '../domain/points'
import type { Cell, CellStyle } from './xlsx-writer/workbook-model'

const BOX = { border: 'thin', isWrapped: true } as const satisfies CellStyle

/** The looks of the filed sheets: black on white with light grey bands, so that it prints on any printer. */
export const STYLES = {
  title: { size: 18, isBold: true, horizontal: 'center' },
  notice: { size: 9, horizontal: 'left', isWrapped: true },
  warning: { size: 9, horizontal: 'left', isWrapped: true, isBold: true },
  fact: { ...BOX, horizontal: 'left' },
  label: { ...BOX, isBold: true, horizontal: 'center' },
  total: { ...BOX, isBold: true, size: 12, horizontal: 'center', format: '0.00' },
  head: { ...BOX, isBold: true, horizontal: 'center', fill: 'D9D9D9' },
  category: { ...BOX, isBold: true, size: 11, horizontal: 'left', fill: 'E7EDF5' },
  group: { ...BOX, isBold: true, horizontal: 'left', fill: 'F5F5F5' },
  text: { ...BOX, vertical: 'top', horizontal: 'left', format: '@' },
  code: { ...BOX, vertical: 'top', horizontal: 'left', format: '@' },
  middle: { ...BOX, vertical: 'top', horizontal: 'center' },
  sum: { ...BOX, isBold: true, horizontal: 'center' },
  sumText: { ...BOX, isBold: true, horizontal: 'left' },
  signature: { horizontal: 'left', vertical: 'bottom', border: 'bottom' },
  plain: {},
} as const satisfies Record<string, CellStyle>

/** A number cell with two decimals, three where the third counts (thousandths in). */
export function scoreCell(milli: number, style: CellStyle = STYLES.middle): Cell {
  return {
    value: { decimal: formatMilli(milli) },
    style: { ...style, format: milli % 10 === 0 ? '0.00' : '0.000' },
  }
}

/** A number cell with as many decimals as it needs: full marks (thousandths in). */
export function fullCell(milli: number, style: CellStyle = STYLES.middle): Cell {
  return { value: { decimal: formatMilli(milli) }, style }
}

export function textCell(value: string, style: CellStyle = STYLES.text, span = 1): Cell {
  return { value, style, span }
}
