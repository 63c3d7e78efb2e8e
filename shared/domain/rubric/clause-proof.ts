import { formatMilli, type Points } from '../points'
import type { Clause, ClauseForm, Tier } from './clause'
import { sizesOf } from './clause-size'
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
