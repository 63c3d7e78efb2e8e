import { differenceHash, HASH_HEIGHT, HASH_WIDTH } from '../../../../shared/domain/evidence/difference-hash'
import { isShown } from '../../../../shared/domain/evidence/evidence'
import { PHOTO_HEAD, readPhoto } from '../../../../shared/domain/evidence/photo'
import { drawOver } from './draw-copy'
import {
  type FromWorker,
  type Made,
  MOST_PIXELS,
  type Original,
  THUMBNAIL_SIDE,
  type ToWorker,
} from './protocol'

/** Files from outside are read and decoded here, away from the screen; whoever asks ends it when it takes too long. */
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data).then(say)
})

async function answer(asked: ToWorker): Promise<FromWorker> {
  const { id, kind } = asked
  switch (kind) {
    case 'inspect-bytes':
      return { id, kind: 'inspect', facts: readPhoto(asked.bytes) }
    case 'inspect': {
      const head = await fetchPicture(asked, PHOTO_HEAD)
      return { id, kind, facts: head === null ? null : readPhoto(head) }
    }
    case 'copy': {
      const picture = await openPicture(await fetchPicture(asked))
      if (picture === null) return { id, kind, bytes: null }
      const blob = await drawOver(picture, asked.marks, asked.band, asked.words)
      picture.close()
      return { id, kind, bytes: new Uint8Array(await blob.arrayBuffer()) }
    }
    case 'thumbnail': {
      const bytes = await fetchPicture(asked)
      return { id, kind, made: bytes === null ? null : await make(bytes) }
    }
  }
}

/** A picture's bytes, or the first `most` of them; null where it is not served as one. */
async function fetchPicture(
  { sheetId, sha256 }: Original,
  most?: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const headers: HeadersInit = most === undefined ? {} : { range: `bytes=0-${most - 1}` }
  // biome-ignore lint/style/noRestrictedGlobals: our own scheme, answered by main from custody; nothing is connected
  const response = await fetch(`/evidence/${sheetId}/${sha256}`, { headers })
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
}

function say(message: FromWorker): void {
  self.postMessage(message)
}

/** A whole picture upright; null where it cannot be shown, is too large to open, or is broken. */
async function openPicture(bytes: Uint8Array<ArrayBuffer> | null): Promise<ImageBitmap | null> {
  if (bytes === null) return null
  const { media, size } = readPhoto(bytes)
  if (!isShown(media) || size === null || size.width * size.height > MOST_PIXELS) return null
  try {
    return await createImageBitmap(new Blob([bytes], { type: media }), { imageOrientation: 'from-image' })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return null
  }
}

async function make(bytes: Uint8Array<ArrayBuffer>): Promise<Made> {
  const { media, size, exif } = readPhoto(bytes)
  if (!isShown(media)) return without(media.startsWith('image/') ? 'no-decoder' : 'file')
  // A picture whose size its own header does not say is never decoded.
  if (size === null || size.width === 0 || size.height === 0) return without('broken')
  if (size.width * size.height > MOST_PIXELS) return without('too-many-pixels')
  const isTurned = (exif?.orientation ?? 1) >= 5
  const width = isTurned ? size.height : size.width
  const height = isTurned ? size.width : size.height
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height))
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type: media }), {
      // One side alone: the other follows, whichever way the camera was held.
      resizeWidth: Math.max(1, Math.round(width * scale)),
      resizeQuality: 'medium',
      imageOrientation: 'from-image',
    })
    const canvas = drawn(picture, picture.width, picture.height)
    const small = drawn(picture, HASH_WIDTH, HASH_HEIGHT)
    picture.close()
    const pixels = small.context.getImageData(0, 0, HASH_WIDTH, HASH_HEIGHT)
    const blob = await canvas.surface.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
    return { state: 'ready', blob, hash: differenceHash(pixels.data) }
  } catch (error) {
    // What the decoder refuses is a DOMException; anything else is a bug of ours.
    if (!(error instanceof DOMException)) throw error
    return without('broken')
  }
}

function without(state: Exclude<Made['state'], 'ready'>): Made {
  return { state, blob: null, hash: null }
}

function drawn(picture: ImageBitmap, width: number, height: number) {
  const surface = new OffscreenCanvas(width, height)
  const context = surface.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.imageSmoothingQuality = 'high'
  // JPEG knows no transparency: what shows through is white, not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  return { surface, context }
}
