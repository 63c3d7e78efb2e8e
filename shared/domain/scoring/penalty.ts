import { formatMilli, points, ZERO } from '../points'
import type { Penalty } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { extra, type Form, isCount } from './form'

type Value = Extract<MarkValue, { kind: 'count' }>

/** A penalty without a cap of its own is bounded by the rubric's; this stands for 'no bound of its own'. */
const UNBOUNDED = points(1_000_000_000)

/** Form 11: 被曝光一次扣3分，从总分中扣; counted on the weighted total. */
export const penalty: Form<Penalty, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'count' && isCount(value.n),
  isNothing: (_clause, value) => value.n === 0,
  needsReason: false,
  take: (clause, { n }) => {
    const cap = clause.cap ?? UNBOUNDED
    const raw = n * clause.pointsPerUnit
    const text = `${n} × ${formatMilli(clause.pointsPerUnit)}`
    if (raw <= cap) return extra(points(-raw), false, `− ${text} = −${formatMilli(raw)}`)
    return extra(points(-cap), true, `− min(${text}, ${formatMilli(cap)}) = −${formatMilli(cap)}`)
  },
  reach: (clause) => ({
    lost: ZERO,
    extraLow: points(-(clause.cap ?? UNBOUNDED)),
    extraHigh: ZERO,
    veto: null,
  }),
}
