import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBuiltinRubric } from '../../../electron/custody/builtin-rubric'
import { EVERYTHING, filterRows } from '../../../renderer/features/scoring/filter'
import { itemRows, nextUnchecked, step, stepCategory } from '../../../renderer/features/scoring/moving'
import { rowsOf } from '../../../renderer/features/scoring/rows'
import { scoreSheet } from '../../../shared/domain/scoring/score-sheet'
import { type ItemMark, UNTOUCHED } from '../../../shared/domain/sheet/mark'
import { emptySheet } from '../../../shared/domain/sheet/state'

const rubric = readBuiltinRubric(join(__dirname, '../../../resources'))
const clear: ItemMark = { ...UNTOUCHED, status: 'clear', by: '甲', at: '2026-01-01T00:00:00.000Z' }

function rowsWith(marks: ReadonlyMap<string, ItemMark>) {
  const state = { ...emptySheet(), items: marks }
  return rowsOf({ rubric, state, score: scoreSheet(rubric, state) })
}

describe('rows of the grid', () => {
  const rows = rowsWith(new Map())
  const items = itemRows(rows)
  const [first, second, third] = items.map(({ id }) => id) as [string, string, string]

  it('are all 291 items in printed order, with a heading above every level', () => {
    expect(items).toHaveLength(291)
    expect(rows[0]).toMatchObject({ kind: 'heading', level: 0, code: '1' })
    expect(rows.filter((row) => row.kind === 'heading' && row.level === 0)).toHaveLength(10)
  })

  it('stay the same objects where nothing changed', () => {
    const after = itemRows(rowsWith(new Map([[second, clear]])))
    expect(after[0]).toBe(items[0])
    expect(after[1]).not.toBe(items[1])
    expect(after[1]?.status).toBe('clear')
  })

  it('narrow to a state, a category, a unit and words, and keep only headings that still stand over something', () => {
    const marked = rowsWith(new Map([[first, clear]]))
    expect(itemRows(filterRows(marked, { ...EVERYTHING, shown: 'unchecked' }))).toHaveLength(290)
    const category = rubric.categories[4]?.id ?? ''
    const inCategory = filterRows(marked, { ...EVERYTHING, category })
    expect(itemRows(inCategory)).toHaveLength(22)
    expect(inCategory.filter((row) => row.kind === 'heading' && row.level === 0)).toHaveLength(1)
    const numbered = itemRows(filterRows(marked, { ...EVERYTHING, words: '5.1' }))
    expect(numbered.length).toBeGreaterThan(0)
    expect(numbered.every(({ item }) => item.code.startsWith('5.1'))).toBe(true)
    expect(itemRows(filterRows(marked, { ...EVERYTHING, words: '没有这样的词' }))).toHaveLength(0)
    const unit = items[0]?.item.units.lead[0] ?? ''
    const ofUnit = itemRows(filterRows(marked, { ...EVERYTHING, unit }))
    expect(ofUnit.length).toBeGreaterThan(0)
    expect(ofUnit.every(({ item }) => [...item.units.lead, ...item.units.support].includes(unit))).toBe(true)
  })

  it('are moved through without falling off either end', () => {
    expect(step(items, first, 1)).toBe(second)
    expect(step(items, first, -1)).toBe(first)
    expect(step(items, items.at(-1)?.id ?? '', 1)).toBe(items.at(-1)?.id)
    expect(step(items, 'not there', 1)).toBe(first)
    expect(stepCategory(items, first, 1)).toBe(items.find(({ item }) => item.code.startsWith('2.'))?.id)
    expect(stepCategory(items, first, -1)).toBe(first)
  })

  it('lead round to the next unchecked item, and nowhere when all are checked', () => {
    const marked = itemRows(rowsWith(new Map([[second, clear]])))
    expect(nextUnchecked(marked, first)).toBe(third)
    expect(nextUnchecked(marked, items.at(-1)?.id ?? '')).toBe(first)
    const all = itemRows(rowsWith(new Map(items.map(({ id }) => [id, clear]))))
    expect(nextUnchecked(all, first)).toBeNull()
  })
})
