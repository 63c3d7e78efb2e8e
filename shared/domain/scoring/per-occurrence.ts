import { formatMilli } from '../points'
import type { PerOccurrence } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, isCount, lose, reachLoss } from './form'

type Value = Extract<MarkValue, { kind: 'count' | 'counts' }>

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
  take: (clause, value, { item }) => {
    const cap = clause.cap ?? item.points
    const terms =
      value.kind === 'count' ? [countTerm(clause, value.n)] : severityTerms(clause, value.bySeverity)
    const raw = terms.reduce((sum, term) => sum + term.raw, 0)
    const text = terms.map((term) => term.text).join(' + ')
    return lose(raw, cap, (bites) =>
      bites === null
        ? `${text} = ${formatMilli(raw)}`
        : `min(${text}, ${formatMilli(bites)}) = ${formatMilli(bites)}`,
    )
  },
  reach: (clause, { item }) => reachLoss(clause.cap ?? item.points),
}

function countTerm(clause: PerOccurrence, n: number): { raw: number; text: string } {
  const free = clause.allowance ?? 0
  const per = clause.per ?? 1
  const each = clause.pointsPerUnit ?? 0
  const due = Math.floor(Math.max(0, n - free) / per)
  const counted = free === 0 ? `${n}` : `max(0, ${n} − ${free})`
  return { raw: due * each, text: `${per === 1 ? counted : `⌊${counted} ÷ ${per}⌋`} × ${formatMilli(each)}` }
}

function severityTerms(clause: PerOccurrence, bySeverity: Readonly<Record<string, number>>) {
  return (clause.severities ?? []).flatMap(({ id, points: each }) => {
    const n = Object.hasOwn(bySeverity, id) ? (bySeverity[id] ?? 0) : 0
    return n === 0 ? [] : [{ raw: n * each, text: `${n} × ${formatMilli(each)}` }]
  })
}
