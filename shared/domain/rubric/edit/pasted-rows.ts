import { type Points, parseMilli } from '../../points'

/** What a column of pasted rows holds. */
export type Column = 'code' | 'title' | 'content' | 'rule' | 'points' | 'skip'

/** One pasted row, as the columns say; null where it has no points that can be read. */
export interface PastedItem {
  readonly code: string
  readonly title: string
  readonly content: string
  readonly rule: string
  readonly points: Points | null
}

const MOST_ROWS = 2000

/** Rows and cells of what a spreadsheet puts on the clipboard: tabs between cells, quotes round cells with line breaks. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  endCell()
  return rows.filter((row) => row.some((one) => one !== '')).slice(0, MOST_ROWS)
}

/** Whether pasted text is more than one field takes: several lines, or several cells. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\s+$/, ''))
}

/** A proposal of what the columns hold, for a person to put right: numbers, then what deducts, then the longest. */
export function proposeColumns(rows: readonly (readonly string[])[]): readonly Column[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const cells = Array.from({ length: width }, (_none, at) => rows.map((row) => row[at] ?? ''))
  const share = (list: readonly string[], test: (cell: string) => boolean) =>
    list.filter((cell) => cell !== '' && test(cell)).length /
    Math.max(1, list.filter((cell) => cell !== '').length)
  const columns: Column[] = cells.map(() => 'skip')
  const take = (column: Column, rate: (list: readonly string[]) => number, least: number) => {
    const rates = cells.map((list, at) => (columns[at] === 'skip' ? rate(list) : 0))
    const best = Math.max(...rates)
    if (best > least) columns[rates.lastIndexOf(best)] = column
  }
  const length = (list: readonly string[]) => list.reduce((sum, cell) => sum + cell.length, 0)
  take('rule', (list) => share(list, (cell) => /扣|得\d|得满分|不得分|加\d/.test(cell)), 0.4)
  take('points', (list) => share(list, (cell) => pointsOf(cell) !== null), 0.6)
  take('code', (list) => share(list, (cell) => /^[\d.．、()（）一二三四五六七八九十]+$/.test(cell)), 0.6)
  // A sentence is what is asked for, a few words without a stop are a name.
  take('content', (list) => (share(list, (cell) => /[，。；\n]/.test(cell)) > 0.4 ? length(list) : 0), 0)
  take('title', length, 0)
  return columns
}

/** The rows as items; rows of which nothing is kept are left out. */
export function pastedItems(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly PastedItem[] {
  const cellOf = (row: readonly string[], column: Column, most: number) => {
    const at = columns.indexOf(column)
    return at < 0 ? '' : (row[at] ?? '').slice(0, most)
  }
  return rows
    .map((row) => ({
      code: oneLine(cellOf(row, 'code', 50)),
      title: oneLine(cellOf(row, 'title', 200)),
      content: cellOf(row, 'content', 4000),
      rule: cellOf(row, 'rule', 4000),
      points: pointsOf(cellOf(row, 'points', 50)),
    }))
    .filter(({ title, content, rule }) => title !== '' || content !== '' || rule !== '')
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** 2, 1.5, 2分 …: thousandths; null where it is no number of points. */
function pointsOf(cell: string): Points | null {
  const value = parseMilli(cell.replace(/分$/, ''))
  return value === null || value < 0 || value > 1_000_000_000 ? null : (value as Points)
}
