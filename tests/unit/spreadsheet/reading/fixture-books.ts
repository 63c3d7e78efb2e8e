import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../../../../shared/spreadsheet/reading/reading'
import type { Book } from '../../../../shared/spreadsheet/workbook/book'
import { bookFromText } from '../../../../shared/spreadsheet/workbook/clipboard-book'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'

export const WORKBOOKS = join(import.meta.dirname, '../../../fixtures/workbooks')

/** What stands beside a workbook: the reading that a careful person expects, and a few words on it. */
export type Expected = Omit<Reading, 'format'> & { readonly format: string; readonly about: string }

/** Names of the workbooks that have an expected JSON beside them. */
export function fixtureNames(): readonly string[] {
  return readdirSync(WORKBOOKS)
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => name.replace('.expected.json', ''))
    .sort()
}

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(WORKBOOKS, `${name}.expected.json`), 'utf8')) as Expected
}

/** A fixture as the app opens it; a .txt is what someone pastes. */
export function bookOf(file: string): Book {
  const bytes = readFileSync(join(WORKBOOKS, file))
  const isPasted = file.endsWith('.txt')
  const opened = isPasted ? bookFromText(bytes.toString('utf8'), 'pasted') : openBook(bytes, file)
  if (!opened.ok) throw new Error(`${file}: ${opened.code} ${opened.detail}`)
  return { ...opened.book, fileName: file }
}
