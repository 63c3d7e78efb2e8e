import type { Points } from '../points'
import type { ItemStatus } from '../sheet/mark'

/** What one clause does to its item. `lost` for ordinary forms; `extra` (bonus +, penalty −) goes to the total. */
export interface ClauseScore {
  readonly clause: string
  readonly lost: Points
  /** What it may still take besides, until the round is complete (a rank that is not known yet). */
  readonly pending: Points
  readonly extra: Points
  readonly veto: VetoEffect | null
  readonly isCapped: boolean
  /** Fewer were sampled than the standard asks for. */
  readonly isShort: boolean
}

export type VetoEffect =
  | { readonly scope: 'item' | 'category' | 'total' }
  | { readonly scope: 'grade'; readonly grade: string }

/**
 * One item. While it is unchecked, or waits for a rank, `low` and `high` are what it can still get; otherwise they
 * are equal. Below nothing only where a clause takes more than the item's points.
 */
export interface ItemScore {
  readonly item: string
  readonly code: string
  readonly status: ItemStatus
  readonly full: Points
  /** 应得: counts in the category's denominator; 0 when normalised out. */
  readonly due: Points
  readonly low: Points
  readonly high: Points
  /** due − high once checked; 0 while unchecked. */
  readonly lost: Points
  readonly extraLow: Points
  readonly extraHigh: Points
  /** Vetoes in force beyond the item. */
  readonly vetoes: readonly VetoEffect[]
  readonly clauses: readonly ClauseScore[]
}

export interface CategoryScore {
  readonly category: string
  readonly code: string
  readonly title: string
  /** Basis points of the total. */
  readonly weight: number
  readonly full: Points
  readonly due: Points
  readonly low: Points
  readonly high: Points
  readonly gradeLow: string
  readonly gradeHigh: string
  readonly isVetoed: boolean
  /** Zeroed by a guarantee that is broken. */
  readonly isForfeited: boolean
  /** Every one of its items is excluded: it has no score, and the total is normalised over the others. */
  readonly isLeftOut: boolean
  readonly checked: number
  readonly count: number
}

/** The whole sheet. `low` to `high` is the range still reachable; one number only when all is checked. */
export interface SheetScore {
  readonly full: Points
  readonly low: Points
  readonly high: Points
  readonly gradeLow: string
  readonly gradeHigh: string
  /** The weighted total before bonus, penalty and veto. */
  readonly weightedLow: Points
  readonly weightedHigh: Points
  readonly bonus: Points
  readonly penalty: Points
  readonly vetoedBy: readonly string[]
  /** Guarantees (保证项) that are broken whatever is still open, by id. */
  readonly forfeitedBy: readonly string[]
  readonly checked: number
  readonly count: number
  readonly categories: readonly CategoryScore[]
  /** In printed order. */
  readonly items: readonly ItemScore[]
}
