import type { ImportDecision } from '../../../../shared/domain/rubric/import-origin'
import { COLUMN_ROLES, type Reading, type TableChoice } from '../../../../shared/spreadsheet/reading/reading'
import { columnName } from '../../../../shared/spreadsheet/workbook/cell-names'
import { placeOfNote } from '../notes/place-of-note'
import { addressOf } from '../sheet/addresses'
import { keyOfDiagnostic, type Work } from '../work'

/** What was decided about the sheets and about what was found in them, for the standard's history. */
export function historyOf(reading: Reading, work: Work): readonly ImportDecision[] {
  const chosen = work.choices.flatMap((choice): readonly ImportDecision[] => {
    const { at, before } = work.chosen[choice.sheet] ?? { at: null, before: '' }
    if (at === null) return []
    const where = choice.sheet
    if (choice.isIgnored === true) return [{ at, what: 'sheet-left-out', where, before: '', after: '' }]
    const hidden: ImportDecision = { at, what: 'hidden-taken', where, before: '', after: '' }
    const columns: ImportDecision = { at, what: 'columns-chosen', where, before, after: columnsIn(choice) }
    return [
      ...(choice.columns === undefined && choice.headerRows === undefined ? [] : [columns]),
      ...(choice.takesHidden === true ? [hidden] : []),
    ]
  })
  const accepted = reading.diagnostics.flatMap((one): readonly ImportDecision[] => {
    const said = work.accepted[keyOfDiagnostic(one)]
    if (said === undefined) return []
    const place = placeOfNote(one, reading)
    const where = place === null ? (one.sheet ?? '') : `${place.sheet}!${addressOf(place)}`
    return [{ at: said.at, what: 'problem-accepted', where, before: one.kind, after: said.remark }]
  })
  return [...chosen, ...accepted]
}

/** 'rule=F points=E header=3-4': by role, as the sheet names its columns. */
export function columnsIn({ columns, headerRows }: Pick<TableChoice, 'columns' | 'headerRows'>): string {
  const named = COLUMN_ROLES.flatMap((role) => {
    const column = columns?.[role]
    return column == null ? [] : [`${role}=${columnName(column)}`]
  })
  const header = headerRows === undefined || headerRows.length === 0 ? [] : [`header=${headerRows.join(',')}`]
  return [...named, ...header].join(' ')
}
