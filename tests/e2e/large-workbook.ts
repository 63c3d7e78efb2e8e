import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../../shared/spreadsheet/reading/reading'
import { workbookFile } from '../../shared/spreadsheet/xlsx-writer/workbook-file'
import type { Row, Sheet } from '../../shared/spreadsheet/xlsx-writer/workbook-model'
import { projectFolder } from './launch'

const HEADS = ['大项', '编号', '小项', '考核内容', '分值', '评分标准', '检查方法', '责任单位']

function row(values: readonly (string | number)[]): Row {
  const cells = values.map((value) => ({
    value: typeof value === 'number' ? { decimal: String(value) } : value,
    style: {},
  }))
  return { cells }
}

function sheetOf(name: string, rows: readonly Row[]): Sheet {
  const columnWidths = HEADS.map(() => 20)
  return { name, columnWidths, rows, frozenRows: 1, repeatedRows: [1, 1], footer: { left: '', right: '' } }
}

/** A workbook of at least so many bytes: one table of `items` items, and a sheet of records for the rest. */
export function largeWorkbook({
  bytes,
  items,
}: {
  readonly bytes: number
  readonly items: number
}): Uint8Array {
  const known = join(projectFolder, 'tests/fixtures/workbooks/biaozhun-c.expected.json')
  const { items: read } = JSON.parse(readFileSync(known, 'utf8')) as Reading
  const rows = Array.from({ length: items }, (_, at) => {
    const item = read[at % read.length]
    if (item === undefined) throw new Error('no items')
    const round = Math.floor(at / read.length) + 1
    const place = Math.floor((at % read.length) / 30) + 1
    return row([
      `第${round}片区第${place}类`,
      `${round}.${place}.${(at % 30) + 1}`,
      `${item.title ?? ''}${round}`,
      `${item.content}（第${round}片区）`,
      (item.points ?? 0) / 1000,
      item.rule.replace(/(?<=每)(?=[条处个次])/g, String(round)),
      item.methods.join('、'),
      item.units.join('、'),
    ])
  })
  const table = sheetOf('评分标准', [row(HEADS), ...rows])
  const words = '巡查记录：人民路东段路面积尘、垃圾桶满溢，已通知责任单位当日整改并复查。'
  const record = (at: number) => row([at, words, words, `记录${at}`])
  const bookOf = (count: number) =>
    workbookFile({
      title: '',
      at: '2026-01-01T00:00:00.000Z',
      sheets: [
        table,
        sheetOf(
          '巡查台账',
          Array.from({ length: count }, (_, at) => record(at)),
        ),
      ],
    })
  // Stored, not deflated: so many rows more are so many bytes more.
  const small = bookOf(1000).length
  const each = (bookOf(2000).length - small) / 1000
  return bookOf(1000 + Math.max(0, Math.ceil((bytes - small) / each)))
}
