import { formatMilli, points, ZERO } from '../points'
import type { Bonus } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { extra, type Form, isCount } from './form'

type Value = Extract<MarkValue, { kind: 'count' }>

/** Form 11: 加2分，最高不超过5分; counted on the weighted total, under the rubric's own cap. */
export const bonus: Form<Bonus, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'count' && isCount(value.n),
  isNothing: (_clause, value) => value.n === 0,
  needsReason: false,
  take: (clause, { n }) => {
    const raw = n * clause.pointsPerUnit
    const text = `${n} × ${formatMilli(clause.pointsPerUnit)}`
    if (raw <= clause.cap) return extra(points(raw), false, `+ ${text} = ${formatMilli(raw)}`)
    return extra(clause.cap, true, `+ min(${text}, ${formatMilli(clause.cap)}) = ${formatMilli(clause.cap)}`)
  },
  reach: (clause) => ({ lost: ZERO, extraLow: ZERO, extraHigh: clause.cap, veto: null }),
}
