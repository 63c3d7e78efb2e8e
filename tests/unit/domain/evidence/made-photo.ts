/** What a camera would write; everything is optional. */
export interface MadeExif {
  readonly takenAt?: string
  readonly changedAt?: string
  readonly software?: string
  readonly orientation?: number
  /** Degrees, minutes, seconds with their letters. */
  readonly gps?: {
    readonly lat: readonly [number, number, number]
    readonly ns: string
    readonly lon: readonly [number, number, number]
    readonly ew: string
  }
  readonly isBigEndian?: boolean
}

interface Field {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly bytes: Buffer
}

/** A TIFF structure with these fields, as an EXIF record holds it. */
export function madeTiff(exif: MadeExif): Buffer {
  const big = exif.isBigEndian === true
  const u16 = (n: number) => {
    const bytes = Buffer.alloc(2)
    if (big) bytes.writeUInt16BE(n)
    else bytes.writeUInt16LE(n)
    return bytes
  }
  const u32 = (n: number) => {
    const bytes = Buffer.alloc(4)
    if (big) bytes.writeUInt32BE(n)
    else bytes.writeUInt32LE(n)
    return bytes
  }
  const text = (tag: number, words: string | undefined): Field[] => {
    if (words === undefined) return []
    const bytes = Buffer.from(`${words}\0`, 'latin1')
    return [{ tag, type: 2, count: bytes.length, bytes }]
  }
  const angle = (tag: number, parts: readonly number[]): Field => {
    const bytes = Buffer.concat(parts.flatMap((part) => [u32(Math.round(part * 1000)), u32(1000)]))
    return { tag, type: 5, count: 3, bytes }
  }
  const directory = (at: number, fields: readonly Field[]): Buffer => {
    let after = at + 2 + fields.length * 12 + 4
    const rows: Buffer[] = []
    const more: Buffer[] = []
    for (const { tag, type, count, bytes } of fields) {
      const isInline = bytes.length <= 4
      rows.push(
        u16(tag),
        u16(type),
        u32(count),
        isInline ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : u32(after),
      )
      if (isInline) continue
      more.push(bytes)
      after += bytes.length
    }
    return Buffer.concat([u16(fields.length), ...rows, u32(0), ...more])
  }
  const { gps } = exif
  const gpsFields =
    gps === undefined ? [] : [...text(1, gps.ns), angle(2, gps.lat), ...text(3, gps.ew), angle(4, gps.lon)]
  const main = (exifAt: number, gpsAt: number): Field[] => [
    ...(exif.orientation === undefined
      ? []
      : [{ tag: 0x0112, type: 3, count: 1, bytes: u16(exif.orientation) }]),
    ...text(0x0131, exif.software),
    ...text(0x0132, exif.changedAt),
    { tag: 0x8769, type: 4, count: 1, bytes: u32(exifAt) },
    ...(gpsFields.length === 0 ? [] : [{ tag: 0x8825, type: 4, count: 1, bytes: u32(gpsAt) }]),
  ]
  const exifAt = 8 + directory(8, main(0, 0)).length
  const exifPart = directory(exifAt, text(0x9003, exif.takenAt))
  const gpsAt = exifAt + exifPart.length
  const head = Buffer.concat([Buffer.from(big ? 'MM' : 'II'), u16(42), u32(8)])
  return Buffer.concat([head, directory(8, main(exifAt, gpsAt)), exifPart, directory(gpsAt, gpsFields)])
}

/** The beginning of a JPEG: EXIF record, frame header, scan. No picture can be made of it. */
export function madeJpeg(exif: MadeExif | null, width = 4000, height = 3000): Buffer {
  const frame = Buffer.from([
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
  ])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(exif === null ? [] : [exifSegment(exif)]),
    frame,
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3]),
  ])
}

/** A JPEG that is a picture, with an EXIF record put in behind its first marker. */
export function withExif(jpeg: Buffer, exif: MadeExif): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(exif), jpeg.subarray(2)])
}

function exifSegment(exif: MadeExif): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0'), madeTiff(exif)])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([head, body])
}

export const ZHENGZHOU = { lat: [34, 45, 30], ns: 'N', lon: [113, 37, 15], ew: 'E' } as const

/** A HEIC whose one item is an EXIF record; `size` as its properties say. */
export function madeHeic(exif: MadeExif, width = 4032, height = 3024): Buffer {
  const box = (type: string, ...parts: readonly Buffer[]) => {
    const body = Buffer.concat(parts)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(body.length + 8)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, body])
  }
  const bytes = (...list: readonly number[]) => Buffer.from(list)
  const u32 = (n: number) => {
    const four = Buffer.alloc(4)
    four.writeUInt32BE(n)
    return four
  }
  const tiff = madeTiff(exif)
  const item = Buffer.concat([u32(6), Buffer.from('Exif\0\0'), tiff])
  const ftyp = box('ftyp', Buffer.from('heic'), u32(0), Buffer.from('mif1heic'))
  const meta = (offset: number) =>
    box(
      'meta',
      u32(0),
      box(
        'iinf',
        u32(0),
        bytes(0, 1),
        box('infe', bytes(2, 0, 0, 0), bytes(0, 7), bytes(0, 0), Buffer.from('Exif'), bytes(0)),
      ),
      box(
        'iloc',
        u32(0),
        bytes(0x44, 0),
        bytes(0, 1),
        bytes(0, 7),
        bytes(0, 0),
        bytes(0, 1),
        u32(offset),
        u32(item.length),
      ),
      box(
        'iprp',
        box('ipco', box('ispe', u32(0), u32(512), u32(512)), box('ispe', u32(0), u32(width), u32(height))),
      ),
    )
  const before = ftyp.length + meta(0).length + 8
  return Buffer.concat([ftyp, meta(before), box('mdat', item)])
}
