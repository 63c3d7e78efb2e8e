import type { Rubric } from '../rubric/rubric'
import type { CategoryScore } from './score'
import type { Tally } from './tally'
import type { Term } from './term'
import type { Part } from './weighted-total'

/** A part of the total, and the terms of its category that it stands for; none where it is the category as a whole. */
export interface TotalPart extends Part {
  readonly category: string
  readonly terms: readonly Term[]
}

/** What a category weighs: what the standard gives it, or its points. */
export function weightIn(rubric: Rubric, { weight, full }: Pick<CategoryScore, 'weight' | 'full'>): number {
  return rubric.weighting === 'points' ? full : weight
}

/** What the categories bring at worst: each as a whole, or item by item where 合理缺项 is made good in the total. */
export function lowParts(rubric: Rubric, tallies: readonly Tally[]): readonly TotalPart[] {
  // One that is left out comes back, with nothing, where an unchecked item may still veto it.
  return tallies
    .filter(({ score, couldBeVetoed }) => !score.isLeftOut || couldBeVetoed)
    .flatMap((tally) =>
      rubric.exclusionScope === 'total' ? lowTerms(rubric, tally) : [lowWhole(rubric, tally)],
    )
}

/** What the categories bring at best. */
export function highParts(rubric: Rubric, tallies: readonly Tally[]): readonly TotalPart[] {
  return tallies
    .filter(({ score }) => !score.isLeftOut)
    .flatMap((tally) =>
      rubric.exclusionScope === 'total' ? highTerms(rubric, tally) : [highWhole(rubric, tally)],
    )
}

function lowWhole(rubric: Rubric, { score, isOptional }: Tally): TotalPart {
  const { category, full, low } = score
  return { category, weight: weightIn(rubric, score), full, got: low, due: full, isOptional, terms: [] }
}

function highWhole(rubric: Rubric, { score }: Tally): TotalPart {
  const { category, full, high } = score
  return {
    category,
    weight: weightIn(rubric, score),
    full,
    got: high,
    due: full,
    isOptional: false,
    terms: [],
  }
}

function lowTerms(rubric: Rubric, { score, terms, couldBeVetoed }: Tally): readonly TotalPart[] {
  const { category, full } = score
  const head = { category, weight: weightIn(rubric, score), full }
  if (couldBeVetoed) return [{ ...head, got: 0, due: sum(terms, 'due'), isOptional: false, terms: [] }]
  const isOpen = ({ isOptional, low }: Term) => isOptional && low > 0
  const fixed = terms.filter((term) => !isOpen(term))
  return [
    { ...head, got: sum(fixed, 'low'), due: sum(fixed, 'due'), isOptional: false, terms: fixed },
    ...terms
      .filter(isOpen)
      .map((term) => ({ ...head, got: term.low, due: term.due, isOptional: true, terms: [term] })),
  ]
}

function highTerms(rubric: Rubric, { score, terms }: Tally): readonly TotalPart[] {
  const { category, full, due } = score
  const head = { category, weight: weightIn(rubric, score), full, isOptional: false }
  if (!score.isVetoed && !score.isForfeited) return [{ ...head, got: sum(terms, 'high'), due, terms }]
  // At nothing whatever is kept: its open items would only add to what is due.
  const fixed = terms.filter(({ isOptional }) => !isOptional)
  return [{ ...head, got: 0, due: sum(fixed, 'due'), terms: [] }]
}

function sum(terms: readonly Term[], key: 'low' | 'high' | 'due'): number {
  return terms.reduce<number>((all, term) => all + term[key], 0)
}
