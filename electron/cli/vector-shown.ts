import { formatMilli } from '../../shared/domain/points'
import type { ItemScore, SheetScore } from '../../shared/domain/scoring/score'

/** What the program got, by the names of `expected`, in the decimals of people. */
export type Shown = Readonly<Record<string, string>>

/** Any order: the same members are the same list. */
export function listed(all: readonly string[]): string {
  return all.length === 0 ? 'none' : [...all].sort().join(', ')
}

/** One number, or the range that is still open. */
export function ranged(low: number, high: number): string {
  return low === high ? formatMilli(low) : `${formatMilli(low)}..${formatMilli(high)}`
}

export function itemShown({ items }: SheetScore, id: string): Shown | null {
  const score = items.find(({ item }) => item === id)
  if (score === undefined) return null
  const { status, due, low, high, lost, extraLow, extraHigh } = score
  return {
    status,
    ...lowHigh(low, high),
    due: formatMilli(due),
    lost: formatMilli(lost),
    extra: ranged(extraLow, extraHigh),
    extraLow: formatMilli(extraLow),
    extraHigh: formatMilli(extraHigh),
  }
}

export function clauseShown({ items }: SheetScore, name: string): Shown | null {
  const [itemId, clauseId] = name.split('/')
  const clauses: ItemScore['clauses'] = items.find(({ item }) => item === itemId)?.clauses ?? []
  const score = clauses.find(({ clause }) => clause === clauseId)
  if (score === undefined) return null
  const { lost, pending, extra, isCapped, isShort } = score
  return {
    lost: formatMilli(lost),
    pending: formatMilli(pending),
    extra: formatMilli(extra),
    isCapped: String(isCapped),
    isShort: String(isShort),
  }
}

export function categoryShown({ categories }: SheetScore, id: string): Shown | null {
  const score = categories.find(({ category }) => category === id)
  if (score === undefined) return null
  const { low, high, due, gradeLow, gradeHigh, checked, isVetoed, isForfeited, isLeftOut } = score
  return {
    ...lowHigh(low, high),
    ...grades(gradeLow, gradeHigh),
    due: formatMilli(due),
    checked: String(checked),
    isVetoed: String(isVetoed),
    isForfeited: String(isForfeited),
    isLeftOut: String(isLeftOut),
  }
}

export function totalShown(score: SheetScore): Shown {
  const { low, high, gradeLow, gradeHigh, weightedLow, weightedHigh } = score
  return {
    ...lowHigh(low, high),
    ...grades(gradeLow, gradeHigh),
    weighted: ranged(weightedLow, weightedHigh),
    weightedLow: formatMilli(weightedLow),
    weightedHigh: formatMilli(weightedHigh),
    bonus: formatMilli(score.bonus),
    penalty: formatMilli(score.penalty),
    vetoedBy: listed(score.vetoedBy),
    forfeitedBy: listed(score.forfeitedBy),
    checked: String(score.checked),
    count: String(score.count),
  }
}

function lowHigh(low: number, high: number): Shown {
  return { score: ranged(low, high), low: formatMilli(low), high: formatMilli(high) }
}

function grades(gradeLow: string, gradeHigh: string): Shown {
  return { grade: gradeLow === gradeHigh ? gradeHigh : `${gradeLow}..${gradeHigh}`, gradeLow, gradeHigh }
}
