import { type PhotoMark, strokesOf } from '../../../../shared/domain/evidence/photo-mark'

/** Longer side of a copy, in pixels: enough to print, and no second original. */
const COPY_SIDE = 3000
/** Words come 64 pixels high in a picture of 96, their line 72 from the top and 16 from the left. */
const WORDS = { height: 64, line: 72, left: 16 } as const

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
  const context = surface.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  const side = Math.max(width, height)
  let written = 0
  for (const mark of marks) {
    const { lines, words: texts } = strokesOf(mark, width, height)
    for (const [style, lineWidth] of [
      ['#fff', side / 125],
      ['#e5121d', side / 250],
    ] as const) {
      context.strokeStyle = style
      context.lineWidth = lineWidth
      for (const { points, isClosed } of lines) {
        context.beginPath()
        for (const [x, y] of points) context.lineTo(x, y)
        if (isClosed) context.closePath()
        context.stroke()
      }
    }
    for (const { at } of texts) {
      const image = words[written++]
      if (image === undefined) continue
      const by = side / 35 / WORDS.height
      context.drawImage(
        image,
        at[0] - WORDS.left * by,
        at[1] - WORDS.line * by,
        image.width * by,
        image.height * by,
      )
    }
  }
  context.drawImage(band, 0, height, width, bandHeight)
  return surface.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}
