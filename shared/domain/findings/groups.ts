import { type Points, points } from '../points'
import { type PlaceKind, placeName, type SheetPlace } from '../round/place'
import type { ItemMark } from '../sheet/mark'
import type { Finding } from './finding'

/** Findings under one heading, and what they take, each by itself. */
interface Group {
  readonly findings: readonly Finding[]
  readonly takes: Points
}

/** unseen 未到, clean 已到未发现问题, found 有问题: never merged. */
export type PlaceStand = 'unseen' | 'clean' | 'found'

/** One place and what was found there. */
export interface PlaceFindings extends Group {
  /** As it is compared; '' for what was found nowhere in particular. */
  readonly key: string
  readonly name: string
  /** As it is listed; null where a finding alone names it. */
  readonly listed: SheetPlace | null
  readonly kind: PlaceKind | null
  readonly stand: PlaceStand
}

/** One unit and what it has to answer for. Where several lead, a finding stands under each: sums are not the sheet's. */
export interface UnitFindings extends Group {
  /** '' where the standard names nobody. */
  readonly unit: string
  /** Findings of items where the unit only supports. */
  readonly supports: readonly Finding[]
}

export interface ItemFindings extends Group {
  readonly item: string
}

/**
 * Findings by place, for walking on: listed places in the order of the list, with and without findings, then those that
 * findings alone name, last what was found nowhere in particular. `items` say where somebody looked and found nothing.
 */
export function byPlace(
  findings: readonly Finding[],
  { places, items }: { readonly places: readonly SheetPlace[]; readonly items: Iterable<ItemMark> },
): readonly PlaceFindings[] {
  const found = groupBy(findings, ({ place }) => [place === null ? '' : placeName(place)])
  const seen = placesSeen(items)
  const listed = new Map(places.map((place) => [placeName(place.name), place]))
  const nowhere = found.get('')
  const keys = [...new Set([...listed.keys(), ...found.keys(), ...seen.keys()])].filter((key) => key !== '')
  const of = (key: string): PlaceFindings => {
    const here = found.get(key) ?? []
    const place = listed.get(key) ?? null
    const isSeen = place?.isSeen === true || seen.has(key)
    return {
      key,
      name: place?.name ?? here[0]?.place ?? seen.get(key) ?? '',
      listed: place,
      kind: place?.kind ?? null,
      stand: here.length > 0 ? 'found' : isSeen ? 'clean' : 'unseen',
      findings: here,
      takes: sumOf(here),
    }
  }
  return [...keys.map(of), ...(nowhere === undefined ? [] : [of('')])]
}

/** Findings by the unit that leads on their items, in the order in which they first come up; last those of nobody. */
export function byUnit(findings: readonly Finding[]): readonly UnitFindings[] {
  const leads = groupBy(findings, ({ of }) => (of.units.lead.length === 0 ? [''] : of.units.lead))
  const supports = groupBy(findings, ({ of }) => of.units.support)
  const units = [...new Set([...leads.keys(), ...supports.keys()])]
  return [...units.filter((unit) => unit !== ''), ...units.filter((unit) => unit === '')].map((unit) => {
    const own = leads.get(unit) ?? []
    return { unit, findings: own, takes: sumOf(own), supports: supports.get(unit) ?? [] }
  })
}

/** Findings by item, in printed order. */
export function byItem(findings: readonly Finding[]): readonly ItemFindings[] {
  return [...groupBy(findings, ({ item }) => [item])].map(([item, own]) => ({
    item,
    findings: own,
    takes: sumOf(own),
  }))
}

/** Every place that a mark or a piece of evidence names, as typed, by its name as it is compared. */
export function placesSeen(items: Iterable<ItemMark>): ReadonlyMap<string, string> {
  const seen = new Map<string, string>()
  const see = (place: string | undefined) => {
    const key = place === undefined ? '' : placeName(place)
    if (place !== undefined && key !== '' && !seen.has(key)) seen.set(key, place)
  }
  for (const { marks, evidence = [] } of items) {
    for (const { value, place } of Object.values(marks)) {
      see(place)
      if (value.kind === 'places' || value.kind === 'samples')
        for (const one of value.at ?? []) see(one.place)
    }
    for (const { place } of evidence) see(place)
  }
  return seen
}

function sumOf(findings: readonly Finding[]): Points {
  return points(findings.reduce((sum, { takes }) => sum + takes, 0))
}

function groupBy(
  findings: readonly Finding[],
  keysOf: (finding: Finding) => readonly string[],
): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    for (const key of keysOf(finding)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [finding])
      else group.push(finding)
    }
  }
  return groups
}
