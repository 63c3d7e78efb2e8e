import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { findItems } from '../../../renderer/features/standards/find-items'
import { ruleSpans } from '../../../renderer/features/standards/rule-spans'
import { findBranch } from '../../../renderer/features/standards/tree-nodes'
import { allItems } from '../../../shared/domain/rubric/rubric'

const rubric = readBuiltinRubric(join(__dirname, '../../../resources'))
const items = allItems(rubric)

describe('the viewer of a standard', () => {
  it('keeps every rule word for word, and numbers every clause in it', () => {
    for (const item of items) {
      const spans = ruleSpans(item.rule, item.clauses)
      expect(spans.map(({ text }) => text).join('')).toBe(item.rule)
      expect(spans.flatMap(({ no }) => no ?? [])).toEqual(item.clauses.map((_clause, index) => index + 1))
    }
  })

  it('finds by number, by words in any order, and in full-width letters', () => {
    expect(findItems(items, '1.1.1').map(({ code }) => code)).toContain('1.1.1')
    expect(findItems(items, '１．１．１')).toEqual(findItems(items, '1.1.1'))
    const both = findItems(items, '垃圾 分类')
    expect(both.length).toBeGreaterThan(0)
    expect(findItems(items, '分类 垃圾')).toEqual(both)
    expect(findItems(items, '这个词标准里没有')).toEqual([])
  })

  it('finds categories and groups at any depth, and no item', () => {
    const [category] = rubric.categories
    expect(findBranch(rubric, category?.id ?? '')).toBe(category)
    expect(findBranch(rubric, 'gy-g2')?.title).toBe('水源与水质')
    expect(findBranch(rubric, items[0]?.id ?? '')).toBeNull()
  })
})
