import type { BookLimits, OpenedBook } from './book'
import { delimitedSheet } from './csv-sheet'
import { BOOK_LIMITS, tallyOf } from './limits'
import { Refused, refuse } from './refused'

/**
 * A table copied from a spreadsheet and pasted as text: fields parted by tabs, those with line breaks quoted.
 * Never throws for a bad text. `name` is shown where a file's name would be.
 */
export function bookFromText(text: string, name: string, limits: BookLimits = BOOK_LIMITS): OpenedBook {
  try {
    if (text.length > limits.inflatedBytes / 2)
      refuse('workbook-too-large', `characters > ${limits.inflatedBytes / 2}`)
    if (text.trim() === '') refuse('workbook-empty', '')
    if (!text.includes('\t') && !text.trim().includes('\n')) refuse('workbook-not-a-table', '')
    const sheet = delimitedSheet(text, '\t', name, tallyOf(limits))
    return { ok: true, book: { fileName: name, kind: 'clipboard', encoding: null, sheets: [sheet] } }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code, detail: error.detail }
    throw error
  }
}
