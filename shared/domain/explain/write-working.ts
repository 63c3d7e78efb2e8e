import { formatMilli } from '../points'
import type { Explanation } from './explanation'
import { writeExpression } from './write-expression'

/**
 * How a clause came to what it takes, in one line: its arithmetic ('min(6 × 0.2, 1) = 1'), or what decided where
 * there is nothing to reckon ('87.5 < 90'). Empty where neither says more than the mark itself.
 */
export function writeWorking({ facts, best }: Pick<Explanation, 'facts' | 'best'>): string {
  const { sum, value } = best
  if (sum.op === 'number') return facts.at(-1) ?? ''
  return `${writeExpression(sum)} = ${formatMilli(value)}`
}
