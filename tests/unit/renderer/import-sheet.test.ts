import { describe, expect, test } from 'vitest'
import {
  columnsFrom,
  columnsWith,
  headerRowsOf,
  rolesOf,
  withChoice,
} from '../../../renderer/features/standard-import/columns/table-choice'
import { addressOf, placeOf } from '../../../renderer/features/standard-import/sheet/addresses'
import { BLOCK_ROWS } from '../../../renderer/features/standard-import/worker/protocol'
import { blocksOf, outlineOf } from '../../../renderer/features/standard-import/worker/sheet-blocks'
import type { ReadTable } from '../../../shared/spreadsheet/reading/reading'
import type { BookCell, BookSheet } from '../../../shared/spreadsheet/workbook/book'
import { columnAt, columnName } from '../../../shared/spreadsheet/workbook/cell-names'

const cell = (column: number, text: string, formula: string | null = null): BookCell => ({
  column,
  text,
  number: /^\d+$/.test(text) ? Number(text) : null,
  formula,
})

function sheetWith(rows: BookSheet['rows'], merges: BookSheet['merges'] = []): BookSheet {
  return {
    name: '一',
    isHidden: false,
    rows,
    merges,
    hiddenRows: [2, 900],
    hiddenColumns: [9],
    declared: null,
  }
}

describe('names of cells', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s, and back', (column, name) => {
    expect(columnName(column)).toBe(name)
    expect(columnAt(name)).toBe(column)
  })
  test('E5 is row 4, column 4; what names no cell is none', () => {
    expect(placeOf('一', 'E5')).toEqual({ sheet: '一', row: 4, column: 4 })
    expect(addressOf({ row: 4, column: 4 })).toBe('E5')
    for (const wrong of ['', '5', 'E', 'E0', 'E5:F6', 'e5', 'ABCD1']) expect(placeOf('一', wrong)).toBeNull()
  })
})

describe('the cells of a sheet, block by block', () => {
  const merge = { top: 50, left: 1, bottom: 130, right: 2 }
  const sheet = sheetWith(
    [
      { row: 0, cells: [cell(0, '标题')] },
      { row: 50, cells: [cell(0, '1'), cell(1, '合并')] },
      { row: 60, cells: [cell(0, '2'), cell(2, '被盖住')] },
      { row: 131, cells: [cell(0, ''), cell(3, '', 'SUM(D1:D9)')] },
    ],
    [merge],
  )
  const block = blocksOf(sheet)
  const texts = (no: number) => block(no).map(({ text }) => text)

  test('a merge is in every block that it runs through, at its first cell', () => {
    for (const no of [0, 1, 2]) {
      const merged = block(no).find(({ text }) => text === '合并')
      expect(merged).toMatchObject({ row: 50, column: 1, rows: 81, columns: 2 })
    }
    expect(block(3)).toEqual([])
  })
  test('what a merge covers is not drawn; empty cells are not, unless a formula stands in them', () => {
    expect(texts(0)).toEqual(expect.arrayContaining(['标题', '1', '合并']))
    expect(texts(1)).not.toContain('被盖住')
    expect(block(2).find(({ row }) => row === 131)).toMatchObject({ column: 3, formula: 'SUM(D1:D9)' })
    expect(block(2).filter(({ row }) => row === 131)).toHaveLength(1)
    expect(Math.floor(131 / BLOCK_ROWS)).toBe(2)
  })
  test('the outline ends where something last stands', () => {
    const { rows, widths, hiddenRows, hiddenColumns } = outlineOf(sheet)
    expect([rows, widths.length, hiddenRows, hiddenColumns]).toEqual([132, 4, [2], []])
  })
})

describe('what a person chooses', () => {
  const table: ReadTable = {
    sheet: '一',
    ref: 'A3:F9',
    headerRows: [3, 4],
    pageHeaderRows: [7],
    columns: { number: 'A', content: 'D', rule: 'F', points: null },
  }
  const roles = rolesOf([table], '一')
  test('roles and header rows as the reader found them', () => {
    expect([...roles]).toEqual([
      [0, 'number'],
      [3, 'content'],
      [5, 'rule'],
    ])
    expect(headerRowsOf([table], '一')).toEqual([2, 3, 6])
    expect(rolesOf([table], '二').size).toBe(0)
  })
  test('a role is taken from the column that had it, and every other role is said', () => {
    expect(columnsWith(roles, 4, 'rule')).toEqual({ ...columnsFrom(roles), rule: 4 })
    expect(columnsWith(roles, 0, 'rule')).toEqual({ ...columnsFrom(roles), number: null, rule: 0 })
    expect(columnsWith(roles, 5, null)).toEqual({ ...columnsFrom(roles), rule: null })
  })
  test('one sheet is changed at a time, and keeps what was said of it before', () => {
    const first = withChoice([{ sheet: '二', isIgnored: true }], '一', { headerRows: [3] })
    expect(withChoice(first, '一', { takesHidden: true })).toEqual([
      { sheet: '二', isIgnored: true },
      { sheet: '一', headerRows: [3], takesHidden: true },
    ])
  })
})
