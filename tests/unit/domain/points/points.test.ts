import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  divide,
  formatMilli,
  mulDiv,
  parseMilli,
  points,
  type RoundingMode,
  round,
} from '../../../../shared/domain/points'
import { rounding } from '../scoring/small-standard'

describe('rounding', () => {
  it.each<[value: number, step: number, halfUp: number, halfEven: number, truncate: number]>([
    [1_234, 1, 1_234, 1_234, 1_234],
    [1_234, 10, 1_230, 1_230, 1_230],
    [1_235, 10, 1_240, 1_240, 1_230],
    [1_245, 10, 1_250, 1_240, 1_240],
    [1_246, 10, 1_250, 1_250, 1_240],
    [1_255, 10, 1_260, 1_260, 1_250],
    [50, 100, 100, 0, 0],
    [150, 100, 200, 200, 100],
    [250, 100, 300, 200, 200],
    [-1_245, 10, -1_250, -1_240, -1_240],
    [-1_235, 10, -1_240, -1_240, -1_230],
    [-4, 10, 0, 0, 0],
    [999, 1_000, 1_000, 1_000, 0],
  ])('%i to steps of %i', (value, step, halfUp, halfEven, truncate) => {
    const by = (mode: RoundingMode) => round(points(value), rounding(mode, step))
    expect([by('half-up'), by('half-even'), by('truncate')]).toEqual([halfUp, halfEven, truncate])
  })

  it.each<[a: number, b: number, c: number, step: number, expected: number]>([
    [2, 1_000, 3, 1, 667],
    [1, 1_000, 3, 1, 333],
    [1, 1, 2, 1, 1],
    [1, 5, 1, 10, 10],
    [9_007_199_254_740_991, 3, 3, 1, 9_007_199_254_740_991],
    [9_007_199_254_740_990, 9_007_199_254_740_990, 9_007_199_254_740_990, 1, 9_007_199_254_740_990],
    [-2, 1_000, 3, 1, -667],
    [0, 5, 7, 10, 0],
  ])('%i × %i ÷ %i to steps of %i', (a, b, c, step, expected) => {
    expect(mulDiv(a, b, c, rounding('half-up', step))).toBe(expected)
  })

  it('refuses a denominator that is not positive, and what is not whole', () => {
    expect(() => divide(1n, 0n, rounding('half-up', 1))).toThrow('denominator must be positive')
    expect(() => divide(1n, -1n, rounding('half-up', 1))).toThrow(RangeError)
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => points(value)).toThrow(`not whole thousandths: ${value}`)
    }
  })

  it('stays within half a step (a whole one when truncating), on the step, and keeps the order', () => {
    const mode = fc.constantFrom<RoundingMode>('half-up', 'half-even', 'truncate')
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(value, value, fc.constantFrom(1, 5, 10, 100, 500), mode, (one, other, step, by) => {
        const at = (each: number): number => round(points(each), rounding(by, step))
        const [low, high] = [at(Math.min(one, other)), at(Math.max(one, other))]
        expect(low % step).toBe(low < 0 ? -0 : 0)
        expect(low).toBeLessThanOrEqual(high)
        const far = Math.abs(low - Math.min(one, other))
        if (by === 'truncate') expect(far).toBeLessThan(step)
        else expect(far * 2).toBeLessThanOrEqual(step)
      }),
    )
  })
})

describe('decimals', () => {
  it.each<[text: string, value: number | null]>([
    ['0.25', 250],
    ['３', 3_000],
    ['１２．５', 12_500],
    ['12.', 12_000],
    ['-1.5', -1_500],
    ['-0', 0],
    [' 7 ', 7_000],
    ['0.001', 1],
    ['999999999.999', 999_999_999_999],
    ['0.0001', null],
    ['.5', null],
    ['1,000', null],
    ['1e3', null],
    ['', null],
    ['--1', null],
    ['二', null],
  ])('%j is read as %j', (text, value) => {
    expect(parseMilli(text)).toBe(value)
  })

  it.each<[value: number, text: string]>([
    [0, '0'],
    [-0, '0'],
    [200, '0.2'],
    [3_000, '3'],
    [-1_250, '-1.25'],
    [-7, '-0.007'],
    [100_000, '100'],
    [10_010, '10.01'],
  ])('%i is written as %j', (value, text) => {
    expect(formatMilli(value)).toBe(text)
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (value) => {
        expect(parseMilli(formatMilli(value))).toBe(value)
      }),
    )
  })
})
