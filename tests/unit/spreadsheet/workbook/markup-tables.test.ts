import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openBook } from '../../../../shared/spreadsheet/workbook/open-book'
import { NO_SHEET, openedBook, outcomeOf, textsOf } from './opened'
import '../../../unit/property-seed'

const bytes = (text: string) => new TextEncoder().encode(text)
const texts = (page: string) => openedBook(bytes(page)).sheets.map(textsOf)

describe('a web page that is called .xls', () => {
  test('is its table: spans, line breaks, entities; nothing of its scripts', () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=gb2312><style>td{a:b<c}</style>
      <script>if (a<b) document.write("<table><tr><td>x</td></tr></table>")</script></head><body>
      <TABLE border=1><tr><td colspan=3>评分 标准</td></tr>
      <tr><th>编号<th>内容<th>分值</tr>
      <tr style="display:none"><td rowspan="2">1</td><td>第一行<br/>第二行&nbsp;&lt;b&gt;<!-- 注 --></td><td>0.5</td></tr>
      <tr><td><p>甲</p><p>乙</p></td><td>&nbsp;</td></tr></TABLE></body></html>`
    const book = openedBook(bytes(page))
    expect(book).toMatchObject({ kind: 'html', encoding: 'utf-8' })
    expect(textsOf(book.sheets[0] ?? NO_SHEET)).toEqual({
      A1: '评分 标准',
      A2: '编号',
      B2: '内容',
      C2: '分值',
      A3: '1',
      B3: '第一行\n第二行\u00a0<b>',
      C3: '0.5',
      B4: '甲\n乙',
    })
    expect(book.sheets[0]).toMatchObject({
      merges: [
        { top: 0, left: 0, bottom: 0, right: 2 },
        { top: 2, left: 0, bottom: 3, right: 0 },
      ],
      hiddenRows: [2],
    })
    expect(book.sheets[0]?.rows[2]?.cells[2]).toMatchObject({ number: 0.5 })
  })

  test('a table inside the cell of another stands by itself', () => {
    const inner = '<table><tr><td>a<td>b<tr><td>c<td>d</table>'
    expect(texts(`<table><tr><td>标题<tr><td>${inner}</table>`)).toEqual([
      { A1: 'a', B1: 'b', A2: 'c', B2: 'd' },
    ])
  })

  test.each([
    ['a page without a table', '<!doctype html><p>hello</p>'],
    ['a table of one cell', '<html><table><tr><td>1</td></tr></table></html>'],
    ['a table that is never begun', '<html></table></tr></td>'],
    ['a script that never ends', '<html><script><table><tr><td>a<td>b<tr><td>c<td>d'],
  ])('%s is none', (_, page) => {
    expect(openBook(bytes(page), '标准.xls')).toEqual({
      ok: false,
      code: 'workbook-not-a-table',
      detail: 'HTML',
    })
  })

  test.each([
    ['spans without end', `<table>${'<tr><td rowspan=65534 colspan=999999>x'.repeat(50_000)}</table>`],
    ['rows without end', `<table>${'<tr>'.repeat(1_000_000)}</table>`],
    ['tables in tables', '<table><tr><td>'.repeat(100_000)],
    ['scripts without end', '<script>'.repeat(500_000)],
    [
      'a column under 16,000',
      `<table><tr>${'<td rowspan=65534 colspan=1000>x'.repeat(16)}${'<tr><td>y'.repeat(90_000)}</table>`,
    ],
  ])('%s: refused or read in bounded time', { timeout: 60_000 }, (_, page) => {
    expect(['workbook-too-large', 'workbook-not-a-table', 'read']).toContain(
      outcomeOf(openBook(bytes(page), 'x')),
    )
  })

  test('no page at all throws', () => {
    const piece = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td colspan=2 rowspan=3>',
      '</td>',
      '<br>',
      '市',
      '"',
      "'",
      '>',
      '<',
      '<!--',
      '-->',
      '<script>',
      '&nbsp;',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(outcomeOf(openBook(bytes(`<html>${pieces.join('')}`), 'x'))).toMatch(/^(?:read|workbook-)/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a workbook in the XML of Excel 2003', () => {
  const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="s1"><NumberFormat ss:Format="0.0_ "/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style></Styles>
    <Worksheet ss:Name="一 &amp; 二"><Table><Column ss:Width="9"/><Column ss:Hidden="1" ss:Span="1"/>
    <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">标题</Data><Comment><ss:Data>注</ss:Data></Comment></Cell><Cell><Data ss:Type="String">第一行&#10;第二行</Data></Cell></Row>
    <Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2" ss:StyleID="s1" ss:MergeDown="1"><Data ss:Type="Number">2.5</Data></Cell><Cell ss:StyleID="s2" ss:Formula="=R[-1]C"><Data ss:Type="Number">0.8</Data></Cell></Row>
    <Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B>细</ss:Data></Cell></Row>
    </Table></Worksheet><Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
    <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`

  test('is read', () => {
    const book = openedBook(bytes(xml))
    expect(book.kind).toBe('xml')
    expect(book.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['一 & 二', false],
      ['藏', true],
    ])
    const [sheet] = book.sheets
    expect(textsOf(sheet ?? NO_SHEET)).toEqual({
      A1: '标题',
      D1: '第一行\n第二行',
      B3: '2.5',
      C3: '80.00%',
      A4: '粗细',
    })
    expect(sheet).toMatchObject({
      hiddenRows: [2],
      hiddenColumns: [1, 2],
      merges: [
        { top: 0, left: 0, bottom: 0, right: 2 },
        { top: 2, left: 1, bottom: 3, right: 1 },
      ],
    })
    expect(sheet?.rows[1]?.cells[1]).toEqual({ column: 2, text: '80.00%', number: 0.8, formula: 'R[-1]C' })
  })

  test('any other XML is no table', () => {
    expect(openBook(bytes('<?xml version="1.0"?><note><to>x</to></note>'), 'x')).toMatchObject({
      code: 'workbook-not-a-table',
      detail: 'XML',
    })
  })
})
