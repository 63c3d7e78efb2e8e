import { isShown } from '../../shared/domain/evidence/evidence'
import { readPhoto } from '../../shared/domain/evidence/photo'

/** Pictures of more pixels are not opened: one of 200 million takes 800 MB of memory. */
export const MOST_PIXELS = 200_000_000

/** file: not a picture; no-decoder: a kind that the window cannot show. */
export type Unshown = 'file' | 'no-decoder' | 'too-many-pixels' | 'broken'

export type SmallPicture =
  | {
      readonly state: 'ready'
      readonly surface: OffscreenCanvas
      readonly context: OffscreenCanvasRenderingContext2D
    }
  | { readonly state: Unshown }

/**
 * A picture from outside, upright and on white, its longer side at most `side` pixels; never larger than it is. For a
 * worker: decoding takes the whole picture's memory, and whoever asks ends it when it takes too long.
 */
export async function smallPicture(bytes: Uint8Array<ArrayBuffer>, side: number): Promise<SmallPicture> {
  const { media, size, exif } = readPhoto(bytes)
  if (!isShown(media)) return { state: media.startsWith('image/') ? 'no-decoder' : 'file' }
  // A picture whose size its own header does not say is never decoded.
  if (size === null || size.width === 0 || size.height === 0) return { state: 'broken' }
  if (size.width * size.height > MOST_PIXELS) return { state: 'too-many-pixels' }
  const isTurned = (exif?.orientation ?? 1) >= 5
  const width = isTurned ? size.height : size.width
  const height = isTurned ? size.width : size.height
  const scale = Math.min(1, side / Math.max(width, height))
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type: media }), {
      // One side alone: the other follows, whichever way the camera was held.
      resizeWidth: Math.max(1, Math.round(width * scale)),
      resizeQuality: 'medium',
      imageOrientation: 'from-image',
    })
    const drawing = drawn(picture, picture.width, picture.height)
    picture.close()
    return { state: 'ready', ...drawing }
  } catch (error) {
    // What the decoder refuses is a DOMException; anything else is a bug of ours.
    if (!(error instanceof DOMException)) throw error
    return { state: 'broken' }
  }
}

/** A picture drawn to a size of its own. JPEG knows no transparency: what shows through is white, not black. */
export function drawn(picture: ImageBitmap | OffscreenCanvas, width: number, height: number) {
  const surface = new OffscreenCanvas(width, height)
  const context = surface.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.imageSmoothingQuality = 'high'
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  return { surface, context }
}
