import { count, divideBy, least, most, multiply, number, rounded, subtract } from '../explain/expression'
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
    const reached = value > fullAt ? least(number(value), number(fullAt)) : number(value)
    const gained = rounded(divideBy(multiply(number(base), reached), number(fullAt)), rounding)
    const lost = isBelow ? number(base) : most(count(0), subtract(number(base), gained))
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
  const gained = isBelow ? ZERO : mulDiv(base, Math.min(value, fullAt), fullAt, rounding)
  return points(Math.max(0, base - gained))
}
