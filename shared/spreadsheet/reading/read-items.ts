import type { Points } from '../../domain/points'
import type { ItemKind } from '../../domain/rubric/rubric'
import { itemName } from './item-fields'
import { methodsAtEnd } from './name-lists'
import type { ReadItem } from './reading'
import type { RuleReader } from './rule-reader'
import { type PlacedItem, titlesOf } from './tree'
import type { WalkedTable } from './walk-table'

/** All items in printed order, their rules read by `readRule`. What stands below no heading at all is of the `whole`. */
export function readItems(
  placed: readonly PlacedItem[],
  kinds: readonly ItemKind[],
  whole: string,
  readRule: RuleReader,
): readonly ReadItem[] {
  const suffixed = tablesWithMethodSuffix(placed)
  return placed.map((item, i) =>
    readItem(item, i + 1, kinds[i] ?? 'normal', suffixed.has(item.table), whole, readRule),
  )
}

function readItem(
  { sheet, raw }: PlacedItem,
  seq: number,
  kind: ItemKind,
  hasSuffix: boolean,
  whole: string,
  readRule: RuleReader,
): ReadItem {
  const { row, path, number, title, content, rule, pointsText, cells, filled, units } = raw
  const titles = titlesOf(path)
  let { points } = raw
  let read = readRule(rule, { content, points, kind })
  const isUnsaid = pointsText === null || raw.sharedPoints !== null
  if (points === null && kind === 'normal' && read.parts !== undefined && isUnsaid) {
    points = read.parts.reduce((sum, part) => sum + part.points, 0) as Points
    read = readRule(rule, { content, points, kind })
  }
  const methods = raw.methods.length > 0 || !hasSuffix ? raw.methods : methodsOf(raw)
  // A method at the end of another text stands in that text's cell.
  const isAtEnd = raw.methods.length === 0 && methods.length > 0
  const methodsCell = isAtEnd
    ? methodsAtEnd(raw.content).length > 0
      ? cells.content
      : cells.rule
    : undefined
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
    methods,
    units,
    cells: methodsCell === undefined ? cells : { ...cells, methods: methodsCell },
    ...(filled === null ? {} : { filled }),
  }
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
