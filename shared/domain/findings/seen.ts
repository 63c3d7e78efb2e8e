import { canonicalJson } from '../canonical-json'
import { placeName } from '../round/place'
import type { Mark, PlainValue, SameAs } from '../sheet/mark'

/** What was seen at one place, or anywhere: a part of a mark. */
export interface Seen {
  readonly place: string | null
  readonly value: PlainValue
  readonly note: string
  readonly sameAs: SameAs | null
}

/** Names a finding on its sheet. */
export function findingKey(item: string, clause: string, place: string | null): string {
  return `${item}/${clause}/${place === null ? '' : placeName(place)}`
}

/** A mark part by part: place by place where it says so. */
export function seenIn({ value, reason, place, sameAs: whole }: Mark): readonly Seen[] {
  const sameAs = whole ?? null
  if (value.kind === 'places') {
    return value.at.map((one) => ({
      place: one.place,
      value: one.value,
      note: one.note ?? reason,
      sameAs: sameAs ?? one.sameAs ?? null,
    }))
  }
  if (value.kind === 'samples' && value.at !== undefined) {
    return value.at.map((one) => ({
      place: one.place,
      value: {
        kind: 'samples',
        population: one.passed + one.failed,
        passed: one.passed,
        failed: one.failed,
      },
      note: one.note ?? reason,
      sameAs,
    }))
  }
  return [{ place: place === undefined || place === '' ? null : place, value, note: reason, sameAs }]
}

/** One part of a mark as it is compared: the same again says nothing new. */
export function saidOf(seen: Seen): string {
  return canonicalJson(seen)
}
