import { findingsOf } from '../domain/findings/findings-of'
import { byPlace, type PlaceFindings } from '../domain/findings/groups'
import type { Rubric } from '../domain/rubric/rubric'
import type { SheetResult } from '../domain/sheet/result'
import { PLACE_KIND_WORDS } from './filed-words'
import { rowHeight } from './row-height'
import { STYLES, textCell } from './sheet-styles'
import { WORKBOOK_TEXT as T } from './workbook-text'
import type { Row, Sheet } from './xlsx-writer/workbook-model'

const WIDTHS = [6, 26, 12, 14, 18, 20, 44] as const

/** The places of a sheet that lists them, in the order of the list: what they are, and what was found where. */
export function placesSheet(rubric: Rubric, result: SheetResult): Sheet {
  const items = new Map(Object.entries(result.marks))
  const findings = findingsOf(rubric, { items, header: result.sheet })
  const groups = byPlace(findings, { places: result.places ?? [], items: items.values() })
  return {
    name: T.placesSheet,
    columnWidths: WIDTHS,
    rows: [
      {
        cells: [textCell(T.placesTitle(result.sheet.subject.name), STYLES.title, WIDTHS.length)],
        height: 32,
      },
      { cells: T.placesHeads.map((head) => textCell(head, STYLES.head)), height: 20 },
      ...groups.filter(({ key }) => key !== '').map(placeRow),
    ],
    frozenRows: 2,
    repeatedRows: [2, 2],
    footer: { left: T.footer(result.sheet.sheetId), right: result.sheet.subject.name },
  }
}

function placeRow({ name, listed, kind, stand, findings }: PlaceFindings, at: number): Row {
  const standing = stand === 'found' ? T.placeFound(findings.length) : T.placeStand[stand]
  const found = findings.map(({ of, note }) => [of.code, note].filter((part) => part !== '').join(' '))
  const text = found.join('；')
  return {
    height: rowHeight([
      [name, WIDTHS[1]],
      [text, WIDTHS[6]],
    ]),
    cells: [
      { value: { decimal: String(at + 1) }, style: STYLES.middle },
      textCell(name),
      textCell(kind === null ? '' : PLACE_KIND_WORDS[kind]),
      textCell(listed?.grade ?? ''),
      textCell(listed?.zone ?? ''),
      textCell(standing),
      textCell(text),
    ],
  }
}
