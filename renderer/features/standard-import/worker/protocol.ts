import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import type { ReadItem, Reading, TableChoice } from '../../../../shared/spreadsheet/reading/reading'
import type { FilledMarks } from '../../../../shared/spreadsheet/standard/marks-from'
import type { Book, BookRefusal } from '../../../../shared/spreadsheet/workbook/book'
import type { OwnWorkbook } from './own-workbook'

/** What is brought in: a file, or a table from the clipboard under a name. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly blob: Blob }
  | { readonly kind: 'clipboard'; readonly name: string; readonly blob: Blob }

/** What a worker is doing; the words are in the catalogue. */
export type Phase = 'bytes' | 'digest' | 'open' | 'read'

/** A sheet as far as the screen has to know it before any cell is shown. Rows and columns count from 0. */
export interface SheetOutline {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: number
  /** Width of each column in characters, as its texts ask for. */
  readonly widths: readonly number[]
  /** What sheets of one kind have in common; empty where nothing tells. */
  readonly shape: string
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

/** A cell to be drawn, at the place of its merge's first cell. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
  readonly isNumber: boolean
  readonly formula: string | null
}

/** Rows come in blocks of so many. */
export const BLOCK_ROWS = 60
/** So many items come at a time: no message holds the screen up for a frame. */
export const ITEMS_AT_ONCE = 150

export type ToWorker =
  | { readonly kind: 'open'; readonly source: Source }
  /** Reads the open workbook again; `reading` names the answer. */
  | { readonly kind: 'read'; readonly reading: number; readonly choices: readonly TableChoice[] }
  | { readonly kind: 'block'; readonly sheet: number; readonly block: number }
  /** The scores that were filled in, as marks under the standard that was made of the last reading. */
  | { readonly kind: 'marks'; readonly rubric: Rubric }

export type FromWorker =
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'refused'; readonly code: BookRefusal; readonly detail: string }
  | { readonly kind: 'opened'; readonly book: OpenBook }
  | { readonly kind: 'items'; readonly reading: number; readonly items: readonly ReadItem[] }
  /** Comes after all its items. */
  | { readonly kind: 'reading'; readonly reading: number; readonly head: Omit<Reading, 'items'> }
  | { readonly kind: 'marks'; readonly marks: FilledMarks }
  | {
      readonly kind: 'block'
      readonly sheet: number
      readonly block: number
      readonly cells: readonly SheetCell[]
    }

/** The workbook that a worker holds open. `sha256` is of the file's bytes, hex. */
export interface OpenBook {
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: Book['encoding']
  readonly sheets: readonly SheetOutline[]
  /** Present where this program wrote it. */
  readonly own: OwnWorkbook | null
}
