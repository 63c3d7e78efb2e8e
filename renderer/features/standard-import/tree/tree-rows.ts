import type { Points } from '../../../../shared/domain/points'
import type { ReadItem, Reading, ReadTable } from '../../../../shared/spreadsheet/reading/reading'
import { columnAt } from '../../../../shared/spreadsheet/workbook/cell-names'
import { type Place, placeOf } from '../sheet/addresses'

/** A line of the tree as it will be. */
export interface TreeRow {
  readonly key: string
  readonly kind: 'category' | 'group' | 'item'
  readonly depth: number
  readonly code: string
  readonly title: string
  /** As declared, or as the item's cell says; null where nothing is. */
  readonly points: Points | null
  /** What is below a branch. */
  readonly below: { readonly items: number; readonly sum: number } | null
  /** The cells it came from; a branch may have a whole row. */
  readonly places: readonly Place[]
  /** Keys of the branches over it. */
  readonly over: readonly string[]
  readonly item: ReadItem | null
}

const ROLES = ['category', 'group', 'subgroup'] as const

/** Categories, groups and items in printed order, with the cells that each came from. */
export function treeRows(reading: Reading): readonly TreeRow[] {
  const tables = new Map<string, ReadTable>()
  for (const table of reading.tables) if (!tables.has(table.sheet)) tables.set(table.sheet, table)
  const below = sumsBelow(reading.items)
  const branches = new Map<string, TreeRow>()
  const add = (path: readonly string[], sheet: string, row: number, name: string, points: Points | null) => {
    const key = keyOfPath(path)
    if (branches.has(key)) return
    const table = tables.get(sheet)
    const role = ROLES[Math.min(path.length, ROLES.length) - 1] ?? 'group'
    const named = table?.columns[role] ?? leftOf(table)
    branches.set(key, {
      key,
      kind: path.length === 1 ? 'category' : 'group',
      depth: path.length - 1,
      code: '',
      title: name,
      points,
      below: below.get(key) ?? { items: 0, sum: 0 },
      places: [{ sheet, row: row - 1, column: Math.max(0, columnAt(named)) }],
      over: path.slice(1).map((_, at) => keyOfPath(path.slice(0, at + 1))),
      item: null,
    })
  }
  for (const { title, name, sheet, row, points } of reading.categories) add([title], sheet, row, name, points)
  for (const { path, name, sheet, row, points } of reading.groups) add(path, sheet, row, name, points)

  const rows: TreeRow[] = []
  const shown = new Set<string>()
  const show = (row: TreeRow | undefined) => {
    if (row === undefined || shown.has(row.key)) return
    shown.add(row.key)
    rows.push(row)
  }
  for (const item of reading.items) {
    item.path.forEach((_, at) => {
      show(branches.get(keyOfPath(item.path.slice(0, at + 1))))
    })
    rows.push(itemRow(item))
  }
  // A branch without items is shown too: it is what a person has to see.
  for (const branch of branches.values()) show(branch)
  return rows
}

function itemRow(item: ReadItem): TreeRow {
  return {
    key: `#${item.seq}`,
    kind: 'item',
    depth: item.path.length,
    code: item.number ?? '',
    title: item.name ?? item.title ?? item.content,
    points: item.points,
    below: null,
    places: placesOf(item),
    over: item.path.map((_, at) => keyOfPath(item.path.slice(0, at + 1))),
    item,
  }
}

/** The cells that an item's texts stand in. */
export function placesOf({ sheet, cells }: ReadItem): readonly Place[] {
  return Object.values(cells).flatMap((address) => placeOf(sheet, address) ?? [])
}

function sumsBelow(items: readonly ReadItem[]): ReadonlyMap<string, { items: number; sum: number }> {
  const sums = new Map<string, { items: number; sum: number }>()
  for (const { path, points } of items)
    path.forEach((_, at) => {
      const key = keyOfPath(path.slice(0, at + 1))
      const sum = sums.get(key) ?? { items: 0, sum: 0 }
      sums.set(key, { items: sum.items + 1, sum: sum.sum + (points ?? 0) })
    })
  return sums
}

function keyOfPath(path: readonly string[]): string {
  return path.join('\u0000')
}

function leftOf(table: ReadTable | undefined): string {
  return /^[A-Z]+/.exec(table?.ref ?? '')?.[0] ?? 'A'
}

/** The lines on show: what is below a closed branch is not. */
export function openRows(rows: readonly TreeRow[], closed: ReadonlySet<string>): readonly TreeRow[] {
  return closed.size === 0 ? rows : rows.filter(({ over }) => !over.some((key) => closed.has(key)))
}

/** The line that a cell belongs to: the item that names the cell, else the one whose row it stands in, else a branch. */
export function rowAt(rows: readonly TreeRow[], place: Place): TreeRow | null {
  const isThere = (one: Place) =>
    one.sheet === place.sheet && one.row === place.row && one.column === place.column
  const naming = rows.filter(({ places }) => places.some(isThere))
  const items = naming.filter(({ kind }) => kind === 'item')
  return (
    items.find(({ item }) => item?.row === place.row + 1) ??
    items[0] ??
    naming[0] ??
    rows.find(({ item }) => item !== null && item.sheet === place.sheet && item.row === place.row + 1) ??
    null
  )
}
