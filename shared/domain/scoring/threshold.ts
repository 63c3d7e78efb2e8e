import { formatMilli, points, ZERO } from '../points'
import type { Threshold } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, isCount, lose, reachLoss } from './form'
import { lossOf, worthOf } from './outcome'

type Value = Extract<MarkValue, { kind: 'value' }>

/** Form 5: 低于80%不得分. Every threshold is held against the value; the one that costs most counts. */
export const threshold: Form<Threshold, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'value' && isCount(value.value),
  isNothing: () => false,
  needsReason: false,
  take: (clause, { value }, { item }) => {
    let lost = ZERO
    let reason = ''
    for (const { cmp, value: bound, outcome } of clause.thresholds) {
      if (!holds(value, cmp, bound)) continue
      const loss = lossOf(outcome, worth(clause, item.points), item.points)
      if (loss > lost || reason === '') reason = `${formatMilli(value)} ${SIGN[cmp]} ${formatMilli(bound)}`
      lost = points(Math.max(lost, loss))
    }
    return lose(lost, item.points, () => `${reason || formatMilli(value)} → − ${formatMilli(lost)}`)
  },
  reach: (clause, { item }) => {
    const losses = clause.thresholds.map(({ outcome }) =>
      lossOf(outcome, worth(clause, item.points), item.points),
    )
    return reachLoss(points(Math.max(0, ...losses)))
  },
}

const SIGN = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const

function worth(clause: Threshold, itemPoints: Parameters<typeof worthOf>[1]) {
  return worthOf(
    clause.thresholds.map(({ outcome }) => outcome),
    itemPoints,
  )
}

function holds(value: number, cmp: keyof typeof SIGN, bound: number): boolean {
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
