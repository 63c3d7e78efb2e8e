import type { Rank } from '../rubric/clause-in-context'
import type { Item, Rubric } from '../rubric/rubric'
import { isMarkFor, takeFor } from '../scoring/forms'
import { scoreItem, settingOf } from '../scoring/score-item'
import { type ItemMark, type Mark, type MarkValue, UNTOUCHED } from '../sheet/mark'
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
    const made = Object.hasOwn(mark.marks, clause.id) ? mark.marks[clause.id] : undefined
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
  if (item.kind === 'bonus') return { best: markedAtWorst(rubric, item), worst: CLEAR }
  const worst = markedAtWorst(rubric, item)
  // 不得分 can be less than all that the clauses take; 实得 ÷ 应得 is not the item's own doing.
  const excluded: ItemMark = { ...UNTOUCHED, status: 'excluded' }
  const isLower =
    item.exclusion === 'leave-out' &&
    scoreItem(rubric, item, excluded).low < scoreItem(rubric, item, worst).low
  return { best: CLEAR, worst: isLower ? excluded : worst }
}

/** The item with the mark on each clause that takes (or gives) most. */
function markedAtWorst(rubric: Rubric, item: Item): ItemMark {
  const setting = settingOf(rubric, item)
  const marks: Record<string, Mark> = {}
  for (const clause of item.clauses) {
    const values = worstValues(clause).filter((value) => isMarkFor(clause, value))
    const size = (value: MarkValue) => {
      const { lost, extra, veto } = takeFor(clause, { value }, setting)
      return lost + Math.abs(extra) + (veto === null ? 0 : 1)
    }
    const worst = values.reduce<MarkValue | null>(
      (most, value) => (most === null || size(value) > size(most) ? value : most),
      null,
    )
    if (worst !== null && size(worst) > 0) marks[clause.id] = { value: worst, reason: '' }
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
