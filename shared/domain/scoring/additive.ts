import {
  add,
  divideBy,
  type Expression,
  evaluate,
  least,
  most,
  multiply,
  number,
  rounded,
  subtract,
} from '../explain/expression'
import { mulDiv, type Points, points } from '../points'
import type { Additive } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, lose, reachLoss, type Setting } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'missing' }>
type Part = Additive['parts'][number]

/**
 * Form 10: 成立领导小组1分，有专人负责1分: each missing part loses its points. Where the clause says so a part may
 * not apply (form 16, inside an item): those that are there then gain their share of all points, 实得 ÷ 应得.
 */
export const additive: Form<Additive, Value> = {
  fits: (clause, value): value is Value => {
    if (value.kind !== 'missing') return false
    const { parts, notApplicable = [] } = value
    const named = [...parts, ...notApplicable]
    if (new Set(named).size !== named.length) return false
    const ids = new Set(clause.parts.map(({ id }) => id))
    if (!named.every((part) => ids.has(part))) return false
    // Where nothing applies the item itself is excluded.
    return notApplicable.length === 0 || (clause.isNormalised === true && notApplicable.length < ids.size)
  },
  isNothing: (_clause, { parts, notApplicable = [] }) => parts.length === 0 && notApplicable.length === 0,
  needsReason: false,
  take: (clause, value, setting) => lose(lostOf(clause, value, setting), setting.limit),
  account: (clause, value, setting) => {
    const missing = partsOf(clause, value.parts)
    const away = partsOf(clause, value.notApplicable ?? [])
    const lost = lostOf(clause, value, setting)
    const { isCapped } = lose(lost, setting.limit)
    const facts = missing.map(({ label }) => `✗ ${label}`)
    return {
      facts: [...facts, ...away.map(({ label }) => `– ${label}`)],
      sum: underCap(explainLost(clause, missing, away, lost, setting), setting.limit, isCapped),
    }
  },
  reach: (clause) => reachLoss(points(sum(clause.parts))),
}

function lostOf(clause: Additive, { parts, notApplicable = [] }: Value, { rounding }: Setting): Points {
  const lost = sum(partsOf(clause, parts))
  if (notApplicable.length === 0 || lost === 0) return points(lost)
  const all = sum(clause.parts)
  const due = all - sum(partsOf(clause, notApplicable))
  // Rounded up, a share never gives more than all parts.
  return points(Math.max(0, all - mulDiv(due - lost, all, due, rounding)))
}

/** The missing parts, or their share of all points; where rounding what is gained tells it otherwise, that. */
function explainLost(
  clause: Additive,
  missing: readonly Part[],
  away: readonly Part[],
  lost: Points,
  { rounding }: Setting,
): Expression {
  const parts = missing.length === 0 ? number(0) : add(...missing.map((part) => number(part.points)))
  if (away.length === 0) return parts
  const all = number(sum(clause.parts))
  const due = sum(clause.parts) - sum(away)
  const share = rounded(divideBy(multiply(parts, all), number(due)), rounding)
  const plain = evaluate(share) > sum(clause.parts) ? least(share, all) : share
  if (evaluate(plain) === lost) return plain
  const gained = rounded(divideBy(multiply(number(due - sum(missing)), all), number(due)), rounding)
  return most(number(0), subtract(all, gained))
}

function partsOf(clause: Additive, ids: readonly string[]): readonly Part[] {
  return clause.parts.filter(({ id }) => ids.includes(id))
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, part) => total + part.points, 0)
}
