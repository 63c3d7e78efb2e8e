import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { BOOK_LIMITS } from '../../../../shared/spreadsheet/workbook/limits'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'
import { crc32 } from '../../../../shared/spreadsheet/xlsx-writer/crc32'
import { inlineCell, type MadePart, madeXlsx, madeZip, ONE_CELL, xlsxPartsOf } from './made-files'
import { firstSheet, openedBook, outcomeOf, textsOf } from './opened'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/workbooks', name)))
const text = (content: string) => new TextEncoder().encode(content)
const xlsx = (xml: string) => madeXlsx({ sheets: [{ name: '一', xml }] })

describe('what is no table is refused by its content, whatever its name', () => {
  test.each([
    ['nothing', new Uint8Array(), 'workbook-empty', ''],
    ['blanks', text(' \n\n'), 'workbook-empty', ''],
    ['a PDF', text('%PDF-1.7 …'), 'workbook-not-a-table', 'PDF'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'workbook-not-a-table', 'PNG'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'workbook-not-a-table', 'JPEG'],
    ['a .docx', madeZip([{ name: 'word/document.xml', content: '<w/>' }]), 'workbook-not-a-table', '.docx'],
    ['an .xlsb', madeZip([{ name: 'xl/workbook.bin', content: 'x' }]), 'workbook-not-a-table', '.xlsb'],
    ['a ZIP of photos', madeZip([{ name: '1.jpg', content: 'x' }]), 'workbook-not-a-table', 'ZIP'],
    [
      'random bytes',
      Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 251),
      'workbook-not-a-table',
      '',
    ],
    ['a workbook with no cells', xlsx('<sheetData/>'), 'workbook-empty', ''],
  ])('%s', (_, bytes, code, detail) => {
    expect(openBook(bytes, '标准.xlsx')).toEqual({ ok: false, code, detail })
  })
})

describe('encrypted', () => {
  test('an .xlsx with a password', () => {
    const container = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7))
    XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(300, 7))
    const bytes: Uint8Array = XLSX.CFB.write(container, { type: 'array' })
    expect(openBook(new Uint8Array(bytes), 'x')).toMatchObject({ code: 'workbook-encrypted' })
  })

  test('an .xls with a password: FilePass after the first record', () => {
    const bof = Buffer.from('0908100000060500bb0dcc0700000000060000 00'.replace(/ /g, ''), 'hex')
    const stream = Buffer.concat([
      bof,
      Buffer.from('2f0006000000000000000a000000', 'hex'),
      Buffer.alloc(5000),
    ])
    const container = XLSX.CFB.utils.cfb_new()
    XLSX.CFB.utils.cfb_add(container, '/Workbook', stream)
    const bytes: Uint8Array = XLSX.CFB.write(container, { type: 'array' })
    expect(openBook(new Uint8Array(bytes), 'x')).toEqual({
      ok: false,
      code: 'workbook-encrypted',
      detail: 'FilePass',
    })
  })

  test('an entry that says it is enciphered', () => {
    const bytes = madeZip([
      { name: '[Content_Types].xml', content: '' },
      { name: 'xl/workbook.xml', content: '', flags: 1 },
    ])
    expect(openBook(bytes, 'x')).toMatchObject({ code: 'workbook-encrypted', detail: 'xl/workbook.xml' })
  })

  test('an .ods with a password', () => {
    const bytes = madeZip([
      { name: 'content.xml', content: 'x' },
      { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
    ])
    expect(openBook(bytes, 'x')).toMatchObject({ code: 'workbook-encrypted' })
  })
})

