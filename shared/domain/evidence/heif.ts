import { latin1 } from './sniff'

/** Where in an ISO media file (HEIC, AVIF) its EXIF record lies, and how large its picture is. */
export interface HeifFacts {
  readonly exif: { readonly from: number; readonly to: number } | null
  readonly size: { readonly width: number; readonly height: number } | null
}

interface Box {
  readonly type: string
  readonly from: number
  readonly to: number
}

const MOST_BOXES = 2000

/** Reads the boxes of `bytes`, which may be only the file's beginning. Never reads beyond them. */
export function readHeif(bytes: Uint8Array): HeifFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const meta = boxes(bytes, view, 0, bytes.length).find(({ type }) => type === 'meta')
  if (meta === undefined) return { exif: null, size: null }
  const inside = boxes(bytes, view, meta.from + 4, meta.to)
  const of = (type: string) => inside.find((box) => box.type === type)
  const id = exifItem(bytes, view, of('iinf'))
  const place = id === null ? null : placeOf(view, of('iloc'), id)
  return { exif: place === null ? null : exifIn(view, place), size: pictureSize(bytes, view, of('iprp')) }
}

function boxes(bytes: Uint8Array, view: DataView, from: number, to: number): readonly Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to && found.length < MOST_BOXES; ) {
    const length = view.getUint32(at)
    // 64-bit lengths are of media data, which is not looked into.
    const end = length === 0 ? to : at + length
    if (length === 1 || (length > 0 && length < 8)) break
    found.push({ type: latin1(bytes, at + 4, at + 8), from: at + 8, to: Math.min(end, to) })
    at = end
  }
  return found
}

/** The id of the item that is an EXIF record. */
function exifItem(bytes: Uint8Array, view: DataView, box: Box | undefined): number | null {
  if (box === undefined || box.from + 8 > box.to) return null
  const isShort = view.getUint8(box.from) === 0
  for (const { type, from, to } of boxes(bytes, view, box.from + (isShort ? 6 : 8), box.to)) {
    if (type !== 'infe' || from + 12 > to) continue
    const version = view.getUint8(from)
    if (version !== 2 && version !== 3) continue
    const after = from + (version === 2 ? 6 : 8)
    if (latin1(bytes, after + 2, after + 6) === 'Exif')
      return version === 2 ? view.getUint16(from + 4) : view.getUint32(from + 4)
  }
  return null
}

/** Where an item's bytes are in the file. */
function placeOf(view: DataView, box: Box | undefined, id: number): { from: number; to: number } | null {
  if (box === undefined || box.to > view.byteLength || box.from + 8 > box.to) return null
  const version = view.getUint8(box.from)
  const sizes = view.getUint16(box.from + 4)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  let at = box.from + 6
  const take = (size: number): number => {
    if (at + size > box.to) throw new RangeError('beyond the box')
    const value =
      size === 2
        ? view.getUint16(at)
        : size === 4
          ? view.getUint32(at)
          : size === 8
            ? Number(view.getBigUint64(at))
            : 0
    at += size
    return value
  }
  try {
    const count = take(version < 2 ? 2 : 4)
    for (let no = 0; no < Math.min(count, MOST_BOXES); no++) {
      const item = take(version < 2 ? 2 : 4)
      const method = version === 0 ? 0 : take(2) & 15
      take(2)
      const base = take(baseSize)
      const extents = take(2)
      for (let extent = 0; extent < extents; extent++) {
        take(indexSize)
        const from = base + take(offsetSize)
        const length = take(lengthSize)
        if (item === id && method === 0 && extents === 1) return { from, to: from + length }
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

/** An EXIF item begins with how far its TIFF header is. */
function exifIn(view: DataView, { from, to }: { from: number; to: number }): HeifFacts['exif'] {
  if (from + 4 > view.byteLength || to > view.byteLength) return null
  const start = from + 4 + view.getUint32(from)
  return start < to ? { from: start, to } : null
}

/** The largest picture among the item properties: the whole, where it is stored in tiles. */
function pictureSize(bytes: Uint8Array, view: DataView, box: Box | undefined): HeifFacts['size'] {
  if (box === undefined) return null
  const shelf = boxes(bytes, view, box.from, box.to).find(({ type }) => type === 'ipco')
  if (shelf === undefined) return null
  let size: HeifFacts['size'] = null
  for (const { type, from, to } of boxes(bytes, view, shelf.from, shelf.to)) {
    if (type !== 'ispe' || from + 12 > to) continue
    const next = { width: view.getUint32(from + 4), height: view.getUint32(from + 8) }
    if (size === null || next.width * next.height > size.width * size.height) size = next
  }
  return size
}
