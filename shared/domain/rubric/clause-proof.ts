import { formatMilli, type Points } from '../points'
import type { Clause, ClauseForm, Outcome, Tier } from './clause'
import type { Findings } from './diagnostic'
import type { Item, ItemKind } from './rubric'

/** Forms that belong to items of one kind only; a veto may also stand in a normal item. */
const KIND_OF: Partial<Record<ClauseForm, readonly ItemKind[]>> = {
  bonus: ['bonus'],
  penalty: ['penalty'],
  veto: ['veto', 'normal'],
}

/** One clause by itself: sizes within its item, tiers without gap, bands in order, veto grade known. */
export function proveClause(clause: Clause, item: Item, grades: readonly string[], out: Findings): void {
  const kinds = KIND_OF[clause.form] ?? ['normal']
  if (!kinds.includes(item.kind)) out.error('clause-in-wrong-kind', `${clause.form} in a ${item.kind} item`)
  for (const size of sizesOf(clause)) {
    if (!(size > 0)) out.error('size-not-positive', formatMilli(size))
    else if (item.kind === 'normal' && size > item.points) {
      out.error('size-above-item', `${formatMilli(size)} > ${formatMilli(item.points)}`)
    }
  }
  switch (clause.form) {
    case 'per-occurrence': {
      const hasRate = clause.pointsPerUnit !== undefined
      const severities = clause.severities ?? []
      if (hasRate === severities.length > 0)
        out.error('rate-or-severities', 'exactly one of the two is needed')
      checkIds(severities, out)
      for (const amount of [clause.per, clause.allowance]) {
        if (amount !== undefined && !(amount > 0)) out.error('count-not-positive', String(amount))
      }
      const rates = hasRate ? [clause.pointsPerUnit] : severities.map(({ points }) => points)
      if (rates.some((rate) => clause.cap !== undefined && rate > clause.cap)) out.error('rate-above-cap', '')
      break
    }
    case 'bonus':
    case 'penalty':
      if (clause.cap !== undefined && clause.pointsPerUnit > clause.cap) out.error('rate-above-cap', '')
      break
    case 'threshold': {
      if (clause.thresholds.length === 0) out.error('empty-list', 'thresholds')
      const keys = clause.thresholds.map(({ cmp, value }) => `${cmp}${value}`)
      if (new Set(keys).size < keys.length) out.error('threshold-twice', keys.join(' '))
      break
    }
    case 'tier':
      proveTiers(clause, out)
      break
    case 'linear':
      if (!(clause.per > 0)) out.error('count-not-positive', String(clause.per))
      if (clause.cap !== undefined && clause.pointsPerUnit > clause.cap) out.error('rate-above-cap', '')
      break
    case 'proportional':
      if (!(clause.fullAt > 0)) out.error('count-not-positive', String(clause.fullAt))
      if (clause.floor !== undefined && !(clause.floor > 0 && clause.floor < clause.fullAt)) {
        out.error('floor-out-of-range', formatMilli(clause.floor))
      }
      break
    case 'judgement':
      proveBands(clause.bands, out)
      break
    case 'additive':
      if (clause.parts.length === 0) out.error('empty-list', 'parts')
      checkIds(clause.parts, out)
      break
    case 'veto': {
      const isKnown = clause.grade !== undefined && grades.includes(clause.grade)
      if (clause.scope === 'grade' && !isKnown) out.error('grade-unknown', clause.grade ?? '')
      if (clause.scope !== 'grade' && clause.grade !== undefined) out.error('grade-not-wanted', clause.grade)
      if (clause.scope === 'item' && item.kind === 'veto')
        out.error('veto-without-effect', 'its item has no points')
    }
  }
}

/** Points that the clause can win (thousandths); null for one that only takes. What is not won is lost. */
export function worthOf(clause: Clause, item: Item): Points | null {
  switch (clause.form) {
    case 'proportional':
      return clause.base
    case 'additive':
      return sum(clause.parts.map(({ points }) => points))
    case 'judgement':
      return clause.effect === 'gain' ? largest(clause.bands.map(({ max }) => max)) : null
    case 'threshold':
      return worthOfOutcomes(clause.thresholds, item)
    case 'tier':
      return worthOfOutcomes(clause.tiers, item)
    default:
      return null
  }
}

