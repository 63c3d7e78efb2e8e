import { describe, expect, it } from 'vitest'
import { explainSheet } from '../../../../shared/domain/explain/explain-sheet'
import {
  add,
  ceiling,
  compare,
  count,
  divideBy,
  type Expression,
  evaluate,
  floor,
  least,
  most,
  multiply,
  number,
  rounded,
  subtract,
} from '../../../../shared/domain/explain/expression'
import { writeExpression } from '../../../../shared/domain/explain/write-expression'
import { writeWorking } from '../../../../shared/domain/explain/write-working'
import { points } from '../../../../shared/domain/points'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { n } from '../scoring/check-form'
import {
  type Bare,
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rounding,
  rubricOf,
  scored,
  sheetOf,
} from '../scoring/small-standard'

const half = number(500)
const third = divideBy(count(1), count(3))
const tens = rounding('half-up', 10)

describe('an expression', () => {
  it.each<[text: string, expression: Expression, value: number]>([
    ['0.5', half, 500],
    ['−0.5', number(-500), -500],
    ['3', count(3), 3_000],
    ['0', add(), 0],
    ['0.5', add(half), 500],
    ['0.5 + 3', add(half, count(3)), 3_500],
    ['3 − 0.5', subtract(count(3), half), 2_500],
    ['3 − (0.5 + 0.5)', subtract(count(3), add(half, half)), 2_000],
    ['3 − 0.5 − 0.5', subtract(subtract(count(3), half), half), 2_000],
    ['3 − (0.5 − 0.5)', subtract(count(3), subtract(half, half)), 3_000],
    ['3 × 0.5', multiply(count(3), half), 1_500],
    ['(3 + 0.5) × 2', multiply(add(count(3), half), count(2)), 7_000],
    ['3 × (−0.5)', multiply(count(3), number(-500)), -1_500],
    ['3 ÷ 0.5', divideBy(count(3), half), 6_000],
    ['3 ÷ (2 × 0.5)', divideBy(count(3), multiply(count(2), half)), 3_000],
    ['3 ÷ (−0.5)', divideBy(count(3), number(-500)), -6_000],
    ['1 ÷ 3 × 3', multiply(third, count(3)), 1_000],
    ['min(3, 0.5)', least(count(3), half), 500],
    ['min(0.5, 3)', least(half, count(3)), 500],
    ['max(0.5, 3)', most(half, count(3)), 3_000],
    ['max(3, 0.5, −1)', most(count(3), half, count(-1)), 3_000],
    ['⌊3.5⌋', floor(number(3_500)), 3_000],
    ['⌊3⌋', floor(count(3)), 3_000],
    ['⌊−3.5⌋', floor(number(-3_500)), -4_000],
    ['⌊−3⌋', floor(count(-3)), -3_000],
    ['⌈3.2⌉', ceiling(number(3_200)), 4_000],
    ['⌈3⌉', ceiling(count(3)), 3_000],
    ['⌈−3.2⌉', ceiling(number(-3_200)), -3_000],
    ['⌊7 ÷ 3⌋ × 0.5', multiply(floor(divideBy(count(7), count(3))), half), 1_000],
    ['1 ÷ 3', rounded(third, tens), 330],
    ['[1 ÷ 3] × 2', multiply(rounded(third, tens), count(2)), 660],
    ['0.7', { op: 'node', node: 'i', value: 700 }, 700],
  ])('%s', (text, expression, value) => {
    expect(writeExpression(expression)).toBe(text)
    expect(evaluate(expression)).toBe(value)
  })

  it.each<[what: string, expression: Expression, message: string]>([
    ['no whole thousandths', third, 'not whole thousandths'],
    ['a division by nothing', divideBy(half, count(0)), 'division by nothing'],
  ])('comes to nothing that can be said: %s', (_what, expression, message) => {
    expect(() => evaluate(expression)).toThrow(message)
    expect(() => evaluate(expression)).toThrow(RangeError)
  })

  it('is compared exactly', () => {
    const nearly = divideBy(count(333_333), count(1_000_000))
    expect([
      compare(third, nearly),
      compare(nearly, third),
      compare(third, divideBy(count(2), count(6))),
    ]).toEqual([1, -1, 0])
  })

  it('is said in one line, or by what decided it', () => {
    const best = (sum: Expression) => ({ value: evaluate(sum), sum })
    expect(writeWorking({ facts: ['3处'], best: best(multiply(count(3), half)) })).toBe('3 × 0.5 = 1.5')
    expect(writeWorking({ facts: ['率 87%', '87 < 90'], best: best(half) })).toBe('87 < 90')
    expect(writeWorking({ facts: [], best: best(half) })).toBe('')
  })
})

