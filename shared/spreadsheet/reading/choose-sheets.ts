import type { Book } from '../workbook/book'
import { type Grid, gridOf } from './grid'
import { type FoundSheet, findSheet, type ReadSheet, readSheet } from './read-sheet'
import type { TableChoice } from './reading'

export interface ChosenSheets {
  readonly sheets: readonly ReadSheet[]
  /** Sheets that are not read: covers, instructions, summaries, hidden ones, those that a person left out. */
  readonly ignored: readonly string[]
  readonly covers: readonly Grid[]
}

/** Which sheets hold the standard: those with a table that says how items are scored, where any does. */
export function chooseSheets(
  book: Book,
  choices: readonly TableChoice[],
  takesHidden: boolean,
): ChosenSheets {
  const found: FoundSheet[] = []
  for (const sheet of book.sheets) {
    const choice = choices.find((each) => each.sheet === sheet.name)
    const takes = choice?.takesHidden ?? takesHidden
    if (choice?.isIgnored === true || (sheet.isHidden && !takes && choice?.isIgnored !== false)) continue
    found.push(findSheet(sheet, choice, takes))
  }
  const hasRule = found.some(({ tables }) => tables.some(({ columns }) => columns.rule !== null))
  const used = found
    .map((each) =>
      hasRule ? { ...each, tables: each.tables.filter(({ columns }) => columns.rule !== null) } : each,
    )
    .filter(({ tables }) => tables.length > 0)
  const sheets = used
    .map((each) => readSheet(each, used))
    .filter(({ walked }) => walked.some(({ entries }) => entries.some(({ kind }) => kind === 'item')))
  const names = new Set(sheets.map(({ sheet }) => sheet.name))
  const others = book.sheets.filter(({ name, rows }) => !names.has(name) && rows.length > 0)
  return {
    sheets,
    ignored: others.map(({ name }) => name),
    covers: others.filter(({ isHidden }) => !isHidden).map((sheet) => gridOf(sheet)),
  }
}
