import { expect, test } from 'vitest'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import { rememberingRules } from '../../../../shared/spreadsheet/reading/rule-reader'
import { compileRule } from '../../../../shared/spreadsheet/wording/compile-rule'
import { drawnBook } from './drawn-book'
import { bookOf } from './fixture-books'

const EACH = '每处扣0.2分，扣完为止'

const sheet = {
  name: '考核表',
  rows: [
    ['某区考核表'],
    ['甲', '乙', '丙', '丁', '戊'],
    [1, '市容', '无占道经营、无店外经营', EACH, 6],
    [2, '环卫', '路面整洁，无暴露垃圾', EACH, 4],
  ],
}

test('a header of unknown words is none, until a person says which rows and columns', () => {
  const book = drawnBook(sheet)
  expect(readRubric(book).items).toEqual([])
  const columns = { number: 0, category: 1, content: 2, rule: 3, points: 4 }
  const { items, tables } = readRubric(book, [{ sheet: '考核表', headerRows: [2], columns }])
  expect(tables[0]?.columns).toEqual({ number: 'A', category: 'B', content: 'C', rule: 'D', points: 'E' })
  expect(items.map(({ path, content, points }) => [path, content, points])).toEqual([
    [['市容'], '无占道经营、无店外经营', 6000],
    [['环卫'], '路面整洁，无暴露垃圾', 4000],
  ])
})

test('a column that is given another meaning loses the one it had', () => {
  const book = bookOf('biaozhun-a.xlsx')
  const { tables, items } = readRubric(book, [
    { sheet: '考核标准', columns: { title: 4, content: null, units: null } },
  ])
  expect(tables[0]?.columns).toMatchObject({ title: 'E', rule: 'F', methods: 'G' })
  expect(tables[0]?.columns).not.toHaveProperty('content')
  expect(items[0]).toMatchObject({ title: expect.stringContaining('主次干道'), content: '', units: [] })
})

test('a sheet that a person leaves out is left out and said to be', () => {
  const book = bookOf('biaozhun-c.xls')
  const reading = readRubric(book, [{ sheet: '市政设施', isIgnored: true }])
  expect(reading.ignoredSheets).toEqual(['市政设施'])
  expect(reading.counts.items).toBe(291 - 32)
  expect(reading.diagnostics).toContainEqual({ kind: 'ignored-sheet', level: 'note', sheet: '市政设施' })
})

test('hidden rows and columns are read where a person says so', () => {
  const book = bookOf('mistakes.xlsx')
  const left = readRubric(book, [{ sheet: '计分表', takesHidden: false }])
  const taken = readRubric(book, [{ sheet: '计分表', takesHidden: true }])
  // Row 9 goes on with row 8: one item.
  expect(
    taken.items.filter(({ row }) => !left.items.some((item) => item.row === row)).map(({ row }) => row),
  ).toEqual([8])
})

test('what a person decides about one sheet leaves the others to the printed sums', () => {
  const header = ['序号', '考核项目', '考核内容', '评分标准', '分值']
  const items = (name: string) => [
    ['考核标准'],
    header,
    [1, name, `${name}整洁`, EACH, 6],
    [2, name, `${name}有序`, EACH, 4],
    ['合计', '', '', '', 10],
  ]
  const book = drawnBook(
    { name: '甲表', rows: items('市容'), hiddenRows: [4] },
    { name: '乙表', rows: items('环卫'), hiddenRows: [4] },
  )
  const { items: read } = readRubric(book, [{ sheet: '甲表', takesHidden: true }])
  expect(read.map(({ content }) => content)).toEqual(['市容整洁', '市容有序', '环卫整洁', '环卫有序'])
  const left = readRubric(book, [{ sheet: '甲表', takesHidden: false }])
  expect(left.items.map(({ content }) => content)).toEqual(['市容整洁', '环卫整洁', '环卫有序'])
})

test('rules that are remembered from an earlier reading read as those compiled anew', () => {
  const book = bookOf('biaozhun-a.xlsx')
  const [sheet = ''] = book.sheets.map(({ name }) => name)
  const remembered = rememberingRules()
  const otherwise = [{ sheet, columns: { content: null } }]
  for (const choices of [[], otherwise, []])
    expect(readRubric(book, choices, remembered)).toEqual(readRubric(book, choices, compileRule))
})
