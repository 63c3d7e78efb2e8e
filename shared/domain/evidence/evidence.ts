import type { PhotoMark } from './photo-mark'

/** What a photo's own record does not say, or says against it; told, never decided by itself. */
export const EVIDENCE_FLAGS = ['no-exif', 'edited', 'outside-dates', 'no-position'] as const
export type EvidenceFlag = (typeof EVIDENCE_FLAGS)[number]

/** Where a photo says that it was taken (WGS 84), in whole millionths of a degree; north and east count up. */
export interface Position {
  readonly lat: number
  readonly lon: number
}

/** A photo or file (佐证), kept as its original bytes under their SHA-256. */
export interface Evidence {
  readonly sha256: string
  /** The file's name as it came. */
  readonly name: string
  /** What its bytes are, by their own first bytes; never by the name. */
  readonly media: string
  /** Bytes. */
  readonly size: number
  /** Local time as the camera says, '2026-11-23T09:30:00'. */
  readonly takenAt?: string
  readonly position?: Position
  /** Taken by this program itself: `takenAt` is then this computer's clock, and there is no record of a camera. */
  readonly source?: 'camera'
  readonly flags: readonly EvidenceFlag[]
}

/** Evidence as it stands on an item: of all of it, or of one clause, or of one place. */
export interface AttachedEvidence extends Evidence {
  readonly clause?: string
  readonly place?: string
  /** Drawn over the picture, the first drawn below; absent where there is nothing. */
  readonly marks?: readonly PhotoMark[]
}

/** Most pieces on one item. */
export const MOST_ON_ITEM = 500
/** Most files that one import takes. */
export const MOST_AT_ONCE = 1000
/** Largest file, in bytes: a result package holds no more than 4 GiB in all. */
export const LARGEST_FILE = 2 ** 30
/** Most bytes on one sheet, each file counted once: what a result package can hold, with room for its papers. */
export const MOST_ON_SHEET = 3.5 * 2 ** 30

/** Largest picture that a window opens, in bytes. */
export const MOST_SHOWN = 128 * 2 ** 20

/** Media types that a window may show as a picture. */
const SHOWN: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']

/** Whether the window can show it; everything else is kept, named, and handed over as a file. SVG is never shown. */
export function isShown(media: string): boolean {
  return SHOWN.includes(media)
}
