import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { BookSheet } from '../../../../shared/spreadsheet/workbook/book'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'

/** What our own reader of .xlsx and .ods finds, and what xlsx, which trims some texts, finds in the same file. */
const FOLDER = 'tests/fixtures/workbooks'
const files = readdirSync(FOLDER).filter((name) => /\.(?:xlsx|xls|ods)$/.test(name))

const name = (row: number, column: number): string => XLSX.utils.encode_cell({ r: row, c: column })

function ours({ rows }: BookSheet): Record<string, string | number> {
  const cells = rows.flatMap(({ row, cells: line }) =>
    line.map(({ column, text, number }) => [name(row, column), number ?? text.trim()] as const),
  )
  return Object.fromEntries(cells.filter(([, value]) => value !== ''))
}

function theirs(sheet: XLSX.WorkSheet): Record<string, string | number> {
  const cells = Object.entries(sheet).flatMap(([at, cell]): (readonly [string, string | number])[] => {
    if (at.startsWith('!')) return []
    const { t, v } = cell as XLSX.CellObject
    if (t === 'n' && typeof v === 'number') return [[at, v]]
    return t === 's' && String(v).trim() !== '' ? [[at, String(v).replace(/\r\n?/g, '\n').trim()]] : []
  })
  return Object.fromEntries(cells)
}

describe('both readers find the same cells and merges', () => {
  test.each(files)('%s', (file) => {
    const bytes = readFileSync(`${FOLDER}/${file}`)
    const opened = openBook(bytes, file)
    if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`)
    const book = XLSX.read(bytes, { type: 'buffer' })
    expect(opened.book.sheets.map((sheet) => sheet.name)).toEqual(book.SheetNames)
    for (const sheet of opened.book.sheets) {
      const other = book.Sheets[sheet.name] ?? {}
      expect(ours(sheet)).toEqual(theirs(other))
      // xlsx loses merges of an .ods that stand beside one another.
      if (file.endsWith('.ods')) continue
      const merges = (other['!merges'] ?? []).map(({ s, e }) => `${name(s.r, s.c)}:${name(e.r, e.c)}`)
      expect(sheet.merges.map((m) => `${name(m.top, m.left)}:${name(m.bottom, m.right)}`).sort()).toEqual(
        merges.sort(),
      )
    }
  })
})
