/** What a cell looks like; equal styles are written once. */
export interface CellStyle {
  readonly size?: number
  readonly isBold?: boolean
  /** Text colour, RRGGBB. */
  readonly color?: string
  /** Background, RRGGBB. */
  readonly fill?: string
  readonly horizontal?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'center' | 'bottom'
  readonly isWrapped?: boolean
  readonly border?: 'thin' | 'bottom'
  /** An Excel number format; '@' is text. */
  readonly format?: string
}

/** A cell: a text, a number as an exact decimal text ('0.25'), or empty with a style. */
export interface Cell {
  readonly value: string | { readonly decimal: string } | null
  readonly style: CellStyle
  /** Columns that it spans; 1 where absent. */
  readonly span?: number
}

export interface Row {
  readonly cells: readonly Cell[]
  /** Points; left to the program's own fitting where absent. */
  readonly height?: number
}

export interface Sheet {
  readonly name: string
  /** In characters of the standard font; also the print area's columns. */
  readonly columnWidths: readonly number[]
  readonly rows: readonly Row[]
  /** Rows at the top that stay in view. */
  readonly frozenRows: number
  /** First and last row (from 1) repeated on each printed page. */
  readonly repeatedRows: readonly [number, number]
  readonly footer: { readonly left: string; readonly right: string }
}

export interface Workbook {
  readonly title: string
  /** ISO 8601 UTC: the only time in the file. */
  readonly at: string
  readonly sheets: readonly Sheet[]
}
