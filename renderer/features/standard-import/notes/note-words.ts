import type { TFunction } from 'i18next'
import { formatMilli } from '../../../../shared/domain/points'
import type { ReadingDiagnostic } from '../../../../shared/spreadsheet/reading/reading'

/** What was found, in a sentence. */
export function sentenceOf(diagnostic: ReadingDiagnostic, t: TFunction): string {
  const {
    kind,
    number = '',
    path = [],
    declared,
    sum,
    text = '',
    rows = [],
    column = '',
    sheet = '',
  } = diagnostic
  const known = t(`standardImport.found.${kind}`, {
    number,
    sheet,
    column,
    text,
    name: path.at(-1) ?? '',
    rows: rows.join('、'),
    declared: declared === undefined ? '' : formatMilli(declared),
    sum: sum === undefined ? '' : formatMilli(sum),
    off: declared === undefined || sum === undefined ? '' : signed(sum - declared),
  })
  return known
}

function signed(value: number): string {
  return value > 0 ? `+${formatMilli(value)}` : formatMilli(value)
}
