import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { readBuiltinRubric } from '../../../../electron/custody/builtin-rubric'
import { allItems, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { blankSheetWorkbook } from '../../../../shared/spreadsheet/standard-workbook/blank-sheet'
import { firstSheet } from '../workbook/opened'

const standard = readBuiltinRubric(join(import.meta.dirname, '../../../../resources'))
const sheet = firstSheet(blankSheetWorkbook(standard))
const textAt = (row: number, column: number) =>
  sheet.rows.find((one) => one.row === row)?.cells.find((cell) => cell.column === column)?.text ?? ''

describe('the blank sheet', () => {
  test('has every item with its wording and points, and nothing where marks go', () => {
    const items = allItems(standard)
    const rows = sheet.rows.filter(({ cells }) => cells[0]?.column === 0 && cells[1]?.column === 1)
    const listed = rows.filter(({ row }) => row > 3)
    expect(listed.map(({ row }) => [0, 1, 2, 3].map((column) => textAt(row, column)))).toEqual(
      items.map(({ code, title, content, rule }) => [code, title, content, rule]),
    )
    expect(listed.map(({ cells }) => cells.find(({ column }) => column === 4)?.number ?? 0)).toEqual(
      items.map(({ kind, points }) => (kind === 'normal' ? points / 1000 : 0)),
    )
    for (const { row } of listed) expect([5, 6, 7].map((column) => textAt(row, column))).toEqual(['', '', ''])
  })

  test('sums up to the points of the standard, category by category', () => {
    const sums = sheet.rows.filter(({ row }) => /^(?:小计|总分)/.test(textAt(row, 0)))
    expect(sums.map(({ cells }) => cells.find(({ column }) => column === 4)?.number)).toEqual(
      [...standard.categories.map(({ points }) => points), standard.points].map((points) => points / 1000),
    )
  })

  test('is A4 landscape, one page wide, with its heads on every page and lines to sign on', () => {
    const file = XLSX.read(blankSheetWorkbook(standard), { bookFiles: true }) as XLSX.WorkBook & {
      files: Record<string, { content: Uint8Array }>
    }
    const xml = (name: string) => new TextDecoder().decode(Uint8Array.from(file.files[name]?.content ?? []))
    expect(xml('xl/worksheets/sheet1.xml')).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(xml('xl/workbook.xml')).toContain("'空白评分表'!$4:$4")
    expect(textAt(3, 7)).toBe('扣分原因')
    expect(sheet.rows[sheet.rows.length - 1]?.cells.map(({ text }) => text)).toContain('组长（签字）：')
  })

  test('a wording that no row can hold goes on below; what could start a formula is text', () => {
    const [category] = standard.categories
    const item = allItems(standard)[0]
    if (category === undefined || item === undefined) throw new Error('an empty standard')
    const long: Rubric = {
      ...standard,
      categories: [
        { ...category, children: [{ ...item, title: '=1+1', rule: '每处扣0.5分，'.repeat(200) }] },
      ],
    }
    const rows = firstSheet(blankSheetWorkbook(long)).rows
    expect(rows.some(({ cells }) => cells[0]?.text === `${item.code}（续）`)).toBe(true)
    expect(rows.flatMap(({ cells }) => cells).find(({ text }) => text === "'=1+1")).toMatchObject({
      formula: null,
    })
    const rules = rows
      .filter(({ row }) => row > 4)
      .map(({ cells }) => cells.find(({ column }) => column === 3)?.text ?? '')
    expect(rules.join('')).toContain('每处扣0.5分，'.repeat(200))
  })
})
