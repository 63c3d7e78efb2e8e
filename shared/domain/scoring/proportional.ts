import { formatMilli, mulDiv, points, ZERO } from '../points'
import type { Proportional } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, isMeasured, lose, reachLoss } from './form'

type Value = Extract<MarkValue, { kind: 'value' }>

/** Form 6: 按完成比例得分. */
export const proportional: Form<Proportional, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'value' && isMeasured(value.value),
  isNothing: () => false,
  needsReason: false,
  take: (clause, { value }, { item, rounding }) => {
    const isBelowFloor = clause.floor !== undefined && value < clause.floor
    const reached = Math.min(value, clause.fullAt)
    const gained = isBelowFloor ? ZERO : mulDiv(clause.base, reached, clause.fullAt, rounding)
    const lost = points(Math.max(0, clause.base - gained))
    const share = isBelowFloor
      ? `${formatMilli(value)} < ${formatMilli(clause.floor ?? 0)} → 0`
      : `${formatMilli(clause.base)} × ${formatMilli(reached)} ÷ ${formatMilli(clause.fullAt)} = ${formatMilli(gained)}`
    return lose(
      lost,
      item.points,
      () => `${share}; ${formatMilli(clause.base)} − ${formatMilli(gained)} = ${formatMilli(lost)}`,
    )
  },
  reach: (clause) => reachLoss(clause.base),
}
