import { type AttachedEvidence, isShown } from '../evidence/evidence'
import type { PhotoMark } from '../evidence/photo-mark'
import type { SheetState } from '../sheet/state'
import { looseEvidence } from './evidence-by-finding'
import type { Finding } from './finding'
import { byPlace, byUnit, type PlaceFindings, type UnitFindings } from './groups'

export const PAPER_FORMATS = ['pdf', 'xlsx'] as const
export const PAPER_GROUPINGS = ['place', 'unit'] as const
/** contact: several small photos beside each finding; full: one photo a page. */
export const PAPER_PHOTOS = ['none', 'contact', 'full'] as const

/** What a person asks of the findings of a sheet on paper. */
export interface FindingsOrder {
  readonly format: (typeof PAPER_FORMATS)[number]
  readonly by: (typeof PAPER_GROUPINGS)[number]
  readonly photos: (typeof PAPER_PHOTOS)[number]
  /** Places as they are compared, or units, '' for none; null for all. */
  readonly chosen: readonly string[] | null
}

/** Evidence of an item that shows none of its findings by itself. */
export interface LooseOnItem {
  readonly item: string
  readonly evidence: readonly AttachedEvidence[]
}

/** The findings of a sheet as they are put on paper. */
export interface FindingsPaper {
  /** In printed order. */
  readonly findings: readonly Finding[]
  /** By key, from 1, in the order of what was asked for: one that stands under two units has one number. */
  readonly numbers: ReadonlyMap<string, number>
  readonly places: readonly PlaceFindings[]
  readonly units: readonly UnitFindings[]
  /** Only where all was asked for. */
  readonly loose: readonly LooseOnItem[]
}

/** What of a sheet's findings was asked for, in both groupings. `all` are the findings of the sheet. */
export function findingsPaper(
  all: readonly Finding[],
  { places, items }: Pick<SheetState, 'places' | 'items'>,
  { by, chosen }: Pick<FindingsOrder, 'by' | 'chosen'>,
): FindingsPaper {
  const is = chosen === null ? null : new Set(chosen)
  const marks = [...items.values()]
  const ofPlaces = byPlace(all, { places, items: marks }).filter(
    ({ key }) => by !== 'place' || is === null || is.has(key),
  )
  const ofUnits = byUnit(all).filter(({ unit }) => by !== 'unit' || is === null || is.has(unit))
  const asked =
    by === 'place'
      ? ofPlaces.flatMap(({ findings }) => findings)
      : ofUnits.flatMap(({ findings, supports }) => [...findings, ...supports])
  const kept = new Set(asked.map(({ key }) => key))
  const findings = all.filter(({ key }) => is === null || kept.has(key))
  return {
    findings,
    numbers: new Map([...kept].map((key, at) => [key, at + 1])),
    places:
      by === 'place'
        ? ofPlaces
        : byPlace(findings, { places, items: [] }).filter((place) => place.findings.length > 0),
    units: by === 'unit' ? ofUnits : byUnit(findings),
    loose: is === null ? looseIn(all, items) : [],
  }
}

function looseIn(all: readonly Finding[], items: SheetState['items']): readonly LooseOnItem[] {
  const found = new Map<string, Finding[]>()
  for (const one of all) found.set(one.item, [...(found.get(one.item) ?? []), one])
  return [...items].flatMap(([item, mark]) => {
    const evidence = looseEvidence(found.get(item) ?? [], mark)
    return evidence.length === 0 ? [] : [{ item, evidence }]
  })
}

/** A photo with what was drawn over it. */
export interface PaperPicture {
  readonly key: string
  readonly sha256: string
  readonly marks: readonly PhotoMark[]
}

/** The photos of a paper that a window can show, each once, in the order of its findings. */
export function photosOf(paper: Pick<FindingsPaper, 'findings' | 'loose'>): readonly string[] {
  return [...new Set(picturesOf(paper).map(({ sha256 }) => sha256))]
}

/** The same as pictures: a photo once for each thing that was drawn over it, for items draw by themselves. */
export function picturesOf({
  findings,
  loose,
}: Pick<FindingsPaper, 'findings' | 'loose'>): readonly PaperPicture[] {
  const found = new Map<string, PaperPicture>()
  for (const one of [...findings, ...loose].flatMap(({ evidence }) => evidence)) {
    if (!isShown(one.media)) continue
    const key = pictureKey(one)
    found.set(key, { key, sha256: one.sha256, marks: one.marks ?? [] })
  }
  return [...found.values()]
}

/** Names a photo with what was drawn over it: its SHA-256 where that is nothing. */
export function pictureKey({ sha256, marks = [] }: Pick<AttachedEvidence, 'sha256' | 'marks'>): string {
  return marks.length === 0 ? sha256 : `${sha256} ${JSON.stringify(marks)}`
}

/** A photo's number on paper and on its caption. */
export function photoId(sha256: string): string {
  return sha256.slice(0, 8)
}
