import { count, divideBy, most, multiply, number, rounded, subtract } from '../explain/expression'
import { formatMilli, mulDiv, type Points, points, type Rounding, ZERO } from '../points'
import type { Proportional } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, isMeasured, lose, reachLoss } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'value' }>

/** Form 6: 按完成比例得分. */
export const proportional: Form<Proportional, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'value' && isMeasured(value.value),
  isNothing: () => false,
  needsReason: false,
  take: (clause, { value }, { limit, rounding }) => lose(lostOf(clause, value, rounding), limit),
  account: (clause, { value }, { limit, rounding }) => {
    const { measure, base, fullAt, floor } = clause
    const isBelow = floor !== undefined && value < floor
    const gained = rounded(divideBy(multiply(number(base), number(value)), number(fullAt)), rounding)
    const partly = value < fullAt ? most(count(0), subtract(number(base), gained)) : count(0)
    const lost = isBelow ? number(base) : partly
    return {
      facts: [
        `${measure.label} ${formatMilli(value)}${measure.unit}`,
        ...(isBelow ? [`${formatMilli(value)} < ${formatMilli(floor)}`] : []),
      ],
      sum: underCap(lost, limit, lostOf(clause, value, rounding) > limit),
    }
  },
  reach: (clause) => reachLoss(clause.base),
}

function lostOf({ base, fullAt, floor }: Proportional, value: number, rounding: Rounding): Points {
  const isBelow = floor !== undefined && value < floor
  // What is reached in full is full marks, on whatever step they lie.
  if (value >= fullAt && !isBelow) return ZERO
  const gained = isBelow ? ZERO : mulDiv(base, value, fullAt, rounding)
  return points(Math.max(0, base - gained))
}
