import { describe, expect, test } from 'vitest'
import { readBuiltinRubric } from '../../../../electron/custody/builtin-rubric'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import { proveCategory } from '../../../../shared/domain/rubric/proof'
import { allItems, type Category, type Item } from '../../../../shared/domain/rubric/rubric'
import { declaredMutations, type Mutation, printedMutations } from './mutations'

const rubric = readBuiltinRubric('resources')
const grades = rubric.grades.map(({ name }) => name)

/** Is the changed item still accepted? Its own proof counts too: that tiers meet is not the wording's affair. */
function isAccepted(item: Item): boolean {
  if (agreement(item).length > 0) return false
  const alone: Category = { id: 'x', code: 'x', title: 'x', weight: 1, points: item.points, children: [item] }
  return proveCategory(alone, grades).every(({ level }) => level !== 'error')
}

function missed(mutate: (item: Item, index: number) => Mutation[]): { tried: number; missed: string[] } {
  const all = allItems(rubric).flatMap((item) => item.clauses.flatMap((_, index) => mutate(item, index)))
  return { tried: all.length, missed: all.filter(({ item }) => isAccepted(item)).map(({ what }) => what) }
}

describe('changing one number anywhere in the demonstration standard is found', () => {
  test('unchanged, every item is accepted', () => {
    expect(allItems(rubric).filter((item) => !isAccepted(item))).toEqual([])
  })

  test('a declared number', () => {
    const result = missed(declaredMutations)
    expect(result.missed).toEqual([])
    expect(result.tried).toBeGreaterThan(8000)
  })

  test('a printed number', () => {
    const result = missed(printedMutations)
    expect(result.missed).toEqual([])
    expect(result.tried).toBeGreaterThan(8000)
  })
})
