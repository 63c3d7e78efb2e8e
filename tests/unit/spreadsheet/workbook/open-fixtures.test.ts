import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { Book } from '../../../../shared/spreadsheet/workbook/book'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'

const folder = join(import.meta.dirname, '../../../fixtures/workbooks')
const files = readdirSync(folder).filter((name) => /\.(?:xlsx|xls)$/.test(name))

function open(name: string): { book: Book; bytes: Uint8Array } {
  const bytes = readFileSync(join(folder, name))
  const opened = openBook(new Uint8Array(bytes), name)
  if (!opened.ok) throw new Error(`${name}: ${opened.code} ${opened.detail}`)
  return { book: opened.book, bytes }
}

describe.each(files)('%s, as xlsx reads it', (name) => {
  test('has the same sheets, merges and texts', () => {
    const { book, bytes } = open(name)
    const theirs = XLSX.read(bytes, { dense: true, cellFormula: true })
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(theirs.SheetNames)
    for (const sheet of book.sheets) {
      const other = theirs.Sheets[sheet.name]
      const merges = (other?.['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c].join())
      expect(sheet.merges.map((m) => [m.top, m.left, m.bottom, m.right].join()).sort()).toEqual(merges.sort())
      const cells = new Map<string, string>()
      other?.['!data']?.forEach((row, r) => {
        row?.forEach((cell, c) => {
          const text = cell?.t === 's' ? String(cell.v).replace(/\r\n?/g, '\n') : (cell?.w ?? '').trim()
          if (text !== '') cells.set(`${r},${c}`, text)
        })
      })
      const ours = sheet.rows.flatMap(({ row, cells: held }) =>
        held.filter(({ text }) => text !== '').map(({ column, text }) => [`${row},${column}`, text] as const),
      )
      expect(new Map(ours)).toEqual(cells)
    }
  })
})
