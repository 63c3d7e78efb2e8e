import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'
import { type MadePart, madeZip, ONE_CELL, xlsxPartsOf } from './made-files'
import { firstSheet, outcomeOf } from './opened'
import '../../../unit/property-seed'

const OUTCOMES = [
  'read',
  'workbook-encrypted',
  'workbook-broken',
  'workbook-not-a-table',
  'workbook-too-large',
  'workbook-empty',
]
const folder = join(import.meta.dirname, '../../../fixtures/workbooks')
const ods = () => {
  const book = XLSX.read(readFileSync(join(folder, 'biaozhun-b.xlsx')))
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'ods', compression: true }))
}
const files = {
  'an .xlsx': new Uint8Array(readFileSync(join(folder, 'biaozhun-b.xlsx'))),
  'an .xls': new Uint8Array(readFileSync(join(folder, 'biaozhun-c.xls'))),
  'an .ods': ods(),
}
/** Bytes written over at places, and where the file is cut. */
const damage = fc.record({
  changes: fc.array(
    fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    { maxLength: 12 },
  ),
  keep: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
})
type Damage = { changes: readonly (readonly [number, number])[]; keep: number }

function damaged(bytes: Uint8Array, { changes, keep }: Damage): Uint8Array {
  const copy = bytes.slice(0, Math.floor(bytes.length * keep))
  for (const [place, byte] of changes) copy[Math.floor(copy.length * place)] = byte
  return copy
}

describe.each(Object.entries(files))('%s with bytes changed and cut', (_, bytes) => {
  test('is read or refused, and nothing is thrown', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(damage, (how) => {
        expect(OUTCOMES).toContain(outcomeOf(openBook(damaged(bytes, how), 'x')))
      }),
      { numRuns: 60 },
    )
  })
})

describe('damage inside the parts of an .xlsx, past what the sums of the ZIP guard', () => {
  const parts = xlsxPartsOf({
    sheets: [
      {
        name: '一',
        xml: `<dimension ref="A1:B2"/><cols><col min="1" max="2" hidden="1"/></cols>${ONE_CELL}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
      },
    ],
    strings: '<si><r><t>编</t></r><rPh><t>b</t></rPh></si>',
    styles:
      '<numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>',
  })
  test('is read or refused, and nothing is thrown', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(parts.length - 1), damage, (which, how) => {
        const twisted = parts.map(
          (part, at): MadePart =>
            at === which ? { ...part, content: damaged(Buffer.from(part.content), how) } : part,
        )
        expect(OUTCOMES).toContain(outcomeOf(openBook(madeZip(twisted), 'x')))
      }),
      { numRuns: 400 },
    )
  })
})

describe('whatever xlsx writes', () => {
  const cell = fc.oneof(
    fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((text) => !/(?!\n)\p{Cc}|[\ufffe\uffff]|_x[0-9a-f]{4}_/iu.test(text)),
    fc.integer({ min: -99999, max: 99999 }).map((thousandths) => thousandths / 1000),
    fc.constant(null),
  )
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  test.each(['xlsx', 'xls'] as const)('as .%s is read back', (bookType) => {
    fc.assert(
      fc.property(table, (rows) => {
        const book = XLSX.utils.book_new()
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([...rows, ['end']]), '一')
        const sheet = firstSheet(
          new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true })),
        )
        const read = new Map(
          sheet.rows.flatMap(({ row, cells }) =>
            cells.map(({ column, text }) => [`${row},${column}`, text] as const),
          ),
        )
        rows.forEach((cells, row) => {
          cells.forEach((value, column) => {
            expect(read.get(`${row},${column}`) ?? '').toBe(value === null ? '' : String(value))
          })
        })
      }),
      { numRuns: 60 },
    )
  })
})
