import type { Rubric } from '../rubric/rubric'
import type { Tally } from './tally'
import type { Term } from './term'
import type { Part } from './weighted-total'

/** A part of the total, and the terms of its category that it stands for; none where it is the category as a whole. */
export interface TotalPart extends Part {
  readonly category: string
  readonly terms: readonly Term[]
}

/** What the categories bring at worst: each as a whole, or item by item where 合理缺项 is made good in the total. */
export function lowParts(rubric: Rubric, tallies: readonly Tally[]): readonly TotalPart[] {
  // One that is left out comes back, with nothing, where an unchecked item may still veto it.
  return tallies
    .filter(({ score, couldBeVetoed }) => !score.isLeftOut || couldBeVetoed)
    .flatMap((tally) => (rubric.exclusionScope === 'total' ? lowTerms(tally) : [lowWhole(tally)]))
}

/** What the categories bring at best. */
export function highParts(rubric: Rubric, tallies: readonly Tally[]): readonly TotalPart[] {
  return tallies
    .filter(({ score }) => !score.isLeftOut)
    .flatMap((tally) => (rubric.exclusionScope === 'total' ? highTerms(tally) : [highWhole(tally)]))
}

function lowWhole({ score: { category, weight, full, low }, isOptional }: Tally): TotalPart {
  return { category, weight, full, got: low, due: full, isOptional, terms: [] }
}

function highWhole({ score: { category, weight, full, high } }: Tally): TotalPart {
  return { category, weight, full, got: high, due: full, isOptional: false, terms: [] }
}

function lowTerms({ score: { category, weight, full }, terms, couldBeVetoed }: Tally): readonly TotalPart[] {
  const head = { category, weight, full }
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

function highTerms({ score, terms }: Tally): readonly TotalPart[] {
  const { category, weight, full, due } = score
  const head = { category, weight, full, isOptional: false }
  if (!score.isVetoed && !score.isForfeited) return [{ ...head, got: sum(terms, 'high'), due, terms }]
  // At nothing whatever is kept: its open items would only add to what is due.
  const fixed = terms.filter(({ isOptional }) => !isOptional)
  return [{ ...head, got: 0, due: sum(fixed, 'due'), terms: [] }]
}

function sum(terms: readonly Term[], key: 'low' | 'high' | 'due'): number {
  return terms.reduce<number>((all, term) => all + term[key], 0)
}
