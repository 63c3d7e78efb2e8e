import type { ReadForm, ReadResult, ReadTier } from '../../../shared/spreadsheet/wording/read-clause'
import { isMeasuredUnit, isShareUnit, isTimeUnit } from '../../../shared/spreadsheet/wording/units'

/**
 * What a form does to the points, in one shape for all forms that compute the same for every possible finding. Two
 * clauses are the same in meaning exactly when this is equal. Thousandths of a 分; `points` are those at stake (of the
 * numbered part, else of the item). What is taken to be equal, and nothing else:
 *
 * - a cap not below the points at stake and none; 100 % and full from the start; no floor and 0; 全部 and that many points
 * - so much each with a cap of one unit, and that much once; a veto on the item, and all of its points
 * - one case won that is all there is, and all lost otherwise; a case that changes nothing, and its absence
 * - a threshold with its sides and a tier with the same cases, in whatever order; labels by their results alone
 * - one bound on a count or a time with what is lost at it (连续3个月…扣1分), and that as one case: it is found or it is not
 * - bounds on things counted in whole numbers: 超过2处 and 3处以上
 * - % and 百分点 as the scale that steps are measured on; 100 % and 100 % or more, of a share
 */
export function meaningOf(form: ReadForm, points: number | null): unknown {
  const atStake = points ?? Number.POSITIVE_INFINITY
  const capped = (cap: number | null | undefined): number => Math.min(cap ?? atStake, atStake)
  switch (form.form) {
    case 'per-occurrence': {
      const { unit, per, pointsPerUnit, range, full } = form
      const most = Math.min(capped(form.cap), full ?? atStake)
      const free = form.allowance ?? 0
      if (pointsPerUnit !== null && per === 1 && free === 0 && most <= pointsPerUnit) return { lose: most }
      const by = form.aggregate ?? null
      return { each: unit, per, cost: range ?? pointsPerUnit, free, most, full: full ?? points, by }
    }
    case 'all-or-nothing':
      if (form.gain !== undefined) return won(form.gain, points)
      return { lose: form.deduct === 'all' ? atStake : Math.min(form.deduct, atStake) }
    case 'threshold':
      return casesMean(form.thresholds, null, points)
    case 'tier':
      return casesMean(form.tiers, form.unit, points)
    case 'linear': {
      const { unit, per, pointsPerUnit, direction, from, full } = form
      const scale = isShareUnit(unit) ? '%' : unit
      const most = Math.min(capped(form.cap), full ?? atStake)
      return { step: scale, per, cost: pointsPerUnit, direction, from, most, full: full ?? points }
    }
    case 'proportional': {
      const from = form.from?.value === 100 && form.from.unit === '%' ? null : form.from
      const floor = form.floor?.value === 0 ? null : form.floor
      return { shareOf: form.base ?? points, from, floor, terms: form.terms ?? 1 }
    }
    case 'judgement':
      return { judgedFrom: form.min ?? 0, to: capped(form.max) }
    case 'additive': {
      if ('unit' in form) {
        const { unit, per, pointsPerUnit } = form
        return { wonEach: unit, per, points: pointsPerUnit, most: capped(form.cap) }
      }
      const [only, ...others] = form.parts
      return only && others.length === 0
        ? won(only.points, points)
        : { parts: form.parts.map((part) => part.points), isNormalised: form.isNormalised ?? false }
    }
    case 'bonus':
    case 'penalty': {
      const { unit, per, pointsPerUnit, levels, cap } = form
      const scope = form.form === 'penalty' ? form.scope : null
      return { beside: form.form, unit, per, pointsPerUnit, levels: levels?.map((l) => l.points), cap, scope }
    }
    case 'veto':
      return form.scope === 'item' ? { lose: atStake } : { veto: form.scope }
    case 'by-subject':
      return {
        bySubject: form.cases.map(({ kinds, rule }) => [kinds, meaningOf(rule, points)]),
        otherwise: meaningOf(form.otherwise, points),
      }
    case 'zone-limit': {
      const { unit, per, pointsPerUnit, direction, zones } = form
      return { zones, unit, per, cost: pointsPerUnit, direction, most: capped(form.cap) }
    }
    case 'escalation': {
      const { unit, finders, repeats } = form
      return { finders, unit, repeats: repeats.map((one) => one.factor), most: capped(form.cap) }
    }
    case 'overflow':
      return { beyond: form.mode, points: form.points }
    case 'rank':
      return { first: form.first, steps: form.steps.map(({ to, result }) => [to, result]) }
    case 'pass-rate':
      return { samples: form.samples, unit: form.unit, rate: meaningOf(form.rule, points) }
    case 'unparsed':
      return { unparsed: true }
  }
}

