import type { Tier } from './clause'
import { checkIds, checkOrder } from './clause-checks'
import type { Findings } from './diagnostic'
import type { Item } from './rubric'

type OneTier = Tier['tiers'][number]

/** Numeric tiers, sorted by bound, meet exactly: every measured value falls in one and only one. */
export function proveTiers(clause: Tier, item: Item, out: Findings): void {
  const { measure, tiers } = clause
  if (tiers.length === 0) out.error('empty-list', 'tiers')
  checkIds(tiers, out)
  const isNumeric = measure !== undefined
  const isWrong = tiers.some(({ min, max }) => (min !== undefined || max !== undefined) !== isNumeric)
  if (isWrong)
    out.error('tier-bounds', isNumeric ? 'a numeric tier has no bound' : 'bounds without a measure')
  if (!isNumeric || isWrong || tiers.length === 0) return
  const low = (tier: OneTier) => tier.min ?? Number.NEGATIVE_INFINITY
  const rising = [...tiers].sort((a, b) => low(a) - low(b))
  const ids = rising.map(({ id }) => id).join()
  const isOrdered = [tiers, [...tiers].reverse()].some((order) => order.map(({ id }) => id).join() === ids)
  if (!isOrdered) out.error('tiers-unordered', ids)
  for (const tier of rising) {
    if (tier.min !== undefined && tier.max !== undefined && tier.min >= tier.max)
      out.error('tier-empty', tier.id)
  }
  rising.forEach((tier, index) => {
    const next = rising[index + 1]
    if (next === undefined) return
    const isMet = tier.max !== undefined && tier.max === next.min
    if (!isMet || (tier.isMaxClosed === true) !== (next.isMinOpen === true)) {
      out.error('tiers-gap-or-overlap', `${tier.id} / ${next.id}`)
    }
  })
  const [first, last] = [rising[0], rising[rising.length - 1]]
  const isFloor = first?.min === undefined || (first.min === 0 && first.isMinOpen !== true)
  const isCeiling =
    last?.max === undefined || (measure.unit === '%' && last.max === 100_000 && last.isMaxClosed === true)
  if (!isFloor || !isCeiling) out.error('tiers-leave-values-out', `${first?.id} / ${last?.id}`)
  const outcomes = rising.map(({ outcome }) => outcome)
  checkOrder(outcomes, item, out, false)
}
