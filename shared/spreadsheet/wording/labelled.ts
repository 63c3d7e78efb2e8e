import { isRange, type Reading, resultOf } from './draft'
import { bareLabel, caseLabels } from './labels'
import type { ReadTier } from './read-clause'
import type { Said } from './said'
import { isTimeUnit } from './units'

/** Cases called by name, each with its result. */

export const labelOf = (said: Said): string => bareLabel(said.lead)

export function labelled(saids: readonly Said[]): Reading | null {
  const labels = caseLabels(saids.map(labelOf))
  const tiers: ReadTier[] = []
  for (const [i, said] of saids.entries()) {
    const result = resultOf(said)
    const label = labels[i]
    if (!result || !label || isRange(said)) return null
    tiers.push({ label, result })
  }
  // A bound among names: what it bounds was not understood.
  const bounds = saids.filter((said) =>
    said.statement.lead.some((token) => token.band && !isTimeUnit(token.band.unit)),
  ).length
  const numbers = saids.filter((said) =>
    said.statement.lead.some((token) => token.is === 'bound' || token.is === 'count'),
  ).length
  return { form: { form: 'tier', unit: null, tiers }, confidence: bounds > 0 && numbers > 1 ? 0.45 : 1 }
}
