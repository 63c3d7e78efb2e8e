import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import {
  compareShares,
  lowestTerms,
  mayBeEmpty,
  scaled,
  type Term,
} from '../../../../shared/domain/scoring/term'
import { lowestParts, type Part, weightedTotal } from '../../../../shared/domain/scoring/weighted-total'
import { rounding, rubricOf } from './small-standard'

const small = fc.integer({ min: 0, max: 12 })

/** Every selection that keeps what must be kept. */
function selections<T extends { readonly isOptional: boolean }>(
  all: readonly T[],
): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>(
    (found, one) => [...found.map((some) => [...some, one]), ...(one.isOptional ? found : [])],
    [[]],
  )
}

describe('compareShares', () => {
  it.each<[a: number, b: number, c: number, d: number, sign: number]>([
    [1, 2, 1, 2, 0],
    [1, 3, 1, 2, -1],
    [2, 3, 1, 2, 1],
    [2, 4, 1, 2, 0],
    [-1, 3, 0, 5, -1],
    [-1, 3, -1, 2, 1],
    [0, 3, 0, 7, 0],
    // Past 2^53 once multiplied out: 1 part in 10^18 apart.
    [999_999_999, 1_000_000_000, 999_999_998, 999_999_999, 1],
    [999_999_998, 999_999_999, 999_999_999, 1_000_000_000, -1],
    [999_999_999, 1_000_000_000, 999_999_999, 1_000_000_000, 0],
    [-999_999_999, 1_000_000_000, -999_999_998, 999_999_999, -1],
    [1, 1_000_000_000, 999_999_999, 1_000_000_000, -1],
    [999_999_999, 1_000_000_000, 1, 1_000_000_000, 1],
  ])('%i ÷ %i against %i ÷ %i: %i', (a, b, c, d, sign) => {
    expect(compareShares(a, b, c, d)).toBe(sign)
  })
})

describe('the terms of the lowest share', () => {
  const term = fc
    .record({
      low: fc.integer({ min: -4, max: 12 }),
      more: small,
      isOptional: fc.boolean(),
      isOut: fc.boolean(),
    })
    .map(({ low, more, isOptional, isOut }): Term => {
      // What is out brings nothing of nothing; an item never keeps more than is due.
      const due = isOut ? 0 : Math.max(1, low + more)
      const kept = isOut ? 0 : low
      return {
        id: '',
        low: points(kept),
        high: points(Math.max(kept, due)),
        due: points(due),
        isOptional: isOptional && !isOut,
      }
    })

  it('make it: no other selection is lower', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        const share = (some: readonly Term[]) => {
          const due = some.reduce((sum, one) => sum + one.due, 0)
          return due === 0 ? null : some.reduce((sum, one) => sum + one.low, 0) / due
        }
        const shares = selections(terms).flatMap((some) => share(some) ?? [])
        const found = share(lowestTerms(terms))
        if (shares.length === 0) expect(found).toBeNull()
        else expect(found).toBeCloseTo(Math.min(...shares), 12)
        expect(mayBeEmpty(terms)).toBe(selections(terms).some((some) => share(some) === null))
      }),
      { numRuns: 400 },
    )
  })

  it('are the very list where nothing may be left out', () => {
    const terms: Term[] = [{ id: 'a', low: points(1), high: points(2), due: points(2), isOptional: false }]
    expect(lowestTerms(terms)).toBe(terms)
  })

  it.each<[got: number, due: number, full: number, kept: number]>([
    [0, 0, 100, 0],
    [7, 7, 104, 104],
    [1, 3, 100, 30],
    [2, 3, 104, 70],
    [69, 70, 104, 100],
    [-1, 2, 100, -50],
    [199, 200, 106, 106],
  ])('%i of %i of %i in steps of 10 is %i', (got, due, full, kept) => {
    expect(scaled({ got, due }, points(full), rounding('half-up', 10))).toBe(kept)
  })
})

describe('the parts of the total', () => {
  const part = fc
    .record({
      weight: fc.integer({ min: 0, max: 5 }),
      got: small,
      more: small,
      full: fc.integer({ min: 1, max: 9 }),
      isOptional: fc.boolean(),
    })
    .map(({ got, more, full, ...rest }): Part => ({ ...rest, got, due: got + more, full: points(full) }))
  const rubric = rubricOf([], {
    rounding: {
      item: rounding('half-up', 1),
      category: rounding('half-up', 1),
      total: rounding('half-up', 1),
    },
  })
  const isDue = (some: readonly Part[]) => some.some(({ weight, due }) => weight > 0 && due > 0)
  const weigh = (some: readonly Part[]) =>
    some.reduce((sum, { weight, due, full }) => sum + (weight * due) / full, 0)
  const exact = (some: readonly Part[]) =>
    some.reduce((sum, { weight, got, full }) => sum + (weight * got) / full, 0) / weigh(some)

  it('weigh what they bring against what is due', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const total = weightedTotal(rubric, parts)
        if (!isDue(parts)) expect(total).toBe(0)
        else expect(Math.abs(total - exact(parts) * rubric.points)).toBeLessThanOrEqual(0.5001)
      }),
      { numRuns: 300 },
    )
  })

  it('that make the lowest: no other selection is lower', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const fixed = parts.filter(({ isOptional }) => !isOptional)
        const shares = selections(parts).filter(isDue).map(exact)
        const lowest = lowestParts(parts)
        if (!isDue(fixed)) expect(lowest).toEqual([])
        else {
          expect(exact(lowest)).toBeCloseTo(Math.min(...shares), 12)
          expect(fixed.every((one) => lowest.includes(one))).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each<[what: string, parts: readonly Omit<Part, 'isOptional'>[], step: number, total: number]>([
    ['nothing of nothing', [], 1, 0],
    ['below nothing', [{ weight: 1, got: -5, due: 10, full: points(10) }], 1, 0],
    [
      'all that is due is full marks on whatever step',
      [{ weight: 1, got: 7, due: 7, full: points(7) }],
      30_000,
      100_000,
    ],
    ['rounded up past full marks', [{ weight: 1, got: 99, due: 100, full: points(100) }], 70_000, 70_000],
    ['never past full marks', [{ weight: 1, got: 999, due: 1_000, full: points(1_000) }], 101_000, 100_000],
    [
      'of unlike sizes: (2 × 1 ÷ 3 + 1 × 3 ÷ 4) ÷ 3',
      [
        { weight: 2, got: 1, due: 3, full: points(3) },
        { weight: 1, got: 3, due: 4, full: points(4) },
      ],
      1,
      47_222,
    ],
    [
      'of which one weighs less: (0.5 + 0.25) ÷ 1.5',
      [
        { weight: 1, got: 4, due: 8, full: points(8) },
        { weight: 1, got: 1, due: 2, full: points(4) },
      ],
      1,
      50_000,
    ],
  ])('%s', (_what, parts, step, total) => {
    const levels = { ...rubric.rounding, total: rounding('half-up', step) }
    const all = parts.map((one) => ({ ...one, isOptional: false }))
    expect(weightedTotal({ ...rubric, rounding: levels }, all)).toBe(total)
  })

  it('is exact for the largest standards', () => {
    const huge = Array.from({ length: 20 }, (_, at) => ({
      weight: 500,
      got: 999_999_999 - at,
      due: 1_000_000_000,
      full: points(1_000_000_000 - at),
      isOptional: false,
    }))
    expect(weightedTotal(rubric, huge)).toBe(100_000)
  })
})
