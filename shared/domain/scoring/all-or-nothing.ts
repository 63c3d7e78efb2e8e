import { formatMilli } from '../points'
import type { AllOrNothing } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, lose, reachLoss } from './form'

type Value = Extract<MarkValue, { kind: 'flag' }>

/** Form 4: 未建立制度的不得分; 无记录的扣1分. */
export const allOrNothing: Form<AllOrNothing, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'flag',
  isNothing: () => false,
  needsReason: false,
  take: (clause, _value, { item }) => {
    const lost = clause.deduct === 'all' ? item.points : clause.deduct
    return lose(lost, item.points, () => `− ${formatMilli(lost)}`)
  },
  reach: (clause, { item }) => reachLoss(clause.deduct === 'all' ? item.points : clause.deduct),
}
