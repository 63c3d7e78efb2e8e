import type { Points } from '../../domain/points'
import type { ItemKind } from '../../domain/rubric/rubric'
import { compileRule } from '../wording/compile-rule'
import { splitCombined } from './combined-text'
import { itemName } from './item-fields'
import { methodsAtEnd } from './name-lists'
import type { ReadItem } from './reading'
import { type PlacedItem, titlesOf } from './tree'
import type { WalkedTable } from './walk-table'

/** All items in printed order, their rules read. What stands below no heading at all is of the `whole`. */
export function readItems(
  placed: readonly PlacedItem[],
  kinds: readonly ItemKind[],
  whole: string,
): readonly ReadItem[] {
  const suffixed = tablesWithMethodSuffix(placed)
  return placed.map((item, i) => readItem(item, i + 1, kinds[i] ?? 'normal', suffixed.has(item.table), whole))
}

function readItem(
  { sheet, raw, table }: PlacedItem,
  seq: number,
  kind: ItemKind,
  hasSuffix: boolean,
  whole: string,
): ReadItem {
  const { row, path, number, title, content, rule, pointsText, cells, filled, units } = parted(raw, table)
  const titles = titlesOf(path)
  let { points } = raw
  let read = compileRule(rule, { content, points, kind })
  const isUnsaid = pointsText === null || raw.sharedPoints !== null
  if (points === null && kind === 'normal' && read.parts !== undefined && isUnsaid) {
    points = read.parts.reduce((sum, part) => sum + part.points, 0) as Points
    read = compileRule(rule, { content, points, kind })
  }
  return {
    seq,
    sheet,
    row: row + 1,
    number,
    category: titles[0] ?? whole,
    path: titles,
    title,
    ...(title === null ? {} : { name: itemName(title) }),
    content,
    points,
    pointsText,
    kind,
    rule,
    ...(read.parts === undefined ? {} : { parts: read.parts }),
    ...(read.caps === undefined ? {} : { caps: read.caps }),
    clauses: read.clauses,
    methods: raw.methods.length > 0 || !hasSuffix ? raw.methods : methodsOf(raw),
    units,
    cells,
    ...(filled === null ? {} : { filled }),
  }
}

/** Where one column holds both what is asked for and how it is scored, its text is parted before the latter. */
function parted(raw: PlacedItem['raw'], { table }: WalkedTable): PlacedItem['raw'] {
  const { content, rule } = table.columns
  const cell = raw.cells.rule
  if (content !== null || rule === null || cell === undefined) return raw
  const parts = splitCombined(raw.rule)
  return parts === null ? raw : { ...raw, ...parts, cells: { ...raw.cells, content: cell } }
}

function methodsOf(raw: PlacedItem['raw']): readonly string[] {
  const atEnd = methodsAtEnd(raw.content)
  return atEnd.length > 0 ? atEnd : methodsAtEnd(raw.rule)
}

/** Tables without a column of methods that name them at the end of other texts, more than once. */
export function tablesWithMethodSuffix(placed: readonly PlacedItem[]): ReadonlySet<WalkedTable> {
  const counts = new Map<WalkedTable, number>()
  for (const { table, raw } of placed) {
    if (table.table.columns.methods.length > 0 || methodsOf(raw).length === 0) continue
    counts.set(table, (counts.get(table) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([table]) => table))
}
