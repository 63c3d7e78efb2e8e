import { expect, test } from 'vitest'
import { readBuiltinRubric } from '../../../../electron/custody/builtin-rubric'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { ClauseForm } from '../../../../shared/domain/rubric/clause'
import { proveDemonstration } from '../../../../shared/domain/rubric/demonstration-facts'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import { allItems } from '../../../../shared/domain/rubric/rubric'

const rubric = readBuiltinRubric('resources')
const items = allItems(rubric)

test('the built-in standard is proved, without a warning', () => {
  const found = [...proveRubric(rubric), ...proveDemonstration(rubric), ...items.flatMap(agreement)]
  expect(found).toEqual([])
})

test('ten categories, 291 items, weights of 100 %', () => {
  expect(rubric.categories.map(({ weight }) => weight)).toEqual([
    1000, 2000, 1000, 1500, 500, 1000, 500, 1000, 800, 700,
  ])
  expect(items).toHaveLength(291)
})

test('what is promised is checked: an item too few, a weight moved', () => {
  const [first, second, ...rest] = rubric.categories
  if (first === undefined || second === undefined) throw new Error('no categories')
  const fewer = { ...first, children: first.children.slice(1) }
  const moved = { ...second, weight: second.weight - 1 }
  const found = proveDemonstration({ ...rubric, categories: [fewer, moved, ...rest] }).map(({ code }) => code)
  expect(found).toEqual(['item-count', 'weight-promised'])
})

test('every rule form is exercised', () => {
  const forms = new Set(items.flatMap(({ clauses }) => clauses.map(({ form }) => form)))
  const wanted: ClauseForm[] = [
    'additive',
    'all-or-nothing',
    'bonus',
    'judgement',
    'linear',
    'penalty',
    'per-occurrence',
    'proportional',
    'threshold',
    'tier',
    'veto',
  ]
  expect([...forms].sort()).toEqual(wanted)
})

test('it says what it is: our own wording, not the official text', () => {
  expect(rubric.title).toBe('示范评分标准（按公开的十大类框架自编，非官方文本）')
  expect(rubric.notice).toMatch(/自编.*8%与7%.*假设/)
})

test('no two items say the same', () => {
  for (const key of ['title', 'content', 'rule'] as const) {
    expect(new Set(items.map((item) => item[key])).size, key).toBe(items.length)
  }
})
