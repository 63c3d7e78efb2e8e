import { describe, expect, test } from 'vitest'
import { shapeOf } from '../../../../shared/spreadsheet/reading/sheet-shape'
import type { BookSheet } from '../../../../shared/spreadsheet/workbook/book'
import { type DrawnSheet, drawnBook } from './drawn-book'
import { bookOf } from './fixture-books'

const drawn = (sheet: DrawnSheet): BookSheet => drawnBook(sheet).sheets[0] as BookSheet

describe('sheets of one kind', () => {
  const of = (title: string, first: string, head: readonly string[]) =>
    shapeOf(drawn({ rows: [[title], [], head, [1, null, first, 5, '每处扣0.2分']] }))
  const known = ['序号', '考核项目', '考核内容', '分值', '评分标准']
  const unknown = ['甲', '乙', '丙', '丁', '戊']

  test.each([{ head: known }, { head: unknown }])(
    'have the same shape whatever their title and items say: $head',
    ({ head }) => {
      const shape = of('甲市2023年考核标准', '路面整洁', head)
      expect(of('乙市2024年考核标准', '垃圾日产日清，无暴露垃圾', head)).toBe(shape)
      expect(shape).not.toBe('')
    },
  )
  test('other words, and other places of the same words, are another shape', () => {
    const shapes = [known, unknown, [...known].reverse(), ['', ...known]].map((head) => of('甲', '乙', head))
    expect(new Set(shapes).size).toBe(4)
  })
  test('a sheet without a header has none', () => {
    expect(shapeOf(drawn({ rows: [['说明']] }))).toBe('')
    expect(shapeOf(drawn({ rows: [] }))).toBe('')
  })
  test('ten sheets under one header are of one shape, those of another file are not', () => {
    const shapes = bookOf('biaozhun-c.xls').sheets.map(shapeOf)
    expect(shapes).toHaveLength(10)
    expect(new Set(shapes).size).toBe(1)
    expect(bookOf('biaozhun-a.xlsx').sheets.map(shapeOf)).not.toContain(shapes[0])
  })
})
