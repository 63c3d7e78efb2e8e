import { number } from '../explain/expression'
import { formatMilli, type Points, points } from '../points'
import type { Tier } from '../rubric/clause'
import type { PlainValue } from '../sheet/mark'
import { type Form, isMeasured, lose, reachLoss, worstAround } from './form'
import { lossOf, worthOf } from './outcome'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'value' | 'choice' }>
type OneTier = Tier['tiers'][number]

/**
 * Form 7: 90%以上得1分，80%–90%得0.5分; or a label picked by the inspector. One tier applies; a value that no
 * tier covers (105 %) is no mark: what it costs is not ours to guess.
 */
export const tier: Form<Tier, Value> = {
  fits: (clause, value): value is Value =>
    clause.measure === undefined
      ? value.kind === 'choice' && clause.tiers.some(({ id }) => id === value.id)
      : value.kind === 'value' && isMeasured(value.value) && tierAt(clause, value.value) !== undefined,
  isNothing: () => false,
  needsReason: false,
  take: (clause, value, { item, limit }) => lose(lostOf(clause, value, item.points), limit),
  account: (clause, value, { item, limit }) => {
    const lost = lostOf(clause, value, item.points)
    const { measure } = clause
    const input =
      value.kind === 'value'
        ? [`${measure?.label ?? ''} ${formatMilli(value.value)}${measure?.unit ?? ''}`]
        : []
    return {
      facts: [...input, tierOf(clause, value).label],
      sum: underCap(number(lost), limit, lost > limit),
    }
  },
  reach: (clause, { item }) => {
    const worth = tierWorth(clause, item.points)
    const lossOfTier = (one: OneTier | undefined) =>
      one === undefined ? 0 : lossOf(one.outcome, worth, item.points)
    if (clause.measure === undefined) return reachLoss(points(Math.max(0, ...clause.tiers.map(lossOfTier))))
    const bounds = clause.tiers.flatMap(({ min, max }) => [min, max])
    return reachLoss(worstAround(bounds, (value) => lossOfTier(tierAt(clause, value))))
  },
}

function tierOf(clause: Tier, value: Value): OneTier {
  const found =
    value.kind === 'choice' ? clause.tiers.find(({ id }) => id === value.id) : tierAt(clause, value.value)
  if (found === undefined) throw new RangeError('no tier covers the value')
  return found
}

function lostOf(clause: Tier, value: Value, itemPoints: Points): Points {
  return lossOf(tierOf(clause, value).outcome, tierWorth(clause, itemPoints), itemPoints)
}

function tierWorth(clause: Tier, itemPoints: Points): Points {
  return worthOf(
    clause.tiers.map(({ outcome }) => outcome),
    itemPoints,
  )
}

function tierAt(clause: Tier, value: number): OneTier | undefined {
  return clause.tiers.find((one) => covers(one, value))
}

/** Whether a value (thousandths) lies in a tier; bounds as `Tier` defines them. */
export function covers({ min, isMinOpen, max, isMaxClosed }: OneTier, value: number): boolean {
  if (min !== undefined && (isMinOpen === true ? value <= min : value < min)) return false
  if (max !== undefined && (isMaxClosed === true ? value > max : value >= max)) return false
  return true
}
