import { itemIndex } from '../rubric/item-index'
import type { Rubric } from '../rubric/rubric'
import type { ItemMark, Mark, SameAs } from './mark'

type Marks = Readonly<Record<string, Mark>>

/** A place whose problem is counted under another item (同一问题不重复扣分). */
interface Link {
  readonly place: string
  readonly to: SameAs
}

/** The links that a mark makes: as a whole, or place by place. */
function linksOf({ value, place, sameAs }: Mark): readonly Link[] {
  const whole =
    sameAs === undefined ? [] : placesOf({ value, place }).map((at) => ({ place: at, to: sameAs }))
  if (value.kind !== 'places') return whole
  const single = value.at.flatMap(({ place: at, sameAs: to }) =>
    to === undefined ? [] : [{ place: at, to }],
  )
  return [...whole, ...single]
}

/** Where a mark was made; nowhere where nobody said. */
function placesOf({ value, place }: Pick<Mark, 'value' | 'place'>): readonly string[] {
  if (value.kind === 'places') return value.at.map((one) => one.place)
  return place === undefined ? [] : [place]
}

export function hasLink({ value, sameAs }: Mark): boolean {
  return sameAs !== undefined || (value.kind === 'places' && value.at.some((one) => one.sameAs !== undefined))
}

/** Whether a mark counts a problem at a place itself. */
function counts(mark: Mark | undefined, place: string): boolean {
  if (mark === undefined || mark.sameAs !== undefined) return false
  if (mark.value.kind !== 'places') return mark.place?.trim() === place.trim()
  return mark.value.at.some((one) => one.place.trim() === place.trim() && one.sameAs === undefined)
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
  if (mark.sameAs !== undefined && placesOf(mark).length === 0) return false
  return linksOf(mark).every(({ place, to }) => {
    if (to.item === from.item && to.clause === from.clause) return false
    const item = itemIndex(rubric).get(to.item)
    const marks = marksOf(to.item)
    if (item === undefined || marks === undefined || !Object.hasOwn(marks, to.clause)) return false
    return counts(marks[to.clause], place)
  })
}

/** Whether marks elsewhere still end somewhere when an item's marks become these. */
export function keepsLinks(
  items: ReadonlyMap<string, ItemMark>,
  item: string,
  marks: Readonly<Record<string, Mark>>,
): boolean {
  for (const [id, other] of items) {
    const made = id === item ? marks : other.marks
    for (const clause in made) {
      const mark = made[clause]
      if (mark === undefined || !hasLink(mark)) continue
      for (const { place, to } of linksOf(mark)) {
        if (
          to.item === item &&
          !counts(Object.hasOwn(marks, to.clause) ? marks[to.clause] : undefined, place)
        )
          return false
      }
    }
  }
  return true
}
