import { describe, expect, it } from 'vitest'
import { explainItem } from '../../../../shared/domain/explain/explain-item'
import { points } from '../../../../shared/domain/points'
import { isMarkFor } from '../../../../shared/domain/scoring/forms'
import { scoreItem } from '../../../../shared/domain/scoring/score-item'
import type { MarkValue, PlainValue } from '../../../../shared/domain/sheet/mark'
import { type Bare, itemOf, rubricOf, scored } from './small-standard'

const flaw = (aggregate: 'sum' | 'mean' | 'worst'): Bare => ({
  form: 'all-or-nothing',
  deduct: points(4_000),
  aggregate,
})
const bad: PlainValue = { kind: 'flag' }
const clean: PlainValue = { kind: 'clean' }
const at = (...seen: readonly PlainValue[]): MarkValue => ({
  kind: 'places',
  at: seen.map((value, no) => ({ place: `${no}号点`, value })),
})

describe('a place where nothing was wrong', () => {
  it.each([
    ['mean', 1_000],
    ['sum', 4_000],
    ['worst', 4_000],
  ] as const)('one bad place of four under the %s', (aggregate, lost) => {
    const item = itemOf('i', 10_000, [flaw(aggregate)])
    const rubric = rubricOf([])
    const mark = scored({ a: at(clean, bad, clean, clean) })
    const score = scoreItem(rubric, item, mark)
    expect(score.lost).toBe(lost)
    expect(explainItem(rubric, item, mark).best.value).toBe(score.high)
  })

  it('is no mark by itself, nor are clean places alone', () => {
    const [clause] = itemOf('i', 10_000, [flaw('mean')]).clauses
    if (clause === undefined) throw new Error('no clause')
    expect(isMarkFor(clause, clean)).toBe(false)
    expect(isMarkFor(clause, at(clean, clean))).toBe(false)
    expect(isMarkFor(clause, at(clean, bad))).toBe(true)
  })
})
