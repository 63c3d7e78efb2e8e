/** A workbook as it was read: plain cells, nothing computed, nothing dropped. Rows and columns count from 0. */
export interface Book {
  readonly fileName: string
  readonly kind: BookKind
  /** How the text was coded, where the file does not say so itself (CSV). */
  readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' | null
  readonly sheets: readonly BookSheet[]
}

export type BookKind = 'xlsx' | 'xls' | 'ods' | 'csv' | 'clipboard' | 'html' | 'xml'

export interface BookSheet {
  readonly name: string
  readonly isHidden: boolean
  /** Rows that hold something, in order; `cells` are sparse, by column. */
  readonly rows: readonly BookRow[]
  readonly merges: readonly Range[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** What the file says is used; may be far larger than what is. */
  readonly declared: Range | null
}

export interface BookRow {
  readonly row: number
  readonly cells: readonly BookCell[]
}

export interface BookCell {
  readonly column: number
  /** As the cell shows it, line breaks and inner spaces kept. */
  readonly text: string
  /** The number behind the text where the cell holds one. */
  readonly number: number | null
  /** The formula behind it, without '='; null where there is none. Never computed here. */
  readonly formula: string | null
}

/** Both ends included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Why a file could not be read; said in the reader's language under `failure.<code>`. */
export type BookRefusal =
  | 'workbook-encrypted'
  | 'workbook-broken'
  | 'workbook-not-a-table'
  | 'workbook-too-large'
  | 'workbook-too-slow'
  | 'workbook-empty'

export type OpenedBook =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly code: BookRefusal; readonly detail: string }

/** Bounds on what is read: bytes of the file, bytes inflated, rows and cells in all, characters of one cell. */
export interface BookLimits {
  readonly bytes: number
  readonly inflatedBytes: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly cellCharacters: number
  readonly sheets: number
}
