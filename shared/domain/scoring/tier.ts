import { formatMilli, type Points, points } from '../points'
import type { Tier } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { type Form, isCount, lose, reachLoss } from './form'
import { lossOf, worthOf } from './outcome'

type Value = Extract<MarkValue, { kind: 'value' | 'choice' }>
type OneTier = Tier['tiers'][number]

/** Form 7: 90%以上得1分，80%–90%得0.5分; or a label picked by the inspector. One tier applies. */
export const tier: Form<Tier, Value> = {
  fits: (clause, value): value is Value =>
    clause.measure === undefined
      ? value.kind === 'choice' && clause.tiers.some(({ id }) => id === value.id)
      : value.kind === 'value' && isCount(value.value),
  isNothing: () => false,
  needsReason: false,
  take: (clause, value, { item }) => {
    const found = clause.tiers.find((one) =>
      value.kind === 'choice' ? one.id === value.id : covers(one, value.value),
    )
    const worth = tierWorth(clause, item.points)
    const lost =
      found === undefined ? worthLostOutside(clause, worth) : lossOf(found.outcome, worth, item.points)
    const input = value.kind === 'value' ? `${formatMilli(value.value)} → ` : ''
    return lose(lost, item.points, () => `${input}${found?.label ?? '—'} → − ${formatMilli(lost)}`)
  },
  reach: (clause, { item }) => {
    const worth = tierWorth(clause, item.points)
    return reachLoss(
      points(Math.max(0, ...clause.tiers.map(({ outcome }) => lossOf(outcome, worth, item.points)))),
    )
  },
}

function tierWorth(clause: Tier, itemPoints: Points): Points {
  return worthOf(
    clause.tiers.map(({ outcome }) => outcome),
    itemPoints,
  )
}

/** A value that no tier covers gains nothing where tiers are gains, and costs nothing where they are deductions. */
function worthLostOutside(clause: Tier, worth: Points): Points {
  return clause.tiers.some(({ outcome }) => outcome.effect === 'gain') ? worth : points(0)
}

/** Whether a value (thousandths) lies in a tier; bounds as `Tier` defines them. */
export function covers({ min, isMinOpen, max, isMaxClosed }: OneTier, value: number): boolean {
  if (min !== undefined && (isMinOpen === true ? value <= min : value < min)) return false
  if (max !== undefined && (isMaxClosed === true ? value > max : value >= max)) return false
  return true
}
