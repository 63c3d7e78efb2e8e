import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { isMarkFor, isNothing } from '../../../../shared/domain/scoring/forms'
import type { PlainValue } from '../../../../shared/domain/sheet/mark'
import { account, check, checkUnfit, missing, n, take } from './check-form'
import { type Bare, clauseOf } from './small-standard'

const without = (parts: readonly string[], notApplicable: readonly string[]): PlainValue => ({
  kind: 'missing',
  parts,
  notApplicable,
})

describe('additive parts of which some may not apply', () => {
  const strict = {
    form: 'additive',
    parts: [
      { id: 'a', label: '成立领导小组', points: points(1_000) },
      { id: 'b', label: '有专人负责', points: points(1_000) },
      { id: 'c', label: '有冬季预案', points: points(500) },
    ],
  } as const satisfies Bare
  const shared = { ...strict, isNormalised: true } as const

  check([
    ['none missing of those that apply', shared, without([], ['c']), 0, '– 有冬季预案 → 0 × 2.5 ÷ 2 = 0'],
    // 1 of 2 that apply: 2.5 × 1 ÷ 2
    [
      'one missing of two that apply',
      shared,
      without(['a'], ['c']),
      1_250,
      '✗ 成立领导小组 → – 有冬季预案 → 1 × 2.5 ÷ 2 = 1.25',
    ],
    ['all missing of those that apply', shared, without(['a', 'b'], ['c']), 2_500],
    ['the smaller of two', shared, without(['c'], ['a']), 833],
    ['the only one that applies', shared, without(['c'], ['a', 'b']), 2_500],
    ['all apply', shared, missing('a', 'c'), 1_500],
    ['none named as not applying', shared, without(['a'], []), 1_000],
    ['all apply, strictly', strict, without(['a'], []), 1_000],
    [
      'never more than the item',
      { ...shared, parts: [...shared.parts, { id: 'd', label: '', points: points(9_000) }] },
      without(['d'], ['a']),
      3_000,
    ],
  ])

  describe('rounded to 0.5', () => {
    check(
      [
        // 0.9 × 2.5 ÷ 1.5 = 1.5
        ['its share', shared, without(['a'], ['b']), 1_500],
        ['never rounded up past all parts', shared, without(['a', 'b', 'c'].slice(0, 2), ['c']), 2_500],
      ],
      500,
    )
    it('is not rounded up past all parts', () => {
      const odd = {
        ...shared,
        parts: [
          { id: 'a', label: 'a', points: points(700) },
          { id: 'b', label: 'b', points: points(100) },
        ],
      } as const
      // 0.7 × 0.8 ÷ 0.7 = 0.8, which rounds to 1.
      expect(take(odd, without(['a'], ['b']), 500).lost).toBe(800)
      expect(account(odd, without(['a'], ['b']), 500).text).toBe('min([0.7 × 0.8 ÷ 0.7], 0.8) = 0.8')
    })
  })

  checkUnfit([
    ['a part that does not apply, where the clause does not say so', strict, without([], ['c'])],
    ['all parts that do not apply', shared, without([], ['a', 'b', 'c'])],
    ['a part both missing and not applying', shared, without(['a'], ['a'])],
    ['an unknown part that does not apply', shared, without([], ['z'])],
    ['a part twice', shared, without([], ['a', 'a'])],
    ['nothing at all', shared, without([], [])],
    ['a count', shared, n(1)],
  ])

  it('says something where a part does not apply, though none is missing', () => {
    expect(isNothing(clauseOf(shared), without([], ['c']))).toBe(false)
    expect(isMarkFor(clauseOf(shared), without([], ['c']))).toBe(true)
    expect(isNothing(clauseOf(shared), without([], []))).toBe(true)
    expect(isNothing(clauseOf(shared), missing('a'))).toBe(false)
  })
})
