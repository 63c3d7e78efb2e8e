import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileFilter } from 'electron'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { StandardWorkbookKind } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { draftRubricSchema } from '../../shared/schema/draft-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import { blankSheetWorkbook } from '../../shared/spreadsheet/standard-workbook/blank-sheet'
import { STANDARD_WORDS } from '../../shared/spreadsheet/standard-workbook/standard-words'
import { standardWorkbook } from '../../shared/spreadsheet/standard-workbook/standard-workbook'
import { diskFailure, failure } from '../custody/disk-failure'
import { replaceFile } from '../custody/durable-file'
import { askWhatToOpen, askWhereToSave } from './dialogs'

const JSON_FILES = [{ name: 'JSON', extensions: ['json'] }]
const WORKBOOKS = [{ name: 'Excel', extensions: ['xlsx'] }]
/** A standard of 100 000 nodes is some 60 MB. */
const MOST_BYTES = 100_000_000

/** A standard from a JSON file that the person chose; null when the dialog was closed. */
export async function openRubricFile(): Promise<Result<Rubric | null>> {
  const path = await askWhatToOpen(JSON_FILES)
  if (path === null) return { ok: true, value: null }
  try {
    if ((await stat(path)).size > MOST_BYTES) return failure('too-large', basename(path))
    const value: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
    const read = readStrictly(draftRubricSchema, value)
    if (read.ok) return read
    const why = readStrictly(rubricSchema, value)
    return failure('not-a-rubric', why.ok ? '' : [why.path, why.detail].filter(Boolean).join(': '))
  } catch (error) {
    return error instanceof SyntaxError ? failure('not-a-rubric', 'JSON') : diskFailure(error)
  }
}

/** Saves the canonical bytes, whose SHA-256 is the standard's digest; null when the dialog was closed. */
export function saveRubricFile(rubric: Rubric): Promise<Result<{ readonly path: string } | null>> {
  return save(nameOf(rubric), JSON_FILES, () => Buffer.from(canonicalJson(rubric), 'utf8'))
}

/** Saves the standard as a workbook, or the blank score sheet that belongs to it; null when the dialog was closed. */
export function saveWorkbook(
  rubric: Rubric,
  kind: StandardWorkbookKind,
): Promise<Result<{ readonly path: string } | null>> {
  const name = kind === 'standard' ? nameOf(rubric) : `${nameOf(rubric)} ${STANDARD_WORDS.blankSheet}`
  return save(name, WORKBOOKS, () =>
    kind === 'standard' ? standardWorkbook(rubric) : blankSheetWorkbook(rubric),
  )
}

/** A file's name that any system takes. */
function nameOf({ title, version }: Rubric): string {
  return `${title} ${version}`
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .trim()
    .slice(0, 100)
}

async function save(
  name: string,
  files: FileFilter[],
  bytesOf: () => Uint8Array,
): Promise<Result<{ readonly path: string } | null>> {
  const path = await askWhereToSave(`${name}.${files[0]?.extensions[0] ?? ''}`, files)
  if (path === null) return { ok: true, value: null }
  try {
    await replaceFile(path, bytesOf())
    return { ok: true, value: { path } }
  } catch (error) {
    return diskFailure(error)
  }
}
