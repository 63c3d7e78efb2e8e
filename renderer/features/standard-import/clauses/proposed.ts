import type { Clause, Rule } from '../../../../shared/domain/rubric/clause'
import { proposalOf } from '../../../../shared/spreadsheet/standard/proposal-of'
import type { ClauseRow } from './clause-rows'

const known = new WeakMap<ClauseRow['clause'], readonly Clause[] | null>()

/** The clauses that would score by a reading; null where no form of the model holds what is said. */
export function proposedClauses({ item, clause }: ClauseRow): readonly Clause[] | null {
  const found = known.get(clause)
  if (found !== undefined) return found
  const made = proposalOf(item, clause)
  // A rule without its id and words is a clause once it has them.
  const clauses =
    made?.clauses.map(({ text, rule }, at) => ({ ...rule, id: `r${at}`, text }) as Clause) ?? null
  known.set(clause, clauses)
  return clauses
}

/** What is shown of a clause: the rule that a person gave it, else what the reading proposes. */
export function shownClauses(row: ClauseRow, rule: Rule | null): readonly Clause[] | null {
  return rule === null ? proposedClauses(row) : [{ ...rule, id: 'r0', text: row.clause.text } as Clause]
}
