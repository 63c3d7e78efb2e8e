import { placeName } from '../round/place'
import { allItems, type Rubric } from '../rubric/rubric'
import { isNothing } from '../scoring/forms'
import type { Double } from '../sheet/doubles'
import { markOn, type SameAs } from '../sheet/mark'
import type { SheetState } from '../sheet/state'
import { seenIn } from './seen'

/** Words shorter than this say too little to be the same problem. */
const LEAST_WORDS = 2

/**
 * The same words written of the same place under more than one clause: maybe one problem counted twice, where the
 * standard does not name problems. A hint for the screen; what the standard names is `doublesOf`, and is left out here.
 */
export function sameWords(
  rubric: Rubric,
  state: Pick<SheetState, 'items'>,
  named: readonly Double[],
): readonly Double[] {
  const found = new Map<string, { place: string; problem: string; marks: SameAs[] }>()
  for (const item of allItems(rubric)) {
    const made = state.items.get(item.id)?.marks
    if (made === undefined) continue
    for (const clause of item.clauses) {
      const mark = markOn(made, clause.id)
      if (mark === undefined || clause.form === 'bonus') continue
      for (const { place, value, note, sameAs } of seenIn(mark)) {
        const problem = placeName(note)
        if (place === null || sameAs !== null || problem.length < LEAST_WORDS) continue
        if (value.kind === 'clean' || isNothing(clause, value)) continue
        const key = JSON.stringify([problem, placeName(place)])
        const one = found.get(key) ?? { place: placeName(place), problem, marks: [] }
        one.marks.push({ item: item.id, clause: clause.id })
        found.set(key, one)
      }
    }
  }
  const isNamed = ({ place, marks }: Double) =>
    named.some(
      (one) => one.place === place && marks.every((mark) => one.marks.some((at) => isSame(at, mark))),
    )
  return [...found.values()].filter((one) => one.marks.length > 1 && !isNamed(one))
}

function isSame(a: SameAs, b: SameAs): boolean {
  return a.item === b.item && a.clause === b.clause
}
