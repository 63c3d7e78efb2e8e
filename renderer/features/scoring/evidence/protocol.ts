import type { PhotoFacts } from '../../../../shared/domain/evidence/photo'
import type { PhotoMark } from '../../../../shared/domain/evidence/photo-mark'
import type { Thumbnail } from '../../../db/thumbnails'

/** An original of a sheet, by its SHA-256. */
export interface Original {
  readonly sheetId: string
  readonly sha256: string
}

/**
 * What the screen asks of the evidence worker. It fetches pictures itself, so that their bytes never pass the screen's
 * thread; of any other file it is handed the first bytes.
 */
export type ToWorker =
  | ({ readonly id: number; readonly kind: 'inspect' } & Original)
  | { readonly id: number; readonly kind: 'inspect-bytes'; readonly bytes: Uint8Array }
  | ({ readonly id: number; readonly kind: 'thumbnail' } & Original)
  | ({
      readonly id: number
      readonly kind: 'copy'
      readonly marks: readonly PhotoMark[]
      readonly band: ImageBitmap
      readonly words: readonly ImageBitmap[]
    } & Original)

export type Made = Omit<Thumbnail, 'sha256'>

/** Null: it is not served as a picture. */
export type FromWorker =
  | { readonly id: number; readonly kind: 'inspect'; readonly facts: PhotoFacts | null }
  | { readonly id: number; readonly kind: 'thumbnail'; readonly made: Made | null }
  | { readonly id: number; readonly kind: 'copy'; readonly bytes: Uint8Array | null }

/** Longer side of a thumbnail, in pixels. */
export const THUMBNAIL_SIDE = 320
