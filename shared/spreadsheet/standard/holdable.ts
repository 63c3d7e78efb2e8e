import { type Points, ZERO } from '../../domain/points'
import type { AnyRule } from './worded'

/** Largest number of points, and of anything else that a rule says, in thousandths. */
const LARGEST = 1_000_000_000
const LONGEST_NAME = 200
const LONGEST_UNIT = 20
/** Longest lists by member; others hold twenty. */
const MOST: Readonly<Record<string, number>> = { tiers: 50, parts: 50, steps: 50 }

/** Points as a standard may have them: none where the sheet says more than a million, or less than nothing. */
export function holdablePoints(value: Points | null): Points | null {
  return value !== null && Number.isSafeInteger(value) && value >= ZERO && value <= LARGEST ? value : null
}

/** Whether a standard can hold a rule at all: names that are there and short enough, lists, numbers in range. */
export function isHoldable(rule: AnyRule): boolean {
  return isFitting(rule, '')
}

function isFitting(value: unknown, key: string): boolean {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value >= 0 && value <= LARGEST
  }
  if (typeof value === 'string') return isName(value, key)
  if (Array.isArray(value))
    return value.length > 0 && value.length <= (MOST[key] ?? 20) && value.every((one) => isFitting(one, key))
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, member]) =>
    // The unit of a measure may be none.
    name === 'unit' && 'label' in value ? String(member).length <= LONGEST_UNIT : isFitting(member, name),
  )
}

function isName(text: string, key: string): boolean {
  return text.trim() !== '' && text.length <= (key === 'unit' ? LONGEST_UNIT : LONGEST_NAME)
}
