import type { Outcome } from '../../domain/rubric/clause'
import type { ReadTier } from '../wording/read-clause'
import { unitOf } from './worded'

/** A tier as a stretch of values with what it does. A bound belongs to it where it is not open. */
export interface Band {
  readonly low: number
  readonly isLowOpen: boolean
  readonly high: number
  readonly isHighClosed: boolean
  readonly outcome: Outcome
  readonly label: string
}

/** The rest of what can be measured: 其余不得分. */
const THE_REST = /^(?:其余|其他|其它|否则|剩余|以外|除此)/
const MIN = Number.NEGATIVE_INFINITY
const MAX = Number.POSITIVE_INFINITY

/**
 * The stretches of numeric tiers in printed order. A label among them may say 'the rest', where that is one stretch;
 * null where something else is said, or units differ. `printed` are the words of the numeric ones, where known.
 */
export function bandsOf(
  tiers: readonly ReadTier[],
  outcomes: readonly Outcome[],
  unit: string,
  printed: readonly string[] = [],
): readonly Band[] | null {
  let numbered = 0
  const bands: (Band | null)[] = tiers.map((tier, at) => {
    const outcome = outcomes[at]
    const words = 'label' in tier ? undefined : printed[numbered++]
    if ('label' in tier || outcome === undefined || unitOf(tier.unit) !== unit) return null
    const label = words ?? labelOf(tier)
    if ('min' in tier) {
      const { min, max, minInclusive, maxInclusive } = tier
      return { low: min, isLowOpen: !minInclusive, high: max, isHighClosed: maxInclusive, outcome, label }
    }
    const { cmp, value } = tier
    const above = { low: value, high: MAX, isHighClosed: false, outcome, label }
    const below = { low: MIN, isLowOpen: false, high: value, outcome, label }
    if (cmp === '>' || cmp === '>=') return { ...above, isLowOpen: cmp === '>' }
    if (cmp === '<' || cmp === '<=') return { ...below, isHighClosed: cmp === '<=' }
    return exactly(tiers, value, unit, outcome, label)
  })
  const others = tiers.flatMap((tier, at) => ('label' in tier ? [{ tier, at }] : []))
  const [rest] = others
  if (rest !== undefined) {
    const outcome = outcomes[rest.at]
    if (others.length > 1 || outcome === undefined || !THE_REST.test(rest.tier.label)) return null
    const gap = gapBetween(bands.filter((band) => band !== null))
    if (gap === null) return null
    bands[rest.at] = { ...gap, outcome, label: rest.tier.label }
  }
  const whole = bands.filter((band) => band !== null)
  return whole.length < bands.length
    ? null
    : COUNTED.test(unit)
      ? whole.map((band) => closed(band, whole))
      : whole
}

/** Things that are counted: there is none between 50 and 51. */
const COUNTED =
  /^(?:个|处|项|次|起|件|家|户|人|名|人次|条|座|块|辆|辆次|车次|份|篇|场|例|宗|批|台|套|株|棵|盏|户次|点位?|类|种)$/

/** 50处以内, 51至100处: what ends with 50 goes on to where 51 begins. */
function closed(band: Band, all: readonly Band[]): Band {
  const isNext = all.some(({ low, isLowOpen }) => !isLowOpen && low === band.high + 1)
  return band.isHighClosed && isNext ? { ...band, high: band.high + 1, isHighClosed: false } : band
}

/** 100% is the top; one of a counted thing ends where the next tier, one further, begins; none is the bottom. */
function exactly(
  tiers: readonly ReadTier[],
  value: number,
  unit: string,
  outcome: Outcome,
  label: string,
): Band | null {
  if (unit === '%' && value === 100)
    return { low: value, isLowOpen: false, high: MAX, isHighClosed: false, outcome, label }
  const lows = tiers.flatMap((tier) => {
    if ('min' in tier) return [{ at: tier.min, isOpen: !tier.minInclusive }]
    return 'cmp' in tier && tier.cmp !== '<' && tier.cmp !== '<='
      ? [{ at: tier.value, isOpen: tier.cmp === '>' }]
      : []
  })
  const start = { low: value === 0 ? MIN : value, isLowOpen: false, outcome, label }
  if (value === 0 && lows.some(({ at, isOpen }) => at === 0 && isOpen))
    return { ...start, high: 0, isHighClosed: true }
  const isNext = lows.some(({ at, isOpen }) => at === value + 1 && !isOpen)
  return Number.isSafeInteger(value) && unit !== '%' && isNext
    ? { ...start, high: value + 1, isHighClosed: false }
    : null
}

/** The one stretch that no band covers; null where there is none, or more than one. */
function gapBetween(bands: readonly Band[]): Omit<Band, 'outcome' | 'label'> | null {
  const sorted = rising(bands)
  const [first, last] = [sorted[0], sorted[sorted.length - 1]]
  if (first === undefined || last === undefined) return null
  const gaps: Omit<Band, 'outcome' | 'label'>[] = []
  if (!isBottom(first))
    gaps.push({ low: MIN, isLowOpen: false, high: first.low, isHighClosed: first.isLowOpen })
  sorted.slice(1).forEach((band, at) => {
    const before = sorted[at]
    if (before !== undefined && !meets(before, band))
      gaps.push({
        low: before.high,
        isLowOpen: before.isHighClosed,
        high: band.low,
        isHighClosed: band.isLowOpen,
      })
  })
  if (last.high !== MAX)
    gaps.push({ low: last.high, isLowOpen: last.isHighClosed, high: MAX, isHighClosed: false })
  const [gap] = gaps
  return gaps.length === 1 && gap !== undefined && gap.low <= gap.high ? gap : null
}

export function rising(bands: readonly Band[]): readonly Band[] {
  return [...bands].sort((a, b) => a.low - b.low)
}

/** Each value between the two belongs to one of them alone. */
export function meets(before: Band, after: Band): boolean {
  return before.high === after.low && before.isHighClosed === after.isLowOpen
}

export function isBottom({ low, isLowOpen }: Band): boolean {
  return low === MIN || (low === 0 && !isLowOpen)
}

export function isTop({ high, isHighClosed }: Band, unit: string): boolean {
  return high === MAX || (unit === '%' && high === 100 && isHighClosed)
}

const SIGN = { '<': '＜', '<=': '≤', '>': '＞', '>=': '≥', '=': '' } as const

/** A numeric tier in few signs: ≥90%, 80—90%. */
export function labelOf(tier: ReadTier): string {
  if ('label' in tier) return tier.label.slice(0, 200)
  return 'min' in tier ? `${tier.min}—${tier.max}${tier.unit}` : `${SIGN[tier.cmp]}${tier.value}${tier.unit}`
}
