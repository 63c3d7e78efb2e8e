import type { Rubric } from '../../domain/rubric/rubric'
import type { Book, BookRow, BookSheet } from '../workbook/book'
import { type CellChange, sheetChanges } from './cell-changes'
import { DATA_FORMAT, digestOf, joinedParts, standardOfNodes } from './data-rows'
import { standardSheet, summarySheet } from './standard-sheet'

export type ReadStandard =
  | { readonly ok: true; readonly rubric: Rubric; readonly digest: string }
  /** No workbook of ours: to be read as any other. */
  | { readonly ok: false; readonly code: 'not-a-standard-workbook' }
  /** The sheet of data is not as it was written; `sheet` is its name, to be left out when the rest is read. */
  | {
      readonly ok: false
      readonly code: 'standard-data-damaged'
      readonly sheet: string
      readonly detail: string
    }
  /** Someone has changed the sheets for people: these cells say something else than the data, `rubric`. */
  | {
      readonly ok: false
      readonly code: 'standard-changed'
      readonly sheet: string
      readonly rubric: Rubric
      readonly changes: readonly CellChange[]
    }

/** First row of the data, below its title, notice and heads. */
const FIRST_NODE = 4

/**
 * The standard that a workbook of `standardWorkbook` holds: the very same (same digest), or why not. `check` is the
 * schema's: it gives the value back as a standard, or null. Proof and signatures are the caller's.
 */
export function readStandardWorkbook(book: Book, check: (value: unknown) => Rubric | null): ReadStandard {
  const data = book.sheets.find(isDataSheet)
  if (data === undefined) return { ok: false, code: 'not-a-standard-workbook' }
  const damaged = (detail: string): ReadStandard => ({
    ok: false,
    code: 'standard-data-damaged',
    sheet: data.name,
    detail,
  })
  const nodes = nodesOf(data.rows)
  if (typeof nodes === 'string') return damaged(nodes)
  const value = standardOfNodes(nodes)
  if (value === null) return damaged('JSON')
  const rubric = check(value)
  if (rubric === null) return damaged('schema')
  const digest = digestOf(rubric)
  if (digest !== textAt(data.rows[0], 1)) return damaged('SHA-256')
  const changes = [standardSheet(rubric), summarySheet(rubric)].flatMap((sheet) => sheetChanges(sheet, book))
  if (changes.length > 0) return { ok: false, code: 'standard-changed', sheet: data.name, rubric, changes }
  return { ok: true, rubric, digest }
}

/** Whether a sheet holds the data of a standard's own workbook, whatever it is called by now. */
export function isDataSheet({ rows }: BookSheet): boolean {
  return rows[0]?.row === 0 && textAt(rows[0], 0) === DATA_FORMAT
}

/** Depth and JSON of each node, its parts joined; the place of the first row that is not as it was written. */
function nodesOf(rows: readonly BookRow[]) {
  const nodes: { depth: number; parts: string[] }[] = []
  for (const row of rows) {
    if (row.row < FIRST_NODE) continue
    const [depth, no] = [Number(textAt(row, 0)), Number(textAt(row, 4))]
    const last = nodes[nodes.length - 1]
    const isNext = no === 1 || (last?.depth === depth && last.parts.length === no - 1)
    if (!Number.isInteger(depth) || depth < 0 || depth > 64 || !isNext) return `F${row.row + 1}`
    if (no === 1) nodes.push({ depth, parts: [] })
    nodes[nodes.length - 1]?.parts.push(textAt(row, 5))
  }
  const joined: { depth: number; json: string }[] = []
  for (const { depth, parts } of nodes) {
    const json = joinedParts(parts)
    if (json === null) return 'F'
    joined.push({ depth, json })
  }
  return joined
}

function textAt(row: BookRow | undefined, column: number): string {
  return row?.cells.find((cell) => cell.column === column)?.text ?? ''
}
