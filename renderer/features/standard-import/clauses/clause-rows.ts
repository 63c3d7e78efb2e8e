import type { ReadItem, Reading } from '../../../../shared/spreadsheet/reading/reading'
import type { ReadClause } from '../../../../shared/spreadsheet/wording/read-clause'
import { keyOfClause, type Work } from '../work'

/** A clause to be looked at. */
export interface ClauseRow {
  readonly key: string
  readonly item: ReadItem
  readonly clause: ReadClause
}

/** At and above this a reading is taken to be sure. */
export const SURE = 0.85

export type Filter = 'doubtful' | 'open' | 'all'

/** All clauses, the least sure first; those alike in the order of the sheet. */
export function clauseRows({ items }: Reading): readonly ClauseRow[] {
  const rows = items.flatMap((item) =>
    item.clauses.map((clause) => ({ key: keyOfClause(item, clause), item, clause })),
  )
  return rows.sort((a, b) => a.clause.confidence - b.clause.confidence)
}

export type Standing = 'confirmed' | 'changed' | 'person' | 'open'

const STANDINGS = { confirm: 'confirmed', change: 'changed', 'for-person': 'person' } as const

/** How a clause stands: as a person said, or else as its own reading says. */
export function standingOf({ key, clause }: ClauseRow, verdicts: Work['clauses']): Standing {
  const verdict = verdicts[key]
  if (verdict !== undefined) return STANDINGS[verdict.decision]
  return clause.forPerson === true ? 'person' : 'open'
}

export function isDoubtful({ clause }: Pick<ClauseRow, 'clause'>): boolean {
  return clause.forPerson === true || clause.confidence < SURE
}

/** How many doubtful clauses nobody has looked at. */
export function doubtfulLeft({ items }: Reading, verdicts: Work['clauses']): number {
  let left = 0
  for (const item of items)
    for (const clause of item.clauses)
      if (isDoubtful({ clause }) && verdicts[keyOfClause(item, clause)] === undefined) left += 1
  return left
}

/** The other clauses that the same pattern read: they can be confirmed together. */
export function alike(rows: readonly ClauseRow[], { clause }: ClauseRow): readonly ClauseRow[] {
  if (clause.pattern === null || clause.forPerson === true) return []
  return rows.filter((row) => row.clause.pattern === clause.pattern && row.clause.forPerson !== true)
}
