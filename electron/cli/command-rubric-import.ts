import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import { proveDraft } from '../../shared/domain/rubric/edit/blanks'
import { allItems } from '../../shared/domain/rubric/rubric'
import type { CliImport } from '../../shared/schema/cli-import-schema'
import { standardOf } from '../../shared/spreadsheet/standard/standard-of'
import { rubricDigest } from '../custody/digest'
import { diskFailure } from '../custody/disk-failure'
import { notRead } from './command-rubric-check'
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
  const { file, out } = args
  const words = READING_WORDS[manner.language]
  const read = await readWorkbook(file, args)
  if (!read.ok) return notRead(terminal, file, args, read, manner)
  const { reading, sha256 } = read
  const id = `own-${sha256.slice(0, 16)}`
  const { rubric, assumptions } = standardOf(reading, { id, file: basename(file), sha256 })
  const found = proveDraft(rubric)
  const items = allItems(rubric)
  const report: CliImport = {
    path: out,
    id,
    title: rubric.title,
    digest: rubricDigest(rubric),
    source: { file: basename(file), sha256 },
    categories: rubric.categories.length,
    items: items.length,
    points: rubric.points,
    forPerson: items.reduce(
      (sum, { clauses }) => sum + clauses.filter(({ forPerson }) => forPerson === true).length,
      0,
    ),
    problems: reading.diagnostics.filter(({ level }) => level === 'problem').length,
    diagnostics: found,
    assumptions,
  }
  const failed = await written(out, canonicalJson(rubric))
  if (failed !== null) {
    terminal.err(`${WORDS[manner.language].failed}: ${shown(`${out}: ${failed}`)}\n`)
    return EXIT.unreadable
  }
  const errors = found.filter(({ level }) => level === 'error')
  const lines = [
    ...reading.diagnostics
      .filter(({ level }) => level === 'problem')
      .map((one) => `${file}: ${diagnosticAsText(one, manner.language)}`),
    ...errors.map(({ code, place, detail }) => `${out}: ${words.errors}  ${place}  ${code}  ${detail}`),
  ]
  terminal.err(lines.map((line) => `${shown(line)}\n`).join(''))
  if (manner.isJson) writeJson(terminal, report)
  else {
    const facts = [
      `${report.categories} ${words.categories}`,
      `${report.items} ${words.items}`,
      `${words.forPerson} ${report.forPerson}`,
      `${words.errors} ${errors.length}`,
      `${words.warnings} ${found.length - errors.length}`,
    ]
    terminal.out(
      `${shown(`${words.written} ${out}: ${rubric.title}`)}\n${facts.join('  ')}\nSHA-256 ${report.digest}\n`,
    )
  }
  return report.problems > 0 || errors.length > 0 ? EXIT.problems : EXIT.ok
}

/** Null where it was written, else what the system said. */
export async function written(path: string, text: string): Promise<string | null> {
  try {
    await writeFile(path, text)
    return null
  } catch (error) {
    return diskFailure(error).detail ?? ''
  }
}
