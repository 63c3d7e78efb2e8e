import { columnName } from '../workbook/cell-names'
import { xmlText, xstring } from './cell-text'
import { drawingRelations, drawingXml, sheetRelations } from './drawing-xml'
import { filterArea, sheetXml } from './sheet-xml'
import { storedZip, type ZipPart } from './stored-zip'
import { styleTable } from './style-table'
import type { Picture, Sheet, Workbook } from './workbook-model'

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
  const media = mediaOf(workbook.sheets)
  const drawings = workbook.sheets.flatMap((sheet, i) => drawingParts(sheet, i + 1, media))
  return storedZip([
    {
      path: '[Content_Types].xml',
      text: contentTypes(
        sheets.map(({ path }) => path),
        drawings,
        media,
      ),
    },
    { path: '_rels/.rels', text: packageRelations() },
    { path: 'docProps/core.xml', text: coreProperties(workbook) },
    { path: 'xl/workbook.xml', text: workbookXml(workbook.sheets) },
    { path: 'xl/_rels/workbook.xml.rels', text: workbookRelations(workbook.sheets.length) },
    ...sheets,
    { path: 'xl/sharedStrings.xml', text: sharedStrings([...strings.keys()]) },
    { path: 'xl/styles.xml', text: styles.xml() },
    ...drawings,
    ...[...media].map(([bytes, { file }]) => ({ path: `xl/media/${file}`, bytes })),
  ])
}

/** Each picture once, with its file's name. */
type Media = ReadonlyMap<Uint8Array, { readonly file: string; readonly type: Picture['media'] }>

function mediaOf(sheets: readonly Sheet[]): Media {
  const media = new Map<Uint8Array, { readonly file: string; readonly type: Picture['media'] }>()
  for (const { bytes, media: type } of sheets.flatMap(({ pictures = [] }) => pictures)) {
    if (!media.has(bytes)) media.set(bytes, { file: `image${media.size + 1}.${extensionOf(type)}`, type })
  }
  return media
}

function extensionOf(type: Picture['media']): string {
  return type === 'image/png' ? 'png' : 'jpeg'
}

/** What hangs on sheet `no`: its relation to the drawing, the drawing, and the drawing's to its pictures. */
function drawingParts({ pictures = [] }: Sheet, no: number, media: Media): readonly ZipPart[] {
  if (pictures.length === 0) return []
  const targets = pictures.map(({ bytes }) => `../media/${media.get(bytes)?.file ?? ''}`)
  return [
    { path: `xl/worksheets/_rels/sheet${no}.xml.rels`, text: sheetRelations(`../drawings/drawing${no}.xml`) },
    { path: `xl/drawings/drawing${no}.xml`, text: drawingXml(pictures) },
    { path: `xl/drawings/_rels/drawing${no}.xml.rels`, text: drawingRelations(targets) },
  ]
}

function contentTypes(sheetPaths: readonly string[], drawings: readonly ZipPart[], media: Media): string {
  const parts = [
    ['xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ...sheetPaths.map((path) => [path, `${TYPE}.worksheet+xml`]),
    ['xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
    ['xl/styles.xml', `${TYPE}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...drawings
      .filter(({ path }) => !path.endsWith('.rels'))
      .map(({ path }) => [path, 'application/vnd.openxmlformats-officedocument.drawing+xml']),
  ]
  const types = [...new Set([...media.values()].map(({ type }) => type))].map(
    (type) => `<Default Extension="${extensionOf(type)}" ContentType="${type}"/>`,
  )
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}${overrides.join('')}</Types>`
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
  const filters = sheets.flatMap((sheet, i) => {
    const cells = filterArea(sheet)?.map((cell) => cell.replace(/([A-Z]+)([0-9]+)/, '$$$1$$$2'))
    if (cells === undefined) return []
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(`'${sheet.name}'!${cells.join(':')}`)}</definedName>`
  })
  const titles = sheets.map(
    ({ name, repeatedRows: [first, last] }, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(`'${name}'!$${first}:$${last}`)}</definedName>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${entries.join('')}</sheets><definedNames>${filters.join('')}${areas.join('')}${titles.join('')}</definedNames></workbook>`
}

function sharedStrings(texts: readonly string[]): string {
  const entries = texts.map((text) => `<si><t xml:space="preserve">${xstring(text)}</t></si>`)
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">${entries.join('')}</sst>`
}
