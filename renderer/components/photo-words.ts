import type { PhotoMark } from '../../shared/domain/evidence/photo-mark'

/** Words on a picture come 64 pixels high in one of 96, their line 72 from the top and 16 from the left. */
export const PHOTO_WORDS = { height: 64, whole: 96, line: 72, left: 16 } as const
/** Where words are drawn on a canvas, the bundled font first. */
export const CANVAS_FONT = '"Noto Sans SC Variable", "PingFang SC", "Microsoft YaHei", sans-serif'

/**
 * The words among `marks` as pictures, in their order and as they look on screen: drawn where the fonts are, for
 * `drawMarks` in a worker. `besides` is what else will be written with the same font.
 */
export async function photoWords(
  marks: readonly PhotoMark[],
  besides: readonly string[] = [],
): Promise<readonly ImageBitmap[]> {
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  const all = [...besides, ...texts].join('')
  // The bundled font comes in parts: those that these words need are loaded first.
  if (all !== '') await document.fonts.load(`700 32px ${CANVAS_FONT}`, all)
  return texts.map(drawn)
}

function drawn(text: string): ImageBitmap {
  const { height, whole, line, left } = PHOTO_WORDS
  const font = `700 ${height}px ${CANVAS_FONT}`
  const measured = contextOf(new OffscreenCanvas(1, 1))
  measured.font = font
  const width = Math.ceil(measured.measureText(text).width) + 2 * left
  const surface = new OffscreenCanvas(width, whole)
  const context = contextOf(surface)
  context.font = font
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  context.strokeStyle = '#fff'
  context.lineWidth = 10
  context.strokeText(text, left, line)
  context.fillStyle = '#e5121d'
  context.fillText(text, left, line)
  return surface.transferToImageBitmap()
}

/** The canvas of a surface, which a window always has. */
export function contextOf(surface: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = surface.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  return context
}
