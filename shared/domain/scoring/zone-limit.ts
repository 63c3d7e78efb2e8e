import { number } from '../explain/expression'
import { formatMilli, points } from '../points'
import { type Place, placeName } from '../round/place'
import type { ZoneLimit } from '../rubric/clause-in-context'
import type { PlainValue } from '../sheet/mark'
import { type Form, isMeasured, LARGEST_MEASURE, lose, reachLoss } from './form'
import { costOfGap, explainDistance, explainGap, gapOf, underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'zoned' }>

/** Form 8: 主干道不超过3处，次干道不超过5处，每超1处扣0.2分: the zone says which limit holds. */
export const zoneLimit: Form<ZoneLimit, Value> = {
  fits: (clause, value): value is Value =>
    value.kind === 'zoned' && isMeasured(value.value) && clause.zones.some(({ id }) => id === value.zone),
  isNothing: () => false,
  needsReason: false,
  take: (clause, value, setting) => {
    const gap = gapOf(clause.direction, zoneOf(clause, value.zone).limit, value.value)
    return lose(costOfGap(clause, gap, setting), clause.cap ?? setting.limit)
  },
  account: (clause, { zone, value }, setting) => {
    const { measure, direction, cap = setting.limit } = clause
    const { label, limit } = zoneOf(clause, zone)
    const cost = costOfGap(clause, gapOf(direction, limit, value), setting)
    const gap = explainDistance(direction, number(limit), number(value))
    return {
      facts: [label, `${measure.label} ${formatMilli(value)}${measure.unit}`],
      sum: underCap(explainGap(clause, gap, setting, cost), cap, cost > cap),
    }
  },
  reach: (clause, setting) => {
    const worst = clause.direction === 'below' ? 0 : LARGEST_MEASURE
    const costs = clause.zones.map((zone) =>
      costOfGap(clause, gapOf(clause.direction, zone.limit, worst), setting),
    )
    return reachLoss(points(Math.min(clause.cap ?? setting.limit, Math.max(...costs))))
  },
}

/**
 * The zone that a place lies in, by its class or its part of town: the one named so, else the only one that says it
 * among other words. Null where its list does not say, or says what could be several.
 */
export function zoneAt({ zones }: Pick<ZoneLimit, 'zones'>, place: Place | null): string | null {
  const said = [place?.grade, place?.zone].flatMap((words) => (words === undefined ? [] : [placeName(words)]))
  const named = (is: (label: string, words: string) => boolean) =>
    zones.filter(({ id, label }) => said.some((words) => is(placeName(label), words) || id === words))
  const exact = named((label, words) => label === words)
  const found = exact.length > 0 ? exact : named((label, words) => label.includes(words))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

function zoneOf(clause: ZoneLimit, id: string): ZoneLimit['zones'][number] {
  const zone = clause.zones.find((one) => one.id === id)
  if (zone === undefined) throw new RangeError(`no zone ${id}`)
  return zone
}