describe('bombs', () => {
  /** A sheet of `blocks` MB of blanks behind one cell, deflated once and repeated: made in no time. */
  function bomb(blocks: number, declaredSize?: number): MadePart {
    const head = Buffer.from(`<worksheet>${ONE_CELL}</worksheet>`)
    const mega = Buffer.alloc(1_000_000, 32)
    // A flushed block ends on a byte: it may be repeated as it is.
    const body = flushed(mega)
    const bytes = Buffer.concat([
      flushed(head),
      ...Array.from({ length: blocks }, () => body),
      Buffer.of(3, 0),
    ])
    const size = head.length + blocks * mega.length
    const crc = blocks > 50 ? 0 : crc32(Buffer.concat([head, ...Array.from({ length: blocks }, () => mega)]))
    return {
      name: 'xl/worksheets/sheet1.xml',
      content: '',
      packed: { bytes, size, crc },
      ...(declaredSize === undefined ? {} : { declaredSize }),
    }
  }
  const flushed = (bytes: Buffer) => deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  const withSheet = (part: MadePart) =>
    madeZip(
      xlsxPartsOf({ sheets: [{ name: '一', xml: '' }] }).map((one) => (one.name === part.name ? part : one)),
    )

  test('a part within the bound is read', () => {
    expect(textsOf(firstSheet(withSheet(bomb(20))))).toEqual({ A1: '编号' })
  })

  test('a part that says how large it is costs nothing', () => {
    const bytes = withSheet(bomb(4000))
    expect(openBook(bytes, 'x')).toMatchObject({ code: 'workbook-too-large' })
  })

  test('a part that lies is stopped at the bound', { timeout: 60_000 }, () => {
    const before = process.memoryUsage().rss
    expect(openBook(withSheet(bomb(4000, 1000)), 'x')).toEqual({
      ok: false,
      code: 'workbook-too-large',
      detail: `inflated bytes > ${BOOK_LIMITS.inflatedBytes - spentBefore()}`,
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(900_000_000)
  })
  /** The small parts that are read before the sheet. */
  function spentBefore(): number {
    return xlsxPartsOf({ sheets: [{ name: '一', xml: '' }] })
      .filter(({ name }) => name.endsWith('.rels') || name === 'xl/workbook.xml')
      .reduce((sum, { content }) => sum + Buffer.from(content).length, 0)
  }

  test('what nobody reads is not unpacked: macros, pictures, other parts', () => {
    const others = ['xl/vbaProject.bin', 'xl/media/image1.png', 'docProps/core.xml'].map((name) => ({
      ...bomb(4000, 10),
      name,
    }))
    const bytes = madeXlsx({ sheets: [{ name: '一', xml: ONE_CELL }], others })
    expect(outcomeOf(openBook(bytes, 'x'))).toBe('read')
  })

  test('a size that is too small, a sum that is wrong', () => {
    const parts = xlsxPartsOf({ sheets: [{ name: '一', xml: ONE_CELL }] })
    const last = parts.length - 1
    const lying = parts.map((part, at) => (at === last ? { ...part, declaredSize: 10 } : part))
    expect(openBook(madeZip(lying), 'x')).toEqual({
      ok: false,
      code: 'workbook-broken',
      detail: 'xl/worksheets/sheet1.xml: CRC',
    })
  })

  test('a directory that counts 65,535 parts', () => {
    const bytes = xlsx(ONE_CELL)
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 0xffff, true)
    expect(openBook(bytes, 'x')).toMatchObject({ code: 'workbook-too-large' })
  })
})

describe('far too much of something is refused at its bound, in bounded time', () => {
  const outcome = (bytes: Uint8Array) => openBook(bytes, 'x')
  const rows = (count: number, cell: (row: number) => string) =>
    `<sheetData>${Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${cell(i + 1)}</row>`).join('')}</sheetData>`

  test('200,000 rows', { timeout: 60_000 }, () => {
    const opened = outcome(xlsx(rows(200_000, (r) => `<c r="A${r}"><v>${r}</v></c>`)))
    expect(opened).toEqual({ ok: false, code: 'workbook-too-large', detail: 'rows > 100000' })
  })

  test('200,000 lines of CSV', { timeout: 60_000 }, () => {
    expect(outcome(text('1,2,3\n'.repeat(200_000)))).toMatchObject({ code: 'workbook-too-large' })
  })

  test('a million formatted cells that hold nothing', { timeout: 60_000 }, () => {
    const empty = Array.from({ length: 100 }, () => '<c s="1"/>').join('')
    const opened = outcome(xlsx(rows(10_000, (r) => (r === 7 ? inlineCell('A7', '编号') : empty))))
    expect(opened.ok && opened.book.sheets[0]?.rows.length).toBe(1)
  })

  test('a shared string of 100 MB', { timeout: 60_000 }, () => {
    const strings = `<si><t>${'大'.repeat(33_000_000)}</t></si>`
    const cell = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    const opened = outcome(madeXlsx({ sheets: [{ name: '一', xml: cell }], strings }))
    expect(opened).toMatchObject({ code: 'workbook-too-large', detail: 'characters in a cell > 100000' })
  })

  test('a long string that stands in every cell', { timeout: 60_000 }, () => {
    const strings = `<si><t>${'大'.repeat(90_000)}</t></si>`
    const xml = rows(90_000, (r) => `<c r="A${r}" t="s"><v>0</v></c>`)
    expect(outcome(madeXlsx({ sheets: [{ name: '一', xml }], strings }))).toMatchObject({
      code: 'workbook-too-large',
    })
  })

  test('300 sheets are read; 501 are not', () => {
    const many = (count: number) =>
      madeXlsx({ sheets: Array.from({ length: count }, (_, i) => ({ name: `表${i}`, xml: ONE_CELL })) })
    expect(openedBook(many(300)).sheets.length).toBe(300)
    expect(openBook(many(501), 'x')).toMatchObject({ code: 'workbook-too-large', detail: 'sheets > 500' })
  })

  test('a million merged cells', { timeout: 60_000 }, () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`
    expect(outcome(xlsx(ONE_CELL + merges))).toMatchObject({ code: 'workbook-too-large' })
  })

  test('a file past the bound is not looked at', () => {
    expect(openBook(new Uint8Array(60_000_001), 'x')).toMatchObject({ code: 'workbook-too-large' })
  })

  test('an .ods row repeated a million times', { timeout: 60_000 }, () => {
    const table = (cell: string) =>
      madeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        {
          name: 'content.xml',
          content: `<office:document-content><table:table table:name="一"><table:table-row><table:table-cell><text:p>编号</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048575">${cell}</table:table-row></table:table></office:document-content>`,
        },
      ])
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    expect(outcomeOf(outcome(table(empty)))).toBe('read')
    const full =
      '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    expect(outcome(table(full))).toMatchObject({ code: 'workbook-too-large' })
  })

  test.each([
    ['tags that never end', `<sheetData><row r="1">${'<c r="A1"'.repeat(200_000)}`],
    ['quotes that never end', `<sheetData>${'<c r="'.repeat(200_000)}`],
    ['nesting without end', '<a>'.repeat(500_000)],
    ['comments that never end', `<sheetData>${'<!--'.repeat(200_000)}`],
    [
      'entities without end',
      `<sheetData><row r="1"><c r="A1" t="str"><v>${'&#x'.repeat(30_000)}</v></c></row></sheetData>`,
    ],
    [
      'attributes without end',
      `<sheetData><row r="1"><c ${'a="b" '.repeat(200_000)}><v>1</v></c></row></sheetData>`,
    ],
  ])('%s', (_, xml) => {
    expect(['read', 'workbook-empty', 'workbook-broken']).toContain(outcomeOf(openBook(xlsx(xml), 'x')))
  })

  test('a formula shared by 90,000 cells', { timeout: 60_000 }, () => {
    const formula = Array.from({ length: 1600 }, (_, i) => `A${i + 1}`).join('+')
    const xml = rows(90_000, (r) =>
      r === 1
        ? `<c r="A1"><f t="shared" si="0">${formula}</f><v>1</v></c>`
        : `<c r="A${r}"><f t="shared" si="0"/><v>1</v></c>`,
    )
    expect(outcomeOf(outcome(xlsx(xml)))).toBe('read')
  })
})

