import type { BookSheet } from './book'
import { eachField } from './delimited'
import type { Tally } from './limits'
import { sheetBuilder } from './sheet-builder'

const DELIMITERS = [',', '\t', ';'] as const
/** How much of a text is looked at to find what parts its fields. */
const SAMPLE = 20_000

/** A text as one sheet without a name. */
export function csvSheet(text: string, tally: Tally): BookSheet {
  return delimitedSheet(text, delimiterOf(text), '', tally)
}

export function delimitedSheet(text: string, delimiter: string, name: string, tally: Tally): BookSheet {
  const sheet = sheetBuilder(name, false, tally)
  eachField(text, delimiter, (row, column, field) =>
    sheet.addCell(row, { column, text: field, number: plainNumber(field), formula: null }),
  )
  return sheet.build(null)
}

/** What gives the most fields on most lines; a sentence holds a comma here and there, a table on every line. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const scores = DELIMITERS.map((delimiter) => {
    const widths: number[] = []
    eachField(sample, delimiter, (row, column) => {
      widths[row] = column + 1
    })
    const sorted = [...widths].sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 1
  })
  const best = Math.max(...scores)
  return DELIMITERS[scores.indexOf(best)] ?? ','
}

/** A field that is a plain decimal number is one; anything else is text, as it stands. */
export function plainNumber(field: string): number | null {
  return /^\s*-?\d{1,15}(?:\.\d{1,15})?\s*$/.test(field) ? Number(field) : null
}
