import type { PhotoFacts } from '../../../../shared/domain/evidence/photo'
import type { Thumbnail } from '../../../db/thumbnails'

/** What the screen asks of the evidence worker. `bytes` are handed over, not copied. */
export type ToWorker =
  | { readonly id: number; readonly kind: 'inspect'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'thumbnail'; readonly bytes: Uint8Array }

export type Made = Omit<Thumbnail, 'sha256'>

export type FromWorker =
  | { readonly id: number; readonly kind: 'inspect'; readonly facts: PhotoFacts }
  | { readonly id: number; readonly kind: 'thumbnail'; readonly made: Made }

/** Pictures of more pixels are not opened: one of 200 million takes 800 MB of memory. */
export const MOST_PIXELS = 200_000_000
/** Longer side of a thumbnail, in pixels. */
export const THUMBNAIL_SIDE = 320
