import type { Rank } from '../rubric/clause-in-context'
import type { Item, Rubric } from '../rubric/rubric'
import type { Taken } from '../scoring/form'
import { isMarkFor, takeFor } from '../scoring/forms'
import { scoreItem, settingOf } from '../scoring/score-item'
import { type ItemMark, type Mark, type MarkValue, markOn, UNTOUCHED } from '../sheet/mark'
import { ranksOfSteps, worstValues } from './worst-values'

/** How an open item may still end: at its best and at its worst. */
export interface Endings {
  readonly best: ItemMark
  readonly worst: ItemMark
}

const CLEAR: ItemMark = { ...UNTOUCHED, status: 'clear' }

/** Whether an item may still end one way or another: nobody has looked, or a rank is not known yet. */
export function endingsOf(rubric: Rubric, item: Item, mark: ItemMark | undefined): Endings | null {
  if (mark === undefined || mark.status === 'unchecked') return endingsOfOpen(rubric, item)
  if (mark.status !== 'scored') return null
  const ranks = item.clauses.flatMap((clause) => {
    const made = markOn(mark.marks, clause.id)
    return clause.form === 'rank' && made?.value.kind === 'value' ? [{ clause, made }] : []
  })
  if (ranks.length === 0) return null
  const ranked = (pick: 'best' | 'worst'): ItemMark => ({
    ...mark,
    marks: {
      ...mark.marks,
      ...Object.fromEntries(
        ranks.map(({ clause, made }) => [
          clause.id,
          { ...made, value: rankedAt(rubric, item, clause, made, pick) },
        ]),
      ),
    },
  })
  return { best: ranked('best'), worst: ranked('worst') }
}

function endingsOfOpen(rubric: Rubric, item: Item): Endings {
  const best = markedWith(rubric, item, ({ extra }) => Math.max(0, extra))
  const worst = markedWith(rubric, item, ({ lost, extra, veto }) =>
    extra > 0 ? 0 : lost - extra + (veto === null ? 0 : 1),
  )
  // 不得分 can be less than all that the clauses take; 实得 ÷ 应得 is not the item's own doing.
  const excluded: ItemMark = { ...UNTOUCHED, status: 'excluded' }
  const isLower =
    item.exclusion === 'leave-out' &&
    scoreItem(rubric, item, excluded).low < scoreItem(rubric, item, worst).low
  return { best, worst: isLower ? excluded : worst }
}

/** The item with the mark of the largest size on each clause that has one of any size. */
function markedWith(rubric: Rubric, item: Item, sizeOf: (taken: Taken) => number): ItemMark {
  const setting = settingOf(rubric, item)
  const marks: Record<string, Mark> = {}
  for (const clause of item.clauses) {
    let most = 0
    for (const value of worstValues(clause).filter((one) => isMarkFor(clause, one))) {
      const size = sizeOf(takeFor(clause, { value }, setting))
      if (size > most) marks[clause.id] = { value, reason: '' }
      most = Math.max(most, size)
    }
  }
  return Object.keys(marks).length === 0 ? CLEAR : { ...UNTOUCHED, status: 'scored', marks }
}

function rankedAt(rubric: Rubric, item: Item, clause: Rank, mark: Mark, pick: 'best' | 'worst'): MarkValue {
  const setting = settingOf(rubric, item)
  const lost = (value: MarkValue) => takeFor(clause, { value }, setting).lost
  return ranksOfSteps(clause).reduce((chosen: MarkValue, value) => {
    if (chosen.kind !== 'rank') return value
    return (pick === 'worst' ? lost(value) > lost(chosen) : lost(value) < lost(chosen)) ? value : chosen
  }, mark.value)
}
