import { placeName } from '../../../shared/domain/round/place'
import type { Mark, SameAs } from '../../../shared/domain/sheet/mark'
import type { SheetState } from '../../../shared/domain/sheet/state'

/** A mark under another value, reason and place kept; places say for themselves where. */
export function markWith(made: Mark | undefined, value: Mark['value'], reason: string): Mark {
  const { place, sameAs } = made ?? {}
  return {
    value,
    reason,
    ...(place === undefined || value.kind === 'places' ? {} : { place }),
    ...(sameAs === undefined ? {} : { sameAs }),
  }
}

/** A mark at another place, or at none ('' ); what was linked at the old one is not the same problem any more. */
export function markAt({ value, reason }: Mark, place: string): Mark {
  return place.trim() === '' ? { value, reason } : { value, reason, place: place.trim() }
}

/** Whether a mark, or one of its places, is counted elsewhere. */
export function linksIn({ value, sameAs }: Mark): readonly { place: string | null; to: SameAs }[] {
  if (sameAs !== undefined) return [{ place: null, to: sameAs }]
  if (value.kind !== 'places') return []
  return value.at.flatMap((one) => (one.sameAs === undefined ? [] : [{ place: one.place, to: one.sameAs }]))
}

/** The mark with its problem at a place counted under `to`; `words` go into the reason. */
export function linked(mark: Mark, place: string, to: SameAs, words: string): Mark {
  const reason = mark.reason.includes(words)
    ? mark.reason
    : [mark.reason, words].filter((text) => text !== '').join('；')
  if (mark.value.kind !== 'places') return { ...mark, reason, sameAs: to }
  const at = mark.value.at.map((one) =>
    placeName(one.place) === placeName(place) ? { ...one, sameAs: to } : one,
  )
  return { ...mark, reason, value: { kind: 'places', at } }
}

/** The mark counted by itself again; `words` are what linking had written. */
export function unlinked(mark: Mark, words: (to: SameAs) => string): Mark {
  let reason = mark.reason
  for (const { to } of linksIn(mark)) {
    reason = reason
      .split('；')
      .filter((part) => part !== words(to))
      .join('；')
  }
  const { sameAs: _dropped, ...rest } = mark
  if (mark.value.kind !== 'places') return { ...rest, reason }
  const at = mark.value.at.map(({ sameAs: _linked, ...one }) => one)
  return { ...rest, reason, value: { kind: 'places', at } }
}

/** Items with a problem that is counted under this one. */
export function linkedTo({ items }: Pick<SheetState, 'items'>, item: string): readonly string[] {
  return [...items].flatMap(([id, { marks }]) =>
    Object.values(marks).some((mark) => linksIn(mark).some(({ to }) => to.item === item)) ? [id] : [],
  )
}
