import type { Points } from '../../domain/points'
import type { ItemKind } from '../../domain/rubric/rubric'
import type { Heading, RawItem } from './entries'
import type { FoundTable } from './find-tables'
import { cellName } from './grid'
import { nameOfTitle, wholeMark } from './numbering'
import { pointsOfCell } from './printed-points'
import type { ReadSheet } from './read-sheet'
import type { ReadCategory, ReadGroup } from './reading'
import type { ResolvedSum } from './resolve-sums'
import { isPageMark } from './row-words'
import type { WalkedTable } from './walk-table'

export interface PlacedItem {
  readonly sheet: string
  readonly table: WalkedTable
  readonly raw: RawItem
}

/** A category or group while it is put together. */
export interface TreeNode {
  readonly path: readonly string[]
  readonly sheet: string
  readonly row: number
  readonly heading: Heading
  /** As printed in the title, beside it or by a sum; null: nowhere. */
  points: Points | null
  /** Where they are printed. */
  printed: { readonly row: number; readonly cell: string; readonly label: string | null } | null
  sum: number
  /** Items that stand right below it. */
  rows: number
  items: number
  normalItems: number
  /** Of these, those that have points. */
  pointed: number
  readonly numbers: string[]
}

export interface Tree {
  readonly nodes: readonly TreeNode[]
  readonly nodeAt: (path: readonly string[]) => TreeNode | undefined
}

function keyOf(path: readonly string[]): string {
  return path.join('\u0000')
}

/** Items below the same headings share one path. */
const TITLES = new WeakMap<readonly Heading[], readonly string[]>()

export function titlesOf(path: readonly Heading[]): readonly string[] {
  const known = TITLES.get(path)
  if (known !== undefined) return known
  const titles = path.map(({ title }) => title)
  TITLES.set(path, titles)
  return titles
}

/** All headings in printed order, with what they declare. Items' points are added up by `addItems`. */
export function treeOf(sheets: readonly ReadSheet[]): Tree {
  const nodes = new Map<string, TreeNode>()
  for (const { sheet, walked } of sheets) {
    for (const { entries, table } of walked) {
      let lastPath: readonly Heading[] | null = null
      let last: TreeNode | undefined
      for (const entry of entries) {
        if (entry.kind === 'sum') continue
        const { path, row } = entry.kind === 'item' ? entry.item : entry
        if (lastPath !== path) {
          for (let depth = 1; depth <= path.length; depth += 1) {
            const titles = titlesOf(path.slice(0, depth))
            const key = keyOf(titles)
            const heading = path[depth - 1]
            if (heading === undefined || nodes.has(key)) continue
            nodes.set(key, nodeOf(titles, heading, sheet.name, firstRowOf(table, heading, row)))
          }
          lastPath = path
          last = nodes.get(keyOf(titlesOf(path)))
        }
        if (entry.kind === 'item' && last !== undefined) last.rows += 1
      }
    }
  }
  return { nodes: [...nodes.values()], nodeAt: (path) => nodes.get(keyOf(path)) }
}

/**
 * A sheet's name stands in no row: it begins with its first item. A group right below a header that cuts the items in
 * two without any page mark begins with that header, as the sheets that this reader was given count their rows.
 */
function firstRowOf({ grid, repeats, columns }: FoundTable, heading: Heading, itemRow: number): number {
  const { row, column } = heading
  if (row < 0) return itemRow
  const page = columns.levels.includes(column) ? repeats.find(({ bottom }) => bottom === row - 1) : undefined
  return page === undefined || isPageMark(grid.cellsOf(page.top - 1)) ? row : page.top
}

function nodeOf(path: readonly string[], heading: Heading, sheet: string, row: number): TreeNode {
  const at = heading.pointsAt
  const place = at ?? { row: Math.max(0, heading.row), column: heading.column }
  return {
    path,
    sheet,
    row,
    heading,
    points: heading.points,
    printed:
      heading.points === null
        ? null
        : {
            row: place.row,
            cell: cellName(place.row, place.column),
            label: at === null ? null : heading.title,
          },
    sum: 0,
    rows: 0,
    items: 0,
    normalItems: 0,
    pointed: 0,
    numbers: [],
  }
}

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

export function addItems(
  tree: Tree,
  items: readonly {
    readonly path: readonly string[]
    readonly number: string | null
    readonly points: Points | null
    readonly kind: ItemKind
  }[],
): void {
  const chains = new Map<readonly string[], readonly TreeNode[]>()
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

export function categoriesOf({ nodes }: Tree): readonly ReadCategory[] {
  return nodes
    .filter(({ path }) => path.length === 1)
    .map(({ path, points, printed, sheet, row, sum, items, normalItems }) => ({
      title: path[0] ?? '',
      name: nameOfTitle(path[0] ?? '').replace(/[\r\n]+/g, ''),
      points,
      sheet,
      row: row + 1,
      ...(printed === null || printed.label === null
        ? {}
        : { pointsFrom: printed.label, pointsCell: printed.cell }),
      ...(items > 0 && normalItems === 0 ? { kind: 'adjustment' } : {}),
      items,
      sum: sum as Points,
    }))
}

export function groupsOf({ nodes }: Tree): readonly ReadGroup[] {
  return nodes
    .filter(({ path }) => path.length > 1)
    .map((node) => {
      const { path, points, sheet, row, heading } = node
      const code = heading.code ?? sharedPrefix(node)
      return {
        path,
        name: nameOfTitle(path.at(-1) ?? '').replace(/[\r\n]+/g, ''),
        points,
        sheet,
        row: row + 1,
        ...(code === null ? {} : { code }),
      }
    })
}

/** '1-2' where every item's number is 1-2-1, 1-2-2 …, as deep as the group stands. */
function sharedPrefix({ numbers, items, path }: TreeNode): string | null {
  const first = numbers[0]
  if (first === undefined || numbers.length !== items) return null
  const mark = wholeMark(first)
  if (mark === null || mark.style !== 'dotted' || mark.values.length <= path.length) return null
  const parts = first.split(/([.\-．－])/)
  const prefix = parts.slice(0, 2 * path.length - 1).join('')
  return numbers.every(
    (number) => /^[.\-．－]/.test(number.slice(prefix.length)) && number.startsWith(prefix),
  )
    ? prefix
    : null
}
