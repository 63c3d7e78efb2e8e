import type { Points } from '../../domain/points'
import type { ItemKind } from '../../domain/rubric/rubric'
import { cellName } from '../workbook/cell-names'
import { pointsOfCell } from './printed-points'
import type { ResolvedSum } from './resolve-sums'
import { keyOf, type PlacedItem, type Tree, titlesOf } from './tree'

/** Points printed by a 小计 belong to its heading where nothing nearer prints them. */
export function addSums(tree: Tree, sums: readonly ResolvedSum[]): void {
  for (const { sum, path } of sums) {
    const node = path.length === 0 ? undefined : tree.nodeAt(titlesOf(path))
    if (node === undefined || node.points !== null || sum.points === null || sum.at === null) continue
    node.points = sum.points
    node.printed = { row: sum.row, cell: cellName(sum.at.row, sum.at.column), label: sum.label }
  }
}

/** Points that are merged over all items of one heading are that heading's, where nothing nearer prints any. */
export function givePoints(tree: Tree, lists: readonly (readonly PlacedItem[])[]): void {
  for (const list of lists) {
    const raw = list[0]?.raw
    const cell = raw?.sharedPoints
    if (raw === undefined || cell === undefined || cell === null) continue
    const node = tree.nodeAt(titlesOf(raw.path))
    const points = pointsOfCell(cell.text, cell.cell.number)
    const isWhole =
      list.length === node?.rows &&
      list.every(
        (item) => item.raw.path === raw.path || keyOf(titlesOf(item.raw.path)) === keyOf(titlesOf(raw.path)),
      )
    if (node === undefined || node.points !== null || points === null || !isWhole) continue
    node.points = points
    node.printed = { row: cell.row, cell: cellName(cell.row, cell.column), label: node.heading.title }
  }
}

/** Counts items and adds their points up, at every heading above them. */
export function addItems(
  tree: Tree,
  items: readonly {
    readonly path: readonly string[]
    readonly number: string | null
    readonly points: Points | null
    readonly kind: ItemKind
  }[],
): void {
  const chains = new Map<readonly string[], Tree['nodes']>()
  for (const { path, number, points, kind } of items) {
    let chain = chains.get(path)
    if (chain === undefined) {
      chain = path.flatMap((_, i) => tree.nodeAt(path.slice(0, i + 1)) ?? [])
      chains.set(path, chain)
    }
    for (const node of chain) {
      node.items += 1
      if (number !== null) node.numbers.push(number)
      if (kind !== 'normal') continue
      node.normalItems += 1
      if (points !== null) node.pointed += 1
      node.sum += points ?? 0
    }
  }
}
