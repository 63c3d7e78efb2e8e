import { number } from '../explain/expression'
import { formatMilli, type Points, points } from '../points'
import type { Rank } from '../rubric/clause-in-context'
import type { PlainValue } from '../sheet/mark'
import { type Form, isMeasured, lose, NOTHING, reachLoss, type Setting } from './form'
import { lossOf, worthOf } from './outcome'

type Value = Extract<PlainValue, { kind: 'rank' | 'value' }>
type Step = Rank['steps'][number]

/**
 * Form 19: 前3名得满分，第4至10名得1分. With the measured value alone the loss is anything between the best step
 * and the worst, since the other subjects are not known; with the rank it is the step's.
 */
export const rank: Form<Rank, Value> = {
  fits: (clause, value): value is Value =>
    value.kind === 'value'
      ? isMeasured(value.value)
      : value.kind === 'rank' &&
        Number.isSafeInteger(value.rank) &&
        value.rank >= 1 &&
        value.rank <= 100_000 &&
        stepAt(clause, value.rank) !== undefined,
  isNothing: () => false,
  needsReason: false,
  take: (clause, value, setting) => {
    const losses = lossesOf(clause, setting)
    if (value.kind === 'rank') return lose(losses(stepAt(clause, value.rank)), setting.limit)
    const all = clause.steps.map(losses)
    const least = Math.min(setting.limit, ...all)
    return {
      ...NOTHING,
      lost: points(least),
      pending: points(Math.min(setting.limit, Math.max(...all)) - least),
    }
  },
  account: (clause, value, setting) => {
    const { lost } = rank.take(clause, value, setting)
    const { label, unit } = clause.measure
    return {
      facts:
        value.kind === 'value'
          ? [`${label} ${formatMilli(value.value)}${unit}`]
          : [`${value.rank} → ${stepAt(clause, value.rank)?.label ?? ''}`],
      sum: number(lost),
    }
  },
  reach: (clause, setting) =>
    reachLoss(points(Math.min(setting.limit, Math.max(0, ...clause.steps.map(lossesOf(clause, setting)))))),
}

function lossesOf(clause: Rank, { item }: Setting): (step: Step | undefined) => Points {
  const outcomes = clause.steps.map(({ outcome }) => outcome)
  const worth = worthOf(outcomes, item.points)
  return (step) => (step === undefined ? points(0) : lossOf(step.outcome, worth, item.points))
}

function stepAt(clause: Rank, place: number): Step | undefined {
  return clause.steps.find(({ to }) => to === undefined || place <= to)
}

/**
 * The rank of each value among all, 1 for the first; equal values share a rank and the next one is passed over
 * (1, 2, 2, 4).
 */
export function ranksOf(values: readonly number[], first: Rank['first']): readonly number[] {
  const isBefore = (a: number, b: number) => (first === 'highest' ? a > b : a < b)
  return values.map((value) => 1 + values.filter((other) => isBefore(other, value)).length)
}
