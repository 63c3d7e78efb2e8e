import type { BookCell, BookSheet } from './book'
import { LAST_COLUMN, LAST_ROW } from './cell-names'
import type { Tally } from './limits'
import { odsCell } from './ods-cell'
import { refuse } from './refused'
import { type SheetBuilder, sheetBuilder } from './sheet-builder'
import { scanXml, type XmlScanner, xmlUnescaped } from './xml-scanner'
import type { ZipArchive } from './zip-archive'

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'

/** The sheets of an OpenDocument spreadsheet (ODF 1.3 part 3, 9): it keeps what each cell shows as text. */
export function openOds(zip: ZipArchive, tally: Tally): readonly BookSheet[] {
  if ((zip.textOf('META-INF/manifest.xml') ?? '').includes('encryption-data'))
    refuse('workbook-encrypted', 'META-INF/manifest.xml')
  const type = (zip.textOf('mimetype') ?? SPREADSHEET).trim()
  if (!type.startsWith(SPREADSHEET)) refuse('workbook-not-a-table', type.slice(0, 80))
  const scanner = scanXml(zip.textOf('content.xml') ?? '')
  const sheets: BookSheet[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  while (scanner.next()) {
    if (scanner.isClosing) continue
    if (scanner.name === 'style') style = scanner.attribute('style:name') ?? ''
    if (scanner.name === 'table-properties' && scanner.attribute('table:display') === 'false')
      hiddenStyles.add(style)
    if (scanner.name !== 'table' || scanner.isEmpty) continue
    const name = xmlUnescaped(scanner.attribute('table:name') ?? '')
    const isHidden = hiddenStyles.has(scanner.attribute('table:style-name') ?? '')
    const sheet = sheetBuilder(name, isHidden, tally)
    readTable(scanner, sheet, tally)
    sheets.push(sheet.build(null))
  }
  return sheets
}

function readTable(scanner: XmlScanner, sheet: SheetBuilder, tally: Tally): void {
  let row = 0
  let column = 0
  while (scanner.next()) {
    if (scanner.isClosing) {
      if (scanner.name === 'table') return
      continue
    }
    switch (scanner.name) {
      case 'table-column': {
        const times = repeats(scanner, 'table:number-columns-repeated', LAST_COLUMN)
        if (isHidden(scanner)) sheet.hideColumns(column, column + times - 1)
        column += times
        break
      }
      case 'table-row': {
        const times = repeats(scanner, 'table:number-rows-repeated', LAST_ROW)
        const hides = isHidden(scanner)
        const cells = scanner.isEmpty ? [] : readRow(scanner, row, sheet, tally)
        // A repeated row holds the same in each; a million empty ones hold nothing and cost nothing.
        const most = cells.length === 0 && !hides ? 0 : Math.min(times, LAST_ROW + 1 - row)
        for (let i = 0; i < most; i++) {
          if (hides && (cells.length > 0 || i < tally.limits.rows)) sheet.hideRow(row + i)
          for (const cell of cells) sheet.addCell(row + i, cell)
        }
        row += times
        break
      }
      // Sheets inside a cell, drawings and notes: nothing of theirs is in this table.
      case 'shapes':
      case 'forms':
      case 'named-expressions':
        scanner.skip()
    }
  }
}

function readRow(scanner: XmlScanner, row: number, sheet: SheetBuilder, tally: Tally): readonly BookCell[] {
  const cells: BookCell[] = []
  let column = 0
  while (scanner.next()) {
    if (scanner.isClosing) {
      if (scanner.name === 'table-row') break
      continue
    }
    const isCovered = scanner.name === 'covered-table-cell'
    if (scanner.name !== 'table-cell' && !isCovered) continue
    const times = repeats(scanner, 'table:number-columns-repeated', LAST_COLUMN)
    const spanned = repeats(scanner, 'table:number-columns-spanned', LAST_COLUMN)
    const rows = repeats(scanner, 'table:number-rows-spanned', LAST_ROW)
    sheet.addMerge({ top: row, left: column, bottom: row + rows - 1, right: column + spanned - 1 })
    const cell = odsCell(scanner, tally.limits.cellCharacters)
    if (cell !== null && !isCovered) {
      for (let i = 0; i < times; i++) {
        if (cells.length >= tally.limits.cells) refuse('workbook-too-large', `cells > ${tally.limits.cells}`)
        cells.push({ column: column + i, ...cell })
      }
    }
    column += times
  }
  return cells
}

function isHidden(scanner: XmlScanner): boolean {
  const visibility = scanner.attribute('table:visibility')
  return visibility === 'collapse' || visibility === 'filter'
}

function repeats(scanner: XmlScanner, name: string, most: number): number {
  const times = Number(scanner.attribute(name) ?? 1)
  return Number.isInteger(times) && times >= 1 ? Math.min(times, most + 1) : 1
}
