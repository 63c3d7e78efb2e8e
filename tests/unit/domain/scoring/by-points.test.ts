import { describe, expect, it } from 'vitest'
import { explainSheet } from '../../../../shared/domain/explain/explain-sheet'
import { evaluate } from '../../../../shared/domain/explain/expression'
import { points } from '../../../../shared/domain/points'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { weightedShare } from '../../../../shared/spreadsheet/weighted-share'
import { CLEAR, categoryOf, excludedFor, itemOf, rounding, rubricOf, scored, sheetOf } from './small-standard'

/** 300 points in three categories, none of which is a whole share in basis points: 50, 110 and 140. */
function standard(total = 300_000) {
  const flag = [{ form: 'all-or-nothing', deduct: 'all' }] as const
  return rubricOf(
    [
      categoryOf('x', 1_667, [itemOf('a', 50_000, flag, { exclusion: 'normalise' })]),
      categoryOf('y', 3_667, [itemOf('b', 110_000, flag)]),
      categoryOf('z', 4_666, [itemOf('c', 140_000, flag)]),
    ],
    { points: points(total), weighting: 'points' },
  )
}

describe('categories that count by their points', () => {
  const rubric = standard()

  it.each([
    [[], 300_000],
    [['a'], 250_000],
    [['b'], 190_000],
    [['a', 'c'], 110_000],
  ])('what %j lose the total loses, to the thousandth', (lost, total) => {
    const marks = ['a', 'b', 'c'].map((id) => [
      id,
      lost.includes(id) ? scored({ a: { kind: 'flag' } }) : CLEAR,
    ])
    const sheet = sheetOf(Object.fromEntries(marks))
    const score = scoreSheet(rubric, sheet)
    expect([score.low, score.high]).toEqual([total, total])
    const { best } = explainSheet(rubric, sheet)
    expect([best.value, evaluate(best.sum)]).toEqual([total, total])
    const shares = score.categories.map((category) =>
      weightedShare(rubric, score.categories, category, 'high'),
    )
    expect(shares).toEqual(score.categories.map(({ high }) => high))
  })

  it('one that is left out leaves its points to the others: 实得 ÷ 应得', () => {
    const sheet = sheetOf({ a: excludedFor('无'), b: scored({ a: { kind: 'flag' } }), c: CLEAR })
    const score = scoreSheet(
      { ...rubric, rounding: { ...rubric.rounding, total: rounding('half-up', 1) } },
      sheet,
    )
    expect(score.high).toBe(168_000)
  })

  it('need no weights', () => {
    const bare = { ...rubric, categories: rubric.categories.map((one) => ({ ...one, weight: 0 })) }
    expect(proveRubric(bare).filter(({ level }) => level === 'error')).toEqual([])
    expect(scoreSheet(bare, sheetOf({ a: CLEAR, b: CLEAR, c: CLEAR })).high).toBe(300_000)
  })

  it('add up to the standard’s points, or the proof says so', () => {
    const sums = (total: number) => proveRubric(standard(total)).filter(({ code }) => code === 'points-sum')
    expect(sums(300_000)).toEqual([])
    expect(sums(301_000)).toEqual([
      { code: 'points-sum', level: 'error', place: '', detail: 'children 300, printed 301' },
    ])
  })
})
