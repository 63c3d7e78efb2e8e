import type { PhotoMark } from '../../../../shared/domain/evidence/photo-mark'
import { drawMarks } from '../../../components/draw-marks'
import { contextOf } from '../../../components/photo-words'

/** Longer side of a copy, in pixels: enough to print, and no second original. */
const COPY_SIDE = 3000

/** Draws a copy in the worker: the picture, what was drawn over it, and the band below. */
export function drawOver(
  picture: ImageBitmap,
  marks: readonly PhotoMark[],
  band: ImageBitmap,
  words: readonly ImageBitmap[],
): Promise<Blob> {
  const scale = Math.min(1, COPY_SIDE / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const bandHeight = Math.round((band.height * width) / band.width)
  const surface = new OffscreenCanvas(width, height + bandHeight)
  const context = contextOf(surface)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  drawMarks(context, marks, { width, height }, words)
  context.drawImage(band, 0, height, width, bandHeight)
  return surface.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}
