import { type Points, points } from '../points'
import { itemIndex } from '../rubric/item-index'
import type { Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import type { SheetScore } from '../scoring/score'
import { type Scored, scoreSheet } from '../scoring/score-sheet'
import type { Memory } from '../scoring/tally'
import { endingsOf } from './endings'

/** Where the total and its grade stand: `low` with the other open items at their worst, `high` at their best. */
export interface Outlook {
  readonly low: Points
  readonly high: Points
  readonly gradeLow: string
  readonly gradeHigh: string
}

/** What one open item can still do to the whole. */
export interface DecisiveItem {
  readonly item: string
  readonly code: string
  readonly title: string
  readonly atBest: Outlook
  readonly atWorst: Outlook
  /** How far it alone moves the total, the others at their best. */
  readonly moves: Points
  /** The best grade is out of reach once it ends at its worst. */
  readonly takesGrade: boolean
  /** The lowest grade is better once it ends at its best. */
  readonly securesGrade: boolean
}

/**
 * What each open item decides: unchecked ones, and those that wait for a rank. Sorted by what they can move (the
 * others at their best, then at their worst), then as printed. Made when asked for: two scores of the sheet an item.
 */
export function decisiveItems(standard: Rubric, state: Scored): readonly DecisiveItem[] {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  const memory: Memory = new WeakMap()
  const now = scoreSheet(standard, state, memory)
  // One map that is changed and put back: the sheet itself is not touched.
  const items = new Map(state.items)
  const trial: Scored = { items, header: state.header }
  const index = itemIndex(rubric)
  const found = now.items.flatMap(({ item: id, code }): readonly DecisiveItem[] => {
    const item = index.get(id)
    const before = state.items.get(id)
    const endings = item === undefined ? null : endingsOf(rubric, item, before)
    if (item === undefined || endings === null) return []
    items.set(id, endings.best)
    const atBest = outlookOf(scoreSheet(standard, trial, memory))
    items.set(id, endings.worst)
    const atWorst = outlookOf(scoreSheet(standard, trial, memory))
    if (before === undefined) items.delete(id)
    else items.set(id, before)
    return [
      {
        item: id,
        code,
        title: item.title,
        atBest,
        atWorst,
        moves: points(Math.max(0, atBest.high - atWorst.high)),
        takesGrade: atWorst.gradeHigh !== now.gradeHigh,
        securesGrade: atBest.gradeLow !== now.gradeLow,
      },
    ]
  })
  const least = ({ atBest, atWorst }: DecisiveItem) => atBest.low - atWorst.low
  return found.sort((a, b) => b.moves - a.moves || least(b) - least(a))
}

export function outlookOf({ low, high, gradeLow, gradeHigh }: SheetScore): Outlook {
  return { low, high, gradeLow, gradeHigh }
}
