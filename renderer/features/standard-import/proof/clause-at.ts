import { allItems, type Rubric } from '../../../../shared/domain/rubric/rubric'
import type { Reading } from '../../../../shared/spreadsheet/reading/reading'
import { keyOfClause } from '../work'

/** The read clause that a place of the proof ('2.3/r1') is about, by its key; the item's first, or null. */
export function clauseAt(reading: Reading, rubric: Rubric, place: string): string | null {
  const items = allItems(rubric)
  const index = items.findIndex(({ code }) => place === code || place.startsWith(`${code}/`))
  const item = items.length === reading.items.length ? reading.items[index] : undefined
  if (item === undefined) return null
  const [, no] = /\/r(\d+)/.exec(place) ?? []
  const clause = item.clauses[no === undefined ? 0 : Number(no) - 1] ?? item.clauses[0]
  return clause === undefined ? null : keyOfClause(item, clause)
}
