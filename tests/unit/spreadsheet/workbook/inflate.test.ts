import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inflateRaw } from '../../../../shared/spreadsheet/workbook/inflate'
import { Refused } from '../../../../shared/spreadsheet/workbook/refused'
import '../../../unit/property-seed'

const STRATEGIES = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FIXED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
]
const LIMIT = 10_000_000
const content = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.constantFrom('市容', '秩序', '每处扣0.5分', '<c r="A1"/>', ' '), { maxLength: 3000 })
    .map((words) => new TextEncoder().encode(words.join(''))),
)

describe('inflateRaw', () => {
  test('gives back whatever zlib deflates, stored, fixed or dynamic', () => {
    fc.assert(
      fc.property(
        content,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...STRATEGIES),
        fc.nat(5000),
        (bytes, level, strategy, hint) => {
          const packed = deflateRawSync(bytes, { level, strategy })
          expect(Buffer.from(inflateRaw(packed, hint, LIMIT)).equals(Buffer.from(bytes))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('cut data is refused, never waited for', () => {
    fc.assert(
      fc.property(content, fc.double({ min: 0, max: 0.99, noNaN: true }), (bytes, share) => {
        const packed = deflateRawSync(bytes)
        expect(() => inflateRaw(packed.subarray(0, Math.floor(packed.length * share)), 0, LIMIT)).toThrow(
          Refused,
        )
      }),
    )
  })

  test('any bytes at all end in a result or a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          expect(inflateRaw(bytes, 0, 100_000).length).toBeLessThanOrEqual(100_000)
        } catch (error) {
          expect(error).toBeInstanceOf(Refused)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('nothing is written past the bound', () => {
    const packed = deflateRawSync(Buffer.alloc(1_000_000))
    expect(inflateRaw(packed, 0, 1_000_000).length).toBe(1_000_000)
    expect(() => inflateRaw(packed, 10, 999_999)).toThrow('workbook-too-large')
    expect(() => inflateRaw(packed, 4_000_000_000, 999_999)).toThrow('workbook-too-large')
  })
})
