import { describe, expect, it } from 'vitest'
import { sameWords } from '../../../../shared/domain/findings/same-words'
import { points } from '../../../../shared/domain/points'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { doublesOf } from '../../../../shared/domain/sheet/doubles'
import type { Observation } from '../../../../shared/domain/sheet/mark'
import { type Bare, categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { opened, run } from '../sheet/journal'

const bare: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(1_000) }
const litter: Bare = { ...bare, problem: '垃圾' }
const rubric = rubricOf([
  categoryOf('c', 10_000, [
    itemOf('i', 40_000, [bare, bare]),
    itemOf('j', 30_000, [bare]),
    itemOf('k', 30_000, [litter, litter]),
  ]),
])
const say = (
  item: string,
  clause: string,
  note: string,
  place = '人民路',
  more: Partial<Observation> = {},
): SheetCommand => ({
  type: 'mark',
  item,
  clause,
  mark: {
    value: { kind: 'places', at: [{ place, value: { kind: 'count', n: 1 }, note, ...more }] },
    reason: more.sameAs === undefined ? '' : '同一问题',
  },
})
const all = (...commands: readonly SheetCommand[]) => {
  const { state } = run(rubric, opened(rubric), commands)
  const named = doublesOf(rubric, state)
  return [...named, ...sameWords(rubric, state, named)].map(({ place, problem, marks }) => [
    place,
    problem,
    marks.length,
  ])
}

describe('the same words at the same place', () => {
  it('may be one problem counted twice, under two items or one, in whatever spelling', () => {
    expect(all(say('i', 'a', '果皮箱满溢'), say('j', 'a', '果皮箱满溢 ', '人民路　'))).toEqual([
      ['人民路', '果皮箱满溢', 2],
    ])
    expect(all(say('i', 'a', '满溢'), say('i', 'b', '满溢'))).toEqual([['人民路', '满溢', 2]])
  })

  it('are no hint where places or words differ, say nothing, or one is linked', () => {
    expect(all(say('i', 'a', '满溢'), say('j', 'a', '满溢', '建设街'))).toEqual([])
    expect(all(say('i', 'a', '满溢'), say('j', 'a', '破损'))).toEqual([])
    expect(all(say('i', 'a', '脏'), say('j', 'a', '脏'))).toEqual([])
    const linked = say('j', 'a', '满溢', '人民路', { sameAs: { item: 'i', clause: 'a' } })
    expect(all(say('i', 'a', '满溢'), linked)).toEqual([])
  })

  it('are not told again where the standard names the problem', () => {
    expect(all(say('k', 'a', '满溢'), say('k', 'b', '满溢'))).toEqual([['人民路', '垃圾', 2]])
  })
})

describe('problems that the standard names', () => {
  it('are doubled at a place of clauses that look at all places together, in whatever spelling', () => {
    const { state } = run(rubric, opened(rubric), [say('k', 'a', '', 'Ａ路'), say('k', 'b', '', 'A路')])
    expect(doublesOf(rubric, state)).toMatchObject([{ place: 'A路', problem: '垃圾' }])
  })
})
