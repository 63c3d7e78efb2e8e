import type { BookKind, BookLimits, BookSheet, OpenedBook } from './book'
import { openCompoundFile } from './compound-file'
import { csvSheet } from './csv-sheet'
import { fileKindOf } from './file-kind'
import { htmlSheets } from './html-tables'
import { BOOK_LIMITS, type Tally, tallyOf } from './limits'
import { markupOf } from './markup-text'
import { openOds } from './open-ods'
import { openXls } from './open-xls'
import { openXlsx } from './open-xlsx'
import { Refused, refuse } from './refused'
import { spreadsheetXmlSheets } from './spreadsheet-xml'
import { decodedText } from './text-encoding'
import { openZip } from './zip-archive'

interface Contents {
  readonly kind: BookKind
  readonly encoding?: 'utf-8' | 'utf-16' | 'gb18030'
  readonly sheets: readonly BookSheet[]
}

/**
 * Opens a workbook or a table of text: .xlsx, .xlsm, .xls, .et, .ods, .csv, and web pages or Excel 2003's XML named
 * .xls. What it is, is decided by its content,
 * not by its name. Never throws for a bad file; nothing is computed, followed or run, and no bound of `limits` is
 * passed. A refusal's `detail` names the part or the bound.
 */
export function openBook(bytes: Uint8Array, fileName: string, limits: BookLimits = BOOK_LIMITS): OpenedBook {
  try {
    if (bytes.length > limits.bytes) refuse('workbook-too-large', `bytes > ${limits.bytes}`)
    const { kind, encoding = null, sheets } = contentsOf(bytes, tallyOf(limits))
    if (sheets.every(({ rows }) => rows.length === 0)) refuse('workbook-empty', '')
    return { ok: true, book: { fileName, kind, encoding, sheets } }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code, detail: error.detail }
    // xlsx, and the runtime where memory or a text's length ends, throw whatever they like at a bad file.
    return { ok: false, code: 'workbook-broken', detail: error instanceof Error ? error.message : '' }
  }
}

function contentsOf(bytes: Uint8Array, tally: Tally): Contents {
  const kind = fileKindOf(bytes)
  switch (kind.is) {
    case 'nothing':
      return refuse('workbook-empty', '')
    case 'foreign':
      return refuse('workbook-not-a-table', kind.name)
    case 'zip':
      return zipContents(bytes, tally)
    case 'compound':
      return compoundContents(bytes, tally)
    case 'text': {
      const { text, encoding } = decodedText(bytes)
      return { ...textContents(text, tally), encoding }
    }
  }
}

function textContents(text: string, tally: Tally): Contents {
  switch (markupOf(text)) {
    case 'html':
      return { kind: 'html', sheets: htmlSheets(text, tally) }
    case 'spreadsheet-xml':
      return { kind: 'xml', sheets: spreadsheetXmlSheets(text, tally) }
    case 'xml':
      return refuse('workbook-not-a-table', 'XML')
    case null:
      return { kind: 'csv', sheets: [csvSheet(text, tally)] }
  }
}

function zipContents(bytes: Uint8Array, tally: Tally): Contents {
  const zip = openZip(bytes, tally)
  if (zip.has('xl/workbook.bin')) refuse('workbook-not-a-table', '.xlsb')
  if (zip.has('word/document.xml')) refuse('workbook-not-a-table', '.docx')
  if (zip.has('ppt/presentation.xml')) refuse('workbook-not-a-table', '.pptx')
  if (zip.names.some((name) => name.startsWith('Index/') && name.endsWith('.iwa')))
    refuse('workbook-not-a-table', '.numbers')
  if (zip.has('content.xml')) return { kind: 'ods', sheets: openOds(zip, tally) }
  if (zip.has('[Content_Types].xml') || zip.has('xl/workbook.xml'))
    return { kind: 'xlsx', sheets: openXlsx(zip, tally) }
  return refuse('workbook-not-a-table', 'ZIP')
}

function compoundContents(bytes: Uint8Array, tally: Tally): Contents {
  const file = openCompoundFile(bytes)
  // A workbook with a password is a ZIP enciphered whole, in a compound file ([MS-OFFCRYPTO] 1.3.2).
  if (file.has('EncryptedPackage')) refuse('workbook-encrypted', 'EncryptedPackage')
  if (file.has('WordDocument')) refuse('workbook-not-a-table', '.doc')
  if (file.has('PowerPoint Document')) refuse('workbook-not-a-table', '.ppt')
  if (!file.has('Workbook') && !file.has('Book')) refuse('workbook-not-a-table', 'CFB')
  return { kind: 'xls', sheets: openXls(file, tally) }
}
