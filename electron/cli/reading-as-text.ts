import { formatMilli, type Points } from '../../shared/domain/points'
import { COLUMN_ROLES, type Reading, type ReadingDiagnostic } from '../../shared/spreadsheet/reading/reading'
import type { ReadForm } from '../../shared/spreadsheet/wording/read-clause'
import { READING_WORDS } from './reading-words'
import type { Language } from './words'

/** A reading in lines that a person can check against the sheet. */
export function readingAsText(reading: Reading, language: Language): readonly string[] {
  const words = READING_WORDS[language]
  const { title, total, tables, categories, counts, items, diagnostics, notes } = reading
  const points = (value: Points | null) => (value === null ? '—' : formatMilli(value))
  const open = items.flatMap((item) =>
    item.clauses.flatMap(({ forPerson, text }) =>
      forPerson === true ? [`  ${item.sheet}!${item.cells.rule ?? item.row}  ${text}`] : [],
    ),
  )
  const forms = Object.entries(counts.forms).map(
    ([form, count]) => `${words.forms[form as ReadForm['form']]} ${count}`,
  )
  return [
    `${words.title}: ${title ?? words.noTitle}`,
    `${words.total}: ${words.declared} ${points(total.declared)}, ${words.sum} ${points(total.sum)}`,
    `${words.tables}:`,
    ...tables.map(({ sheet, ref, headerRows, columns }) => {
      const named = COLUMN_ROLES.flatMap((role) => {
        const column = columns[role]
        return column == null ? [] : [`${words.roles[role]} ${column}`]
      })
      return `  ${sheet}!${ref}  ${words.headerRows} ${headerRows.join(' ')}  ${named.join('  ')}`
    }),
    `${words.categories}: ${counts.categories}`,
    ...categories.map(
      (one) =>
        `  ${one.title}  ${points(one.points)} (${words.sum} ${points(one.sum)})  ${one.items} ${words.items}`,
    ),
    `${words.clauses}: ${counts.clauses}  ${forms.join('  ')}`,
    ...listed(words.forPerson, open, words.none),
    ...listed(words.problems, linesOf(diagnostics, 'problem', language), words.none),
    ...listed(words.notes, linesOf(diagnostics, 'note', language), words.none),
    ...notes.map((note) => `  ${note}`),
  ]
}

function listed(name: string, lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [`${name}: ${none}`] : [`${name}: ${lines.length}`, ...lines]
}

function linesOf(
  diagnostics: readonly ReadingDiagnostic[],
  level: ReadingDiagnostic['level'],
  language: Language,
): readonly string[] {
  return diagnostics.filter((one) => one.level === level).map((one) => `  ${diagnosticAsText(one, language)}`)
}

/** Where, what, and the figures: 考核标准!D23  合计与各项之和不符 (sum-mismatch)  33 ≠ 32. */
export function diagnosticAsText(one: ReadingDiagnostic, language: Language): string {
  const { sheet, cell, row, rows, column, number, path, declared, sum, text, kind } = one
  const at = cell ?? (rows === undefined ? (row ?? column) : rows.join(','))
  const place = [sheet, at].filter((part) => part !== undefined).join('!')
  const figures =
    declared === undefined || sum === undefined ? '' : `${formatMilli(declared)} ≠ ${formatMilli(sum)}`
  const parts = [
    place,
    `${READING_WORDS[language].diagnostics[kind]} (${kind})`,
    number ?? '',
    (path ?? []).join(' / '),
  ]
  return [...parts, figures, text ?? ''].filter((part) => part !== '').join('  ')
}
