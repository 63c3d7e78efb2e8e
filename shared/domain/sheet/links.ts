import { placeName } from '../round/place'
import type { Clause } from '../rubric/clause'
import { itemIndex } from '../rubric/item-index'
import type { Item, Rubric } from '../rubric/rubric'
import { isNothing } from '../scoring/forms'
import { type ItemMark, type Mark, markOn, type SameAs } from './mark'

type Marks = Readonly<Record<string, Mark>>

/** A place whose problem is counted under another item (同一问题不重复扣分). */
interface Link {
  readonly place: string
  readonly to: SameAs
}

/** The links that a mark makes: as a whole, or place by place. A place that was clean has nothing to link. */
function linksOf(clause: Clause, { value, place = '', sameAs }: Mark): readonly Link[] {
  if (value.kind !== 'places') return sameAs === undefined ? [] : [{ place, to: sameAs }]
  return value.at.flatMap((one) => {
    const to = sameAs ?? one.sameAs
    return to === undefined || isNothing(clause, one.value) ? [] : [{ place: one.place, to }]
  })
}

export function hasLink({ value, sameAs }: Mark): boolean {
  return sameAs !== undefined || (value.kind === 'places' && value.at.some((one) => one.sameAs !== undefined))
}

/** Whether a mark of an item counts a problem at a place itself. */
function counts(item: Item | undefined, marks: Marks | undefined, clauseId: string, place: string): boolean {
  const clause = clauseOf(item, clauseId)
  const mark = marks === undefined ? undefined : markOn(marks, clauseId)
  return clause !== undefined && mark !== undefined && countedPlaces(clause, mark).includes(placeName(place))
}

function clauseOf(item: Item | undefined, id: string): Clause | undefined {
  return item?.clauses.find((clause) => clause.id === id)
}

/** The places whose problem a mark counts itself: not those that were clean, nor those that are counted elsewhere. */
export function countedPlaces(clause: Clause, { value, place = '', sameAs }: Mark): readonly string[] {
  if (sameAs !== undefined) return []
  if (value.kind !== 'places') return placeName(place) === '' ? [] : [placeName(place)]
  return value.at
    .filter((one) => one.sameAs === undefined && !isNothing(clause, one.value))
    .map((one) => placeName(one.place))
}

/**
 * Whether each link of a mark says where, and ends at a mark of another clause that counts the same place itself: no
 * chains, no circles.
 */
export function linksHold(
  rubric: Rubric,
  marksOf: (item: string) => Marks | undefined,
  from: SameAs,
  mark: Mark,
): boolean {
  if (!hasLink(mark)) return true
  const clause = clauseOf(itemIndex(rubric).get(from.item), from.clause)
  if (clause === undefined) return false
  return linksOf(clause, mark).every(({ place, to }) => {
    if (to.item === from.item && to.clause === from.clause) return false
    return counts(itemIndex(rubric).get(to.item), marksOf(to.item), to.clause, place)
  })
}

/** Whether marks elsewhere still end somewhere when an item's marks become these. */
export function keepsLinks(
  rubric: Rubric,
  items: ReadonlyMap<string, ItemMark>,
  item: Item,
  marks: Marks,
): boolean {
  for (const [id, other] of items) {
    const made = id === item.id ? marks : other.marks
    for (const clauseId in made) {
      const mark = made[clauseId]
      if (mark === undefined || !hasLink(mark)) continue
      const clause = clauseOf(itemIndex(rubric).get(id), clauseId)
      if (clause === undefined) continue
      for (const { place, to } of linksOf(clause, mark)) {
        if (to.item === item.id && !counts(item, marks, to.clause, place)) return false
      }
    }
  }
  return true
}
