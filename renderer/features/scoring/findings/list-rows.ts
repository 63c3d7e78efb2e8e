import type { Finding } from '../../../../shared/domain/findings/finding'
import {
  byItem,
  byPlace,
  byUnit,
  type PlaceFindings,
  type UnitFindings,
} from '../../../../shared/domain/findings/groups'
import type { SheetPlace } from '../../../../shared/domain/round/place'
import { itemIndex } from '../../../../shared/domain/rubric/item-index'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'

/** 按点位, for walking on · 按单位, for talking to them · 按小项. */
export const LISTED_BY = ['place', 'unit', 'item'] as const
export type ListedBy = (typeof LISTED_BY)[number]

/** Which places are shown: all, those with findings, those where nobody was. */
export const PLACES_SHOWN = ['all', 'found', 'unseen'] as const
export type PlacesShown = (typeof PLACES_SHOWN)[number]

export interface ListFilter {
  readonly by: ListedBy
  readonly shown: PlacesShown
  readonly words: string
}

export type ListRow =
  | { readonly kind: 'place'; readonly key: string; readonly group: PlaceFindings }
  | { readonly kind: 'unit'; readonly key: string; readonly group: UnitFindings }
  | { readonly kind: 'item'; readonly key: string; readonly item: Item; readonly count: number }
  | {
      readonly kind: 'finding'
      readonly key: string
      readonly finding: Finding
      /** The unit that it stands under only supports. */
      readonly isSupport: boolean
    }

export interface Listed {
  readonly rows: readonly ListRow[]
  /** Places that there are, and those where somebody was. */
  readonly places: number
  readonly seen: number
}

/** The list as it is shown: a row for each heading and each finding under it, in the words of the filter. */
export function listRows(
  rubric: Rubric,
  findings: readonly Finding[],
  sheet: { readonly places: readonly SheetPlace[]; readonly items: ReadonlyMap<string, ItemMark> },
  { by, shown, words }: ListFilter,
): Listed {
  const passes = wordFilter(words)
  const groups = byPlace(findings, { places: sheet.places, items: sheet.items.values() })
  const named = groups.filter(({ key }) => key !== '')
  const counts = { places: named.length, seen: named.filter(({ stand }) => stand !== 'unseen').length }
  const row = (under: string, finding: Finding, isSupport = false): ListRow => ({
    kind: 'finding',
    key: `${under}//${finding.key}`,
    finding,
    isSupport,
  })
  switch (by) {
    case 'place':
      return {
        ...counts,
        rows: groups.flatMap((group): ListRow[] => {
          if (shown !== 'all' && group.stand !== shown) return []
          const { grade = '', zone = '' } = group.listed ?? {}
          const isNamed = passes([group.name, grade, zone])
          const own = isNamed ? group.findings : group.findings.filter((one) => passes(wordsOf(one)))
          if (!isNamed && own.length === 0) return []
          const under = `place ${group.key}`
          return [{ kind: 'place', key: under, group }, ...own.map((one) => row(under, one))]
        }),
      }
    case 'unit':
      return {
        ...counts,
        rows: byUnit(findings).flatMap((group): ListRow[] => {
          const isNamed = passes([group.unit])
          const kept = (all: readonly Finding[]) =>
            isNamed ? all : all.filter((one) => passes(wordsOf(one)))
          const own = kept(group.findings)
          const others = kept(group.supports)
          if (own.length + others.length === 0) return []
          const under = `unit ${group.unit}`
          return [
            { kind: 'unit', key: under, group },
            ...own.map((one) => row(under, one)),
            ...others.map((one) => row(under, one, true)),
          ]
        }),
      }
    case 'item':
      return {
        ...counts,
        rows: byItem(findings).flatMap((group): ListRow[] => {
          const item = itemIndex(rubric).get(group.item)
          const own = group.findings.filter((one) => passes(wordsOf(one)))
          if (item === undefined || own.length === 0) return []
          const under = `item ${group.item}`
          return [{ kind: 'item', key: under, item, count: own.length }, ...own.map((one) => row(under, one))]
        }),
      }
  }
}

function wordsOf({ of, place, note, words }: Finding): readonly string[] {
  return [of.code, of.title, place ?? '', note, words, ...of.units.lead, ...of.units.support]
}

function wordFilter(typed: string): (texts: readonly string[]) => boolean {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return (texts) => {
    if (words.length === 0) return true
    const text = texts.join('\n').normalize('NFKC').toLowerCase()
    return words.every((word) => text.includes(word))
  }
}
