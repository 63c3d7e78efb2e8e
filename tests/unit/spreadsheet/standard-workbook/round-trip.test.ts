import { createHash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { readBuiltinRubric } from '../../../../electron/custody/builtin-rubric'
import { canonicalJson } from '../../../../shared/domain/canonical-json'
import type { Item, Rubric } from '../../../../shared/domain/rubric/rubric'
import { readStrictly } from '../../../../shared/schema/read-strictly'
import { rubricSchema } from '../../../../shared/schema/rubric-schema'
import { readRubric } from '../../../../shared/spreadsheet/reading/read-rubric'
import { readStandardWorkbook } from '../../../../shared/spreadsheet/standard-workbook/read-standard-workbook'
import { sha256Hex } from '../../../../shared/spreadsheet/standard-workbook/sha256'
import { STANDARD_WORDS } from '../../../../shared/spreadsheet/standard-workbook/standard-words'
import { standardWorkbook } from '../../../../shared/spreadsheet/standard-workbook/standard-workbook'
import { openedBook } from '../workbook/opened'
import '../../../unit/property-seed'

const standard = readBuiltinRubric(join(import.meta.dirname, '../../../../resources'))
const nodeDigest = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')
const check = (value: unknown): Rubric | null => {
  const read = readStrictly(rubricSchema, value)
  return read.ok ? read.value : null
}
const readBack = (bytes: Uint8Array, by: (value: unknown) => Rubric | null = check) =>
  readStandardWorkbook(openedBook(bytes), by)

/** Its first category with the first of its groups, for what need not be large. */
const small: Rubric = {
  ...standard,
  categories: standard.categories.slice(0, 1).map((one) => ({ ...one, children: one.children.slice(0, 1) })),
}

/** That with its first item changed. */
function withItem(change: (item: Item) => Item): Rubric {
  let isDone = false
  const copy: Rubric = JSON.parse(JSON.stringify(small), (_, value: unknown) => {
    if (
      isDone ||
      typeof value !== 'object' ||
      value === null ||
      !('clauses' in value) ||
      !('papers' in value)
    )
      return value
    isDone = true
    return change(value as Item)
  })
  return copy
}

describe('sha256Hex', () => {
  test('is what Node computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
    for (const size of [0, 55, 56, 63, 64, 65, 119, 120])
      expect(sha256Hex('a'.repeat(size))).toBe(createHash('sha256').update('a'.repeat(size)).digest('hex'))
  })
})

describe('the demonstration standard', () => {
  const bytes = standardWorkbook(standard)

  test('comes back as the very same standard', () => {
    const read = readBack(bytes)
    expect(read).toMatchObject({ ok: true, digest: nodeDigest(standard) })
    expect(read.ok && read.rubric).toEqual(standard)
  })

  test('gives the same bytes each time', () => {
    expect(Buffer.from(standardWorkbook(standard)).equals(Buffer.from(bytes))).toBe(true)
  })

  test.each(['xlsx', 'ods'] as const)(
    'saved again by another program as .%s, it is still the same',
    (bookType) => {
      const again = XLSX.write(XLSX.read(bytes, { cellStyles: true }), {
        type: 'array',
        bookType,
        compression: true,
      })
      expect(readBack(new Uint8Array(again))).toMatchObject({ ok: true, digest: nodeDigest(standard) })
    },
  )

  test('cut by a program on the way, the data are not half taken', () => {
    // xlsx cuts the cells of an .xls after 255 characters.
    const again = XLSX.write(XLSX.read(bytes), { type: 'array', bookType: 'xls' })
    expect(readBack(new Uint8Array(again))).toMatchObject({ ok: false, code: 'standard-data-damaged' })
  })

  test('its table is read like any other, should the data be lost', () => {
    const book = openedBook(bytes)
    const sheets = book.sheets.filter(({ name }) => name === STANDARD_WORDS.standardSheet)
    const reading = readRubric({ ...book, sheets })
    const items = standard.categories.flatMap((category) => flat(category.children))
    expect(reading.items.map(({ number }) => number)).toEqual(items.map(({ code }) => code))
    expect(reading.items.map(({ rule }) => rule)).toEqual(items.map(({ rule }) => rule))
    expect(reading.items.map(({ content }) => content)).toEqual(items.map(({ content }) => content))
  })
})

