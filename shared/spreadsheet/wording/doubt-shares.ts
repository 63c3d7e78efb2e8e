import type { ReadClause, ReadRule, RuleSetting } from './read-clause'

/**
 * Shares of one item that together give more than it has are one share, said twice (按结案率折算得分，得分＝结案率×5):
 * read as they stand they would cost the same points twice, so a person says which it is.
 */
export function doubtShares(read: ReadRule, { points }: RuleSetting): ReadRule {
  const shares = read.clauses.filter(({ form }) => form === 'proportional')
  if (points === null || shares.length < 2) return read
  const gives = (clause: ReadClause): number =>
    clause.form === 'proportional' ? (clause.base ?? points) * (clause.terms ?? 1) : 0
  const isBeyond = (no: string | null): boolean =>
    shares.reduce((sum, clause) => sum + (clause.no === no ? gives(clause) : 0), 0) > points
  const alike = (no: string | null): number => shares.filter((clause) => clause.no === no).length
  return {
    ...read,
    clauses: read.clauses.map((clause) =>
      clause.form === 'proportional' && alike(clause.no) > 1 && isBeyond(clause.no)
        ? { ...clause, confidence: Math.min(clause.confidence, 0.45), forPerson: true }
        : clause,
    ),
  }
}
