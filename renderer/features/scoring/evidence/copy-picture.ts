import type { PhotoMark } from '../../../../shared/domain/evidence/photo-mark'
import { drawCopy } from './ask-worker'
import type { Original } from './protocol'

/** Of the band below a copy, in pixels of its own: it is drawn once, and fitted to the picture's width. */
const BAND_WIDTH = 1600
const LINE = 44
const EDGE = 20
const FONT = '"Noto Sans SC Variable", "PingFang SC", "Microsoft YaHei", sans-serif'

/**
 * A copy of a picture as a JPEG, what was drawn on it drawn in, and below it a band with `lines`; null where the
 * picture cannot be shown. Words are drawn here, where the fonts are, everything else in the worker.
 */
export async function makeCopy(
  original: Original,
  marks: readonly PhotoMark[],
  lines: readonly string[],
): Promise<Uint8Array | null> {
  const written = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  // The bundled font comes in parts: those that these words need are loaded first.
  await document.fonts.load(`700 32px ${FONT}`, [...lines, ...written].join(''))
  const band = drawBand(lines)
  return drawCopy(original, marks, band, written.map(drawWords))
}

function drawBand(lines: readonly string[]): ImageBitmap {
  const surface = new OffscreenCanvas(BAND_WIDTH, lines.length * LINE + 2 * EDGE)
  const context = contextOf(surface)
  context.fillStyle = '#111'
  context.fillRect(0, 0, surface.width, surface.height)
  context.fillStyle = '#fff'
  context.textBaseline = 'middle'
  for (const [at, line] of lines.entries()) {
    context.font = `${at === 0 ? 700 : 400} 30px ${FONT}`
    context.fillText(line, EDGE, EDGE + (at + 0.5) * LINE, BAND_WIDTH - 2 * EDGE)
  }
  return surface.transferToImageBitmap()
}

/** Words that a person put on the picture, 64 pixels high with room around, as they look on screen. */
function drawWords(text: string): ImageBitmap {
  const font = `700 64px ${FONT}`
  const measured = contextOf(new OffscreenCanvas(1, 1))
  measured.font = font
  const surface = new OffscreenCanvas(Math.ceil(measured.measureText(text).width) + 32, 96)
  const context = contextOf(surface)
  context.font = font
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  context.strokeStyle = '#fff'
  context.lineWidth = 10
  context.strokeText(text, 16, 72)
  context.fillStyle = '#e5121d'
  context.fillText(text, 16, 72)
  return surface.transferToImageBitmap()
}

function contextOf(surface: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = surface.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  return context
}
