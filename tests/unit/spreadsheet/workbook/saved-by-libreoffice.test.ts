import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { madeZip } from './made-files'
import { NO_SHEET, openedBook, textsOf } from './opened'

const read = (name: string) =>
  openedBook(new Uint8Array(readFileSync(join(import.meta.dirname, 'files', name))))

describe.each(['xlsx', 'xls', 'ods'] as const)('saved as .%s', (kind) => {
  const book = read(`hidden.${kind}`)
  const [sheet = NO_SHEET, other = NO_SHEET] = book.sheets
  const formulaAt = (row: number, column: number) =>
    sheet.rows.find((one) => one.row === row)?.cells.find((cell) => cell.column === column)?.formula

  test('has its texts as the cells show them', () => {
    expect(book.kind).toBe(kind)
    expect(textsOf(sheet)).toEqual({
      A1: '第一行\n 二　行  ',
      B1: '=1+1',
      C1: '2.5',
      D1: '46086',
      E1: '0.8',
      A2: '隐藏',
      A3: '3.5',
      B3: 'a=1+1',
      C3: '0.3',
      D3: '0.6',
      D4: '0',
      E4: 'TRUE',
      A6: '合并',
    })
  })

  test('has what is hidden and merged', () => {
    expect(book.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['一 & "二"', false],
      ['藏', true],
    ])
    expect(sheet).toMatchObject({
      hiddenRows: [1],
      hiddenColumns: [1, 2],
      merges: [{ top: 5, left: 0, bottom: 6, right: 2 }],
    })
    expect(textsOf(other)).toEqual({ A1: 'x' })
  })

  test('has its formulas as text, in the same notation', () => {
    expect([formulaAt(0, 1), formulaAt(2, 0), formulaAt(2, 1), formulaAt(2, 3), formulaAt(3, 3)]).toEqual([
      null,
      'SUM(C1:C2)+1',
      '"a"&B1',
      'C3*2',
      'C4*2',
    ])
  })
})

describe('what LibreOffice may write in an .ods besides', () => {
  test('repeated cells, blanks, tabs, line breaks, notes, references to other sheets', () => {
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="一">
      <table:table-column table:number-columns-repeated="16384"/>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>甲<text:s text:c="3"/>乙<text:tab/>丙<text:line-break/>丁 <text:span>戊</text:span></text:p><text:p/><text:p>己</text:p><office:annotation><text:p>注</text:p></office:annotation></table:table-cell></table:table-row>
      <table:table-row table:visibility="filter"><table:table-cell/><table:covered-table-cell/><table:table-cell office:value-type="percentage" office:value="0.8" table:formula="of:=[$二.$B$2]*[.A1:.B2]"><text:p>80%</text:p></table:table-cell></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>`
    const text = '甲   乙\t丙\n丁 戊\n\n己'
    const [sheet = NO_SHEET] = openedBook(madeZip([{ name: 'content.xml', content }])).sheets
    expect(textsOf(sheet)).toEqual({ A1: text, B1: text, A2: text, B2: text, C3: '80%' })
    expect(sheet.hiddenRows).toEqual([2])
    expect(sheet.rows[2]?.cells[0]).toEqual({
      column: 2,
      text: '80%',
      number: 0.8,
      formula: '$二!$B$2*A1:B2',
    })
  })
})