const won = (gain: number, points: number | null): unknown =>
  points !== null && gain >= points ? { lose: points } : { win: gain }

interface Case {
  readonly lo: number
  readonly hi: number
  readonly hasLo: boolean
  readonly hasHi: boolean
  readonly unit: string
}

const isCounted = (unit: string): boolean => unit !== '' && !isMeasuredUnit(unit) && !isTimeUnit(unit)

/** Where a numeric case applies; bounds on whole numbers as the numbers that they hold. */
function rangeOf(tier: ReadTier): Case | null {
  if ('label' in tier) return null
  const { unit } = tier
  const open = {
    lo: Number.NEGATIVE_INFINITY,
    hi: Number.POSITIVE_INFINITY,
    hasLo: false,
    hasHi: false,
    unit,
  }
  const own =
    'min' in tier
      ? { unit, lo: tier.min, hi: tier.max, hasLo: tier.minInclusive, hasHi: tier.maxInclusive }
      : tier.cmp === '=' && !(isShareUnit(unit) && tier.value === 100)
        ? { unit, lo: tier.value, hi: tier.value, hasLo: true, hasHi: true }
        : tier.cmp.startsWith('>') || tier.cmp === '='
          ? { ...open, lo: tier.value, hasLo: tier.cmp !== '>' }
          : { ...open, hi: tier.value, hasHi: tier.cmp === '<=' }
  if (!isCounted(unit)) return own
  const lo = own.hasLo || !Number.isFinite(own.lo) ? own.lo : Math.floor(own.lo) + 1
  const hi = own.hasHi || !Number.isFinite(own.hi) ? own.hi : Math.ceil(own.hi) - 1
  return { unit, lo, hi, hasLo: Number.isFinite(lo), hasHi: Number.isFinite(hi) }
}

function casesMean(cases: readonly ReadTier[], unit: string | null, points: number | null): unknown {
  const atStake = points ?? Number.POSITIVE_INFINITY
  const results = cases.map((one) => one.result)
  const isLost =
    results.some((one) => one.effect === 'deduct' || one.effect === 'none') ||
    results.every((one) => one.effect === 'zero')
  const worthOf = (result: ReadResult): number => {
    const gained =
      result.effect === 'gain'
        ? result.points
        : result.effect === 'full' || result.effect === 'none'
          ? atStake
          : 0
    if (!isLost) return gained
    return result.effect === 'deduct'
      ? Math.min(result.points, atStake)
      : gained >= atStake
        ? 0
        : atStake - gained
  }
  // Where nothing applies nothing is lost, or nothing won: cases that say so say nothing more.
  const told = cases
    .map((one) => ({ at: rangeOf(one), value: worthOf(one.result) }))
    .filter((one) => one.value !== 0)
  const [only, ...others] = told
  if (only && others.length === 0 && only.at === null && unit === null) {
    return isLost ? { lose: only.value } : won(only.value, points)
  }
  const isFound = only?.at ? isCounted(only.at.unit) || isTimeUnit(only.at.unit) : false
  if (only && others.length === 0 && unit === null && isLost && isFound) {
    return { lose: only.value, at: only.at }
  }
  const numeric = told.filter((one) => one.at !== null).sort((a, b) => (a.at?.lo ?? 0) - (b.at?.lo ?? 0))
  const named = told.filter((one) => one.at === null).map((one) => one.value)
  return { [isLost ? 'loseBy' : 'winBy']: numeric, named, unit }
}

/** The points that the cases of a form bring, whatever the form is called: for forms that the expected clause allows beside its own. */
export function pointsOf(form: ReadForm, points: number | null): readonly number[] {
  const meaning = meaningOf(form, points) as Readonly<Record<string, unknown>>
  const values = Object.entries(meaning).flatMap(([key, value]): readonly unknown[] => {
    if (['lose', 'win', 'cost', 'points', 'pointsPerUnit'].includes(key)) return [value]
    if (key === 'loseBy' || key === 'winBy')
      return (value as readonly { readonly value: number }[]).map((one) => one.value)
    return ['named', 'parts', 'levels'].includes(key) && Array.isArray(value) ? value : []
  })
  return values.filter((value): value is number => typeof value === 'number').sort((a, b) => a - b)
}
