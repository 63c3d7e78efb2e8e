import type { BookSheet } from './book'
import { LAST_COLUMN, LAST_ROW } from './cell-names'
import type { Tally } from './limits'
import { refuse } from './refused'
import { type SheetBuilder, sheetBuilder } from './sheet-builder'
import { GENERAL, type NumberFormat, shownNumber } from './shown-number'
import { scanXml, type XmlScanner, xmlUnescaped } from './xml-scanner'

/** The names that this form has for formats; the rest are codes. */
const FORMATS: Readonly<Record<string, NumberFormat>> = {
  General: GENERAL,
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  'General Date': 22,
  'Short Date': 14,
  'Long Date': 31,
}

/** The sheets of a workbook in the XML of Excel 2003 (urn:schemas-microsoft-com:office:spreadsheet). */
export function spreadsheetXmlSheets(xml: string, tally: Tally): readonly BookSheet[] {
  const scanner = scanXml(xml)
  const formats = new Map<string, NumberFormat>()
  const sheets: BookSheet[] = []
  let style = ''
  while (scanner.next()) {
    if (scanner.isClosing) continue
    if (scanner.name === 'Style') style = scanner.attribute('ss:ID') ?? ''
    else if (scanner.name === 'NumberFormat') {
      const code = xmlUnescaped(scanner.attribute('ss:Format') ?? 'General')
      formats.set(style, FORMATS[code] ?? code)
    } else if (scanner.name === 'Worksheet' && !scanner.isEmpty) sheets.push(sheetOf(scanner, formats, tally))
  }
  return sheets
}

function sheetOf(scanner: XmlScanner, formats: ReadonlyMap<string, NumberFormat>, tally: Tally): BookSheet {
  const sheet = sheetBuilder(xmlUnescaped(scanner.attribute('ss:Name') ?? ''), false, tally)
  let row = -1
  let nextRow = 0
  let nextColumn = 0
  let column = 0
  let isHidden = false
  while (scanner.next()) {
    if (scanner.isClosing) {
      if (scanner.name === 'Worksheet') break
      if (scanner.name === 'Visible') isHidden = scanner.textBefore().trim() !== 'SheetVisible'
      continue
    }
    if (scanner.name === 'Column') {
      const from = placeOf(scanner, column, LAST_COLUMN)
      column = from + countOf(scanner, 'ss:Span', LAST_COLUMN) + 1
      if (scanner.attribute('ss:Hidden') === '1') sheet.hideColumns(from, column - 1)
    } else if (scanner.name === 'Row') {
      row = placeOf(scanner, nextRow, LAST_ROW)
      nextRow = row + countOf(scanner, 'ss:Span', LAST_ROW) + 1
      nextColumn = 0
      if (scanner.attribute('ss:Hidden') === '1')
        for (let at = row; at < Math.min(nextRow, row + tally.limits.rows); at++) sheet.hideRow(at)
    } else if (scanner.name === 'Cell') nextColumn = readCell(scanner, sheet, row, nextColumn, formats, tally)
  }
  return { ...sheet.build(null), isHidden }
}

/** One cell; the column that comes after it. */
function readCell(
  scanner: XmlScanner,
  sheet: SheetBuilder,
  row: number,
  next: number,
  formats: ReadonlyMap<string, NumberFormat>,
  tally: Tally,
): number {
  const column = placeOf(scanner, next, LAST_COLUMN)
  const across = countOf(scanner, 'ss:MergeAcross', LAST_COLUMN)
  const down = countOf(scanner, 'ss:MergeDown', LAST_ROW)
  const formula = scanner.attribute('ss:Formula')
  const format = formats.get(scanner.attribute('ss:StyleID') ?? '') ?? GENERAL
  sheet.addMerge({ top: row, left: column, bottom: row + down, right: column + across })
  const { raw, type } = scanner.isEmpty ? { raw: '', type: 'String' } : dataOf(scanner, tally)
  const value = type === 'Number' && raw.trim() !== '' ? Number(raw) : Number.NaN
  const number = Number.isFinite(value) ? value : null
  const plain = type === 'Boolean' ? (raw.trim() === '1' ? 'TRUE' : 'FALSE') : raw
  sheet.addCell(row, {
    column,
    text: number === null ? plain : shownNumber(number, format, false),
    number,
    // In the notation of rows and columns: =SUM(R[-3]C:R[-1]C).
    formula: formula === null ? null : xmlUnescaped(formula).replace(/^=/, ''),
  })
  return column + across + 1
}

/** The text of <Data>, whatever markup parts it; comments are left out. */
function dataOf(scanner: XmlScanner, { limits }: Tally): { readonly raw: string; readonly type: string } {
  let raw = ''
  let type = 'String'
  let isInside = false
  while (scanner.next()) {
    if (isInside) raw += xmlUnescaped(scanner.textBefore())
    if (raw.length > limits.cellCharacters)
      refuse('workbook-too-large', `characters in a cell > ${limits.cellCharacters}`)
    if (scanner.isClosing && scanner.name === 'Cell') break
    if (scanner.name === 'Comment') scanner.skip()
    if (scanner.name !== 'Data') continue
    isInside = !scanner.isClosing && !scanner.isEmpty
    if (!scanner.isClosing) type = scanner.attribute('ss:Type') ?? 'String'
  }
  return { raw, type }
}

/** ss:Index counts from 1 and goes on from what came before where it is absent. */
function placeOf(scanner: XmlScanner, otherwise: number, most: number): number {
  const index = Number(scanner.attribute('ss:Index') ?? Number.NaN)
  return Number.isInteger(index) && index >= 1 ? Math.min(index - 1, most + 1) : otherwise
}

function countOf(scanner: XmlScanner, name: string, most: number): number {
  const count = Number(scanner.attribute(name) ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 0
}
