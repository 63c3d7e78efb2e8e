import { describe, expect, it } from 'vitest'
import { points } from '../../../../../shared/domain/points'
import { followSums, hasFollowedSums } from '../../../../../shared/domain/rubric/edit/follow-sums'
import type { Category, Group, Item, Rubric } from '../../../../../shared/domain/rubric/rubric'
import { itemOf, rubricOf } from '../../scoring/small-standard'

const item = (id: string, size: number, more: Partial<Item> = {}) =>
  itemOf(id, size, [{ form: 'all-or-nothing', deduct: 'all' }], more)
const group = (id: string, size: number, children: readonly (Group | Item)[]): Group => ({
  id,
  code: id,
  title: id,
  points: points(size),
  children,
})
const standard = (...children: readonly (Group | Item)[]): Rubric => {
  const category: Category = {
    id: 'k',
    code: 'k',
    title: 'k',
    weight: 10_000,
    points: points(100_000),
    children,
  }
  return rubricOf([category])
}
const sizes = (rubric: Rubric): Record<string, number> => {
  const found: Record<string, number> = {}
  const walk = (node: Category | Group) => {
    found[node.id] = node.points
    for (const child of node.children) if ('children' in child) walk(child)
  }
  rubric.categories.forEach(walk)
  return found
}

describe('groups worth what stands below them', () => {
  const before = standard(group('g', 5_000, [item('a', 2_000), item('b', 3_000)]))

  it('follow an item that is worth more, and the category keeps what it promises', () => {
    const after = standard(group('g', 5_000, [item('a', 2_000), item('b', 4_500)]))
    expect(sizes(followSums(before, after))).toEqual({ k: 100_000, g: 6_500 })
  })

  it('follow through every level', () => {
    const deep = (size: number) =>
      standard(group('g', 5_000, [item('a', 2_000), group('h', 3_000, [item('b', size)])]))
    expect(sizes(followSums(deep(3_000), deep(1_000)))).toEqual({ k: 100_000, g: 3_000, h: 1_000 })
  })

  it('stay where a person set them by hand, now or before', () => {
    const byHand = standard(group('g', 6_000, [item('a', 2_000), item('b', 3_000)]))
    expect(followSums(before, byHand)).toBe(byHand)
    const later = standard(group('g', 6_000, [item('a', 2_000), item('b', 3_500)]))
    expect(sizes(followSums(byHand, later))).toEqual({ k: 100_000, g: 6_000 })
  })

  it('are summed when they are new, and left alone while they are empty', () => {
    const added = standard(...(before.categories[0]?.children ?? []), group('n', 0, [item('c', 700)]))
    expect(sizes(followSums(before, added))).toEqual({ k: 100_000, g: 5_000, n: 700 })
    const emptied = standard(group('g', 5_000, []))
    expect(followSums(before, emptied)).toBe(emptied)
    const filled = standard(group('g', 5_000, [item('a', 800)]))
    expect(sizes(followSums(emptied, filled))).toEqual({ k: 100_000, g: 800 })
  })

  it('whose items differ by kind of subject are a person’s affair', () => {
    const some = standard(group('g', 5_000, [item('a', 2_000), item('b', 3_500, { onlyFor: ['县'] })]))
    expect(followSums(before, some)).toBe(some)
  })

  it('give back the very standard where nothing changed', () => {
    const renamed = { ...before, title: '另一个名字' }
    expect(followSums(before, renamed)).toBe(renamed)
    const same = standard(group('g', 5_000, [item('a', 2_000), item('b', 3_000)]))
    expect(followSums(before, same)).toBe(same)
  })
})

describe('a standard is kept so', () => {
  it.each<[what: string, rubric: Rubric, isKept: boolean]>([
    ['where every group is its sum', standard(group('g', 5_000, [item('a', 5_000)])), true],
    ['where there are no groups', standard(item('a', 5_000)), true],
    ['where a group is empty', standard(group('g', 5_000, [])), true],
    ['not where one is set by hand', standard(group('g', 4_000, [item('a', 5_000)])), false],
    [
      'not where a deeper one is',
      standard(group('g', 5_000, [group('h', 5_000, [item('a', 4_000)])])),
      false,
    ],
    [
      'where a sum depends on the subject',
      standard(group('g', 4_000, [item('a', 5_000, { onlyFor: ['县'] })])),
      true,
    ],
  ])('%s', (_what, rubric, isKept) => expect(hasFollowedSums(rubric)).toBe(isKept))
})
