import type { Entry, Heading } from './entries'
import type { FoundTable } from './find-tables'
import { itemOf, rowCells } from './item-fields'

/** A number, a title and points with nothing below them are an item that nobody has written a rule for. */
export function withBareItems(table: FoundTable, entries: readonly Entry[]): readonly Entry[] {
  const used = new Set<Heading>()
  for (const entry of entries)
    if (entry.kind === 'item') for (const heading of entry.item.path) used.add(heading)
  return entries.map((entry) => {
    const heading = entry.kind === 'heading' ? entry.path.at(-1) : undefined
    if (heading === undefined || used.has(heading) || heading.code === null || heading.points === null)
      return entry
    const item = itemOf(
      table,
      (entry.kind === 'heading' ? entry.path : []).slice(0, -1),
      rowCells(table, heading.row),
      [],
      null,
    )
    return { kind: 'item', item }
  })
}
