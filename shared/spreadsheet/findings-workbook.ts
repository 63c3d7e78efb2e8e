import type { FindingsPaper } from '../domain/findings/paper'
import type { Rubric } from '../domain/rubric/rubric'
import type { SheetHeader } from '../domain/sheet/event'
import { placeKindWords } from './finding-wording'
import { findingsSheet, type Thumbnail } from './findings-sheet'
import { FINDINGS_TEXT as T } from './findings-text'
import { workbookFile } from './xlsx-writer/workbook-file'

export interface FindingsWorkbook {
  /** As it is for the sheet's subject. */
  readonly rubric: Rubric
  readonly header: SheetHeader
  readonly paper: FindingsPaper
  /** By `pictureKey`; what is not there is named as a file. */
  readonly thumbnails: ReadonlyMap<string, Thumbnail>
  /** When it is made, ISO 8601 UTC: the only time in the file. */
  readonly at: string
}

/** The findings of a sheet as a workbook: by place, and by unit (a row for each unit that leads or supports). */
export function writeFindingsWorkbook(given: FindingsWorkbook): Uint8Array {
  const { header, paper, at } = given
  const byPlace = paper.places.flatMap(({ findings, name, listed }) =>
    findings.map((finding) => ({
      finding,
      under: name === '' ? T.nowhere : name,
      part: listed === null ? '' : placeKindWords(listed),
    })),
  )
  const byUnit = paper.units.flatMap(({ unit, findings, supports }) => {
    const under = unit === '' ? T.noUnit : unit
    return [
      ...findings.map((finding) => ({ finding, under, part: T.part.lead })),
      ...supports.map((finding) => ({ finding, under, part: T.part.support })),
    ]
  })
  return workbookFile({
    title: `${header.subject.name}${T.title}`,
    at,
    sheets: [findingsSheet('place', byPlace, given), findingsSheet('unit', byUnit, given)],
  })
}
