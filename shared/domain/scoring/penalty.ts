import { count, multiply, number, subtract } from '../explain/expression'
import { points, ZERO } from '../points'
import type { Penalty } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, isCount, lose, NOTHING } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'count' }>

/** A penalty without a cap of its own is bounded by the rubric's; this stands for 'no bound of its own'. */
const UNBOUNDED = points(1_000_000_000)

/** Form 11: 被曝光一次扣3分，从总分中扣; counted on the weighted total. Its extra is negative. */
export const penalty: Form<Penalty, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'count' && isCount(value.n),
  isNothing: (_clause, value) => value.n === 0,
  needsReason: false,
  take: (clause, { n }) => {
    const { lost: taken, isCapped } = lose(n * clause.pointsPerUnit, clause.cap ?? UNBOUNDED)
    return { ...NOTHING, extra: points(-taken), isCapped }
  },
  account: ({ unit, pointsPerUnit, cap = UNBOUNDED }, { n }) => ({
    facts: [`${n}${unit}`],
    sum: subtract(
      count(0),
      underCap(multiply(count(n), number(pointsPerUnit)), cap, n * pointsPerUnit > cap),
    ),
  }),
  reach: (clause) => ({
    lost: ZERO,
    extraLow: points(-(clause.cap ?? UNBOUNDED)),
    extraHigh: ZERO,
    veto: null,
  }),
}
