import { isRange, type Reading, resultOf } from './draft'
import { bareLabel, caseLabels } from './labels'
import type { ReadTier } from './read-clause'
import type { Said } from './said'
import { isTimeUnit } from './units'

/** Cases called by name, each with its result. */

export const labelOf = (said: Said): string => bareLabel(said.lead)

/** What every case that has points is counted by: 满意的每件得0.5分，基本满意的每件得0.3分. */
function sharedUnit(saids: readonly Said[]): string | null {
  const priced = saids.filter((said) => said.is === 'win' || said.is === 'cost')
  const unit = priced[0]?.step?.isEach ? priced[0].step.unit : null
  return priced.every((said) => said.step?.unit === unit && said.step?.per === 1) ? unit : null
}

const withoutStep = (said: Said): string =>
  said.step ? bareLabel(said.lead.replace(said.step.token.text, '')) : labelOf(said)

export function labelled(saids: readonly Said[]): Reading | null {
  const unit = sharedUnit(saids)
  const labels = caseLabels(saids.map(unit === null ? labelOf : withoutStep))
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
  return { form: { form: 'tier', unit, tiers }, confidence: bounds > 0 && numbers > 1 ? 0.45 : 1 }
}
