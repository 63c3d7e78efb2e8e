import type { Points } from '../../domain/points'
import { cellName } from '../workbook/cell-names'
import { tight } from './cell-text'
import type { Grid } from './grid'
import { totalInText, withoutTotal } from './printed-points'
import type { ReadSheet } from './read-sheet'
import type { ResolvedSum } from './resolve-sums'
import type { PrintedTotal } from './sum-checks'

export interface Declared {
  readonly points: Points | null
  /** The total that stands in a heading, where one does. */
  readonly heading: PrintedTotal | null
}

/** The total as printed: by the last row, else above the tables, else in the notes, else in a title that only a cover prints. */
export function printedTotal(
  sheets: readonly ReadSheet[],
  sums: readonly ResolvedSum[],
  covers: readonly Grid[],
): Declared {
  const ofRow =
    sums.filter(({ path, sum }) => path.length === 0 && sum.points !== null).at(-1)?.sum.points ?? null
  const heading = headingTotal(sheets)
  if (ofRow !== null || heading !== null) return { points: ofRow ?? heading?.points ?? null, heading }
  const notes = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ kind, text }) => (kind === 'note' && text ? [text] : [])),
  )
  // What an instruction sheet explains of a total is no total of the table's.
  for (const text of notes) {
    const points = totalInText(text.slice(0, 400), false)
    if (points !== null) return { points, heading: null }
  }
  const title = sharedTitle(sheets) === null ? coverTitle(covers) : null
  if (title !== null) return { points: totalInText(title, true), heading: null }
  return { points: null, heading: null }
}

/** On one sheet any total above the table; on several only one that all of them repeat, or that names itself so. */
function headingTotal(sheets: readonly ReadSheet[]): PrintedTotal | null {
  for (const { lead, sheet } of sheets) {
    if (lead.total === null) continue
    const { points, cell } = lead.total
    const isShared = sheets.every((other) => other.lead.total?.points === points)
    if (sheets.length === 1 || isShared)
      return { points, sheet: sheet.name, row: cell.row, cell: cellName(cell.row, cell.column) }
  }
  return null
}

/** The title of the whole: what all sheets are headed by, else what a cover or the first sheet says. */
export function printedTitle(sheets: readonly ReadSheet[], covers: readonly Grid[]): string | null {
  const cover = coverTitle(covers)
  return (
    sharedTitle(sheets) ??
    (cover === null ? null : withoutTotal(cover)) ??
    sheets.find(({ lead }) => lead.title !== null)?.lead.title ??
    null
  )
}

function sharedTitle(sheets: readonly ReadSheet[]): string | null {
  const titles = sheets.flatMap(({ lead }) => lead.title ?? [])
  const first = titles[0] ?? null
  return titles.every((title) => title === first) ? first : null
}

function coverTitle(covers: readonly Grid[]): string | null {
  for (const grid of covers) {
    for (const row of grid.rows) {
      const text = grid.cellsOf(row)[0]?.text ?? ''
      if (/标准|办法|细则|考核|评分|评价|考评|指标|体系|方案/.test(tight(text)) && text.length <= 60)
        return text
    }
  }
  return null
}