function flat(children: Rubric['categories'][number]['children']): Item[] {
  return children.flatMap((child) => ('clauses' in child ? [child] : flat(child.children)))
}

describe('texts that are traps', () => {
  const tricky = fc.string({
    unit: fc.constantFrom(
      '=',
      '-',
      '+',
      '@',
      ' ',
      '\n',
      '\t',
      '\r',
      '"',
      '|',
      '{',
      '\\',
      '_x000D_',
      '\u0007',
      '\u0085',
      '\ufeff',
      '\uffff',
      '\ud800',
      '🙂',
      '市',
      '＝',
      "'",
      '&',
      '<',
      '\u2028',
    ),
    maxLength: 12,
  })
  test('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(tricky, tricky, (content, title) => {
        const rubric = withItem((item) => ({ ...item, content, title }))
        // Past the schema, which forbids most of these: the workbook must not be what changes them.
        const read = readBack(standardWorkbook(rubric), (value) => value as Rubric)
        expect(read).toMatchObject({ ok: true, digest: nodeDigest(rubric) })
      }),
      { numRuns: 60 },
    )
  })

  test('a wording longer than any cell', () => {
    const rubric = withItem((item) => ({ ...item, content: '长'.repeat(100_000) }))
    const read = readBack(standardWorkbook(rubric), (value) => value as Rubric)
    expect(read).toMatchObject({ ok: true, digest: nodeDigest(rubric) })
  })
})

describe('a workbook that someone has changed', () => {
  function changed(sheet: string, cell: string, value: XLSX.CellObject | undefined) {
    const book = XLSX.read(standardWorkbook(small))
    const content = book.Sheets[sheet]
    if (content === undefined) throw new Error(sheet)
    if (value === undefined) delete content[cell]
    else content[cell] = value
    content['!ref'] = 'A1:P400'
    return readBack(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })))
  }

  test.each([
    ['points', 'G6', { t: 'n', v: 99 }, '99'],
    ['a wording', 'F6', { t: 's', v: '每处扣9分' }, '每处扣9分'],
    ['a formula in place of points', 'G6', { t: 'n', v: 2, f: '1+1' }, '2'],
    ['a word beside the table', 'N6', { t: 's', v: '删去' }, '删去'],
    ['a text taken out', 'E6', undefined, ''],
  ] as const)('%s: the cell is named', (_, cell, value, found) => {
    const read = changed(STANDARD_WORDS.standardSheet, cell, value)
    expect(read).toMatchObject({ ok: false, code: 'standard-changed', sheet: STANDARD_WORDS.dataSheet })
    if (read.ok || read.code !== 'standard-changed') throw new Error('not changed')
    expect(read.changes).toEqual([
      { sheet: STANDARD_WORDS.standardSheet, cell, written: read.changes[0]?.written, found },
    ])
    expect(read.changes[0]?.written).not.toBe(found)
  })

  test('the weight of a category', () => {
    expect(changed(STANDARD_WORDS.summarySheet, 'E3', { t: 's', v: '99%' })).toMatchObject({
      changes: [{ sheet: STANDARD_WORDS.summarySheet, cell: 'E3', found: '99%' }],
    })
  })

  test('data that do not fit together are no standard', () => {
    const data = STANDARD_WORDS.dataSheet
    const text = (v: string): XLSX.CellObject => ({ t: 's', v })
    for (const [cell, value, detail] of [
      ['B1', text('0'.repeat(64)), 'SHA-256'],
      ['F6', text('{}'), 'F'],
      ['F6', text('|{"a":|'), 'JSON'],
      ['F6', text('|{"__proto__":{}}|'), 'schema'],
      ['A6', text('9'), 'JSON'],
      ['A6', text('x'), 'F6'],
      ['E6', text('2'), 'F6'],
      ['F6', undefined, 'F'],
    ] as const)
      expect(changed(data, cell, value), cell).toEqual({
        ok: false,
        code: 'standard-data-damaged',
        sheet: data,
        detail,
      })
  })

  test('any other workbook is none of ours', () => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['编号', '内容']]), STANDARD_WORDS.dataSheet)
    const read = readBack(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })))
    expect(read).toEqual({ ok: false, code: 'not-a-standard-workbook' })
  })
})
