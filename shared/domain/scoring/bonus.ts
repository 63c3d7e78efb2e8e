import { count, multiply, number } from '../explain/expression'
import { points, ZERO } from '../points'
import type { Bonus } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, isCount, lose, NOTHING } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'count' }>

/** Form 11: 加2分，最高不超过5分; counted on the weighted total, under the rubric's own cap. */
export const bonus: Form<Bonus, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'count' && isCount(value.n),
  isNothing: (_clause, value) => value.n === 0,
  needsReason: false,
  take: (clause, { n }) => {
    const { lost: given, isCapped } = lose(n * clause.pointsPerUnit, clause.cap)
    return { ...NOTHING, extra: points(given), isCapped }
  },
  account: ({ unit, pointsPerUnit, cap }, { n }) => ({
    facts: [`${n}${unit}`],
    sum: underCap(multiply(count(n), number(pointsPerUnit)), cap, n * pointsPerUnit > cap),
  }),
  reach: (clause) => ({ lost: ZERO, extraLow: ZERO, extraHigh: clause.cap, veto: null }),
}
