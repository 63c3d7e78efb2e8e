import type { Difference } from '../../../shared/domain/versions/difference'
import type { DifferenceWords } from '../../../shared/domain/versions/difference-words'
import type { FieldChange } from '../../../shared/domain/versions/field'
import { CHANGE_KINDS, type ChangeKind, type NodeChange } from '../../../shared/domain/versions/node-change'
import { writeValue } from '../../../shared/domain/versions/write-field'

/** What narrows the list: one kind ('' for all), the words sought, and where (a category's id, HEAD, '' for all). */
export interface Narrowing {
  readonly kind: ChangeKind | ''
  readonly words: string
  readonly place: string
}

export const HEAD = ' head'
export const ALL: Narrowing = { kind: '', words: '', place: '' }

/** The category that a change stands in: the new version's, or the old one's where it is gone. */
export function placeOf({ before, after }: NodeChange): string {
  return (after ?? before)?.category.id ?? ''
}

export function shownChanges(
  changes: readonly NodeChange[],
  { kind, words, place }: Narrowing,
  said: DifferenceWords,
): readonly NodeChange[] {
  if (place === HEAD) return []
  const sought = plain(words).trim().split(/\s+/).filter(Boolean)
  const isUnsought = kind === '' && sought.length === 0
  return changes.filter((change) => {
    if (isUnsought && isRenumbered(change)) return false
    if (kind !== '' && !change.kinds.includes(kind)) return false
    if (place !== '' && placeOf(change) !== place) return false
    if (sought.length === 0) return true
    const text = textOf(change, said)
    return sought.every((word) => text.includes(word))
  })
}

/** One new item renumbers all that follow: what has another number and nothing else is listed when asked for. */
export function isRenumbered({ kinds }: NodeChange): boolean {
  return kinds.length === 1 && kinds[0] === 'renumbered'
}

/** Kinds that occur, with how many nodes underwent them. */
export function kindsIn({
  counts,
}: Difference): readonly { readonly kind: ChangeKind; readonly count: number }[] {
  return CHANGE_KINDS.flatMap((kind) => (counts[kind] === 0 ? [] : [{ kind, count: counts[kind] }]))
}

/** Categories with changes, in order, with how many. */
export function placesIn(
  changes: readonly NodeChange[],
): readonly { readonly id: string; readonly code: string; readonly title: string; readonly count: number }[] {
  const places = new Map<string, { id: string; code: string; title: string; count: number }>()
  for (const change of changes) {
    const category = (change.after ?? change.before)?.category
    if (category === undefined) continue
    const place = places.get(category.id) ?? { ...category, count: 0 }
    place.count += 1
    places.set(category.id, place)
  }
  return [...places.values()]
}

const texts = new WeakMap<NodeChange, string>()

function textOf(change: NodeChange, said: DifferenceWords): string {
  const known = texts.get(change)
  if (known !== undefined) return known
  const sides = [change.before, change.after].flatMap((side) =>
    side === null ? [] : [side.code, side.title],
  )
  const fields = [...change.fields, ...change.clauses.flatMap((clause) => clause.fields)].flatMap((field) =>
    wordsOf(field, said),
  )
  const clauses = change.clauses.flatMap(({ before, after }) => [before ?? '', after ?? ''])
  const text = plain([...sides, ...fields, ...clauses].join('\n'))
  texts.set(change, text)
  return text
}

function wordsOf({ before, after }: FieldChange, said: DifferenceWords): readonly string[] {
  return [before, after].flatMap((one) => (one === null ? [] : [one.of, writeValue(one.value, said)]))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
