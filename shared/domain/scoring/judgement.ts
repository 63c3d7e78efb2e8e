import { formatMilli, points } from '../points'
import type { Judgement } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, lose, reachLoss } from './form'

type Value = Extract<MarkValue, { kind: 'points' }>

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
  take: (clause, value, { item }) => {
    if (clause.effect === 'deduct')
      return lose(value.points, item.points, () => `− ${formatMilli(value.points)}`)
    const best = top(clause)
    const lost = points(best - value.points)
    return lose(
      lost,
      item.points,
      () => `${formatMilli(best)} − ${formatMilli(value.points)} = ${formatMilli(lost)}`,
    )
  },
  reach: (clause) =>
    reachLoss(
      clause.effect === 'deduct'
        ? top(clause)
        : points(top(clause) - Math.min(...clause.bands.map(({ min }) => min))),
    ),
}

function top(clause: Judgement) {
  return points(Math.max(...clause.bands.map(({ max }) => max)))
}
