import { number } from '../explain/expression'
import { formatMilli, type Points, points, ZERO } from '../points'
import type { Threshold } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, isMeasured, lose, reachLoss, worstAround } from './form'
import { lossOf, worthOf } from './outcome'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'value' }>
type OneThreshold = Threshold['thresholds'][number]

/**
 * Form 5: 低于80%不得分. Every threshold is held against the value. Of those that take, the one that costs most
 * counts; of those that give (得1分, 得满分), the best, and where gains are offered and none is met, nothing is gained.
 */
export const threshold: Form<Threshold, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'value' && isMeasured(value.value),
  isNothing: () => false,
  needsReason: false,
  take: (clause, { value }, { item, limit }) => lose(lossesOf(clause, item.points).value(value), limit),
  account: (clause, { value }, { item, limit }) => {
    const losses = lossesOf(clause, item.points)
    const lost = losses.value(value)
    const by = clause.thresholds.find((one) => holds(value, one) && losses.threshold(one) === lost)
    const { label, unit } = clause.measure
    const test = by === undefined ? [] : [`${formatMilli(value)} ${SIGN[by.cmp]} ${formatMilli(by.value)}`]
    return {
      facts: [`${label} ${formatMilli(value)}${unit}`, ...test],
      sum: underCap(number(lost), limit, lost > limit),
    }
  },
  reach: (clause, { item }) =>
    reachLoss(
      worstAround(
        clause.thresholds.map(({ value }) => value),
        lossesOf(clause, item.points).value,
      ),
    ),
}

const SIGN = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const

/** What one threshold costs where it is met, and what a value costs under all of them. */
function lossesOf({ thresholds }: Threshold, itemPoints: Points) {
  const outcomes = thresholds.map(({ outcome }) => outcome)
  const worth = worthOf(outcomes, itemPoints)
  const offered = outcomes.some(({ effect }) => effect === 'gain') ? worth : ZERO
  const threshold = ({ outcome }: OneThreshold) => lossOf(outcome, worth, itemPoints)
  const value = (measured: number): Points => {
    let taken = 0
    let missed: number = offered
    let isGiven = false
    for (const one of thresholds) {
      if (!holds(measured, one)) continue
      const loss = threshold(one)
      if (!isGiving(one)) taken = Math.max(taken, loss)
      else if (!isGiven || loss < missed) missed = loss
      isGiven ||= isGiving(one)
    }
    return points(Math.max(taken, missed))
  }
  return { threshold, value }
}

function isGiving({ outcome }: OneThreshold): boolean {
  return outcome.effect === 'gain' || outcome.effect === 'full'
}

function holds(value: number, { cmp, value: bound }: OneThreshold): boolean {
  switch (cmp) {
    case '<':
      return value < bound
    case '<=':
      return value <= bound
    case '>':
      return value > bound
    case '>=':
      return value >= bound
  }
}
