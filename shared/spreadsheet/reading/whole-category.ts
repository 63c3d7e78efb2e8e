import type { Entry, Heading } from './entries'
import { pointsInTitle } from './printed-points'
import type { ReadSheet } from './read-sheet'

/** A standard of one level has one category: its title; of sheets with titles of their own one for each. */
export function underTitle(sheets: readonly ReadSheet[]): readonly ReadSheet[] {
  const hasHeadings = sheets.some(({ walked }) =>
    walked.some(({ entries }) => entries.some((entry) => pathOf(entry).length > 0)),
  )
  if (hasHeadings) return sheets
  const isShared = new Set(sheets.map(({ lead }) => lead.title)).size === 1
  return sheets.map((sheet) => {
    const heading = headingOf(sheet, isShared)
    if (heading === null) return sheet
    const path = [heading]
    const walked = sheet.walked.map((table) => ({
      ...table,
      entries: table.entries.map(
        (entry): Entry => (entry.kind === 'item' ? { kind: 'item', item: { ...entry.item, path } } : entry),
      ),
    }))
    return { ...sheet, walked }
  })
}

function pathOf(entry: Entry): readonly Heading[] {
  return entry.kind === 'item' ? entry.item.path : entry.path
}

/** What heads a sheet; points in the title that all share are the total's. Null where nothing does. */
function headingOf({ sheet, lead, tables }: ReadSheet, isShared: boolean): Heading | null {
  const { printedTitle } = lead
  const title = lead.title ?? sheet.name
  if (title === '') return null
  const points = isShared || printedTitle === null ? null : pointsInTitle(printedTitle.text)
  return {
    title,
    row: printedTitle?.row ?? -1,
    column: printedTitle?.column ?? tables[0]?.left ?? 0,
    points: points?.points ?? null,
    pointsAt: points === null ? null : printedTitle,
    code: null,
    mark: null,
  }
}
