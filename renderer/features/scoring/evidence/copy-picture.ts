import type { PhotoMark } from '../../../../shared/domain/evidence/photo-mark'
import { CANVAS_FONT, contextOf, photoWords } from '../../../components/photo-words'
import { drawCopy } from './ask-worker'
import type { Original } from './protocol'

/** Of the band below a copy, in pixels of its own: it is drawn once, and fitted to the picture's width. */
const BAND_WIDTH = 1600
const LINE = 44
const EDGE = 20

/**
 * A copy of a picture as a JPEG, what was drawn on it drawn in, and below it a band with `lines`; null where the
 * picture cannot be shown. Words are drawn here, where the fonts are, everything else in the worker.
 */
export async function makeCopy(
  original: Original,
  marks: readonly PhotoMark[],
  lines: readonly string[],
): Promise<Uint8Array | null> {
  const words = await photoWords(marks, lines)
  return drawCopy(original, marks, drawBand(lines), words)
}

function drawBand(lines: readonly string[]): ImageBitmap {
  const surface = new OffscreenCanvas(BAND_WIDTH, lines.length * LINE + 2 * EDGE)
  const context = contextOf(surface)
  context.fillStyle = '#111'
  context.fillRect(0, 0, surface.width, surface.height)
  context.fillStyle = '#fff'
  context.textBaseline = 'middle'
  for (const [at, line] of lines.entries()) {
    context.font = `${at === 0 ? 700 : 400} 30px ${CANVAS_FONT}`
    context.fillText(line, EDGE, EDGE + (at + 0.5) * LINE, BAND_WIDTH - 2 * EDGE)
  }
  return surface.transferToImageBitmap()
}
