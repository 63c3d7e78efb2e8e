import type { FoundTable } from './find-tables'
import { isFresh, type RowCells } from './item-fields'

/** Whether a row goes on with the item above it: its number and points are merged from there, or left blank. */
export function continues({ columns }: FoundTable, above: RowCells, shape: RowCells): boolean {
  const { row } = shape
  if (isFresh(shape.number, row) || isFresh(shape.points, row) || isFresh(shape.title, row)) return false
  const isContentNew = isFresh(shape.content, row)
  const isRuleNew = isFresh(shape.rule, row)
  if (!isContentNew && !isRuleNew) return false
  const isNumberShared = shape.number !== null && shape.number === above.number
  const arePointsShared = shape.points !== null && shape.points === above.points
  if (isNumberShared) return arePointsShared || (shape.points === null && columns.points !== null)
  if (isContentNew && isRuleNew) return false
  if (arePointsShared)
    return isRuleNew
      ? shape.content === above.content || shape.content === null
      : shape.rule === above.rule || shape.rule === null
  return (
    columns.number !== null &&
    above.number !== null &&
    columns.points !== null &&
    above.points !== null &&
    shape.points === null &&
    (isRuleNew
      ? shape.content === null || shape.content === above.content
      : shape.rule === null || shape.rule === above.rule)
  )
}
