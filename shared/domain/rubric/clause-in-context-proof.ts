import { formatMilli, type Milli } from '../points'
import type { PlainClause } from './clause'
import { checkIds, checkOrder } from './clause-checks'
import type { Escalation, PassRate, PassRateRule, Rank } from './clause-in-context'
import { outcomesOf } from './clause-size'
import type { Findings } from './diagnostic'
import type { Item } from './rubric'

/** 100 % in thousandths of a per cent. */
const WHOLE = 100_000

/** What must hold of the forms that look beyond one number: zones, finders, ranks, samples. */
export function proveInContext(clause: PlainClause, item: Item, out: Findings): void {
  switch (clause.form) {
    case 'zone-limit':
      if (clause.zones.length === 0) out.error('empty-list', 'zones')
      checkIds(clause.zones, out)
      if (!(clause.per > 0)) out.error('count-not-positive', String(clause.per))
      for (const { limit } of clause.zones) if (limit < 0) out.error('bound-out-of-range', formatMilli(limit))
      break
    case 'escalation':
      proveEscalation(clause, out)
      break
    case 'overflow':
      if (!(clause.points > 0)) out.error('size-not-positive', formatMilli(clause.points))
      break
    case 'rank':
      proveRank(clause, item, out)
      break
    case 'pass-rate':
      proveSamples(clause, out)
      proveRate(clause, item, out)
  }
}

function proveEscalation({ finders, repeats }: Escalation, out: Findings): void {
  if (finders.length === 0) out.error('empty-list', 'finders')
  if (repeats.length === 0) out.error('empty-list', 'repeats')
  checkIds(finders, out)
  for (const { factor } of repeats) if (!(factor > 0)) out.error('count-not-positive', formatMilli(factor))
  if (repeats.some(({ factor }, at) => factor < (repeats[at - 1]?.factor ?? 0)))
    out.error('factors-falling', repeats.map(({ factor }) => formatMilli(factor)).join(' '))
  for (const { points } of finders) {
    for (const { factor } of repeats) {
      if ((points * factor) % 1000 !== 0)
        out.error('inexact-factor', `${formatMilli(points)} × ${formatMilli(factor)}`)
    }
  }
}

/** Steps run on from rank 1, each at least one rank wide, the last without an end. */
function proveRank(clause: Rank, item: Item, out: Findings): void {
  const { steps } = clause
  if (steps.length === 0) out.error('empty-list', 'steps')
  checkIds(steps, out)
  steps.forEach(({ id, to }, at) => {
    const isLast = at === steps.length - 1
    if (isLast && to !== undefined) out.error('ranks-leave-out', `> ${to}`)
    else if (!isLast && !(to !== undefined && to > (steps[at - 1]?.to ?? 0))) out.error('ranks-unordered', id)
  })
  checkOrder(outcomesOf(clause), item, out, true)
}

function proveSamples({ samples }: PassRate, out: Findings): void {
  const [first] = samples
  if (first === undefined) {
    out.error('empty-list', 'samples')
    return
  }
  for (const { atLeast } of samples) if (!(atLeast > 0)) out.error('count-not-positive', String(atLeast))
  const isRising = samples.every(({ from, atLeast }, at) => {
    const before = samples[at - 1]
    return before === undefined || (from > before.from && atLeast >= before.atLeast)
  })
  if (!isRising) out.error('samples-unordered', samples.map(({ from }) => from).join(' '))
  if (first.from > 1) out.warning('samples-leave-out', `< ${first.from}`)
}

function proveRate(clause: PassRate, item: Item, out: Findings): void {
  const { rule } = clause
  if (rule.kind === 'tiers') proveRateTiers(rule, out)
  if (rule.kind === 'tiers') checkOrder(outcomesOf(clause), item, out, true)
  if (rule.kind !== 'shortfall') return
  if (!(rule.per > 0)) out.error('count-not-positive', String(rule.per))
  if (!(rule.from > 0 && rule.from <= WHOLE)) out.error('bound-out-of-range', formatMilli(rule.from))
}

/** The first tier whose bound is reached applies: bounds fall, and the last takes what is left. */
function proveRateTiers({ tiers }: Extract<PassRateRule, { kind: 'tiers' }>, out: Findings): void {
  if (tiers.length === 0) out.error('empty-list', 'tiers')
  checkIds(tiers, out)
  let above: Milli | undefined
  tiers.forEach(({ id, min }, at) => {
    const isLast = at === tiers.length - 1
    if (isLast) {
      if (min !== undefined) out.error('pass-rates-leave-out', `< ${formatMilli(min)}%`)
      return
    }
    if (min === undefined || (above !== undefined && min >= above)) out.error('pass-rates-unordered', id)
    else if (!(min > 0 && min <= WHOLE)) out.error('bound-out-of-range', formatMilli(min))
    above = min
  })
}
