import { itemIndex } from '../rubric/item-index'
import type { ExclusionMode, Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import { type Scored, scoreSheet } from '../scoring/score-sheet'
import type { Memory } from '../scoring/tally'
import type { ItemMark } from '../sheet/mark'
import { type Outlook, outlookOf } from './decisive-items'

/** What leaving one item out (合理缺项) does to the total. */
export interface ExclusionEffect {
  readonly item: string
  readonly code: string
  readonly title: string
  readonly reason: string
  readonly mode: ExclusionMode
  /** The total as it stands, the item left out. */
  readonly now: Outlook
  /** The total if the item counted and nobody had looked at it. */
  readonly ifUnchecked: Outlook
  /** The total with the marks that the item had before it was left out; null where it had none, or none were passed. */
  readonly ifBefore: Outlook | null
  /** The result is higher than with the marks it had: for a leader to look at. */
  readonly isRaising: boolean
  /** Nothing that could be found in the item would give more: leaving it out is never worse than full marks. */
  readonly isSafest: boolean
}

/**
 * Each excluded item: the total as it stands against the total if it were counted. `before` holds the marks that items
 * had when they were left out (`marksBefore` finds them in the journal). Raising ones first, then as printed.
 */
export function exclusionEffects(
  standard: Rubric,
  state: Scored,
  before: ReadonlyMap<string, ItemMark> = new Map(),
): readonly ExclusionEffect[] {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  const memory: Memory = new WeakMap()
  const now = outlookOf(scoreSheet(standard, state, memory))
  const items = new Map(state.items)
  const trial: Scored = { items, header: state.header }
  const found: ExclusionEffect[] = []
  for (const [id, item] of itemIndex(rubric)) {
    const mark = state.items.get(id)
    if (mark?.status !== 'excluded') continue
    items.delete(id)
    const ifUnchecked = outlookOf(scoreSheet(standard, trial, memory))
    const earlier = before.get(id)
    const isMarked = earlier?.status === 'scored' || earlier?.status === 'clear'
    if (isMarked) items.set(id, earlier)
    const ifBefore = isMarked ? outlookOf(scoreSheet(standard, trial, memory)) : null
    items.set(id, mark)
    found.push({
      item: id,
      code: item.code,
      title: item.title,
      reason: mark.reason,
      mode: item.exclusion,
      now,
      ifUnchecked,
      ifBefore,
      isRaising: ifBefore !== null && (now.low > ifBefore.low || now.high > ifBefore.high),
      isSafest: now.high >= ifUnchecked.high && now.low > ifUnchecked.low,
    })
  }
  return found.sort((a, b) => Number(b.isRaising) - Number(a.isRaising))
}
