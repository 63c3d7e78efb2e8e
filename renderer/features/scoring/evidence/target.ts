import type { Item } from '../../../../shared/domain/rubric/rubric'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { activePlace, NOWHERE, type Spot } from '../places'
import type { Target } from './use-evidence'

/**
 * Where a photo goes: to the active clause and its place where something was found there, else to the item. A clause
 * without a finding has nothing to show.
 */
export function targetOn(item: Item, mark: ItemMark, activeClause: number, spot: Spot): Target {
  const clause = item.clauses[activeClause]?.id
  const made = clause !== undefined && Object.hasOwn(mark.marks, clause) ? mark.marks[clause] : undefined
  if (clause === undefined || made === undefined) return { item: item.id }
  const here = spot.where === `${item.id}/${clause}` ? spot : NOWHERE
  const place = made.value.kind === 'places' ? activePlace(made.value, here) : (made.place ?? null)
  return { item: item.id, clause, ...(place === null || place === '' ? {} : { place }) }
}
