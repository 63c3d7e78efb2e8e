import type { Points } from '../points'
import type { SheetScore } from '../scoring/score'
import { type Expression, evaluate } from './expression'

/** A number and the arithmetic that comes to it: `sum` evaluates to `value`, thousandths. */
export interface Figure {
  readonly value: Points
  readonly sum: Expression
}

/** What happened to a number on its way, by a code for the catalogues; `detail` in the standard's words or figures. */
export interface ExplanationNote {
  readonly code: NoteCode
  readonly detail: string
}

export type NoteCode =
  | 'unchecked'
  | 'clear'
  | 'place'
  | 'reason'
  | 'excluded-normalise'
  | 'excluded-full-marks'
  | 'excluded-leave-out'
  | 'capped'
  | 'shared-cap'
  | 'floored'
  | 'beyond'
  | 'rounded'
  | 'sample-short'
  | 'rank-pending'
  | 'counted-elsewhere'
  | 'veto-item'
  | 'veto-category'
  | 'veto-total'
  | 'veto-grade'
  | 'normalised'
  | 'left-out'
  | 'forfeited'
  | 'may-be-left-out'
  /** Of a lowest figure: items that it leaves out of the sum, because counting them would raise it. */
  | 'worst-leaves-out'
  /** Of a lowest figure: what may still take it all, by the codes of the items that may do so, or the standard's words. */
  | 'may-be-vetoed'
  | 'may-be-forfeited'
  | 'may-veto-grade'
  | 'weight'
  | 'bonus-cap'
  | 'penalty-cap'
  | 'grade'
  | 'loss-share'

/**
 * Why a number is what it is. `worst` and `best` are equal once nothing is open: of a clause what it takes (or, of a
 * bonus or penalty, gives), of all others what is reached. Their arithmetic names the children by id.
 */
export interface Explanation {
  /** An 'extra' is a bonus or penalty clause: it counts in the total and not in its item. */
  readonly kind: 'total' | 'category' | 'group' | 'item' | 'clause' | 'extra'
  /** 'total', a node's id, or 'item id/clause id'. */
  readonly id: string
  readonly code: string
  readonly title: string
  /** The standard's own words; empty where it has none for this. */
  readonly wording: string
  /** What was entered, in the standard's words and figures. */
  readonly facts: readonly string[]
  readonly worst: Figure
  readonly best: Figure
  /** Full marks; 0 where there are none. */
  readonly full: Points
  readonly notes: readonly ExplanationNote[]
  readonly children: readonly Explanation[]
}

/** A figure from its arithmetic. */
export function figure(sum: Expression): Figure {
  return { value: evaluate(sum), sum }
}

/** The figure of a child, as it stands in its parent's arithmetic. */
export function refer({ id }: Explanation, { value }: Figure): Expression {
  return { op: 'node', node: id, value }
}

export function note(code: NoteCode, detail = ''): ExplanationNote {
  return { code, detail }
}

/** The grade that is reached, or the lowest and the highest within reach. */
export function gradeNote({
  gradeLow,
  gradeHigh,
}: Pick<SheetScore, 'gradeLow' | 'gradeHigh'>): ExplanationNote {
  return note('grade', gradeLow === gradeHigh ? gradeHigh : `${gradeLow} – ${gradeHigh}`)
}
