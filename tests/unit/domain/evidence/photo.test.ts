import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceHash, hashBits, looksAlike } from '../../../../shared/domain/evidence/difference-hash'
import { evidenceOf } from '../../../../shared/domain/evidence/flags'
import { readPhoto } from '../../../../shared/domain/evidence/photo'
import { attachedEvidenceSchema } from '../../../../shared/schema/evidence-schema'
import { type MadeExif, madeHeic, madeJpeg, madeTiff, ZHENGZHOU } from './made-photo'

const FILE = { sha256: 'a'.repeat(64), name: 'IMG_0001.JPG', size: 100 }
const DAYS = { from: '2026-11-20', to: '2026-11-23' }
const CAMERA: MadeExif = { takenAt: '2026:11:23 09:30:05', orientation: 6, gps: ZHENGZHOU }
const of = (exif: MadeExif | null) => evidenceOf(FILE, readPhoto(madeJpeg(exif)), DAYS)

describe('a photo', () => {
  it.each([
    ['little-endian', madeJpeg(CAMERA)],
    ['big-endian', madeJpeg({ ...CAMERA, isBigEndian: true })],
    ['HEIC', madeHeic(CAMERA, 4000, 3000)],
  ])('says when, where and how it was held: %s', (_what, bytes) => {
    const { exif, size } = readPhoto(bytes)
    expect(exif).toEqual({
      takenAt: '2026-11-23T09:30:05',
      orientation: 6,
      position: { lat: 34_758_333, lon: 113_620_833 },
    })
    expect(size).toEqual({ width: 4000, height: 3000 })
  })

  it('south and west count down', () => {
    const gps = { ...ZHENGZHOU, ns: 'S', ew: 'W' }
    expect(readPhoto(madeJpeg({ gps })).exif?.position).toEqual({ lat: -34_758_333, lon: -113_620_833 })
  })

  it('is read in PNG and WebP too', () => {
    const tiff = madeTiff(CAMERA)
    const chunk = (type: string, body: Buffer) => {
      const head = Buffer.alloc(8)
      head.writeUInt32BE(body.length)
      head.write(type, 4)
      return Buffer.concat([head, body, Buffer.alloc(4)])
    }
    const header = Buffer.alloc(13)
    header.writeUInt32BE(640, 0)
    header.writeUInt32BE(480, 4)
    const png = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('eXIf', tiff),
    ])
    const riff = (type: string, body: Buffer) => {
      const head = Buffer.from(`${type}\0\0\0\0`)
      head.writeUInt32LE(body.length, 4)
      return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
    }
    const canvas = Buffer.from([8, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0])
    const webp = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), riff('VP8X', canvas), riff('EXIF', tiff)])
    for (const [media, bytes] of [
      ['image/png', png],
      ['image/webp', webp],
    ] as const)
      expect(readPhoto(bytes)).toMatchObject({
        media,
        size: { width: 640, height: 480 },
        exif: { takenAt: '2026-11-23T09:30:05' },
      })
  })

  it.each([
    [
      'SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'application/octet-stream',
    ],
    ['HTML', '<!doctype html><script>', 'application/octet-stream'],
    ['PDF', '%PDF-1.7', 'application/pdf'],
    ['MP4', '\0\0\0\x18ftypisom', 'video/mp4'],
    ['nothing', '', 'application/octet-stream'],
  ])('is what its bytes say, not its name: %s', (_what, text, media) => {
    expect(readPhoto(Buffer.from(text, 'latin1'))).toEqual({ media, size: null, exif: null })
  })

  it('cut off anywhere, or with any byte otherwise, is read without a throw and fits the schema', () => {
    const whole = [madeJpeg(CAMERA), madeHeic(CAMERA), madeJpeg({ ...CAMERA, isBigEndian: true })]
    const damage = fc.record({
      which: fc.nat(whole.length - 1),
      cut: fc.nat(600),
      bytes: fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 12 }),
    })
    fc.assert(
      fc.property(damage, ({ which, cut, bytes }) => {
        const hurt = Buffer.from(whole[which] ?? '').subarray(0, cut)
        for (const [at, byte] of bytes) if (at < hurt.length) hurt[at] = byte
        attachedEvidenceSchema.parse(evidenceOf(FILE, readPhoto(hurt), DAYS))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a flag', () => {
  it.each<[string, MadeExif | null, readonly string[]]>([
    ['none, as the camera wrote it', CAMERA, []],
    ['no record at all', null, ['no-exif']],
    ['no position', { takenAt: '2026:11:22 10:00:00' }, ['no-position']],
    [
      'no fix, written as zero',
      { ...CAMERA, gps: { lat: [0, 0, 0], ns: 'N', lon: [0, 0, 0], ew: 'E' } },
      ['no-position'],
    ],
    ['the day before', { ...CAMERA, takenAt: '2026:11:19 23:59:59' }, ['outside-dates']],
    ['a clock in the future', { ...CAMERA, takenAt: '2026:11:24 00:00:00' }, ['outside-dates']],
    ['an editor’s name', { ...CAMERA, software: 'Adobe Photoshop 25.0 (Windows)' }, ['edited']],
    ['a phone’s own version', { ...CAMERA, software: '17.1.2' }, []],
    ['saved a second later by the camera', { ...CAMERA, changedAt: '2026:11:23 09:30:06' }, []],
    ['saved again the next minute', { ...CAMERA, changedAt: '2026:11:23 09:31:06' }, ['edited']],
    ['a day that no calendar has', { ...CAMERA, takenAt: '2026:02:30 09:30:05' }, []],
  ])('%s', (_what, exif, flags) => {
    expect(of(exif).flags).toEqual(flags)
  })

  it('is for pictures: a document has none', () => {
    expect(evidenceOf(FILE, readPhoto(Buffer.from('%PDF-1.4')), DAYS)).toEqual({
      ...FILE,
      media: 'application/pdf',
      flags: [],
    })
  })
})

describe('pictures that look alike', () => {
  const picture = (at: (index: number) => number) =>
    Uint8ClampedArray.from({ length: 9 * 8 * 4 }, (_, index) => (index % 4 === 3 ? 255 : at(index >> 2)))
  const scene = (index: number) => (index * 37) % 251

  it('are the same scene a little brighter, and not another scene', () => {
    const [a, brighter, other] = [
      scene,
      (index: number) => scene(index) + 4,
      (index: number) => (index * 91 + 13) % 241,
    ].map((at) => differenceHash(picture(at)) ?? '')
    expect(a).toMatch(/^[0-9a-f]{16}$/)
    expect(looksAlike(hashBits(a ?? ''), hashBits(brighter ?? ''))).toBe(true)
    expect(looksAlike(hashBits(a ?? ''), hashBits(other ?? ''))).toBe(false)
  })

  it('differ in at most six of 64 bits', () => {
    const alike = (hex: string) => looksAlike(hashBits('0'.repeat(16)), hashBits(hex))
    expect([alike('0'.repeat(16)), alike('8000000180000003'), alike('fc00000000000000')]).toEqual([
      true,
      true,
      true,
    ])
    expect([alike('fe00000000000000'), alike('f000000700000000'), alike('ffffffffffffffff')]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('are not said of a plain wall', () => {
    expect(differenceHash(picture(() => 128))).toBeNull()
  })
})
