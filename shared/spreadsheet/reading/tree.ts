import type { Points } from '../../domain/points'
import { cellName } from '../workbook/cell-names'
import type { Heading, RawItem } from './entries'
import type { FoundTable } from './find-tables'
import type { ReadSheet } from './read-sheet'
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

/** One string for a path of titles. */
export function keyOf(path: readonly string[]): string {
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
