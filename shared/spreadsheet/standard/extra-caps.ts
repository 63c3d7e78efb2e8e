import { type Points, points } from '../../domain/points'
import type { Clause } from '../../domain/rubric/clause'
import type { Item } from '../../domain/rubric/rubric'

/**
 * The standard's own caps on bonuses and on penalties where it prints none: no lower than what its clauses come to
 * together, so that they change nothing. A penalty without end takes no more than there is.
 */
export function extraCapsOf(items: readonly Item[], full: Points): { bonusCap: Points; penaltyCap: Points } {
  const bonusCap = mostOf(items, 'bonus') ?? 0
  const penalties = mostOf(items, 'penalty')
  return {
    bonusCap: points(bonusCap),
    penaltyCap: points(Math.min(penalties ?? full + bonusCap, full + bonusCap)),
  }
}

/** What the clauses of a form come to at most; null where one of them has no end. */
function mostOf(items: readonly Item[], form: 'bonus' | 'penalty'): number | null {
  let all = 0
  for (const { clauses, sharedCaps = [] } of items) {
    const held = new Set<string>()
    for (const { clauses: ids, cap } of sharedCaps) {
      if (!clauses.some((clause) => clause.form === form && ids.includes(clause.id))) continue
      for (const id of ids) held.add(id)
      all += cap
    }
    for (const clause of clauses) {
      if (clause.form !== form || held.has(clause.id)) continue
      const cap = capOf(clause)
      if (cap === undefined) return null
      all += cap
    }
  }
  return all
}

function capOf(clause: Clause): Points | undefined {
  return clause.form === 'bonus' || clause.form === 'penalty' ? clause.cap : undefined
}
