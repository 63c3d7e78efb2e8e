import { type AttachedEvidence, type Evidence, isShown } from '../../../../shared/domain/evidence/evidence'
import { evidenceOn } from '../../../../shared/domain/evidence/on-sheet'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import type { SheetState } from '../../../../shared/domain/sheet/state'

/** Imported files, told apart by what the sheet has already. */
export interface Sorted {
  readonly fresh: readonly Evidence[]
  /** Stand on other items of the sheet, byte for byte: attached here only by choice. */
  readonly elsewhere: readonly { readonly evidence: Evidence; readonly items: readonly string[] }[]
  /** On this item already, or chosen twice. */
  readonly already: number
}

export function sortOut(state: SheetState, item: string, imported: readonly Evidence[]): Sorted {
  const known = evidenceOn(state.items)
  const fresh = new Map<string, Evidence>()
  const elsewhere = new Map<string, Sorted['elsewhere'][number]>()
  let already = 0
  for (const one of imported) {
    const items = known.get(one.sha256)?.items ?? []
    if (items.includes(item) || fresh.has(one.sha256) || elsewhere.has(one.sha256)) already += 1
    else if (items.length > 0) elsewhere.set(one.sha256, { evidence: one, items })
    else fresh.set(one.sha256, one)
  }
  return { fresh: [...fresh.values()], elsewhere: [...elsewhere.values()], already }
}

/** What of its item a piece is of: the clause by its number as printed on screen, and the place. */
export interface Where {
  /** Counts from 1; null where it is of the item as a whole. */
  readonly no: number | null
  readonly place: string
}

export function whereOf(
  item: Pick<Item, 'clauses'>,
  { clause, place = '' }: Pick<AttachedEvidence, 'clause' | 'place'>,
): Where {
  const at = clause === undefined ? -1 : item.clauses.findIndex(({ id }) => id === clause)
  return { no: at < 0 ? null : at + 1, place }
}

/** Position as people write it: 34.75833, 113.62083. */
export function positionText({ lat, lon }: NonNullable<Evidence['position']>): string {
  return `${(lat / 1e6).toFixed(5)}, ${(lon / 1e6).toFixed(5)}`
}

/** What a file is, in a word on its tile: JPG, PDF, MP4 …; by what it is, else by its name. */
export function kindOf({ media, name }: Pick<Evidence, 'media' | 'name'>): string {
  const [, kind = ''] = media.split('/')
  if (media !== 'application/octet-stream' && (isShown(media) || kind.length <= 5)) return kind.toUpperCase()
  return (/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? '?').toUpperCase()
}

export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
