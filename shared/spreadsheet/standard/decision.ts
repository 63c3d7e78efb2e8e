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
export type VerdictOn = (
  seq: number,
  index: number,
  clause: Pick<ReadClause, 'pattern'>,
) => ClauseDecision | null

export function verdictsIn(decisions: readonly ClauseDecision[]): VerdictOn {
  const own = new Map<string, ClauseDecision>()
  const shared = new Map<string, ClauseDecision>()
  for (const one of decisions) {
    if ('item' in one) own.set(`${one.item}/${one.clause}`, one)
    else shared.set(one.pattern, one)
  }
  return (seq, index, { pattern }) =>
    own.get(`${seq}/${index}`) ?? (pattern === null ? undefined : shared.get(pattern)) ?? null
}
