import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../electron/result-package/crc32'
import { crc32 as sixteenAtATime } from '../../../shared/spreadsheet/xlsx-writer/crc32'
import { seeded } from './package-fixture'

function bitByBit(bytes: Uint8Array): number {
  let c = ~0
  for (const byte of bytes) {
    c ^= byte
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  }
  return ~c >>> 0
}

describe('CRC-32', () => {
  it.each([crc32, sixteenAtATime])('gives the check value of the standard', (crc) => {
    expect(crc(Buffer.from('123456789'))).toBe(0xcbf43926)
    expect(crc(Buffer.alloc(0))).toBe(0)
  })

  it('is the same at any length, alignment and cut', () => {
    const below = seeded(1)
    const bytes = new Uint8Array(300).map(() => below(256))
    for (let from = 0; from < 20; from++) {
      for (let to = from; to <= bytes.length; to += 7) {
        const part = bytes.subarray(from, to)
        const cut = below(part.length + 1)
        expect(sixteenAtATime(part)).toBe(bitByBit(part))
        expect(sixteenAtATime(part.subarray(cut), sixteenAtATime(part.subarray(0, cut)))).toBe(bitByBit(part))
        expect(crc32(part.subarray(cut), crc32(part.subarray(0, cut)))).toBe(bitByBit(part))
      }
    }
  })
})
