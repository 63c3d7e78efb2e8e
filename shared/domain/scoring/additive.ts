import { formatMilli, points } from '../points'
import type { Additive } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, lose, reachLoss } from './form'

type Value = Extract<MarkValue, { kind: 'missing' }>

/** Form 10: 成立领导小组1分，有专人负责1分: each missing part loses its points. */
export const additive: Form<Additive, Value> = {
  fits: (clause, value): value is Value => {
    if (value.kind !== 'missing' || new Set(value.parts).size !== value.parts.length) return false
    const ids = new Set(clause.parts.map(({ id }) => id))
    return value.parts.every((part) => ids.has(part))
  },
  isNothing: (_clause, value) => value.parts.length === 0,
  needsReason: false,
  take: (clause, value, { item }) => {
    const missing = clause.parts.filter(({ id }) => value.parts.includes(id))
    const lost = missing.reduce((sum, part) => sum + part.points, 0)
    return lose(
      lost,
      item.points,
      () => `${missing.map((part) => formatMilli(part.points)).join(' + ')} = ${formatMilli(lost)}`,
    )
  },
  reach: (clause) => reachLoss(points(clause.parts.reduce((sum, part) => sum + part.points, 0))),
}
