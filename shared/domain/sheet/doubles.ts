import { allItems, type Rubric } from '../rubric/rubric'
import { countedPlaces } from './links'
import { markOn, type SameAs } from './mark'
import type { SheetState } from './state'

/** The same problem at the same place, counted more than once: `marks` in printed order, none of them linked. */
export interface Double {
  readonly place: string
  readonly problem: string
  readonly marks: readonly SameAs[]
}

/**
 * Problems counted twice (重复扣分): clauses that name the same problem, marked at the same place more than once.
 * A warning, not a refusal: the person says whether it is the same and links them, or keeps both.
 */
export function doublesOf(rubric: Rubric, state: Pick<SheetState, 'items'>): readonly Double[] {
  const found = new Map<string, { place: string; problem: string; marks: SameAs[] }>()
  for (const item of allItems(rubric)) {
    const made = state.items.get(item.id)?.marks
    if (made === undefined) continue
    for (const clause of item.clauses) {
      const { id, problem } = clause
      const mark = markOn(made, id)
      if (problem === undefined || mark === undefined) continue
      for (const place of countedPlaces(clause, mark)) {
        const key = JSON.stringify([problem, place])
        const double = found.get(key) ?? { place, problem, marks: [] }
        double.marks.push({ item: item.id, clause: id })
        found.set(key, double)
      }
    }
  }
  return [...found.values()].filter(({ marks }) => marks.length > 1)
}
