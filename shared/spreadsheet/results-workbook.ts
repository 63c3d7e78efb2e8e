import type { Rubric } from '../domain/rubric/rubric'
import { rubricFor } from '../domain/rubric/rubric-for'
import type { SheetResult } from '../domain/sheet/result'
import { lostPointsSheet } from './lost-points-sheet'
import { placesSheet } from './places-sheet'
import { scoringSheet } from './scoring-sheet'
import { WORKBOOK_TEXT } from './workbook-text'
import { workbookFile } from './xlsx-writer/workbook-file'

/**
 * results.xlsx of a sealed sheet: 考核评分表 (all items and totals), 扣分清单 (what lost points, by unit), and 点位清单
 * where the sheet lists places.
 * A pure function: the same rubric and result give the same bytes in every runtime.
 */
export function writeResultsWorkbook(standard: Rubric, result: SheetResult): Uint8Array {
  const rubric = rubricFor(standard, result.sheet.subject)
  return workbookFile({
    title: WORKBOOK_TEXT.title(result.sheet.subject.name),
    at: result.sealed.at,
    sheets: [
      scoringSheet(rubric, result),
      lostPointsSheet(rubric, result),
      ...(result.places === undefined ? [] : [placesSheet(rubric, result)]),
    ],
  })
}
