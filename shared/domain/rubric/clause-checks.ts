import { formatMilli } from '../points'
import { lossOf, worthOf } from '../scoring/outcome'
import type { Outcome } from './clause'
import type { Findings } from './diagnostic'
import type { Item } from './rubric'

/** Ids inside one clause name one thing each: marks are kept by them. */
export function checkIds(list: readonly { readonly id: string }[], out: Findings): void {
  if (new Set(list.map(({ id }) => id)).size < list.length) out.error('id-twice-in-clause', '')
}

/** What each outcome costs, in printed order: from best to worst, or from worst to best. */
export function checkOrder(
  outcomes: readonly Outcome[],
  item: Item,
  out: Findings,
  isBestFirst: boolean,
): void {
  const worth = worthOf(outcomes, item.points)
  const losses = outcomes.map((outcome) => lossOf(outcome, worth, item.points))
  const rises = losses.every((loss, at) => at === 0 || loss >= (losses[at - 1] ?? 0))
  const falls = losses.every((loss, at) => at === 0 || loss <= (losses[at - 1] ?? 0))
  if (rises || (falls && !isBestFirst)) return
  out.warning('outcomes-unordered', losses.map(formatMilli).join(' '))
}

/** The largest number of a standard, thousandths or counts: a thousand million, so that sums stay exact. */
const LARGEST = 1_000_000_000_000
/** Clauses nest no deeper than this, so that a value that contains itself ends. */
const DEEPEST_MEMBER = 12

/** Whether a number is whole: thousandths, counts, ranks. */
export function isWholeNumber(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) <= LARGEST
}

/** Whether every number in a value is whole. */
export function isWhole(value: unknown, depth = DEEPEST_MEMBER): boolean {
  if (typeof value === 'number') return isWholeNumber(value)
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((member) => isWhole(member, depth - 1))
}
