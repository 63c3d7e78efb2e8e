import { refuse } from './refused'
import { scanXml, xmlUnescaped, xstringUnescaped } from './xml-scanner'
import type { ZipArchive } from './zip-archive'

/** Where the parts of a workbook stand (ECMA-376 part 1, 12, and part 2, 9). */
export interface XlsxParts {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly part: string }[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  readonly isFrom1904: boolean
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** Sheets in the order of their tabs; chart and macro sheets hold no cells and are left out. */
export function xlsxParts(zip: ZipArchive): XlsxParts {
  const book = bookPart(zip)
  const xml = zip.textOf(book) ?? refuse('workbook-broken', book)
  const relations = relationsOf(zip, book)
  const sheets: { name: string; isHidden: boolean; part: string }[] = []
  let isFrom1904 = false
  const scanner = scanXml(xml)
  let isBook = false
  while (scanner.next()) {
    if (scanner.isClosing) continue
    if (scanner.name === 'workbook') isBook = true
    if (scanner.name === 'workbookPr')
      isFrom1904 = /^(?:1|true|on)$/.test(scanner.attribute('date1904') ?? '')
    if (scanner.name !== 'sheet') continue
    const relation = relations.get(scanner.attribute('r:id') ?? relationId(scanner.attributes()))
    if (relation?.type !== 'worksheet') continue
    sheets.push({
      name: xstringUnescaped(scanner.attribute('name') ?? ''),
      isHidden: (scanner.attribute('state') ?? 'visible') !== 'visible',
      part: relation.target,
    })
  }
  if (!isBook) refuse('workbook-broken', book)
  const first = (type: string) => [...relations.values()].find((one) => one.type === type)?.target ?? null
  return { sheets, sharedStrings: first('sharedStrings'), styles: first('styles'), isFrom1904 }
}

/** The prefix of r:id is the file's own choice. */
function relationId(attributes: string): string {
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? ''
}

function bookPart(zip: ZipArchive): string {
  const main = [...relationsOf(zip, '').values()].find(({ type }) => type === 'officeDocument')?.target
  return main !== undefined && zip.has(main) ? main : 'xl/workbook.xml'
}

/** Relations of a part ('' for the package) by id. The last word of a type is the same in both editions of OOXML. */
function relationsOf(zip: ZipArchive, part: string): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const relations = new Map<string, Relation>()
  const scanner = scanXml(zip.textOf(`${folder}_rels/${part.slice(slash)}.rels`) ?? '')
  while (scanner.next()) {
    if (scanner.name !== 'Relationship' || scanner.isClosing) continue
    // What lies outside the file is never looked at.
    if (scanner.attribute('TargetMode') === 'External') continue
    const type = scanner.attribute('Type') ?? ''
    const target = xmlUnescaped(scanner.attribute('Target') ?? '').replace(/\\/g, '/')
    relations.set(scanner.attribute('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(folder, target),
    })
  }
  return relations
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
