import type { Milli, Points } from '../../domain/points'
import type { Rule } from '../../domain/rubric/clause'
import { unitName, withoutIdle } from './counted-forms'
import { costOf, outcomesOf } from './outcome-of'
import { type Band, bandsOf, isBottom, isTop, labelOf, meets, rising } from './tier-bands'
import { type ClauseSetting, capped, type FormOf, type Make, measureOf, milliOf, one, unitOf } from './worded'

/** 90%以上得1分，80%–90%得0.5分; 无台账扣1分，不完整扣0.5分; 1平方米以下每处扣0.2分，以上每处扣0.5分. */
export const tier: Make<'tier'> = (clause, setting) => {
  if (clause.tiers.length === 0) return null
  if (clause.unit !== null) return one(clause, bySize(clause, setting))
  const outcomes = outcomesOf(
    clause.tiers.map(({ result }) => result),
    setting,
    clause.text,
  )
  if (clause.tiers.every((each) => 'label' in each)) {
    const tiers = clause.tiers.flatMap((each, at) => {
      const outcome = outcomes[at]
      return outcome === undefined ? [] : [{ id: `t${at + 1}`, label: labelOf(each), outcome }]
    })
    return tiers.some(({ label }) => label === '') ? null : one(clause, { form: 'tier', tiers })
  }
  const numeric = clause.tiers.find((each) => 'unit' in each)
  const unit = unitOf(numeric?.unit ?? '')
  const bands = bandsOf(clause.tiers, outcomes, unit, boundsPrinted(clause, setting))
  return bands === null
    ? null
    : one(clause, asTiers(clause, setting, bands, unit) ?? asThresholds(clause, setting, bands, unit))
}

/** What each occurrence costs by its size. One that costs nothing is not counted. */
function bySize(clause: FormOf<'tier'>, setting: ClauseSetting): Rule | null {
  const unit = unitName(clause.unit)
  const severities: { id: string; label: string; points: Points }[] = []
  for (const [at, each] of clause.tiers.entries()) {
    const { result } = each
    if (result.effect === 'none') continue
    if (result.effect !== 'deduct') return null
    severities.push({ id: `s${at + 1}`, label: labelOf(each), points: result.points })
  }
  if (unit === null || severities.length === 0 || severities.some(({ label }) => label === '')) return null
  const bounds = withoutIdle(capped(null, setting), setting.points)
  return { form: 'per-occurrence', unit, severities, ...bounds }
}

/** Tiers where every value lies in one and only one of them. */
function asTiers(
  clause: FormOf<'tier'>,
  setting: ClauseSetting,
  bands: readonly Band[],
  unit: string,
): Rule | null {
  const sorted = rising(bands)
  const [first, last] = [sorted[0], sorted[sorted.length - 1]]
  if (first === undefined || last === undefined || !isBottom(first) || !isTop(last, unit)) return null
  if (!isUnbroken(sorted)) return null
  const isOrdered = [bands, [...bands].reverse()].some((order) =>
    order.every((band, at) => band === sorted[at]),
  )
  const tiers = (isOrdered ? bands : sorted).map((band, at) => {
    const [min, max] = [boundOf(band.low), boundOf(band.high)]
    if (min === null || max === null) return null
    return {
      id: `t${at + 1}`,
      label: band.label,
      ...(min === undefined ? {} : { min }),
      ...(min !== undefined && band.isLowOpen ? { isMinOpen: true } : {}),
      ...(max === undefined ? {} : { max }),
      ...(max !== undefined && band.isHighClosed ? { isMaxClosed: true } : {}),
      outcome: band.outcome,
    }
  })
  const whole = tiers.filter((each) => each !== null)
  if (whole.length < tiers.length) return null
  return { form: 'tier', measure: measureOf(clause, setting, unit), tiers: whole }
}

/**
 * Tiers that leave out where nothing is taken, or nothing won: 不足80%扣1分，不足50%扣2分. Each is then a threshold,
 * and the one that is furthest counts, as long as what is further never costs less (or wins less).
 */
function asThresholds(
  clause: FormOf<'tier'>,
  setting: ClauseSetting,
  bands: readonly Band[],
  unit: string,
): Rule | null {
  const isWon = bands.some(({ outcome }) => outcome.effect === 'gain')
  const isIdle = ({ outcome }: Band) =>
    isWon ? outcome.effect === 'gain' && outcome.points === 0 : outcome.effect === 'full'
  const telling = rising(bands.filter((band) => !isIdle(band)))
  const [first, last] = [telling[0], telling[telling.length - 1]]
  if (first === undefined || last === undefined || !isUnbroken(telling)) return null
  if (isWon && telling.some(({ outcome }) => outcome.effect !== 'gain')) return null
  const goesUp = isTop(last, unit)
  if (!goesUp && !isBottom(first)) return null
  const outwards = goesUp ? telling : [...telling].reverse()
  const costs = outwards.map(({ outcome }) => costOf(outcome, setting) * (isWon ? -1 : 1))
  if (costs.some((cost, at) => at > 0 && cost < (costs[at - 1] ?? 0))) return null
  const inOrder = bands.filter((band) => telling.includes(band))
  const thresholds = inOrder.map(({ low, isLowOpen, high, isHighClosed, outcome }) => {
    const value = milliOf(goesUp ? low : high)
    const up = isLowOpen ? ('>' as const) : ('>=' as const)
    const down = isHighClosed ? ('<=' as const) : ('<' as const)
    return value === null ? null : { cmp: goesUp ? up : down, value, outcome }
  })
  const whole = thresholds.filter((each) => each !== null)
  if (whole.length < thresholds.length) return null
  return { form: 'threshold', measure: measureOf(clause, setting, unit), thresholds: whole }
}

/** The bounds as printed (90%以上不足98%), where each numeric tier has words of its own. */
function boundsPrinted({ evidence, tiers }: FormOf<'tier'>, { rule }: ClauseSetting): readonly string[] {
  const values = evidence.filter(({ of }) => of === 'value').map(({ span }) => rule.slice(...span))
  if (values.length !== tiers.filter((tier) => !('label' in tier)).length) return []
  return values.map((words) =>
    words
      .replace(/\s+/g, '')
      .replace(/^在/, '')
      .replace(/^达到?(?=.*以上$)/, '')
      .replace(/之间的?$/, '')
      .slice(0, 200),
  )
}

function isUnbroken(sorted: readonly Band[]): boolean {
  return sorted.every((band, at) => {
    const before = sorted[at - 1]
    return before === undefined || meets(before, band)
  })
}

/** Undefined where there is no bound; null where it is finer than a thousandth. */
function boundOf(value: number): Milli | null | undefined {
  return Number.isFinite(value) ? milliOf(value) : undefined
}
