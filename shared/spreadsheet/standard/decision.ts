import type { Rule } from '../../domain/rubric/clause'
import type { ReadClause } from '../wording/read-clause'

/** What a person says of a reading: that it is right as proposed, that another rule is, or that it stays open. */
export type Verdict =
  | { readonly decision: 'confirm' }
  | { readonly decision: 'change'; readonly rule: Rule }
  | { readonly decision: 'for-person' }

/**
 * A verdict on one clause (`item` is its `seq`, `clause` its position from 0), or on all that one pattern read. `at` is
 * ISO 8601, UTC; where it is absent, when the whole was done.
 */
export type ClauseDecision =
  | (Verdict & { readonly at?: string; readonly item: number; readonly clause: number })
  | (Exclude<Verdict, { decision: 'change' }> & { readonly at?: string; readonly pattern: string })

/** The verdict on a clause: what was said of it by itself goes before what was said of its pattern; the last counts. */
export function verdictOn(
  decisions: readonly ClauseDecision[],
  seq: number,
  index: number,
  { pattern }: Pick<ReadClause, 'pattern'>,
): ClauseDecision | null {
  const own = decisions.filter((one) => 'item' in one && one.item === seq && one.clause === index)
  const shared = decisions.filter((one) => 'pattern' in one && pattern !== null && one.pattern === pattern)
  return own[own.length - 1] ?? shared[shared.length - 1] ?? null
}
