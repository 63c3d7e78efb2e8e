import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book } from '../../../../shared/spreadsheet/workbook/book'
import { bookFromText } from '../../../../shared/spreadsheet/workbook/clipboard-book'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'
import { NO_SHEET, openedBook, textsOf } from './opened'
import '../../../unit/property-seed'

const TABLE = '编号,内容,分值\r\n1,"路面整洁，无""牛皮癣""\r\n二行",0.5\r\n2,　全角 ,-1.20\r\n'
const READ = {
  A1: '编号',
  B1: '内容',
  C1: '分值',
  A2: '1',
  B2: '路面整洁，无"牛皮癣"\n二行',
  C2: '0.5',
  A3: '2',
  B3: '　全角 ',
  C3: '-1.20',
}
/** In GB18030: 编号,分值 / 一,2 */
const GB = Uint8Array.from([
  0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb7, 0xd6, 0xd6, 0xb5, 0x0a, 0xd2, 0xbb, 0x2c, 0x32,
])

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}

function only(book: Book) {
  expect(book.sheets.length).toBe(1)
  return textsOf(book.sheets[0] ?? NO_SHEET)
}

describe('CSV', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TABLE), 'utf-8'],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${TABLE}`), 'utf-8'],
    ['UTF-16, little end first', utf16(TABLE, false), 'utf-16'],
    ['UTF-16, big end first', utf16(TABLE, true), 'utf-16'],
    ['tabs', new TextEncoder().encode(TABLE.replace(/,/g, '\t')), 'utf-8'],
    ['semicolons', new TextEncoder().encode(TABLE.replace(/,/g, ';')), 'utf-8'],
    ['bare line feeds', new TextEncoder().encode(TABLE.replace(/\r/g, '')), 'utf-8'],
    ['bare carriage returns', new TextEncoder().encode(TABLE.replace(/\n/g, '')), 'utf-8'],
    ['no last line end, an old end mark', new TextEncoder().encode(`${TABLE.trimEnd()}\u001a`), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    const book = openedBook(bytes)
    expect(book).toMatchObject({ kind: 'csv', encoding })
    expect(only(book)).toEqual(READ)
  })

  test('GB18030, where the bytes are no UTF-8', () => {
    const book = openedBook(GB)
    expect(book.encoding).toBe('gb18030')
    expect(only(book)).toEqual({ A1: '编号', B1: '分值', A2: '一', B2: '2' })
  })

  test('bytes that are neither are no table', () => {
    expect(openBook(Uint8Array.of(0xb1, 0x2c, 0x31, 0xff, 0xfe), 'x')).toMatchObject({
      code: 'workbook-not-a-table',
    })
  })

  test('numbers only where the field is one', () => {
    const [sheet] = openedBook(new TextEncoder().encode('0.5,1e5,１２,1-2,007,-3,1.2.3,"4"')).sheets
    expect(sheet?.rows[0]?.cells.map(({ number }) => number)).toEqual([0.5, null, null, null, 7, -3, null, 4])
  })
})

describe('the clipboard', () => {
  test('a table as Excel copies it', () => {
    const opened = bookFromText('编号\t内容\r\n1\t"第一行\n第二行"\r\n2\t他说"好"\r\n', '剪贴板')
    if (!opened.ok) throw new Error(opened.code)
    expect(opened.book).toMatchObject({ kind: 'clipboard', fileName: '剪贴板', encoding: null })
    expect(only(opened.book)).toEqual({
      A1: '编号',
      B1: '内容',
      A2: '1',
      B2: '第一行\n第二行',
      A3: '2',
      B3: '他说"好"',
    })
  })

  test('a quote that opens a sentence, or is never closed, is text', () => {
    const opened = bookFromText('a\t"牛皮癣"清除\n"b\tc', '')
    expect(opened.ok && only(opened.book)).toEqual({ A1: 'a', B1: '"牛皮癣"清除', A2: '"b', B2: 'c' })
  })

  test('one word is no table; nothing is empty', () => {
    expect(bookFromText('市容', '')).toMatchObject({ code: 'workbook-not-a-table' })
    expect(bookFromText(' \n ', '')).toMatchObject({ code: 'workbook-empty' })
  })

  test('any table written with quotes is read back', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', '\n', '\t', ',', '市', ' '), maxLength: 6 })
    const table = fc.array(fc.tuple(field, field, fc.constant('x')), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = rows
          .map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join('\t'))
          .join('\n')
        const opened = bookFromText(`${quoted}\n`, '')
        if (!opened.ok) throw new Error(opened.code)
        const read = opened.book.sheets[0]?.rows.map(({ cells }) =>
          [0, 1, 2].map((at) => cells.find(({ column }) => column === at)?.text ?? ''),
        )
        expect(read).toEqual(rows)
      }),
    )
  })

  test('quotes by the million take no time to speak of', () => {
    bookFromText('"a\t'.repeat(500_000), '')
    bookFromText(`${'"a'.repeat(500_000)}\n\t`, '')
    bookFromText(`"${'""'.repeat(500_000)}x\t"`, '')
  })
})
