import { columnName } from '../workbook/cell-names'
import { xmlText, xstring } from './cell-text'
import { sheetXml } from './sheet-xml'
import { storedZip } from './stored-zip'
import { styleTable } from './style-table'
import type { Sheet, Workbook } from './workbook-model'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The workbook as the bytes of an .xlsx file (ECMA-376): the same workbook gives the same bytes. */
export function workbookFile(workbook: Workbook): Uint8Array {
  const styles = styleTable()
  const strings = new Map<string, number>()
  const stringOf = (text: string) => {
    const number = strings.get(text) ?? strings.size
    strings.set(text, number)
    return number
  }
  const sheets = workbook.sheets.map((sheet, i) => ({
    path: `xl/worksheets/sheet${i + 1}.xml`,
    text: sheetXml(sheet, styles, stringOf, i === 0),
  }))
  return storedZip([
    { path: '[Content_Types].xml', text: contentTypes(sheets.map(({ path }) => path)) },
    { path: '_rels/.rels', text: packageRelations() },
    { path: 'docProps/core.xml', text: coreProperties(workbook) },
    { path: 'xl/workbook.xml', text: workbookXml(workbook.sheets) },
    { path: 'xl/_rels/workbook.xml.rels', text: workbookRelations(workbook.sheets.length) },
    ...sheets,
    { path: 'xl/sharedStrings.xml', text: sharedStrings([...strings.keys()]) },
    { path: 'xl/styles.xml', text: styles.xml() },
  ])
}

function contentTypes(sheetPaths: readonly string[]): string {
  const parts = [
    ['xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ...sheetPaths.map((path) => [path, `${TYPE}.worksheet+xml`]),
    ['xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
    ['xl/styles.xml', `${TYPE}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ]
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function packageRelations(): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
}

function workbookRelations(sheets: number): string {
  const targets = [
    ...Array.from({ length: sheets }, (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]
  const relations = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`
}

function coreProperties({ title, at }: Workbook): string {
  const time = `${at.slice(0, 19)}Z`
  const date = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${xmlText(time)}</dcterms:${tag}>`
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Scorebench</dc:creator>${date('created')}${date('modified')}</cp:coreProperties>`
}

function workbookXml(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const areas = sheets.map(
    ({ name, columnWidths, rows }, i) =>
      `<definedName name="_xlnm.Print_Area" localSheetId="${i}">${xmlText(`'${name}'!$A$1:$${columnName(columnWidths.length - 1)}$${rows.length}`)}</definedName>`,
  )
  const titles = sheets.map(
    ({ name, repeatedRows: [first, last] }, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(`'${name}'!$${first}:$${last}`)}</definedName>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${entries.join('')}</sheets><definedNames>${areas.join('')}${titles.join('')}</definedNames></workbook>`
}

function sharedStrings(texts: readonly string[]): string {
  const entries = texts.map((text) => `<si><t xml:space="preserve">${xstring(text)}</t></si>`)
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">${entries.join('')}</sst>`
}
