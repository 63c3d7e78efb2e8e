import { formatMilli, mulDiv, type Rounding } from '../points'
import type { Linear } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, isMeasured, LARGEST_MEASURE, lose, reachLoss } from './form'

type Value = Extract<MarkValue, { kind: 'value' }>

/** Form 6: 每低1个百分点扣0.25分. */
export const linear: Form<Linear, Value> = {
  fits: (_clause, value): value is Value => value.kind === 'value' && isMeasured(value.value),
  isNothing: () => false,
  needsReason: false,
  take: (clause, { value }, { item, rounding }) => {
    const raw = cost(clause, value, rounding)
    const gap = clause.direction === 'below' ? [clause.from, value] : [value, clause.from]
    const difference = `max(0, ${gap.map((side) => formatMilli(side ?? 0)).join(' − ')})`
    const steps = clause.per === 1000 ? difference : `${difference} ÷ ${formatMilli(clause.per)}`
    const text = `${bracket(clause, steps)} × ${formatMilli(clause.pointsPerUnit)}`
    return lose(raw, clause.cap ?? item.points, (bites) =>
      bites === null
        ? `${text} = ${formatMilli(raw)}`
        : `min(${text}, ${formatMilli(bites)}) = ${formatMilli(bites)}`,
    )
  },
  reach: (clause, { item, rounding }) => {
    const worst = clause.direction === 'below' ? 0 : LARGEST_MEASURE
    return reachLoss(lose(cost(clause, worst, rounding), clause.cap ?? item.points, () => '').lost)
  },
}

function bracket(clause: Linear, steps: string): string {
  return { exact: steps, 'whole-steps': `⌊${steps}⌋`, 'started-steps': `⌈${steps}⌉` }[clause.partial]
}

function cost(clause: Linear, value: number, rounding: Rounding): number {
  const short = Math.max(0, clause.direction === 'below' ? clause.from - value : value - clause.from)
  if (clause.partial === 'exact') return mulDiv(short, clause.pointsPerUnit, clause.per, rounding)
  const steps =
    clause.partial === 'whole-steps' ? Math.floor(short / clause.per) : Math.ceil(short / clause.per)
  return steps * clause.pointsPerUnit
}
