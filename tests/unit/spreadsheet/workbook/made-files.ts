import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../../../shared/spreadsheet/xlsx-writer/crc32'

export interface MadePart {
  readonly name: string
  readonly content: string | Uint8Array
  /** Already deflated, with the size and sum that it says of itself. */
  readonly packed?: { readonly bytes: Uint8Array; readonly size: number; readonly crc: number }
  /** Said instead of the truth, in both headers. */
  readonly declaredSize?: number
  readonly flags?: number
  readonly method?: number
}

/** A ZIP of deflated parts, honest or not. */
export function madeZip(parts: readonly MadePart[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = part.packed?.bytes ?? deflateRawSync(content)
    const name = Buffer.from(part.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.flags ?? 0, 2)
    fields.writeUInt16LE(part.method ?? 8, 4)
    fields.writeUInt32LE(part.packed?.crc ?? crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.declaredSize ?? part.packed?.size ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed])
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 0, 'latin1')
    central.writeUInt16LE(20, 4)
    fields.copy(central, 6, 0, 26)
    central.writeUInt32LE(offset, 42)
    locals.push(local)
    centrals.push(Buffer.concat([central, name]))
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface MadeSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands in <worksheet>. */
  readonly xml: string
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[]
  /** What stands in <sst>. */
  readonly strings?: string
  /** What stands in <styleSheet>. */
  readonly styles?: string
  readonly properties?: string
  readonly others?: readonly MadePart[]
}

/** An .xlsx with just these parts. */
export function madeXlsx(book: MadeWorkbook): Uint8Array {
  return madeZip(xlsxPartsOf(book))
}

export function xlsxPartsOf({
  sheets,
  strings,
  styles,
  properties = '',
  others = [],
}: MadeWorkbook): readonly MadePart[] {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  )
  const relations = sheets.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  if (strings !== undefined) relations.push(relation('rIdS', 'sharedStrings', 'sharedStrings.xml'))
  if (styles !== undefined) relations.push(relation('rIdF', 'styles', 'styles.xml'))
  return [
    { name: '[Content_Types].xml', content: `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    },
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]),
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
    })),
    ...others,
  ]
}

/** A cell with its text in it. */
export function inlineCell(at: string, text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`
}

export const ONE_CELL = `<sheetData><row r="1">${inlineCell('A1', '编号')}</row></sheetData>`
