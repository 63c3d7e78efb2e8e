import type { Expression } from '../explain/expression'
import { type Milli, type Points, points, type Rounding } from '../points'
import type { PlainClause } from '../rubric/clause'
import type { Item } from '../rubric/rubric'
import type { PlainValue } from '../sheet/mark'
import type { VetoEffect } from './score'

/** What a mark takes (or a bonus gives): points in thousandths. */
export interface Taken {
  readonly lost: Points
  /** What it may still take besides, until the round is complete (a rank that is not known yet). */
  readonly pending: Points
  readonly extra: Points
  readonly veto: VetoEffect | null
  readonly isCapped: boolean
  /** Fewer were sampled than the standard asks for. */
  readonly isShort: boolean
}

/** How a mark comes to what it takes: `facts` are in the standard's own words and figures; `sum` is lost, or extra. */
export interface Account {
  readonly facts: readonly string[]
  readonly sum: Expression
}

/** The worst a clause can still do to an item that nobody has checked, and the best (a bonus). */
export interface Reach {
  readonly lost: Points
  readonly extraLow: Points
  readonly extraHigh: Points
  readonly veto: VetoEffect | null
}

/** Where a clause stands: its item, the most that the item's clauses can take, and how the rubric rounds items. */
export interface Setting {
  readonly item: Item
  readonly limit: Points
  readonly rounding: Rounding
}

/** One rule form. `V` is the kind of mark it takes. */
export interface Form<C extends PlainClause, V extends PlainValue> {
  /** Whether this mark can be made on this clause at all. */
  readonly fits: (clause: C, value: PlainValue) => value is V
  /** A mark that says that nothing is wrong (a count of 0): the same as no mark. */
  readonly isNothing: (clause: C, value: V) => boolean
  /** Whether the person must say why. */
  readonly needsReason: boolean
  readonly take: (clause: C, value: V, setting: Setting) => Taken
  /** The same as `take` in figures that anyone can follow: its sum evaluates to what is taken (or given). */
  readonly account: (clause: C, value: V, setting: Setting) => Account
  readonly reach: (clause: C, setting: Setting) => Reach
}

const NO_POINTS = 0 as Points
export const NOTHING: Taken = {
  lost: NO_POINTS,
  pending: NO_POINTS,
  extra: NO_POINTS,
  veto: null,
  isCapped: false,
  isShort: false,
}

/**
 * A loss of `raw` thousandths under `cap`. `raw` may be past what an integer holds exactly (a huge count): it is
 * then past every cap too.
 */
export function lose(raw: number, cap: Points): Taken {
  const isCapped = raw > cap
  const lost = isCapped ? cap : points(raw)
  // Written out: this is made for every mark of a sheet, and a spread costs thrice as much.
  return { lost, pending: NO_POINTS, extra: NO_POINTS, veto: null, isCapped, isShort: false }
}

/** At worst `lost` points of the item itself. */
export function reachLoss(lost: Points): Reach {
  return { lost, extraLow: NO_POINTS, extraHigh: NO_POINTS, veto: null }
}

/** A count that a person can have entered: a whole number from 0 to a million, as the file format has it. */
export function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0 && n <= 1_000_000
}

/** The largest measured value that a person can have entered: 999 999.999. */
export const LARGEST_MEASURE = 999_999_999

/** A measured value that a person can have entered: thousandths from 0 to `LARGEST_MEASURE`. */
export function isMeasured(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_MEASURE
}

/**
 * Measured values among which a rule with these bounds shows everything that it can do: both ends, and each bound with
 * its neighbours. Between them it can't change its mind.
 */
export function valuesAround(bounds: readonly (number | undefined)[]): readonly Milli[] {
  const beside = bounds.flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1]))
  return [0, LARGEST_MEASURE, ...beside].filter(isMeasured) as Milli[]
}

/** The most that any measured value costs under a rule that can change its mind only at these bounds. */
export function worstAround(
  bounds: readonly (number | undefined)[],
  cost: (value: number) => number,
): Points {
  return points(Math.max(0, ...valuesAround(bounds).map(cost)))
}
