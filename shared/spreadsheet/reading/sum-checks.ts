import type { Points } from '../../domain/points'
import { cellName } from '../workbook/cell-names'
import type { ReadingDiagnostic } from './reading'
import type { ResolvedSum } from './resolve-sums'
import { type Tree, titlesOf } from './tree'

/** A total that is printed somewhere, and where. */
export interface PrintedTotal {
  readonly points: Points
  readonly sheet: string
  readonly row: number
  readonly cell: string
}

/** Every printed sum against what the items below it add up to. `path` is empty for the total. */
export function checkSums(
  tree: Tree,
  sums: readonly ResolvedSum[],
  total: Points,
  heading: PrintedTotal | null,
): readonly ReadingDiagnostic[] {
  const found: ReadingDiagnostic[] = []
  const add = (
    sheet: string,
    row: number,
    cell: string | null,
    path: readonly string[],
    declared: Points,
    sum: number,
  ) => {
    if (declared === sum) return
    found.push({
      kind: 'sum-mismatch',
      level: 'problem',
      sheet,
      row: row + 1,
      ...(cell === null ? {} : { cell }),
      path,
      declared,
      sum: sum as Points,
    })
  }
  const said = new Set<string>()
  for (const node of tree.nodes) {
    const { printed, points, normalItems, pointed, sheet } = node
    if (printed === null || points === null || normalItems === 0 || pointed === 0) continue
    said.add(`${sheet}!${printed.cell}`)
    add(
      sheet,
      printed.row,
      node.heading.row < 0 && node.heading.pointsAt === null ? null : printed.cell,
      node.path,
      points,
      node.sum,
    )
  }
  let hasTotal = false
  for (const { table, sum, path } of sums) {
    const { points, at, row } = sum
    if (points === null || at === null) continue
    const sheet = table.table.grid.sheet.name
    const cell = cellName(at.row, at.column)
    if (path.length === 0) {
      hasTotal ||= heading === null || heading.points === points
      add(sheet, row, cell, [], points, total)
    } else if (!said.has(`${sheet}!${cell}`)) {
      const node = tree.nodeAt(titlesOf(path))
      if (node !== undefined && node.normalItems > 0) add(sheet, row, cell, node.path, points, node.sum)
    }
  }
  if (heading !== null && !hasTotal) add(heading.sheet, heading.row, heading.cell, [], heading.points, total)
  return found
}
