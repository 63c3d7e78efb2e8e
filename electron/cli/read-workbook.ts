import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { draftRubricSchema } from '../../shared/schema/draft-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import { readRubric } from '../../shared/spreadsheet/reading/read-rubric'
import {
  COLUMN_ROLES,
  type ColumnRole,
  type Reading,
  type TableChoice,
} from '../../shared/spreadsheet/reading/reading'
import {
  isDataSheet,
  type ReadStandard,
  readStandardWorkbook,
} from '../../shared/spreadsheet/standard-workbook/read-standard-workbook'
import type { Book } from '../../shared/spreadsheet/workbook/book'
import { columnAt } from '../../shared/spreadsheet/workbook/cell-names'
import { BOOK_LIMITS } from '../../shared/spreadsheet/workbook/limits'
import { openBook } from '../../shared/spreadsheet/workbook/open-book'
import { diskFailure } from '../custody/disk-failure'
import type { ReadRefusal } from './reading-words'

/** What a person says of the tables: `sheet` by its number from 1 or its name, `columns` as 'number=A,points=D'. */
export interface SheetChoice {
  readonly sheet: string | null
  readonly columns: string | null
}

export type WorkbookRead =
  | {
      readonly ok: true
      readonly book: Book
      readonly reading: Reading
      readonly sha256: string
      /** What a workbook of our own layout says of itself. */
      readonly own: ReadStandard
    }
  | { readonly ok: false; readonly code: ReadRefusal; readonly detail: string }
  | { readonly ok: false; readonly misused: 'sheet' | 'columns' }

/** Opens a workbook and reads the standard in it; never throws for a bad file. */
export async function readWorkbook(file: string, choice: SheetChoice): Promise<WorkbookRead> {
  const columns = columnsIn(choice.columns)
  if (columns === null) return { ok: false, misused: 'columns' }
  const bytes = await bytesOf(file)
  if (!(bytes instanceof Uint8Array)) return bytes
  const opened = openBook(bytes, basename(file))
  if (!opened.ok) return opened
  const { book } = opened
  const choices = choicesFor(book, choice.sheet, columns)
  if (choices === null) return { ok: false, misused: 'sheet' }
  const reading = readRubric(book, choices)
  if (reading.items.length === 0) return { ok: false, code: 'no-table', detail: sheetNames(book) }
  const own = readStandardWorkbook(book, standardIn)
  return { ok: true, book, reading, own, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function standardIn(value: unknown): Rubric | null {
  const read = readStrictly(draftRubricSchema, value)
  return read.ok ? read.value : null
}

async function bytesOf(file: string): Promise<Uint8Array | Extract<WorkbookRead, { code: ReadRefusal }>> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return { ok: false, code: 'not-there', detail: '' }
    // Larger files are refused before they are read.
    if (found.size > BOOK_LIMITS.bytes)
      return { ok: false, code: 'workbook-too-large', detail: `${found.size} > ${BOOK_LIMITS.bytes} B` }
    return new Uint8Array(await readFile(file))
  } catch (error) {
    return { ok: false, code: 'not-there', detail: diskFailure(error).detail ?? '' }
  }
}

function choicesFor(
  book: Book,
  sheet: string | null,
  columns: TableChoice['columns'] | undefined,
): readonly TableChoice[] | null {
  const chosen =
    sheet === null ? null : (book.sheets.find(({ name }) => name === sheet) ?? book.sheets[Number(sheet) - 1])
  if (chosen === undefined) return null
  return book.sheets.map((sheetOfBook): TableChoice => {
    const { name } = sheetOfBook
    // The data behind a workbook of our own is no table to be read.
    const isOther = chosen === null ? isDataSheet(sheetOfBook) : name !== chosen.name
    if (isOther) return { sheet: name, isIgnored: true }
    const isIgnored = chosen === null ? {} : { isIgnored: false }
    return { sheet: name, ...isIgnored, ...(columns === undefined ? {} : { columns }) }
  })
}

/** Undefined where none are chosen, null where the text makes no sense. '-' says that there is no such column. */
function columnsIn(text: string | null): TableChoice['columns'] | undefined | null {
  if (text === null) return undefined
  const columns: Partial<Record<ColumnRole, number | null>> = {}
  for (const part of text.split(',')) {
    const [role = '', letter = '', ...more] = part.trim().split('=')
    const known = COLUMN_ROLES.find((one) => one === role.trim())
    const column = letter.trim() === '-' ? null : columnAt(letter.trim().toUpperCase())
    if (known === undefined || column === -1 || more.length > 0) return null
    columns[known] = column
  }
  return columns
}

function sheetNames(book: Book): string {
  return book.sheets
    .map(({ name }) => name)
    .join('、')
    .slice(0, 200)
}
