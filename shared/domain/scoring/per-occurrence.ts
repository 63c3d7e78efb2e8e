import {
  add,
  count,
  divideBy,
  type Expression,
  floor,
  most,
  multiply,
  number,
  subtract,
} from '../explain/expression'
import type { PerOccurrence } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, isCount, lose, reachLoss } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'count' | 'counts' }>

/** Forms 1–3: 每处扣0.2分，1分扣完为止; sized by severity; per N units; the first so many free. */
export const perOccurrence: Form<PerOccurrence, Value> = {
  fits: (clause, value): value is Value => {
    if (value.kind === 'count') return clause.severities === undefined && isCount(value.n)
    if (value.kind !== 'counts' || clause.severities === undefined) return false
    const ids = new Set(clause.severities.map((severity) => severity.id))
    return Object.entries(value.bySeverity).every(([id, n]) => ids.has(id) && isCount(n))
  },
  isNothing: (_clause, value) =>
    value.kind === 'count' ? value.n === 0 : Object.values(value.bySeverity).every((n) => n === 0),
  needsReason: false,
  take: (clause, value, { limit }) => lose(rawOf(clause, value), clause.cap ?? limit),
  account: (clause, value, { limit }) => {
    const { unit, cap = limit } = clause
    const sizes = value.kind === 'counts' ? severitiesOf(clause, value.bySeverity) : []
    return {
      facts:
        value.kind === 'count' ? [`${value.n}${unit}`] : sizes.map(({ label, n }) => `${label} ${n}${unit}`),
      sum: underCap(
        value.kind === 'count'
          ? multiply(unitsDue(clause, value.n), number(clause.pointsPerUnit ?? 0))
          : add(...sizes.map(({ n, points: each }) => multiply(count(n), number(each)))),
        cap,
        rawOf(clause, value) > cap,
      ),
    }
  },
  reach: (clause, { limit }) => reachLoss(clause.cap ?? limit),
}

function rawOf(clause: PerOccurrence, value: Value): number {
  if (value.kind === 'counts') {
    return severitiesOf(clause, value.bySeverity).reduce((sum, { n, points: each }) => sum + n * each, 0)
  }
  const due = Math.floor(Math.max(0, value.n - (clause.allowance ?? 0)) / (clause.per ?? 1))
  return due * (clause.pointsPerUnit ?? 0)
}

function unitsDue({ allowance = 0, per = 1 }: PerOccurrence, n: number): Expression {
  const counted = allowance === 0 ? count(n) : most(count(0), subtract(count(n), count(allowance)))
  return per === 1 ? counted : floor(divideBy(counted, count(per)))
}

function severitiesOf(clause: PerOccurrence, bySeverity: Readonly<Record<string, number>>) {
  return (clause.severities ?? []).flatMap((severity) => {
    const n = Object.hasOwn(bySeverity, severity.id) ? (bySeverity[severity.id] ?? 0) : 0
    return n === 0 ? [] : [{ ...severity, n }]
  })
}
