import type { Clause, PlainClause } from '../../../shared/domain/rubric/clause'
import { clauseFor } from '../../../shared/domain/rubric/rubric-for'
import { isNothing, takesPlaces } from '../../../shared/domain/scoring/forms'
import type { Mark, MarkValue, PlainValue } from '../../../shared/domain/sheet/mark'
import type { SheetState } from '../../../shared/domain/sheet/state'
import { type Press, press } from './digits'
import { activeSample, placedSamples, pressedSample, samplesAt, withSample } from './samples'

/** Where keys go on a clause that is observed place by place. `clean`: places looked at that have nothing so far. */
export interface Spot {
  /** 'item/clause'. */
  readonly where: string
  readonly active: string | null
  readonly clean: readonly string[]
}

export type Observations = Extract<MarkValue, { kind: 'places' }>['at']

export const NOWHERE: Spot = { where: '', active: null, clean: [] }

/** A mark of one place says so place by place where its clause can: as it would be entered today. */
export function spread(clause: Clause, mark: Mark): Mark {
  const { value, place, ...rest } = mark
  if (place === undefined || value.kind === 'places' || !takesPlaces(clause)) return mark
  return { ...rest, value: { kind: 'places', at: [{ place, value }] } }
}

export function placesIn(value: MarkValue | undefined): Observations {
  return value?.kind === 'places' ? value.at : []
}

/** All places of a clause as the screen lists them: those of the mark, those that are clean, and the one just named. */
export function listedPlaces(value: MarkValue | undefined, spot: Spot): readonly string[] {
  const names = placesIn(value).map(({ place }) => place)
  const extra = spot.active === null ? spot.clean : [...spot.clean, spot.active]
  return [...new Set([...names, ...extra])]
}

/** The place that keys go to: the one picked, else the last; none where the clause is marked as a whole. */
export function activePlace(value: MarkValue | undefined, spot: Spot): string | null {
  if (value !== undefined && value.kind !== 'places') return null
  return spot.active ?? listedPlaces(value, spot).at(-1) ?? null
}

/** What says that a place was seen and nothing was wrong; null where the form has no such mark. */
export function nothingAt(clause: Clause): PlainValue | null {
  const plain = clauseFor(clause, null)
  if (plain.form === 'per-occurrence')
    return plain.severities === undefined ? { kind: 'count', n: 0 } : { kind: 'counts', bySeverity: {} }
  if (plain.form === 'penalty') return { kind: 'count', n: 0 }
  if (plain.form === 'escalation') return { kind: 'found', found: [] }
  if (plain.form === 'additive') return { kind: 'missing', parts: [] }
  // Of a measured value a key 0 is its first digit.
  const isPicked = plain.form === 'all-or-nothing' || (plain.form === 'tier' && plain.measure === undefined)
  return isPicked ? { kind: 'clean' } : null
}

/** What a place just named is marked with: one found there, or that it applies. Null: that is to be entered. */
export function firstAt(clause: Clause): PlainValue | null {
  const plain: PlainClause = clauseFor(clause, null)
  if (plain.form === 'all-or-nothing') return { kind: 'flag' }
  const isCounted =
    plain.form === 'penalty' || (plain.form === 'per-occurrence' && plain.severities === undefined)
  return isCounted ? { kind: 'count', n: 1 } : null
}

/** The mark with one place set, and the clean ones beside it; a place's link stays. */
export function withPlace(
  clause: Clause,
  value: MarkValue | undefined,
  spot: Spot,
  place: string,
  seen: PlainValue,
): MarkValue {
  const at = placesIn(value)
  const nothing = nothingAt(clause)
  const isNamed = (name: string) => name === place || at.some((one) => one.place === name)
  const clean = [...new Set(spot.clean)].filter((name) => !isNamed(name))
  const before: Observations = [
    ...at,
    ...clean.flatMap((name) => (nothing === null ? [] : [{ place: name, value: nothing }])),
  ]
  const isThere = before.some((one) => one.place === place)
  const next: Observations = isThere
    ? before.map((one) => (one.place === place ? { ...one, value: seen } : one))
    : [...before, { place, value: seen }]
  return { kind: 'places', at: next }
}

/** The mark without a place; null when none is left. */
export function withoutPlace(value: MarkValue | undefined, place: string): MarkValue | null {
  const rest = placesIn(value).filter((one) => one.place !== place)
  return rest.length === 0 ? null : { kind: 'places', at: rest }
}

/** The places of a value that have nothing wrong. */
export function cleanIn(clause: Clause, value: MarkValue): readonly string[] {
  const plain = clauseFor(clause, null)
  return placesIn(value).flatMap(({ place, value: seen }) => (isNothing(plain, seen) ? [place] : []))
}

export type PlacePress =
  | Exclude<Press, { kind: 'value' }>
  | { readonly kind: 'value'; readonly value: MarkValue }

/** As `press`, on the active place of a clause where it has one. '0' says that nothing is wrong there, '-' drops it. */
export function pressAt(
  clause: Clause,
  value: MarkValue | undefined,
  spot: Spot,
  key: string,
  typed: string,
): PlacePress {
  const samples = placedSamples(value)
  const sample = samples === null ? undefined : activeSample(samples.at, spot.active)
  if (samples !== null && sample !== undefined && (key === '+' || key === '-')) {
    const next = pressedSample(sample, key)
    const made = next === null ? null : samplesAt(samples.population, withSample(samples.at, next))
    return made === null ? { kind: 'keep' } : { kind: 'value', value: made }
  }
  const place = takesPlaces(clause) ? activePlace(value, spot) : null
  if (place === null) return press(clause, value, key, typed)
  const seen = placesIn(value).find((one) => one.place === place)?.value
  const nothing = nothingAt(clause)
  if (key === '0' && nothing !== null && !/^\d+0$/.test(typed))
    return { kind: 'value', value: withPlace(clause, value, spot, place, nothing) }
  const pressed = press(clause, seen, key, typed)
  if (pressed.kind === 'value') {
    return { kind: 'value', value: withPlace(clause, value, spot, place, pressed.value) }
  }
  if (pressed.kind !== 'none') return pressed
  const rest = withoutPlace(value, place)
  return rest === null ? { kind: 'none' } : { kind: 'value', value: rest }
}

/** What was written of a place; '' where nothing was. */
export function noteAt(value: MarkValue | undefined, place: string): string {
  const at = placedSamples(value)?.at ?? placesIn(value)
  return at.find((one) => one.place === place)?.note ?? ''
}

/** The mark with what was wrong at a place; '' takes it away. */
export function withNote(value: MarkValue, place: string, note: string): MarkValue {
  const noted = <T extends { readonly place: string; readonly note?: string }>(one: T): T => {
    if (one.place !== place) return one
    const { note: _was, ...rest } = one
    return (note === '' ? rest : { ...rest, note }) as T
  }
  const samples = placedSamples(value)
  if (samples !== null) return { ...samples, at: samples.at.map(noted) }
  return { kind: 'places', at: placesIn(value).map(noted) }
}

/** Every place named on the sheet, the one used last first. */
export function placesUsed({ items }: Pick<SheetState, 'items'>): string[] {
  const marks = [...items.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const names = marks.flatMap((item) => Object.values(item.marks).flatMap(placesOf))
  return [...new Set(names)]
}

function placesOf({ value, place }: Mark): readonly string[] {
  if (value.kind === 'places' || value.kind === 'samples')
    return (value.at ?? []).map((one) => one.place).reverse()
  return place === undefined ? [] : [place]
}