/** The most that the clause can take from its item, in thousandths. */
export function reachOf(clause: Clause, item: Item): Points {
  switch (clause.form) {
    case 'per-occurrence':
    case 'linear':
      return clause.cap ?? item.points
    case 'all-or-nothing':
      return clause.deduct === 'all' ? item.points : clause.deduct
    case 'threshold':
    case 'tier': {
      const outcomes = (clause.form === 'tier' ? clause.tiers : clause.thresholds).map(
        ({ outcome }) => outcome,
      )
      const worth = worthOf(clause, item) ?? (0 as Points)
      return largest(outcomes.map((outcome) => lossOf(outcome, worth, item)))
    }
    case 'proportional':
      return clause.base
    case 'judgement': {
      const worth = worthOf(clause, item)
      if (worth === null) return largest(clause.bands.map(({ max }) => max))
      return (worth - Math.min(...clause.bands.map(({ min }) => min))) as Points
    }
    case 'additive':
      return sum(clause.parts.map(({ points }) => points))
    default:
      return clause.form === 'veto' && clause.scope === 'item' ? item.points : (0 as Points)
  }
}

function lossOf(outcome: Outcome, worth: Points, item: Item): Points {
  if (outcome.effect === 'zero') return item.points
  if (outcome.effect === 'deduct') return outcome.points
  return outcome.effect === 'gain' ? ((worth - outcome.points) as Points) : (0 as Points)
}

/** 得满分 beside 得1分 stands for the item's points. */
function worthOfOutcomes(list: readonly { readonly outcome: Outcome }[], item: Item): Points | null {
  const gains = list.flatMap(({ outcome }) => (outcome.effect === 'gain' ? [outcome.points] : []))
  if (gains.length === 0) return null
  return list.some(({ outcome }) => outcome.effect === 'full') ? item.points : largest(gains)
}

/** Every number of points the clause names for its item. */
function sizesOf(clause: Clause): readonly Points[] {
  const outcomes = (list: readonly { readonly outcome: Outcome }[]) =>
    list.flatMap(({ outcome }) => ('points' in outcome ? [outcome.points] : []))
  switch (clause.form) {
    case 'per-occurrence':
      return [
        clause.pointsPerUnit,
        clause.cap,
        ...(clause.severities ?? []).map(({ points }) => points),
      ].filter(isSet)
    case 'all-or-nothing':
      return clause.deduct === 'all' ? [] : [clause.deduct]
    case 'threshold':
      return outcomes(clause.thresholds)
    case 'tier':
      return outcomes(clause.tiers)
    case 'linear':
    case 'bonus':
    case 'penalty':
      return [clause.pointsPerUnit, clause.cap].filter(isSet)
    case 'proportional':
      return [clause.base]
    case 'judgement':
      return clause.bands.map(({ max }) => max)
    case 'additive':
      return clause.parts.map(({ points }) => points)
    case 'veto':
      return []
  }
}

/** Numeric tiers, sorted by bound, meet exactly: every measured value falls in one and only one. */
function proveTiers(clause: Tier, out: Findings): void {
  const { measure, tiers } = clause
  if (tiers.length === 0) out.error('empty-list', 'tiers')
  checkIds(tiers, out)
  const isNumeric = measure !== undefined
  const isWrong = tiers.some(({ min, max }) => (min !== undefined || max !== undefined) !== isNumeric)
  if (isWrong)
    out.error('tier-bounds', isNumeric ? 'a numeric tier has no bound' : 'bounds without a measure')
  if (!isNumeric || isWrong || tiers.length === 0) return
  const low = (tier: Tier['tiers'][number]) => tier.min ?? Number.NEGATIVE_INFINITY
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
}

function proveBands(
  bands: readonly { readonly id: string; readonly min: Points; readonly max: Points }[],
  out: Findings,
): void {
  if (bands.length === 0) out.error('empty-list', 'bands')
  checkIds(bands, out)
  if (bands.some(({ min, max }) => min < 0 || min > max)) out.error('band-empty', '')
  const isFalling = bands.every((band, index) => index === 0 || band.max <= (bands[index - 1]?.min ?? 0))
  const isRising = bands.every((band, index) => index === 0 || band.min >= (bands[index - 1]?.max ?? 0))
  if (!isFalling && !isRising) out.error('bands-unordered', bands.map(({ id }) => id).join(' '))
}

function checkIds(list: readonly { readonly id: string }[], out: Findings): void {
  if (new Set(list.map(({ id }) => id)).size < list.length) out.error('id-twice-in-clause', '')
}

function isSet<T>(value: T | undefined): value is T {
  return value !== undefined
}

function sum(values: readonly Points[]): Points {
  return values.reduce((total, value) => total + value, 0) as Points
}

function largest(values: readonly Points[]): Points {
  return Math.max(0, ...values) as Points
}