describe('the total in figures', () => {
  const each: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(1_000) }
  const item = (id: string, size: number, more: Partial<Item> = {}) =>
    itemOf(id, size, [each], { exclusion: 'normalise', ...more })
  const apart = (id: string, clause: Bare) =>
    itemOf(id, 0, [clause], { kind: clause.form === 'bonus' ? 'bonus' : 'penalty' })
  const whole = rubricOf([
    categoryOf('x', 6_000, [
      item('x1', 40_000),
      item('x2', 60_000),
      apart('b', { form: 'bonus', unit: '项', pointsPerUnit: points(2_000), cap: points(9_000) }),
      apart('q', { form: 'penalty', unit: '次', pointsPerUnit: points(4_000) }),
    ]),
    categoryOf('y', 4_000, [item('y1', 100_000)]),
  ])
  const unlike = rubricOf([
    categoryOf('x', 6_000, [item('x1', 40_000)]),
    categoryOf('y', 4_000, [item('y1', 50_000)]),
  ])
  const clear = { x1: CLEAR, x2: CLEAR, b: CLEAR, q: CLEAR, y1: CLEAR }
  const lost = (count: number) => scored({ a: n(count) })
  const OUT = excludedFor('无')

  it.each<[what: string, standard: Rubric, marks: Record<string, ItemMark>, worst: string, best: string]>([
    ['all clear', whole, clear, '100 × 0.6 + 100 × 0.4 = 100', '100 × 0.6 + 100 × 0.4 = 100'],
    [
      'some lost',
      whole,
      { ...clear, x1: lost(5), y1: lost(20) },
      '95 × 0.6 + 80 × 0.4 = 89',
      '95 × 0.6 + 80 × 0.4 = 89',
    ],
    [
      'a bonus',
      whole,
      { ...clear, x1: lost(5), b: lost(2) },
      '95 × 0.6 + 100 × 0.4 + 4 = 101',
      '95 × 0.6 + 100 × 0.4 + 4 = 101',
    ],
    [
      'a bonus under its cap',
      whole,
      { ...clear, b: lost(4) },
      '100 × 0.6 + 100 × 0.4 + min(8, 5) = 105',
      '100 × 0.6 + 100 × 0.4 + min(8, 5) = 105',
    ],
    [
      'a penalty',
      whole,
      { ...clear, q: lost(1) },
      '100 × 0.6 + 100 × 0.4 − 4 = 96',
      '100 × 0.6 + 100 × 0.4 − 4 = 96',
    ],
    [
      'a penalty under its cap',
      whole,
      { ...clear, q: lost(4) },
      '100 × 0.6 + 100 × 0.4 + max(−16, −10) = 90',
      '100 × 0.6 + 100 × 0.4 + max(−16, −10) = 90',
    ],
    [
      'an open bonus, at best',
      whole,
      { x1: CLEAR, x2: CLEAR, q: CLEAR, y1: CLEAR },
      '100 × 0.6 + 100 × 0.4 = 100',
      '100 × 0.6 + 100 × 0.4 + min(9, 5) = 105',
    ],
    [
      'an open penalty, at worst',
      whole,
      { x1: CLEAR, x2: CLEAR, b: CLEAR, y1: CLEAR },
      '100 × 0.6 + 100 × 0.4 + max(−1000000, −10) = 90',
      '100 × 0.6 + 100 × 0.4 = 100',
    ],
    [
      'below nothing',
      whole,
      { ...clear, x1: lost(40), x2: lost(60), y1: lost(98), q: lost(2) },
      'max(0 × 0.6 + 2 × 0.4 − 8, 0) = 0',
      'max(0 × 0.6 + 2 × 0.4 − 8, 0) = 0',
    ],
    [
      'a category left out',
      whole,
      { ...clear, x1: lost(5), y1: OUT },
      '60 × 95 ÷ 100 ÷ 60 × 100 = 95',
      '60 × 95 ÷ 100 ÷ 60 × 100 = 95',
    ],
    ['nothing left in', unlike, { x1: OUT, y1: OUT }, '0 = 0', '0 = 0'],
    [
      'of unlike sizes',
      unlike,
      { x1: lost(10), y1: CLEAR },
      '(60 × 30 ÷ 40 + 40 × 50 ÷ 50) ÷ (60 + 40) × 100 = 85',
      '(60 × 30 ÷ 40 + 40 × 50 ÷ 50) ÷ (60 + 40) × 100 = 85',
    ],
    [
      'over the total',
      { ...whole, exclusionScope: 'total' },
      { ...clear, x1: OUT, x2: lost(6) },
      '(60 × 54 ÷ 100 + 40 × 100 ÷ 100) ÷ (60 × 60 ÷ 100 + 40) × 100 = 95.26',
      '(60 × 54 ÷ 100 + 40 × 100 ÷ 100) ÷ (60 × 60 ÷ 100 + 40) × 100 = 95.26',
    ],
  ])('%s', (_what, standard, marks, worst, best) => {
    const total = explainSheet(standard, sheetOf(marks))
    const written = (['worst', 'best'] as const).map(
      (side) => writeWorking({ facts: [], best: total[side] }) || '0 = 0',
    )
    expect(written).toEqual([worst, best])
  })
})
