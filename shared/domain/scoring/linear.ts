import { number } from '../explain/expression'
import { formatMilli } from '../points'
import type { Linear } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, isMeasured, LARGEST_MEASURE, lose, reachLoss } from './form'
import { costOfGap, explainDistance, explainGap, gapOf, underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'value' }>

/** Form 6: 每低1个百分点扣0.25分. */
export const linear: Form<Linear, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'value' && isMeasured(value.value),
  isNothing: () => false,
  needsReason: false,
  take: (clause, { value }, setting) =>
    lose(
      costOfGap(clause, gapOf(clause.direction, clause.from, value), setting),
      clause.cap ?? setting.limit,
    ),
  account: (clause, { value }, setting) => {
    const { measure, direction, from, cap = setting.limit } = clause
    const cost = costOfGap(clause, gapOf(direction, from, value), setting)
    const gap = explainDistance(direction, number(from), number(value))
    return {
      facts: [`${measure.label} ${formatMilli(value)}${measure.unit}`],
      sum: underCap(explainGap(clause, gap, setting, cost), cap, cost > cap),
    }
  },
  reach: (clause, setting) => {
    const worst = clause.direction === 'below' ? 0 : LARGEST_MEASURE
    const cost = costOfGap(clause, gapOf(clause.direction, clause.from, worst), setting)
    return reachLoss(lose(cost, clause.cap ?? setting.limit).lost)
  },
}
