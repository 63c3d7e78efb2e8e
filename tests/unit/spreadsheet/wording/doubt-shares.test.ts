import { expect, test } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { compileRule } from '../../../../shared/spreadsheet/wording/compile-rule'

const read = (rule: string) =>
  compileRule(rule, { content: '', points: points(5000), kind: 'normal' }).clauses.map(
    ({ form, forPerson }) => [form, forPerson === true],
  )

test('one share said twice is not counted twice', () => {
  expect(read('按结案率折算得分，得分＝结案率×5。')).toEqual([['proportional', false]])
})

test('two shares that give more than there is are for a person, who says which', () => {
  expect(read('按结案率折算得分；得分＝按期处置率×5。')).toEqual([
    ['proportional', true],
    ['proportional', true],
  ])
})

test('shares that fit into the item stand', () => {
  expect(read('得分＝结案率×5。')).toEqual([['proportional', false]])
  expect(read('1.得分＝结案率×2分。（2分）2.得分＝满意率×3分。（3分）')).toEqual([
    ['proportional', false],
    ['proportional', false],
  ])
})
