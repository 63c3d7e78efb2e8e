import { number } from '../explain/expression'
import type { Points } from '../points'
import type { AllOrNothing } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, lose, reachLoss, type Setting } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'flag' }>

/** Form 4: 未建立制度的不得分; 无记录的扣1分. */
export const allOrNothing: Form<AllOrNothing, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'flag',
  isNothing: () => false,
  needsReason: false,
  take: (clause, _value, setting) => lose(priceOf(clause, setting), setting.limit),
  account: (clause, _value, setting) => {
    const price = priceOf(clause, setting)
    return { facts: [], sum: underCap(number(price), setting.limit, price > setting.limit) }
  },
  reach: (clause, setting) => reachLoss(lose(priceOf(clause, setting), setting.limit).lost),
}

function priceOf({ deduct }: AllOrNothing, { item }: Setting): Points {
  return deduct === 'all' ? item.points : deduct
}
