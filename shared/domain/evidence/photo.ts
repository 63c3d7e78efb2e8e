import { readHeif } from './heif'
import { latin1, sniffMedia } from './sniff'
import { type Exif, readTiff } from './tiff'

/** What a file's own first bytes say of it. */
export interface PhotoFacts {
  readonly media: string
  /** Pixels as stored, before any turning; null where it is no picture or its header is not in what was read. */
  readonly size: { readonly width: number; readonly height: number } | null
  /** Null where there is no EXIF record. */
  readonly exif: Exif | null
}

/** So much of a file's beginning holds its header and EXIF record, in what cameras and phones write. */
export const PHOTO_HEAD = 128 * 1024

/** Reads media type, size and EXIF from a file's beginning. Never throws, whatever the bytes. */
export function readPhoto(bytes: Uint8Array): PhotoFacts {
  const media = sniffMedia(bytes)
  try {
    switch (media) {
      case 'image/jpeg':
        return { media, ...readJpeg(bytes) }
      case 'image/png':
        return { media, ...readPng(bytes) }
      case 'image/webp':
        return { media, ...readWebp(bytes) }
      case 'image/gif':
        return { media, exif: null, size: { width: word(bytes, 6), height: word(bytes, 8) } }
      case 'image/tiff':
        return { media, exif: readTiff(bytes), size: null }
      case 'image/heic':
      case 'image/avif': {
        const { exif, size } = readHeif(bytes)
        return { media, size, exif: exif === null ? null : readTiff(bytes.subarray(exif.from, exif.to)) }
      }
      default:
        return { media, size: null, exif: null }
    }
  } catch (error) {
    // A header that ends too early: what is missing is not known. Anything else is a bug.
    if (!(error instanceof RangeError)) throw error
    return { media, size: null, exif: null }
  }
}

type Read = Omit<PhotoFacts, 'media'>

function readJpeg(bytes: Uint8Array): Read {
  const view = viewOf(bytes)
  let exif: Exif | null = null
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (view.getUint8(at) !== 0xff) break
    const marker = view.getUint8(at + 1)
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xda || marker === 0xd9) break
    const length = view.getUint16(at + 2)
    if (length < 2) break
    if (marker === 0xe1 && exif === null && latin1(bytes, at + 4, at + 10) === 'Exif\0\0')
      exif = readTiff(bytes.subarray(at + 10, at + 2 + length))
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { exif, size: { width: view.getUint16(at + 7), height: view.getUint16(at + 5) } }
    at += 2 + length
  }
  return { exif, size: null }
}

function readPng(bytes: Uint8Array): Read {
  const view = viewOf(bytes)
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (latin1(bytes, at + 4, at + 8) === 'eXIf')
      return { size, exif: readTiff(bytes.subarray(at + 8, at + 8 + length)) }
    at += 12 + length
  }
  return { size, exif: null }
}

function readWebp(bytes: Uint8Array): Read {
  const view = viewOf(bytes)
  let size: Read['size'] = null
  let exif: Exif | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = latin1(bytes, at, at + 4)
    const length = view.getUint32(at + 4, true)
    const body = at + 8
    if (kind === 'VP8X') size = { width: 1 + triple(view, body + 4), height: 1 + triple(view, body + 7) }
    if (kind === 'VP8 ' && size === null)
      size = { width: word(bytes, body + 6) & 0x3fff, height: word(bytes, body + 8) & 0x3fff }
    if (kind === 'VP8L' && size === null) {
      const packed = view.getUint32(body + 1, true)
      size = { width: 1 + (packed & 0x3fff), height: 1 + ((packed >> 14) & 0x3fff) }
    }
    if (kind === 'EXIF') exif = readTiff(bytes.subarray(body, body + length))
    at = body + length + (length % 2)
  }
  return { size, exif }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function word(bytes: Uint8Array, at: number): number {
  return viewOf(bytes).getUint16(at, true)
}

function triple(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
