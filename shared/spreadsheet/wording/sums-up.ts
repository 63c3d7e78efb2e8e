import type { ReadClause, ReadRule, RuleSetting } from './read-clause'

/**
 * Parts that are won (有方案得1分，有记录得1分) are surely parts, and no cases, where the cell itself says so: with the
 * most that its other clauses take they come to the item's points exactly.
 */
export function sureOfSums(read: ReadRule, { points }: RuleSetting): ReadRule {
  const { clauses, caps = [], parts = [] } = read
  const open = clauses.filter(isParts)
  if (points === null || open.length === 0 || parts.length > 0) return read
  const held = new Set(caps.flatMap((cap) => cap.clauses))
  const mosts = clauses.map((clause, i) => (held.has(i) ? 0 : mostOf(clause)))
  if (mosts.some((most) => most === null)) return read
  const all = mosts.reduce<number>((sum, most) => sum + (most ?? 0), 0)
  if (all + caps.reduce((sum, cap) => sum + cap.points, 0) !== points) return read
  const sure = clauses.map((clause): ReadClause => {
    if (!isParts(clause)) return clause
    const { forPerson: _open, ...rest } = clause
    return { ...rest, confidence: 0.9 }
  })
  return { ...read, clauses: sure }
}

/** Parts that were read and are doubted only for what they come to. */
function isParts(clause: ReadClause): boolean {
  return (
    clause.form === 'additive' &&
    'parts' in clause &&
    clause.pattern === 'several-won' &&
    clause.parts.length > 1
  )
}

/** What a clause takes or gives at most; 0 of what is beside the item, null where it is not said. */
function mostOf(clause: ReadClause): number | null {
  switch (clause.form) {
    case 'additive':
      return 'parts' in clause ? clause.parts.reduce((sum, part) => sum + part.points, 0) : clause.cap
    case 'per-occurrence':
    case 'linear':
    case 'zone-limit':
    case 'escalation':
      return clause.cap
    case 'all-or-nothing':
      return clause.deduct === 'all' ? null : clause.deduct
    case 'threshold':
      return largest(clause.thresholds)
    case 'tier':
      return clause.unit === null ? largest(clause.tiers) : null
    case 'judgement':
      return clause.max
    case 'proportional':
      return clause.base
    case 'veto':
    case 'bonus':
    case 'penalty':
      return 0
    default:
      return null
  }
}

function largest(
  cases: readonly { readonly result: { readonly effect: string; readonly points?: number } }[],
) {
  const points = cases.map(({ result }) => result.points ?? (result.effect === 'zero' ? null : 0))
  const told = points.filter((one) => one !== null)
  return told.length < points.length ? null : Math.max(...told)
}
