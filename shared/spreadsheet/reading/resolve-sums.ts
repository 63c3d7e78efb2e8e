import { tight } from './cell-text'
import type { Entry, Heading, SumRow } from './entries'
import { nameOfTitle } from './numbering'
import { scopeOfSum, sumWords } from './row-words'
import type { WalkedTable } from './walk-table'

/** A row that sums up, and what: the titles down to the heading it sums up; empty for the total of the whole. */
export interface ResolvedSum {
  readonly table: WalkedTable
  readonly sum: SumRow
  readonly path: readonly Heading[]
}

type SumEntry = Extract<Entry, { kind: 'sum' }>

function topOf(entry: Entry | undefined): string | null {
  if (entry === undefined) return null
  const path = entry.kind === 'item' ? entry.item.path : entry.path
  return path[0]?.title ?? null
}

function isContent(entry: Entry): boolean {
  return entry.kind !== 'sum'
}

function hasPoints(entry: Entry): boolean {
  return entry.kind === 'item' && entry.item.points !== null
}

/** What every 小计 and 合计 sums up, in printed order. */
export function resolveSums(tables: readonly WalkedTable[]): readonly ResolvedSum[] {
  const resolved: ResolvedSum[] = []
  const worth = worthOf(tables)
  const tops = new Set(tables.flatMap(({ entries }) => entries.filter(isContent).map(topOf)))
  for (const [index, table] of tables.entries()) {
    const { entries } = table
    const hasGroupSums = entries.some((entry, i) => entry.kind === 'sum' && isInsideCategory(entries, i))
    const isLastTable = tables.slice(index + 1).every((later) => !later.entries.some(hasPoints))
    const ownTops = new Set(entries.filter(isContent).map(topOf)).size
    for (const [i, entry] of entries.entries()) {
      if (entry.kind !== 'sum') continue
      const hasBefore = entries.slice(0, i).some(isContent) || resolved.length > 0
      const next = entries.slice(i + 1).find(isContent)
      const before = entries[i - 1]
      const after = entries[i + 1]
      const followsSum = before?.kind === 'sum' && topOf(before) === topOf(entry)
      const path = pathOf(entry, {
        isAlone: isLastTable && !entries.slice(i + 1).some((later) => hasPoints(later) || isOfWhole(later)),
        isFirst: !hasBefore && entry.path.length === 0,
        hasManyTops: tops.size > 1,
        hasOwnTops: ownTops > 1,
        followsSum,
        precedesSum: after?.kind === 'sum' && topOf(after) === topOf(entry),
        lastDepth: resolved.at(-1)?.path.length ?? 0,
        isBoundary: topOf(next) !== topOf(entry) || before?.kind === 'heading',
        hasGroupSums,
        isGrandTotal:
          entry.sum.points !== null &&
          entry.sum.points === worth.get(null) &&
          worth.get(topOf(entry)) !== worth.get(null),
      })
      resolved.push({ table, sum: entry.sum, path })
    }
  }
  return resolved
}

/** 合计 or 总计, as far as its words tell. */
function isOfWhole(entry: Entry): boolean {
  const words = entry.kind === 'sum' ? sumWords(entry.sum.label) : null
  return words !== null && scopeOfSum(words) !== 'part'
}

interface Place {
  /** Nothing to score follows in the whole book. */
  readonly isAlone: boolean
  /** Nothing to score came before. */
  readonly isFirst: boolean
  readonly hasManyTops: boolean
  readonly hasOwnTops: boolean
  /** A sum of the same category stands right above. */
  readonly followsSum: boolean
  /** Another one stands right below. */
  readonly precedesSum: boolean
  readonly lastDepth: number
  readonly isBoundary: boolean
  readonly hasGroupSums: boolean
  /** What is printed is what all items add up to, and more than this category's. */
  readonly isGrandTotal: boolean
}

/** What the items of each category add up to, and all of them (null). */
function worthOf(tables: readonly WalkedTable[]): ReadonlyMap<string | null, number> {
  const worth = new Map<string | null, number>()
  for (const { entries } of tables) {
    for (const entry of entries) {
      if (entry.kind !== 'item') continue
      const points = entry.item.points ?? 0
      for (const key of [null, entry.item.path[0]?.title ?? ''])
        worth.set(key, (worth.get(key) ?? 0) + points)
    }
  }
  return worth
}

function pathOf(entry: SumEntry, place: Place): readonly Heading[] {
  const { path, sum } = entry
  const words = sumWords(sum.label)
  const scope = words === null ? 'part' : scopeOfSum(words)
  if (path.length === 0 || place.isFirst) return []
  const named =
    words === null || words.of === ''
      ? -1
      : path.map((heading) => isNamed(heading, words.of)).lastIndexOf(true)
  if (named >= 0) return path.slice(0, named + 1)
  if (scope !== 'part' && place.isAlone && place.isGrandTotal) return []
  if (scope === 'whole' && place.isAlone) return []
  if (scope !== 'part' && place.isAlone && (!place.hasManyTops || place.hasOwnTops)) return []
  if (scope !== 'part' && place.isAlone && place.followsSum && place.lastDepth === 1) return []
  if (place.followsSum && place.lastDepth > 1) return path.slice(0, place.lastDepth - 1)
  // A category on a sheet of its own: of two sums at its end the second is the category's.
  const isInner = place.precedesSum && place.hasManyTops && !place.hasOwnTops
  if (isInner) return path
  if (place.isBoundary && !place.hasGroupSums) return path.slice(0, 1)
  return path
}

function isNamed(heading: Heading, of: string): boolean {
  const name = tight(nameOfTitle(heading.title))
  const wanted = tight(nameOfTitle(of))
  return (
    name !== '' &&
    wanted !== '' &&
    (name === wanted || tight(heading.title) === tight(of) || wanted.includes(name))
  )
}

/** A sum between items of one and the same category: of a group. */
function isInsideCategory(entries: readonly Entry[], at: number): boolean {
  const before = entries[at - 1]
  const next = entries.slice(at + 1).find(isContent)
  if (before === undefined || next === undefined || before.kind !== 'item') return false
  return topOf(before) === topOf(next)
}
