import { type PhotoMark, strokesOf } from '../../shared/domain/evidence/photo-mark'
import { PHOTO_WORDS } from './photo-words'

/** In a small picture lines and words are no finer than this, in pixels: they are to be read on paper too. */
const LEAST = { line: 2, words: 18 } as const

/**
 * Draws marks over a picture of `width` by `height` pixels at the top left of `context`: red with a white edge.
 * `words` are the texts among them as `photoWords` made them, and are spent.
 */
export function drawMarks(
  context: OffscreenCanvasRenderingContext2D,
  marks: readonly PhotoMark[],
  { width, height }: { readonly width: number; readonly height: number },
  words: readonly ImageBitmap[],
): void {
  const side = Math.max(width, height)
  const pen = Math.max(LEAST.line, side / 250)
  const by = Math.max(LEAST.words, side / 35) / PHOTO_WORDS.height
  context.lineCap = 'round'
  context.lineJoin = 'round'
  let written = 0
  for (const mark of marks) {
    const { lines, words: texts } = strokesOf(mark, width, height)
    for (const [style, lineWidth] of [
      ['#fff', 2 * pen],
      ['#e5121d', pen],
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
      // Words made larger than they were on screen stay within the picture.
      const left = Math.max(0, Math.min(at[0] - PHOTO_WORDS.left * by, width - image.width * by))
      const top = at[1] - PHOTO_WORDS.line * by
      context.drawImage(image, left, top, image.width * by, image.height * by)
      image.close()
    }
  }
}
