import type { PhotoMark } from '../../../shared/domain/evidence/photo-mark'
import { drawMarks } from '../../components/draw-marks'
import { smallPicture, type Unshown } from '../../components/small-picture'

export interface ToPictureWorker {
  readonly sheetId: string
  readonly sha256: string
  /** What was drawn over it, and the words among that as pictures. */
  readonly marks: readonly PhotoMark[]
  readonly words: readonly ImageBitmap[]
  /** Longer side, pixels. */
  readonly side: number
}

/** A JPEG that was made small, or why there is none. */
export type Shrunk =
  | { readonly state: 'ready'; readonly blob: Blob; readonly width: number; readonly height: number }
  | { readonly state: Unshown | 'missing' }

const QUALITY = 0.78

/** One original at a time: fetched, decoded at its small size, and let go. */
self.addEventListener('message', ({ data }: MessageEvent<ToPictureWorker>) => {
  void shrink(data).then((shrunk) => self.postMessage(shrunk))
})

async function shrink({ sheetId, sha256, marks, words, side }: ToPictureWorker): Promise<Shrunk> {
  // biome-ignore lint/style/noRestrictedGlobals: our own scheme, answered by main from custody; nothing is connected
  const response = await fetch(`/evidence/${sheetId}/${sha256}`)
  if (!response.ok) return { state: 'missing' }
  const small = await smallPicture(new Uint8Array(await response.arrayBuffer()), side)
  if (small.state !== 'ready') return small
  const { width, height } = small.surface
  drawMarks(small.context, marks, { width, height }, words)
  const blob = await small.surface.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  return { state: 'ready', blob, width, height }
}
