import { describe, expect, it } from 'vitest'
import { explainSheet } from '../../../../shared/domain/explain/explain-sheet'
import { points } from '../../../../shared/domain/points'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import type { MarkValue } from '../../../../shared/domain/sheet/mark'
import { type Bare, CLEAR, categoryOf, itemOf, rubricOf, scored, sheetOf } from './small-standard'

const flaw: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(1_000) }
const penalty: Bare = { form: 'penalty', unit: '次', pointsPerUnit: points(3_000) }
const bonus: Bare = { form: 'bonus', unit: '项', pointsPerUnit: points(2_000), cap: points(5_000) }
const veto: Bare = { form: 'veto', scope: 'total' }
const n = (count: number): MarkValue => ({ kind: 'count', n: count })
const flag: MarkValue = { kind: 'flag' }

/** The range of a sheet, which its explanation must recompute. */
function rangeOf(rubric: ReturnType<typeof rubricOf>, sheet: ReturnType<typeof sheetOf>) {
  const { low, high } = scoreSheet(rubric, sheet)
  const { worst, best } = explainSheet(rubric, sheet)
  expect([worst.value, best.value]).toEqual([low, high])
  return [low, high]
}

describe('a bonus or a penalty beside the deductions of an item', () => {
  const item = itemOf('i', 10_000, [flaw, penalty])
  const rest = itemOf('j', 90_000, [flaw])
  const rubric = rubricOf([categoryOf('k', 10_000, [item, rest])])

  it('counts in the total, and leaves the item its points', () => {
    const sheet = sheetOf({ i: scored({ a: n(2), b: n(1) }), j: CLEAR })
    const score = scoreSheet(rubric, sheet)
    expect(score.items[0]).toMatchObject({ low: 8_000, lost: 2_000, extraLow: -3_000, extraHigh: -3_000 })
    // 98 of the items, less 3 from the total.
    expect(rangeOf(rubric, sheet)).toEqual([95_000, 95_000])
  })

  it('is still to come while its item is open', () => {
    // The item may lose all its 10 points and cost the 10 that penalties may cost together.
    expect(rangeOf(rubric, sheetOf({ j: CLEAR }))).toEqual([80_000, 100_000])
  })
})

describe('a cap that bonuses share', () => {
  it('holds for what they give together', () => {
    const item = itemOf('i', 0, [bonus, bonus], {
      kind: 'bonus',
      sharedCaps: [{ clauses: ['a', 'b'], cap: points(5_000) }],
    })
    const rubric = rubricOf([categoryOf('k', 10_000, [item, itemOf('j', 100_000, [flaw])])])
    const sheet = sheetOf({ i: scored({ a: n(2), b: n(1) }), j: scored({ a: n(20) }) })
    // 4 + 2 are 6, of which 5 count: 80 + 5.
    expect(rangeOf(rubric, sheet)).toEqual([85_000, 85_000])
    expect(rangeOf(rubric, sheetOf({ j: scored({ a: n(20) }) }))).toEqual([80_000, 85_000])
  })
})

describe('a veto on the whole table', () => {
  const rubric = rubricOf([
    categoryOf('k', 5_000, [itemOf('i', 100_000, [flaw, veto])]),
    categoryOf('l', 5_000, [itemOf('j', 100_000, [flaw])]),
  ])

  it('leaves nothing of the total, and the categories what they are', () => {
    const sheet = sheetOf({ i: scored({ b: flag }), j: CLEAR })
    expect(rangeOf(rubric, sheet)).toEqual([0, 0])
    expect(scoreSheet(rubric, sheet)).toMatchObject({
      gradeHigh: '不合格',
      vetoedBy: ['i'],
      categories: [{ high: 100_000 }, { high: 100_000 }],
    })
  })

  it('may come while its item is open', () => {
    expect(rangeOf(rubric, sheetOf({ j: CLEAR }))).toEqual([0, 100_000])
  })
})

describe('a judgement place by place', () => {
  it('takes what each place is judged to cost, up to the item', () => {
    const bands = [{ id: 'x', label: '每次', min: points(500), max: points(1_000) }]
    const judged: Bare = { form: 'judgement', effect: 'deduct', bands, aggregate: 'sum' }
    const rubric = rubricOf([categoryOf('k', 10_000, [itemOf('i', 2_000, [judged])])])
    const at = (...sizes: readonly number[]): MarkValue => ({
      kind: 'places',
      at: sizes.map((size, no) => ({
        place: `路${no}`,
        value: { kind: 'points', bandId: 'x', points: points(size) },
      })),
    })
    const low = (...sizes: readonly number[]) =>
      scoreSheet(rubric, sheetOf({ i: scored({ a: at(...sizes) }) })).items[0]?.low
    expect(low(500, 800)).toBe(700)
    expect(low(1_000, 900, 700)).toBe(0)
  })
})
