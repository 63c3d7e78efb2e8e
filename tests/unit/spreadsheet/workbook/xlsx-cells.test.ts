import { describe, expect, test } from 'vitest'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'
import { inlineCell, madeXlsx } from './made-files'
import { firstSheet, openedBook, textsOf } from './opened'

const sheetOf = (xml: string, more: { strings?: string; styles?: string; properties?: string } = {}) =>
  firstSheet(madeXlsx({ sheets: [{ name: '一', xml }], ...more }))
const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`

describe('texts', () => {
  test('shared strings: runs joined, reading aids left out, spaces and line breaks kept', () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>一、</t></r><r><t xml:space="preserve"> 市容 </t></r><rPh sb="0" eb="1"><t>shi</t></rPh></si>' +
      '<si><t xml:space="preserve">　第一行\r\n第二行  &lt;b&gt; &amp;amp;</t></si><si/><si><t>a_x000D__x000A_b</t></si>'
    const cells = [0, 1, 2, 3].map((no) => `<c r="${'ABCD'[no]}1" t="s"><v>${no}</v></c>`).join('')
    expect(textsOf(sheetOf(row(cells), { strings }))).toEqual({
      A1: '一、 市容 ',
      B1: '　第一行\n第二行  <b> &amp;',
      D1: 'a\nb',
    })
  })

  test.each([
    ['CDATA', '<c r="A1" t="str"><v><![CDATA[1 < 2 & 3]]></v></c>', '1 < 2 & 3'],
    ['numeric entities', '<c r="A1" t="str"><v>&#20013;&#x6587;</v></c>', '中文'],
    ['an entity that XML does not know', '<c r="A1" t="str"><v>a&nbsp;b&bomb;</v></c>', 'a&nbsp;b&bomb;'],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
    ['an ISO date', '<c r="A1" t="d"><v>2026-03-05</v></c>', '2026-03-05'],
    ['a prefix before every name', '<x:c r="A1" t="str"><x:v>甲</x:v></x:c>', '甲'],
    ['a name that is a trap', inlineCell('A1', '__proto__'), '__proto__'],
    ['what looks like a formula', inlineCell('A1', '=1+1'), '=1+1'],
  ])('%s', (_, cell, text) => {
    expect(textsOf(sheetOf(row(cell))).A1).toBe(text)
  })

  test('a shared string that is not there is no empty cell', () => {
    const bytes = madeXlsx({ sheets: [{ name: '一', xml: row('<c r="A1" t="s"><v>7</v></c>') }] })
    expect(openBook(bytes, 'x')).toEqual({ ok: false, code: 'workbook-broken', detail: 'shared string 7' })
  })

  test('cells and rows without names count on', () => {
    const xml = `<sheetData><row><c t="str"><v>a</v></c><c/><c t="str"><v>c</v></c></row><row><c t="str"><v>d</v></c></row></sheetData>`
    expect(textsOf(sheetOf(xml))).toEqual({ A1: 'a', C1: 'c', A2: 'd' })
  })

  test('cells and rows out of order are put in order; the first at a place counts', () => {
    const xml = `<sheetData><row r="5">${inlineCell('B5', 'b')}${inlineCell('A5', 'a')}${inlineCell('A5', 'z')}</row><row r="2">${inlineCell('C2', 'c')}</row></sheetData>`
    const sheet = sheetOf(xml)
    expect(sheet.rows.map((one) => one.row)).toEqual([1, 4])
    expect(textsOf(sheet)).toEqual({ C2: 'c', A5: 'a', B5: 'b' })
  })
})

describe('numbers as the cell shows them', () => {
  const styles =
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0_ "/><numFmt numFmtId="165" formatCode="0&quot;分&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>' +
    ['0', '2', '9', '14', '164', '165', '31', '49', '58', '10']
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('') +
    '</cellXfs>'
  test.each([
    [0, '0.20000000000000001', '0.2', 0.2],
    [0, '0.30000000000000004', '0.3', 0.30000000000000004],
    [0, '120', '120', 120],
    [0, '-0', '0', -0],
    [0, '1E+20', '1E+20', 1e20],
    [1, '0.5', '0.50', 0.5],
    [2, '0.8', '80%', 0.8],
    [3, '46086', '2026/3/5', 46086],
    [4, '2.5', '2.5', 2.5],
    [5, '3', '3分', 3],
    [6, '46086', '2026年3月5日', 46086],
    [7, '1.10', '1.1', 1.1],
    [8, '46086', '3月5日', 46086],
    [9, '0.955', '95.50%', 0.955],
    [99, '0.25', '0.25', 0.25],
  ])('style %i, %s', (style, raw, text, number) => {
    const sheet = sheetOf(row(`<c r="A1" s="${style}"><v>${raw}</v></c>`), { styles })
    expect(sheet.rows[0]?.cells[0]).toEqual({ column: 0, text, number, formula: null })
  })

  test.each([
    ['General&quot;分&quot;', '2.5', '2.5分'],
    ['G/通用格式&quot;、&quot;', '3', '3、'],
    ['[DBNum1][$-804]General', '12', '一十二'],
    ['[DBNum1][$-804]General&quot;、&quot;', '5', '五、'],
    ['[DBNum2][$-804]General', '1005', '壹仟零伍'],
    ['[DBNum1]General', '2.5', '2.5'],
    ['&quot;第&quot;General&quot;项&quot;;&quot;负&quot;General', '-4', '负4'],
    ['[$-804]yyyy&quot;年&quot;m&quot;月&quot;', '46086', '2026年3月'],
    ['[红色]0.0', '2', '2.0'],
    ['0_);[Red]\\(0\\)', '-3', '(3)'],
  ])('format %s shows %s as %s', (code, raw, text) => {
    const own = `<numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>`
    expect(textsOf(sheetOf(row(`<c r="A1" s="0"><v>${raw}</v></c>`), { styles: own })).A1).toBe(text)
  })

  test('days counted from 1904', () => {
    const sheet = sheetOf(row('<c r="A1" s="3"><v>44624</v></c>'), {
      styles,
      properties: '<workbookPr date1904="1"/>',
    })
    expect(textsOf(sheet)).toEqual({ A1: '2026/3/5' })
  })
})

describe('formulas', () => {
  test('with a value, without one, and moved along a group', () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f t="shared" ref="C1:C3" si="0">A1*$B$1+LOG10(A$1)&amp;"A1"</f><v>1</v></c></row>' +
      '<row r="3"><c r="C3"><f t="shared" si="0"/><v>5</v></c><c r="D3"><f t="shared" si="9"/><v>6</v></c></row></sheetData>'
    const cells = sheetOf(xml).rows.flatMap((one) => one.cells)
    expect(cells).toEqual([
      { column: 0, text: '3', number: 3, formula: 'SUM(B1:C1)' },
      { column: 1, text: '', number: null, formula: '1+1' },
      { column: 2, text: '1', number: 1, formula: 'A1*$B$1+LOG10(A$1)&"A1"' },
      { column: 2, text: '5', number: 5, formula: 'A3*$B$1+LOG10(A$1)&"A1"' },
      { column: 3, text: '6', number: 6, formula: null },
    ])
  })
})

describe('what is hidden, merged and declared', () => {
  test('rows, columns and sheets', () => {
    const xml =
      '<dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" hidden="1"/><col min="6" max="6" width="0"/><col min="8" max="16384" hidden="1"/></cols>' +
      `<sheetData><row r="1">${inlineCell('A1', 'a')}</row><row r="2" hidden="1">${inlineCell('G2', 'g')}</row><row r="3" ht="0">${inlineCell('A3', 'c')}</row><row r="9" hidden="true"/></sheetData>` +
      '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D5"/><mergeCell ref="G9:F8"/><mergeCell ref="nonsense"/></mergeCells>'
    const book = openedBook(
      madeXlsx({
        sheets: [
          { name: '一', xml },
          { name: '二', state: 'hidden', xml: '' },
          { name: '三', state: 'veryHidden', xml: '' },
        ],
      }),
    )
    expect(book.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['一', false],
      ['二', true],
      ['三', true],
    ])
    expect(book.sheets[0]).toMatchObject({
      hiddenRows: [1, 2],
      hiddenColumns: [1, 2, 5],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 1 },
        { top: 7, left: 5, bottom: 8, right: 6 },
      ],
      declared: { top: 0, left: 0, bottom: 1_048_575, right: 16_383 },
    })
  })
})
