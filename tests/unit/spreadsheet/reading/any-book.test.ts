import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseSheets } from '../../../../shared/spreadsheet/reading/choose-sheets'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import type { Book } from '../../../../shared/spreadsheet/workbook/book'
import { cellName } from '../../../../shared/spreadsheet/workbook/cell-names'
import { type DrawnSheet, drawnBook } from './drawn-book'

// biome-ignore format: a list of words
const WORDS = [
  '序号', '考核项目', '考核内容', '评分标准', '分值', '责任单位', '备注', '得分', '小计', '合计', '总计', '加分项', '一票否决',
  '一、市容秩序（20分）', '（一）街面', '第一部分 设施', '1.1', '①', '5分', '[3]', '市容', '环卫', '无占道经营', '路面整洁（现场查看）',
  '每处扣0.2分，扣完为止', '1.甲每处扣1分。（1分）\n2.乙不得分。（2分）', '注：以上含本数', '检查人签字：', ' ', '　', '/', '__proto__', '=1+1',
] as const
const cell = fc.oneof(
  { arbitrary: fc.constant(null), weight: 3 },
  { arbitrary: fc.constantFrom(...WORDS), weight: 6 },
  { arbitrary: fc.integer({ min: 0, max: 30 }), weight: 3 },
  { arbitrary: fc.string(), weight: 1 },
)
const HEADERS = [
  ['序号', '考核项目', '考核内容', '评分标准', '分值', '责任单位'],
  ['一级指标', '二级指标', '三级指标', '评分办法', '权重', '得分'],
  ['考核内容', '扣分标准', '标准分', '考核内容', '扣分标准', '标准分'],
] as const

const sheet: fc.Arbitrary<DrawnSheet> = fc.record({
  rows: fc
    .tuple(
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 3 }),
      fc.constantFrom(...HEADERS),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }),
    )
    .map(([above, header, below]) => [...above, header, ...below]),
  merges: fc.array(
    fc
      .tuple(fc.nat(16), fc.nat(6), fc.nat(4), fc.nat(4))
      .map(([top, left, down, right]) => `${cellName(top, left)}:${cellName(top + down, left + right)}`),
    { maxLength: 5 },
  ),
  hiddenRows: fc.array(fc.integer({ min: 1, max: 16 }), { maxLength: 2 }),
  hiddenColumns: fc.array(fc.nat(6), { maxLength: 1 }),
  isHidden: fc.boolean(),
})
const book: fc.Arbitrary<Book> = fc
  .array(sheet, { minLength: 1, maxLength: 3 })
  .map((sheets) => drawnBook(...sheets.map((each, i) => (i === 0 ? { ...each, isHidden: false } : each))))

/** Rows of a sheet that show something: text that no merge hides. */
function rowsWithText(read: ReturnType<typeof chooseSheets>['sheets'][number]): readonly number[] {
  return [...read.grid.rows, ...read.hiddenRows].map((row) => row + 1)
}

test('whatever stands in it: no row that holds something is unaccounted for, and none twice', () => {
  fc.assert(
    fc.property(book, (any) => {
      const takesHidden = any.sheets.map(({ name }) => ({ sheet: name, takesHidden: false }))
      const reading = readRubric(any, takesHidden)
      for (const read of chooseSheets(any, takesHidden, false).sheets) {
        const { name } = read.sheet
        const items = new Set<number>()
        for (const { entries } of read.walked)
          for (const entry of entries)
            if (entry.kind === 'item')
              for (const row of [entry.item.row, ...entry.item.more]) items.add(row + 1)
        const others = reading.otherRows.filter((other) => other.sheet === name).map(({ row }) => row)
        expect(new Set([...items, ...others])).toEqual(new Set(rowsWithText(read)))
        expect(others).toHaveLength(new Set(others).size)
        expect(others.filter((row) => items.has(row))).toEqual([])
        for (const item of reading.items) if (item.sheet === name) expect(items).toContain(item.row)
      }
    }),
    { numRuns: 300 },
  )
})

test('sums are those of the items, and every item stands below a category that is listed', () => {
  fc.assert(
    fc.property(book, (any) => {
      const { items, categories, total, counts } = readRubric(any)
      const sum = items.reduce((all, { kind, points }) => all + (kind === 'normal' ? (points ?? 0) : 0), 0)
      expect(total.sum).toBe(sum)
      expect(counts.items).toBe(items.length)
      expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => i + 1))
      const titles = new Set(categories.map(({ title }) => title))
      for (const { path } of items) if (path[0] !== undefined) expect(titles).toContain(path[0])
      expect(categories.reduce((all, each) => all + each.items, 0)).toBe(
        items.filter(({ path }) => path.length > 0).length,
      )
    }),
    { numRuns: 200 },
  )
})
