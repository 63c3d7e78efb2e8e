import { number, subtract } from '../explain/expression'
import { points } from '../points'
import type { Judgement } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, lose, reachLoss } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'points' }>

/** Form 9: 视情况扣1–3分; 18–20 / 10–17 / 0–9. The inspector must say why. */
export const judgement: Form<Judgement, Value> = {
  fits: (clause, value): value is Value =>
    value.kind === 'points' &&
    Number.isSafeInteger(value.points) &&
    clause.bands.some(
      ({ id, min, max }) => id === value.bandId && value.points >= min && value.points <= max,
    ),
  isNothing: (clause, value) => clause.effect === 'deduct' && value.points === 0,
  needsReason: true,
  take: (clause, value, { limit }) => lose(lostOf(clause, value), limit),
  account: (clause, value, { limit }) => {
    const given = number(value.points)
    const lost = clause.effect === 'deduct' ? given : subtract(number(top(clause)), given)
    const band = clause.bands.find(({ id }) => id === value.bandId)
    return {
      facts: band === undefined ? [] : [band.label],
      sum: underCap(lost, limit, lostOf(clause, value) > limit),
    }
  },
  reach: (clause) =>
    reachLoss(
      clause.effect === 'deduct'
        ? top(clause)
        : points(top(clause) - Math.min(...clause.bands.map(({ min }) => min))),
    ),
}

function lostOf(clause: Judgement, value: Value): number {
  return clause.effect === 'deduct' ? value.points : top(clause) - value.points
}

function top(clause: Judgement) {
  return points(Math.max(...clause.bands.map(({ max }) => max)))
}
