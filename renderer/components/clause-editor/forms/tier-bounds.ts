import type { Tier } from '../../../../shared/domain/rubric/clause'

type Row = Tier['tiers'][number]

/**
 * Upper bounds set to where the next higher tier begins, so that every value falls into one tier: lower bounds are
 * what a person types, whichever way round the tiers are listed.
 */
export function withMeetingBounds(tiers: readonly Row[]): readonly Row[] {
  const low = ({ min }: Row) => min ?? Number.NEGATIVE_INFINITY
  const rising = [...tiers].sort((a, b) => low(a) - low(b))
  return tiers.map(({ max, isMaxClosed, ...tier }) => {
    const next = rising[rising.findIndex(({ id }) => id === tier.id) + 1]
    if (next === undefined) {
      return {
        ...tier,
        ...(max === undefined ? {} : { max }),
        ...(isMaxClosed === undefined ? {} : { isMaxClosed }),
      }
    }
    if (next.min === undefined) return tier
    return { ...tier, max: next.min, ...(next.isMinOpen === true ? { isMaxClosed: true } : {}) }
  })
}