describe('names and texts that are traps', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  test.each(['xlsx', 'xls', 'ods'] as const)('as sheet names and cells of .%s', (bookType) => {
    const book = XLSX.utils.book_new()
    for (const name of names) {
      // As a list of pairs, because xlsx's own adding of a sheet trips over such names.
      book.SheetNames.push(name)
      Object.defineProperty(book.Sheets, name, {
        value: XLSX.utils.aoa_to_sheet([[name, '=1+1', '@x']]),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }
    const opened = openedBook(new Uint8Array(XLSX.write(book, { type: 'array', bookType })))
    expect(opened.sheets.map((sheet) => [sheet.name, textsOf(sheet)])).toEqual(
      names.map((name) => [name, { A1: name, B1: '=1+1', C1: '@x' }]),
    )
    expect(({} as Record<string, unknown>).A1).toBeUndefined()
  })

  test('relations that lead outside the file, or nowhere', () => {
    const parts = xlsxPartsOf({ sheets: [{ name: '一', xml: ONE_CELL }] })
    const changed = (from: string | RegExp, to: string) =>
      openBook(
        madeZip(parts.map((part) => ({ ...part, content: String(part.content).replace(from, to) }))),
        'x',
      )
    expect(outcomeOf(changed('worksheets/sheet1.xml', '../../../../etc/passwd'))).toBe('workbook-broken')
    expect(outcomeOf(changed('Target="worksheets', 'TargetMode="External" Target="worksheets'))).toBe(
      'workbook-empty',
    )
    expect(outcomeOf(changed('Target="worksheets', 'Target="/xl/worksheets'))).toBe('read')
    expect(outcomeOf(changed('worksheets/sheet1.xml', 'Worksheets/Sheet1.xml'))).toBe('read')
    expect(outcomeOf(changed(/ r:id=/g, ' x9:id='))).toBe('read')
  })
})

describe('cut and twisted files', () => {
  test.each(['biaozhun-a.xlsx', 'biaozhun-c.xls'])('%s cut anywhere is refused', (name) => {
    const bytes = fixture(name)
    for (let part = 1; part < 20; part++) {
      const opened = openBook(bytes.subarray(0, Math.floor((bytes.length * part) / 20)), name)
      expect(outcomeOf(opened)).not.toBe('read')
    }
  })

  test('an .xls whose chains bite their own tail', () => {
    const bytes = fixture('biaozhun-c.xls')
    const view = new DataView(bytes.buffer)
    const fat = (view.getUint32(76, true) + 1) * 512
    for (let i = 0; i < 128; i++) view.setUint32(fat + i * 4, i % 7, true)
    expect(openBook(bytes, 'x')).toMatchObject({ code: 'workbook-broken' })
  })
})

test('a number format of 100,000 characters under every number', { timeout: 60_000 }, () => {
  const code = `&quot;分&quot;${'0'.repeat(100_000)}`
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>`
  const rows = Array.from({ length: 50_000 }, (_, i) => `<row><c s="0"><v>${i}.5</v></c></row>`).join('')
  const opened = openBook(
    madeXlsx({ sheets: [{ name: '一', xml: `<sheetData>${rows}</sheetData>` }], styles }),
    'x',
  )
  expect(opened.ok && opened.book.sheets[0]?.rows[7]?.cells[0]?.text).toBe('7.5')
})
