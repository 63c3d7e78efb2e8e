import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import type { Reading, TableChoice } from '../../../../shared/spreadsheet/reading/reading'
import { rememberingRules } from '../../../../shared/spreadsheet/reading/rule-reader'
import { marksFrom } from '../../../../shared/spreadsheet/standard/marks-from'
import type { Book, OpenedBook } from '../../../../shared/spreadsheet/workbook/book'
import { bookFromText } from '../../../../shared/spreadsheet/workbook/clipboard-book'
import { BOOK_LIMITS } from '../../../../shared/spreadsheet/workbook/limits'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'
import { ownWorkbook } from './own-workbook'
import { type FromWorker, ITEMS_AT_ONCE, type Source, type ToWorker } from './protocol'
import { blocksOf, outlineOf } from './sheet-blocks'

/**
 * Workbooks from outside are opened and read here, away from the screen: whoever started this worker ends it when
 * it takes too long. The cells stay here too; the screen asks for those that it shows.
 */
let book: Book | null = null
let last: Reading | null = null
/** Columns that a person changes leave most rules as they are. */
let readRule = rememberingRules()
let blocks: readonly ((block: number) => ReturnType<ReturnType<typeof blocksOf>>)[] = []

const say = (message: FromWorker): void => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') open(data.source).catch(raise)
  else if (data.kind === 'read') read(data.reading, data.choices)
  else if (data.kind === 'marks') marks(data.rubric)
  else say({ ...data, cells: blocks[data.sheet]?.(data.block) ?? [] })
})

/** A file that went away meanwhile, or a bug: what a promise keeps to itself nobody outside would hear. */
function raise(error: unknown): void {
  setTimeout(() => {
    throw error
  })
}

async function open(source: Source): Promise<void> {
  if (source.blob.size > BOOK_LIMITS.bytes) {
    // It is not even read into memory.
    say({ kind: 'refused', code: 'workbook-too-large', detail: `${Math.ceil(source.blob.size / 1e6)} MB` })
    return
  }
  say({ kind: 'phase', phase: 'bytes' })
  const bytes = new Uint8Array(await source.blob.arrayBuffer())
  say({ kind: 'phase', phase: 'digest' })
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes))
  say({ kind: 'phase', phase: 'open' })
  const opened = bookOf(source, bytes)
  if (!opened.ok) {
    say({ kind: 'refused', code: opened.code, detail: opened.detail })
    return
  }
  book = opened.book
  readRule = rememberingRules()
  blocks = book.sheets.map(blocksOf)
  say({
    kind: 'opened',
    book: {
      fileName: source.name,
      sha256,
      bytes: bytes.length,
      encoding: book.encoding,
      sheets: book.sheets.map(outlineOf),
      own: await ownWorkbook(book),
    },
  })
}

function bookOf({ kind, name }: Source, bytes: Uint8Array): OpenedBook {
  return kind === 'file' ? openBook(bytes, name) : bookFromText(new TextDecoder().decode(bytes), name)
}

function read(reading: number, choices: readonly TableChoice[]): void {
  if (book === null) throw new Error('no workbook is open')
  say({ kind: 'phase', phase: 'read' })
  last = readRubric(book, choices, readRule)
  const { items, ...head } = last
  for (let from = 0; from < items.length; from += ITEMS_AT_ONCE)
    say({ kind: 'items', reading, items: items.slice(from, from + ITEMS_AT_ONCE) })
  say({ kind: 'reading', reading, head })
}

function marks(rubric: Rubric): void {
  if (book === null || last === null) throw new Error('no workbook was read')
  say({ kind: 'marks', marks: marksFrom(last, rubric, book) })
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
