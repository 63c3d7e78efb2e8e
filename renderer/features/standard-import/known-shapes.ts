import type { TableChoice } from '../../../shared/spreadsheet/reading/reading'
import { imports } from '../../db/imports'
import type { OpenBook } from './worker/protocol'

/** What was chosen for a sheet, without the sheet: it holds for the next one of the same kind. */
type Kept = Omit<TableChoice, 'sheet'>

/** Keeps what a person said about the columns, for the next workbook whose sheets are of the same kind. */
export async function keepShapes({ sheets }: OpenBook, choices: readonly TableChoice[]): Promise<void> {
  const at = new Date().toISOString()
  const rows = choices.flatMap(({ sheet, ...columns }) => {
    const shape = sheets.find(({ name }) => name === sheet)?.shape ?? ''
    return shape === '' || columns.columns === undefined ? [] : [{ shape, at, columns }]
  })
  await imports.shapes.bulkPut(rows)
}

/** What was chosen for sheets of these kinds before; nothing for a kind that nobody said anything about. */
export async function choicesFor({ sheets }: OpenBook): Promise<readonly TableChoice[]> {
  const kept = await imports.shapes.bulkGet(sheets.map(({ shape }) => shape))
  return sheets.flatMap(({ name }, at): readonly TableChoice[] => {
    const columns = kept[at]?.columns
    return isKept(columns) ? [{ ...columns, sheet: name }] : []
  })
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'columns' in value
}
