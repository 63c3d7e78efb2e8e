import type { BookSheet } from './book'
import type { Tally } from './limits'
import { refuse } from './refused'
import { cellFormats } from './xlsx-formats'
import { xlsxParts } from './xlsx-parts'
import { xlsxSheet } from './xlsx-sheet'
import { sharedStrings } from './xlsx-strings'
import { scanXml } from './xml-scanner'
import type { ZipArchive } from './zip-archive'

/**
 * The sheets of an .xlsx or .xlsm. Macros, links, pictures and comments are never unpacked. Read here and not by
 * xlsx, which has no bound on what it reads, and does not tell a hidden column without a stub for every empty cell.
 */
export function openXlsx(zip: ZipArchive, tally: Tally): readonly BookSheet[] {
  const parts = xlsxParts(zip)
  if (parts.sheets.length > tally.limits.sheets)
    refuse('workbook-too-large', `sheets > ${tally.limits.sheets}`)
  const text = (part: string | null) => (part === null ? '' : (zip.textOf(part) ?? ''))
  const setting = {
    strings: sharedStrings(text(parts.sharedStrings), tally),
    formats: cellFormats(text(parts.styles)),
    isFrom1904: parts.isFrom1904,
    tally,
  }
  return parts.sheets.map(({ name, isHidden, part }) => {
    const xml = zip.textOf(part) ?? refuse('workbook-broken', part)
    return xlsxSheet(name, isHidden, scanXml(xml), setting)
  })
}
