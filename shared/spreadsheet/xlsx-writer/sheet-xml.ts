import { columnName } from '../workbook/cell-names'
import { cellText, xmlText } from './cell-text'
import type { StyleTable } from './style-table'
import type { Cell, Sheet } from './workbook-model'

const RELATIONS = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The cells that are filtered by, with their heads: first and last; null where nothing stands below heads. */
export function filterArea({
  filterRow,
  columnWidths,
  rows,
}: Pick<Sheet, 'filterRow' | 'columnWidths' | 'rows'>): readonly [string, string] | null {
  if (filterRow === undefined || rows.length <= filterRow) return null
  return [`A${filterRow}`, `${columnName(columnWidths.length - 1)}${rows.length}`]
}

/**
 * One worksheet: A4 landscape, one page wide, page numbers below. `stringOf` gives a text's number in the shared
 * strings. Elements stand in the order that ECMA-376 part 1, 18.3.1.99 demands.
 */
export function sheetXml(
  sheet: Sheet,
  styles: StyleTable,
  stringOf: (text: string) => number,
  isFirst: boolean,
): string {
  const merges: string[] = []
  const rows = sheet.rows.map((row, index) => {
    const cells = cellsXml(row.cells, index + 1, styles, stringOf, merges)
    const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`
    return `<row r="${index + 1}"${height}>${cells}</row>`
  })
  const area = `A1:${columnName(sheet.columnWidths.length - 1)}${sheet.rows.length}`
  const top = `A${sheet.frozenRows + 1}`
  const filter = filterArea(sheet)
  const hasPictures = (sheet.pictures ?? []).length > 0
  const columns = sheet.columnWidths.map(
    (w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"${hasPictures ? RELATIONS : ''}>`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${area}"/>`,
    `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane ySplit="${sheet.frozenRows}" topLeftCell="${top}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="${top}" sqref="${top}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    filter === null ? '' : `<autoFilter ref="${filter.join(':')}"/>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>${xmlText(footer(sheet))}</oddFooter></headerFooter>`,
    // Codes such as 3.1 are texts on purpose.
    `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`,
    hasPictures ? '<drawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('')
}

function cellsXml(
  cells: readonly Cell[],
  row: number,
  styles: StyleTable,
  stringOf: (text: string) => number,
  merges: string[],
): string {
  let column = 0
  const parts: string[] = []
  for (const { value, style, span = 1 } of cells) {
    const at = `${columnName(column)}${row}`
    const s = styles.of(style)
    if (value === null || value === '') parts.push(`<c r="${at}" s="${s}"/>`)
    else if (typeof value === 'string')
      parts.push(`<c r="${at}" s="${s}" t="s"><v>${stringOf(cellText(value))}</v></c>`)
    else parts.push(`<c r="${at}" s="${s}"><v>${value.decimal}</v></c>`)
    // The cells that are covered carry the style too: borders are drawn from them.
    for (let i = 1; i < span; i += 1) parts.push(`<c r="${columnName(column + i)}${row}" s="${s}"/>`)
    if (span > 1) merges.push(`<mergeCell ref="${at}:${columnName(column + span - 1)}${row}"/>`)
    column += span
  }
  return parts.join('')
}

function footer({ footer: { left, right } }: Sheet): string {
  const plain = (text: string) => cellText(text).replace(/&/g, '&&').slice(0, 80)
  return `&L&8${plain(left)}&C&9第 &P 页  共 &N 页&R&8${plain(right)}`
}
