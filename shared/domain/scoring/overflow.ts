import { count } from '../explain/expression'
import type { Overflow } from '../rubric/clause-in-context'
import type { PlainValue } from '../sheet/mark'
import { type Form, NOTHING, reachLoss } from './form'

/**
 * Form 12: 扣满后追加扣10分. It takes no mark: `scoreItem` lets the item fall below nothing when its points are gone.
 */
export const overflow: Form<Overflow, never> = {
  fits: (_clause, _value: PlainValue): _value is never => false,
  isNothing: () => false,
  needsReason: false,
  take: () => NOTHING,
  account: () => ({ facts: [], sum: count(0) }),
  reach: () => reachLoss(NOTHING.lost),
}
