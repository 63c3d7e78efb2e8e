import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import {
  isDataSheet,
  readStandardWorkbook,
} from '../../../../shared/spreadsheet/standard-workbook/read-standard-workbook'
import type { Book } from '../../../../shared/spreadsheet/workbook/book'

/** What a workbook is that this program once wrote of a standard. `sheet`: the sheet of data, which is not read as a table. */
export type OwnWorkbook =
  | { readonly state: 'same'; readonly sheet: string; readonly rubric: Rubric }
  | { readonly state: 'changed'; readonly sheet: string; readonly cells: readonly string[] }
  | { readonly state: 'damaged'; readonly sheet: string }

/** The standard that a workbook of ours holds; null where it is none of ours. */
export async function ownWorkbook(book: Book): Promise<OwnWorkbook | null> {
  const data = book.sheets.find(isDataSheet)
  if (data === undefined) return null
  // The schemas are not needed for any other workbook.
  const [{ rubricSchema }, { readStrictly }] = await Promise.all([
    import('../../../../shared/schema/rubric-schema'),
    import('../../../../shared/schema/read-strictly'),
  ])
  const read = readStandardWorkbook(book, (value) => {
    const checked = readStrictly(rubricSchema, value)
    return checked.ok ? checked.value : null
  })
  const sheet = data.name
  if (read.ok) return { state: 'same', sheet, rubric: read.rubric }
  if (read.code !== 'standard-changed') return { state: 'damaged', sheet }
  return { state: 'changed', sheet, cells: read.changes.map((change) => `${change.sheet}!${change.cell}`) }
}
