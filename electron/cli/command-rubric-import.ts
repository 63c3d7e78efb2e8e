import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import { formatMilli } from '../../shared/domain/points'
import type { Diagnostic } from '../../shared/domain/rubric/diagnostic'
import { proveDraft } from '../../shared/domain/rubric/edit/blanks'
import { allItems } from '../../shared/domain/rubric/rubric'
import type { CliImport } from '../../shared/schema/cli-import-schema'
import { draftRubricSchema } from '../../shared/schema/draft-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import type { Reading } from '../../shared/spreadsheet/reading/reading'
import { marksFrom } from '../../shared/spreadsheet/standard/marks-from'
import { standardOf } from '../../shared/spreadsheet/standard/standard-of'
import type { ReadStandard } from '../../shared/spreadsheet/standard-workbook/read-standard-workbook'
import { rubricDigest } from '../custody/digest'
import { diskFailure } from '../custody/disk-failure'
import { notRead } from './command-rubric-check'
import { jsonLines, marksAsText, marksReport } from './filled-marks'
import { readWorkbook, type SheetChoice } from './read-workbook'
import { diagnosticAsText } from './reading-as-text'
import { READING_WORDS } from './reading-words'
import { EXIT, type Manner, shown, type Terminal, writeJson } from './terminal'
import { WORDS } from './words'

export interface ImportArguments extends SheetChoice {
  readonly file: string
  /** Where the standard goes: canonical JSON, so that the file's SHA-256 is its digest. */
  readonly out: string
  /** Where the marks that someone filled in go; null: nowhere. */
  readonly marks: string | null
}

/** `rubric import`: the standard that a workbook holds; what was not read waits for a person in it. */
export async function importWorkbook(
  terminal: Terminal,
  args: ImportArguments,
  manner: Manner,
): Promise<number> {
  const { file, out, marks } = args
  const read = await readWorkbook(file, args)
  if (!read.ok) return notRead(terminal, file, args, read, manner)
  const { reading, book, own, sha256 } = read
  const made = standardOf(reading, { id: `own-${sha256.slice(0, 16)}`, file: basename(file), sha256 })
  // A workbook that a standard was written to holds it to the letter.
  const { rubric, assumptions } = own.ok ? { rubric: own.rubric, assumptions: [] } : made
  if (!readStrictly(draftRubricSchema, rubric).ok)
    return notRead(terminal, file, args, { ok: false, code: 'no-standard', detail: '' }, manner)
  const filled = marks === null ? null : { path: marks, made: marksFrom(reading, rubric, book) }
  const diagnostics = proveDraft(rubric)
  const files = [{ path: out, text: canonicalJson(rubric) }]
  if (filled !== null) files.push({ path: filled.path, text: jsonLines(filled.made.commands) })
  for (const { path, text } of files) {
    const failed = await written(path, text)
    if (failed === null) continue
    terminal.err(`${WORDS[manner.language].failed}: ${shown(`${path}: ${failed}`)}\n`)
    return EXIT.unreadable
  }
  const items = allItems(rubric)
  const clauses = items.flatMap((item) => item.clauses)
  const report: CliImport = {
    path: out,
    id: rubric.id,
    title: rubric.title,
    digest: rubricDigest(rubric),
    source: { file: basename(file), sha256 },
    categories: rubric.categories.length,
    items: items.length,
    points: rubric.points,
    forPerson: clauses.filter(({ forPerson }) => forPerson === true).length,
    problems: own.ok ? 0 : reading.diagnostics.filter(({ level }) => level === 'problem').length,
    diagnostics,
    assumptions,
    marks: filled === null ? null : marksReport(filled.path, filled.made, rubric, diagnostics),
  }
  const errors = diagnostics.filter(({ level }) => level === 'error')
  const wrong = [
    ...changesAsText(file, own, manner),
    ...(own.ok ? [] : problemsAsText(file, reading, manner)),
    ...errorsAsText(out, errors, manner),
  ]
  terminal.err(wrong.map((line) => `${shown(line)}\n`).join(''))
  if (manner.isJson) writeJson(terminal, report)
  else terminal.out(`${reportAsText(report, errors.length, manner).map(shown).join('\n')}\n`)
  const differences = report.marks?.differences.length ?? 0
  return wrong.length + differences > 0 ? EXIT.problems : EXIT.ok
}

/** Someone has changed a workbook of our own: it is read as any other, and this is told. */
function changesAsText(file: string, own: ReadStandard, { language }: Manner): readonly string[] {
  const words = READING_WORDS[language]
  if (own.ok || own.code === 'not-a-standard-workbook') return []
  if (own.code === 'standard-data-damaged') return [`${file}: ${own.sheet}: ${words.damaged}: ${own.detail}`]
  return own.changes.map(
    ({ sheet, cell, written: was, found: is }) =>
      `${file}: ${sheet}!${cell}: ${words.changed}: ${was} → ${is}`,
  )
}

function problemsAsText(file: string, { diagnostics }: Reading, { language }: Manner): readonly string[] {
  const problems = diagnostics.filter(({ level }) => level === 'problem')
  return problems.map((one) => `${file}: ${diagnosticAsText(one, language)}`)
}

function errorsAsText(out: string, errors: readonly Diagnostic[], { language }: Manner): readonly string[] {
  const { errors: word } = READING_WORDS[language]
  return errors.map(({ code, place, detail }) => `${out}: ${word}  ${place}  ${code}  ${detail}`)
}

function reportAsText(report: CliImport, errors: number, { language }: Manner): readonly string[] {
  const words = READING_WORDS[language]
  const facts = [
    `${words.categories} ${report.categories}`,
    `${words.items} ${report.items}`,
    `${words.total} ${formatMilli(report.points)}`,
    `${words.forPerson} ${report.forPerson}`,
    `${words.errors} ${errors}`,
    `${words.warnings} ${report.diagnostics.length - errors}`,
  ]
  return [
    `${words.written} ${report.path}: ${report.title}`,
    facts.join('  '),
    `SHA-256 ${report.digest}`,
    ...(report.marks === null ? [] : marksAsText(report.marks, language)),
  ]
}

/** Null where it was written, else what the system said. */
async function written(path: string, text: string): Promise<string | null> {
  try {
    await writeFile(path, text)
    return null
  } catch (error) {
    return diskFailure(error).detail ?? ''
  }
}
