import { mulDiv, type Points, points, type Rounding, ZERO } from '../points'

/** What an item or a group brings to the sum that it stands in: got of due, thousandths, at worst and at best. */
export interface Term {
  /** Id of the item or group. */
  readonly id: string
  readonly low: Points
  readonly high: Points
  readonly due: Points
  /** It may yet be left out of the sum (合理缺项): nobody has checked it. */
  readonly isOptional: boolean
}

/** A sum 实得 ÷ 应得: what is got and what is due. */
export interface Sum {
  readonly got: number
  readonly due: number
}

/** The highest sum still reachable: leaving an unchecked term out never raises it above counting it in full. */
export function highestSum(terms: readonly Term[]): Sum {
  let got = 0
  let due = 0
  for (const term of terms) {
    got += term.high
    due += term.due
  }
  return { got, due }
}

/** The sum with the lowest got ÷ due still reachable. */
export function lowestSum(terms: readonly Term[]): Sum {
  let got = 0
  let due = 0
  for (const term of lowestTerms(terms)) {
    got += term.low
    due += term.due
  }
  return { got, due }
}

/**
 * The terms that make the lowest got ÷ due. Leaving out a term that would keep more than the running share raises
 * it, so optional terms join in order of what they keep while they lower it.
 */
export function lowestTerms(terms: readonly Term[]): readonly Term[] {
  // One that keeps nothing lowers every share but one that is below nothing already.
  const isBelow = terms.some(({ low }) => low < 0)
  const isOpen = ({ isOptional, low }: Term) => isOptional && (isBelow || low > 0)
  if (!terms.some(isOpen)) return terms
  const chosen: Term[] = []
  const optional: Term[] = []
  let got = 0
  let due = 0
  const join = (term: Term) => {
    chosen.push(term)
    got += term.low
    due += term.due
  }
  for (const term of terms) {
    if (isOpen(term)) optional.push(term)
    else join(term)
  }
  optional.sort((a, b) => compareShares(a.low, a.due, b.low, b.due))
  for (const term of optional) {
    if (due !== 0 && compareShares(term.low, term.due, got, due) >= 0) break
    join(term)
  }
  return chosen
}

/** Whether nothing may be left in the sum: each term is out already, or may be. */
export function mayBeEmpty(terms: readonly Term[]): boolean {
  return terms.every(({ isOptional, due }) => isOptional || due === 0)
}

/** got ÷ due of `full`, rounded; all that is due is full marks, on whatever step they lie; never above them. */
export function scaled({ got, due }: Sum, full: Points, rounding: Rounding): Points {
  if (due === 0) return ZERO
  if (got === due) return full
  return points(Math.min(full, mulDiv(got, full, due, rounding)))
}

/** The sign of a ÷ b − c ÷ d for b, d > 0: exact at any size. */
export function compareShares(a: number, b: number, c: number, d: number): number {
  const left = a * d
  const right = c * b
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right)
  const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
