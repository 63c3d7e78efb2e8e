import { differenceHash, HASH_HEIGHT, HASH_WIDTH } from '../../../../shared/domain/evidence/difference-hash'
import { isShown } from '../../../../shared/domain/evidence/evidence'
import { PHOTO_HEAD, readPhoto } from '../../../../shared/domain/evidence/photo'
import { drawn, MOST_PIXELS, smallPicture } from '../../../components/small-picture'
import { drawOver } from './draw-copy'
import { type FromWorker, type Made, type Original, THUMBNAIL_SIDE, type ToWorker } from './protocol'

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
  const made = await smallPicture(bytes, THUMBNAIL_SIDE)
  if (made.state !== 'ready') return { state: made.state, blob: null, hash: null }
  const small = drawn(made.surface, HASH_WIDTH, HASH_HEIGHT)
  const pixels = small.context.getImageData(0, 0, HASH_WIDTH, HASH_HEIGHT)
  const blob = await made.surface.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
  return { state: 'ready', blob, hash: differenceHash(pixels.data) }
}
