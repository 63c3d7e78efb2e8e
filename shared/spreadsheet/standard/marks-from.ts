import { points } from '../../domain/points'
import { allItems, type Item, type Rubric } from '../../domain/rubric/rubric'
import type { SheetCommand } from '../../domain/sheet/command'
import type { ReadItem, Reading } from '../reading/reading'
import type { Book } from '../workbook/book'
import { type SumDifference, scoreIn, sumDifferences } from './filled-sums'
import { type Way, waysTo } from './ways-to-lose'

/**
 * How a score that someone filled in came over. 'exact': its marks are the only ones that come to it, or those that
 * the reason names; 'assumed': others would too, so a person has to look; 'open': none do, and nothing was marked.
 */
export type Entered = 'clear' | 'exact' | 'assumed' | 'excluded' | 'open' | 'blank'

export interface EnteredItem {
  /** The item's `seq` in the reading, and its id in the standard; null where the standard has no such item. */
  readonly seq: number
  readonly item: string | null
  readonly code: string
  readonly how: Entered
  /** As filled in; empty where it was not. */
  readonly score: string
  readonly reason: string
}

export interface FilledMarks {
  readonly commands: readonly SheetCommand[]
  readonly items: readonly EnteredItem[]
  /** The workbook's own sums of scores that are not what its items come to. */
  readonly differences: readonly SumDifference[]
}

const LONGEST_REASON = 2000
const NOT_HERE = /^[/／\\—–-]+$|缺项|不涉及|不适用|无此项/

/** Scores and reasons that an office filled in, as what a person would enter on a sheet of marks. */
export function marksFrom(reading: Reading, rubric: Rubric, book: Book): FilledMarks {
  const find = finder(reading, rubric)
  const commands: SheetCommand[] = []
  const items = reading.items.map((read): EnteredItem => {
    const item = find(read)
    const score = read.filled?.score?.trim() ?? ''
    const reason = read.filled?.reason?.trim() ?? ''
    const made =
      item === undefined ? { how: 'open' as const, commands: [] } : entered(rubric, item, score, reason)
    commands.push(...made.commands)
    return {
      seq: read.seq,
      item: item?.id ?? null,
      code: item?.code ?? read.number ?? '',
      how: made.how,
      score,
      reason,
    }
  })
  return { commands, items, differences: sumDifferences(reading, book) }
}

/** The standard's item for a read one: at the same place with the same words, else the only one with these. */
function finder(reading: Reading, rubric: Rubric): (read: ReadItem) => Item | undefined {
  const all = allItems(rubric)
  const key = ({ content, rule }: Pick<Item, 'content' | 'rule'>) => JSON.stringify([content, rule])
  const byWords = new Map<string, Item[]>()
  for (const item of all) byWords.set(key(item), [...(byWords.get(key(item)) ?? []), item])
  const isInOrder = all.length === reading.items.length
  return (read) => {
    const there = isInOrder ? all[read.seq - 1] : undefined
    if (there !== undefined && key(there) === key(read)) return there
    const same = byWords.get(key(read)) ?? []
    return same.length === 1 ? same[0] : undefined
  }
}

function entered(
  rubric: Rubric,
  item: Item,
  score: string,
  reason: string,
): { readonly how: Entered; readonly commands: readonly SheetCommand[] } {
  const { id } = item
  const said = `原表得分 ${score === '' ? '（未填）' : score}${reason === '' ? '' : `：${reason}`}`.slice(
    0,
    LONGEST_REASON,
  )
  const open = { how: 'open', commands: [{ type: 'note', item: id, note: said }] } as const
  if (score === '') return reason === '' ? { how: 'blank', commands: [] } : open
  if (NOT_HERE.test(score))
    return item.exclusion === 'not-allowed'
      ? open
      : { how: 'excluded', commands: [{ type: 'exclude', item: id, reason: said }] }
  const value = scoreIn(score)
  if (value === null) return open
  const isExtra = item.kind !== 'normal'
  const kept = isExtra ? points(0) : points(Math.min(value, item.points))
  const beside = isExtra ? (item.kind === 'penalty' ? -Math.abs(value) : value) : value - kept
  if (kept < 0 || (kept === item.points && beside === 0)) {
    if (kept < 0) return open
    const note: SheetCommand[] = reason === '' ? [] : [{ type: 'note', item: id, note: said }]
    return { how: 'clear', commands: [{ type: 'clear', item: id }, ...note] }
  }
  const figures = figuresIn(reason)
  const ways = waysTo(rubric, item, kept, beside, figures)
  const plain = reason.normalize('NFKC').replace(/\s+/g, '')
  const named = ways.filter((way) => isNamed(way, plain))
  const [best] = named.length > 0 ? named : ways
  if (best === undefined) return open
  // A number that the reason gives and the marks do not is a sign that something else was meant.
  const isOnly =
    named.length === 1 ||
    (ways.length === 1 && figures.length === 0 && isTold(best, item.points - kept, item))
  return {
    how: isOnly ? 'exact' : 'assumed',
    commands: [...best].map(([clause, option]) => ({
      type: 'mark',
      item: id,
      clause: clause.id,
      mark: { value: option.value, reason: reason === '' ? said : reason.slice(0, LONGEST_REASON) },
    })),
  }
}

/** Numbers that a reason names: 主路3处，小巷1处. */
function figuresIn(reason: string): readonly number[] {
  const found = reason.normalize('NFKC').match(/\d+(?:\.\d{1,3})?/g) ?? []
  return [...new Set(found.map(Number))].slice(0, 8)
}

/** Every figure of the way stands in the reason with its unit, each for itself, and there is one. */
function isNamed(way: Way, reason: string): boolean {
  let rest = reason
  let isAny = false
  for (const { figure, unit } of way.values()) {
    if (figure === null) continue
    isAny = true
    const said = new RegExp(`(?<![\\d.])${figure}(?:个)?${unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).exec(
      rest,
    )
    if (said === null) return false
    rest = `${rest.slice(0, said.index)} ${rest.slice(said.index + said[0].length)}`
  }
  return isAny
}

/** Only these marks come to it: not where a cap bites, every so many units cost at once, or a stretch costs the same. */
function isTold(way: Way, lost: number, item: Item): boolean {
  return [...way.keys()].every((clause) => {
    if (clause.form === 'threshold') return false
    if (clause.form === 'tier') return clause.measure === undefined
    if (clause.form !== 'per-occurrence' && clause.form !== 'linear') return true
    const isCounted = clause.form === 'linear' || (clause.per ?? 1) === 1
    return isCounted && lost < item.points && lost !== clause.cap
  })
}
