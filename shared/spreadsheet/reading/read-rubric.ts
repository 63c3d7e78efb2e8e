import type { Points } from '../../domain/points'
import type { Book } from '../workbook/book'
import { chooseSheets } from './choose-sheets'
import type { RawItem } from './entries'
import { checkItems } from './item-checks'
import { kindsOf } from './item-kinds'
import { categoriesOf, groupsOf } from './listed-headings'
import { checkNumbers } from './number-checks'
import { printedTitle, printedTotal } from './printed-total'
import { readItems, tablesWithMethodSuffix } from './read-items'
import type { ReadSheet } from './read-sheet'
import type { Reading, TableChoice } from './reading'
import { countForms, inPrintedOrder, notesOf, otherRowsOf, sharedPointsOf, tableOf } from './reading-parts'
import { resolveSums } from './resolve-sums'
import { type RuleReader, rememberingRules } from './rule-reader'
import { notesOfBook, notesOfSheet } from './sheet-notes'
import { checkSums } from './sum-checks'
import { type PlacedItem, treeOf } from './tree'
import { addItems, addSums, givePoints } from './tree-points'
import { underTitle } from './whole-category'

/**
 * What a careful person finds in a workbook: tables, headings, items with their cells, sums against what is printed.
 * Nothing is refused: what is wrong or unclear is a diagnostic. Without any table there are no items.
 * `readRule`: one that remembers rules (the default does, for this reading) spares a second reading of the same file.
 */
export function readRubric(
  book: Book,
  choices: readonly TableChoice[] = [],
  readRule: RuleReader = rememberingRules(),
): Reading {
  const seen = readOnce(book, choices, false, readRule)
  // A person has decided about some sheets; the others still go by the sums.
  const decided = new Set(
    choices.filter(({ takesHidden }) => takesHidden !== undefined).map(({ sheet }) => sheet),
  )
  const isOpen = book.sheets.some(
    ({ name, hiddenRows, hiddenColumns, isHidden }) =>
      !decided.has(name) && (isHidden || hiddenRows.length + hiddenColumns.length > 0),
  )
  if (!isOpen) return seen
  // What is hidden belongs to the standard only where the printed sums ask for it.
  const problems = sumProblems(seen)
  if (problems === 0) return seen
  const all = readOnce(book, choices, true, readRule)
  const { declared, sum } = all.total
  // What a person left out of one sheet may keep the whole from adding up.
  const agrees = declared === null || declared === sum || decided.size > 0
  return agrees && sumProblems(all) < problems ? all : seen
}

function sumProblems({ diagnostics, items }: Reading): number {
  if (items.length === 0) return Number.MAX_SAFE_INTEGER
  return diagnostics.filter(({ kind }) => kind === 'sum-mismatch').length
}

function rawItems(sheets: readonly ReadSheet[]): readonly RawItem[] {
  const found: RawItem[] = []
  for (const { walked } of sheets)
    for (const { entries } of walked)
      for (const entry of entries) if (entry.kind === 'item') found.push(entry.item)
  return found
}

function placedItems(sheets: readonly ReadSheet[]): readonly PlacedItem[] {
  const placed: PlacedItem[] = []
  for (const { sheet, walked } of sheets) {
    for (const table of walked) {
      for (const entry of table.entries)
        if (entry.kind === 'item') placed.push({ sheet: sheet.name, table, raw: entry.item })
    }
  }
  return placed
}

function readOnce(
  book: Book,
  choices: readonly TableChoice[],
  takesHidden: boolean,
  readRule: RuleReader,
): Reading {
  const { sheets: found, ignored, covers } = chooseSheets(book, choices, takesHidden)
  const sheets = underTitle(found)
  const tables = sheets.flatMap(({ walked }) => walked)
  const sums = resolveSums(tables)
  const placed = placedItems(sheets)
  const declared = printedTotal(sheets, sums, covers)
  // A title that speaks of bonuses makes none: only headings within the table do.
  const kinds = kindsOf(rawItems(found), declared.points)
  const title = printedTitle(sheets, covers)
  const items = readItems(placed, kinds, title ?? sheets[0]?.sheet.name ?? '', readRule)
  const tree = treeOf(sheets)
  addSums(tree, sums)
  givePoints(tree, sharedPointsOf(placed))
  addItems(tree, items)
  const sum = items.reduce(
    (all, { kind, points }) => (kind === 'normal' ? all + (points ?? 0) : all),
    0,
  ) as Points
  const diagnostics = inPrintedOrder(
    [
      ...checkItems(items, placed),
      ...checkNumbers(sheets),
      ...checkSums(tree, sums, sum, declared.heading),
      ...sheets.flatMap(notesOfSheet),
      ...notesOfBook(book, ignored),
    ],
    new Map(book.sheets.map(({ name }, i) => [name, i])),
  )
  const suffixed = tablesWithMethodSuffix(placed)
  const categories = categoriesOf(tree)
  return {
    format: 'rubric-reading/1',
    file: book.fileName,
    title,
    total: { declared: declared.points, sum },
    tables: tables.map((table) => tableOf(table, placed, suffixed.has(table))),
    ignoredSheets: ignored,
    categories,
    groups: groupsOf(tree),
    items,
    otherRows: sheets.flatMap((read) => otherRowsOf(read, sums)),
    notes: sheets.flatMap(notesOf),
    diagnostics,
    counts: {
      categories: categories.length,
      items: items.length,
      clauses: items.reduce((all, { clauses }) => all + clauses.length, 0),
      sum,
      problems: diagnostics.filter(({ level }) => level === 'problem').length,
      forms: countForms(items),
    },
  }
}
