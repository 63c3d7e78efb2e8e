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

/** A small picture in a cell, at its top left. */
export interface Picture {
  /** The file as it is; the same array is written once, however often it is shown. */
  readonly bytes: Uint8Array
  readonly media: 'image/jpeg' | 'image/png'
  /** The cell, both from 0. */
  readonly column: number
  readonly row: number
  /** Pixels of 1/96 inch; the cell must have room for it. */
  readonly width: number
  readonly height: number
  /** Said by whoever cannot show it. */
  readonly description: string
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
  /** The row (from 1) whose cells are heads that everything below can be filtered by. */
  readonly filterRow?: number
  readonly pictures?: readonly Picture[]
}

export interface Workbook {
  readonly title: string
  /** ISO 8601 UTC: the only time in the file. */
  readonly at: string
  readonly sheets: readonly Sheet[]
}
