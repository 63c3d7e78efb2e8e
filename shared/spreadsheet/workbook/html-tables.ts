import type { BookSheet } from './book'
import { LAST_COLUMN } from './cell-names'
import { plainNumber } from './csv-sheet'
import type { Tally } from './limits'
import { refuse } from './refused'
import { type SheetBuilder, sheetBuilder } from './sheet-builder'
import { scanXml, xmlUnescaped } from './xml-scanner'

interface OpenTable {
  readonly sheet: SheetBuilder
  row: number
  column: number
  /** By column: the first row in which no cell from above stands there any more. */
  readonly freeFrom: number[]
  /** Columns passed over under cells from above. */
  passed: number
  rows: number
  columns: number
  cell: { text: string; column: number } | null
}

/** The largest spans that browsers take. */
const MOST_COLUMNS_SPANNED = 1000
const MOST_ROWS_SPANNED = 65_534
/** Far more than any page's spans need: a hostile one would have thousands of columns passed over in every row. */
const MOST_PASSED = 20_000_000
const LINE_ENDS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr'])
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  mdash: '—',
  middot: '·',
  times: '×',
  ge: '≥',
  le: '≤',
}

/**
 * The tables of a web page that systems export as '.xls': text alone, each table of at least two rows and two
 * columns as a sheet; one inside another by itself. Nothing of the page is run, loaded or shown.
 */
export function htmlSheets(page: string, tally: Tally): readonly BookSheet[] {
  const scanner = scanXml(withoutScripts(page))
  const open: OpenTable[] = []
  const closed: OpenTable[] = []
  const add = (text: string) => {
    const cell = open[open.length - 1]?.cell
    if (cell == null) return
    cell.text += text
    if (cell.text.length > tally.limits.cellCharacters)
      refuse('workbook-too-large', `characters in a cell > ${tally.limits.cellCharacters}`)
  }
  while (scanner.next()) {
    add(collapsed(scanner.textBefore()))
    const name = scanner.name.toLowerCase()
    const table = open[open.length - 1]
    if (LINE_ENDS.has(name) && (name === 'br' || scanner.isClosing)) add('\n')
    if (name === 'table') {
      if (!scanner.isClosing) open.push(newTable(tally))
      else if (table !== undefined) {
        endCell(table)
        closed.push(table)
        open.pop()
      }
    } else if (table === undefined) continue
    else if (name === 'tr') {
      endCell(table)
      if (table.row >= tally.limits.rows) refuse('workbook-too-large', `rows > ${tally.limits.rows}`)
      if (!scanner.isClosing) beginRow(table, /display\s*:\s*none/i.test(scanner.attributes()))
    } else if (name === 'td' || name === 'th') {
      endCell(table)
      if (!scanner.isClosing) beginCell(table, scanner.attributes())
    }
  }
  for (const table of open) endCell(table)
  const real = [...closed, ...open].filter(({ rows, columns }) => rows > 1 && columns > 1)
  if (real.length === 0) refuse('workbook-not-a-table', 'HTML')
  return real.map(({ sheet }, at) => ({
    ...sheet.build(null),
    name: real.length === 1 ? '' : String(at + 1),
  }))
}

function newTable(tally: Tally): OpenTable {
  const sheet = sheetBuilder('', false, tally)
  return { sheet, row: -1, column: 0, freeFrom: [], passed: 0, rows: 0, columns: 0, cell: null }
}

function beginRow(table: OpenTable, isHidden: boolean): void {
  table.row++
  table.column = 0
  if (isHidden) table.sheet.hideRow(table.row)
}

function beginCell(table: OpenTable, attributes: string): void {
  if (table.row < 0) beginRow(table, false)
  const { row } = table
  for (; (table.freeFrom[table.column] ?? 0) > row; table.column++)
    if (++table.passed > MOST_PASSED) refuse('workbook-too-large', 'rowspan')
  const { column } = table
  if (column > LAST_COLUMN) refuse('workbook-too-large', `columns > ${LAST_COLUMN + 1}`)
  const columns = spanOf(attributes, 'colspan', MOST_COLUMNS_SPANNED)
  const rows = spanOf(attributes, 'rowspan', MOST_ROWS_SPANNED)
  table.sheet.addMerge({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })
  for (let at = column; at < column + columns; at++) table.freeFrom[at] = row + rows
  table.cell = { text: '', column }
  table.column = column + columns
}

function endCell(table: OpenTable): void {
  const { cell } = table
  if (cell === null) return
  table.cell = null
  const text = cell.text
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
  if (text.trim() === '') return
  table.rows = Math.max(table.rows, table.row + 1)
  table.columns = Math.max(table.columns, cell.column + 1)
  table.sheet.addCell(table.row, { column: cell.column, text, number: plainNumber(text), formula: null })
}

function spanOf(attributes: string, name: string, most: number): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(attributes)
  return Math.max(1, Math.min(most, Number(found?.[1] ?? 1)))
}

function collapsed(raw: string): string {
  const text = raw.includes('&')
    ? raw.replace(/&([a-z]{2,6});/g, (whole, name: string) =>
        Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole,
      )
    : raw
  return xmlUnescaped(text).replace(/[ \t\n]+/g, ' ')
}

/** Scripts and styles hold '<' that begin no tag. */
function withoutScripts(page: string): string {
  const kept: string[] = []
  const begins = /<(script|style)\b/gi
  let from = 0
  for (let found = begins.exec(page); found !== null; found = begins.exec(page)) {
    kept.push(page.slice(from, found.index))
    const ends = new RegExp(`</${found[1]}`, 'gi')
    ends.lastIndex = found.index
    const end = ends.exec(page)
    from = end === null ? page.length : end.index
    if (end === null) break
    begins.lastIndex = end.index + 1
  }
  return [...kept, page.slice(from)].join('')
}
