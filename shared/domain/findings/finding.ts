import type { AttachedEvidence } from '../evidence/evidence'
import type { Points } from '../points'
import type { Item } from '../rubric/rubric'
import type { PlainValue, SameAs } from '../sheet/mark'

/** One problem found (发现问题): a clause, what was seen, and where; and what else was said of it. */
export interface Finding {
  /** Names it on its sheet: item, clause, and place as it is compared. */
  readonly key: string
  /** Item id; its code as printed, title and units are in `of`. */
  readonly item: string
  readonly of: Pick<Item, 'code' | 'title' | 'units'>
  /** Clause id, and the standard's own words. */
  readonly clause: string
  readonly words: string
  /** Where, as it was typed; null where nobody said. */
  readonly place: string | null
  /** What was seen there. Of a clause sampled place by place: what was sampled there. */
  readonly value: PlainValue
  /**
   * What it takes by itself, thousandths of a point of its item (of the total, for a penalty): without allowances used
   * up elsewhere, shared caps, weights and rounding. Nothing where it is counted under another item.
   */
  readonly takes: Points
  /** A veto follows from it. */
  readonly isVeto: boolean
  /** What was wrong: said of this place, else of the whole mark; '' where nobody said. */
  readonly note: string
  readonly evidence: readonly AttachedEvidence[]
  /** Counted there and not here (同一问题不重复扣分). */
  readonly sameAs: SameAs | null
  /** When it was last said so (ISO 8601, UTC), and by whom. */
  readonly at: string
  readonly by: string
}
