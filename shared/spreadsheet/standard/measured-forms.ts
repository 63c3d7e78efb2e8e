import { partialSaid } from '../../domain/rubric/printed-sequence'
import type { ReadClause } from '../wording/read-clause'
import { isCount, unitName, withoutIdle } from './counted-forms'
import { outcomesOf } from './outcome-of'
import {
  type ClauseSetting,
  capped,
  cutAt,
  type Make,
  measureOf,
  milliOf,
  one,
  stakeOf,
  unitOf,
  type Worded,
} from './worded'

/** What is said of an unfinished step, in the clause or after it in its sentence. */
export function partialIn({ text, span }: ReadClause, { rule }: ClauseSetting) {
  return partialSaid(`${text}${rule.slice(span[1]).split(/[。；;\n]/)[0] ?? ''}`)
}

export const threshold: Make<'threshold'> = (clause, setting) => {
  const [first] = clause.thresholds
  const unit = unitOf(first?.unit ?? '')
  // One clause measures one thing.
  if (first === undefined || clause.thresholds.some((each) => unitOf(each.unit) !== unit)) return null
  const results = clause.thresholds.map(({ result }) => result)
  const outcomes = outcomesOf(results, setting, clause.text)
  const takes = results.some(({ effect }) => effect === 'deduct' || effect === 'zero')
  const thresholds = clause.thresholds.map(({ cmp, value }, at) => {
    const milli = milliOf(value)
    const outcome = outcomes[at]
    if (milli === null || outcome === undefined) return null
    // 100% 得满分: nothing is above it. Any other equality is no threshold.
    if (cmp === '=' && !(unit === '%' && value === 100)) return null
    // Full marks alone would cost nothing where they are not reached.
    const isWon = outcome.effect === 'full' && results[at]?.effect === 'full' && !takes
    const won = isWon ? ({ effect: 'gain', points: stakeOf(setting) } as const) : outcome
    return { cmp: cmp === '=' ? ('>=' as const) : cmp, value: milli, outcome: won }
  })
  if (thresholds.some((each) => each === null)) return null
  return one(clause, {
    form: 'threshold',
    measure: measureOf(clause, setting, unit),
    thresholds: thresholds.filter((each) => each !== null),
  })
}

/** Without the standard to be reached, what is too much or too little can only be counted: 每逾期1日扣0.2分. */
export const linear: Make<'linear'> = (clause, setting) => {
  const { direction, pointsPerUnit, from } = clause
  const unit = unitOf(clause.unit)
  const bounds = withoutIdle(capped(clause.cap, setting, clause.full), setting.points)
  const partial = partialIn(clause, setting)
  if (from === null) {
    const name = unitName(unit)
    const isCounted = unit !== '%' && isCount(clause.per) && clause.per >= 1
    if (!isCounted || name === null || (partial === 'started-steps' && clause.per > 1)) return null
    const per = clause.per === 1 ? {} : { per: clause.per }
    return one(clause, { form: 'per-occurrence', unit: name, ...per, pointsPerUnit, ...bounds })
  }
  const [value, per] = [milliOf(from.value), milliOf(clause.per)]
  if (value === null || per === null || per <= 0 || unitOf(from.unit) !== unit) return null
  return one(clause, {
    form: 'linear',
    measure: measureOf(clause, setting, from.unit),
    from: value,
    direction,
    per,
    pointsPerUnit,
    partial,
    ...bounds,
  })
}

export const proportional: Make<'proportional'> = (clause, setting) => {
  const { from, floor, terms = 1 } = clause
  const fullAt = from === null ? milliOf(100) : milliOf(from.value)
  const least = floor === null ? null : milliOf(floor.value)
  const unit = unitOf(from?.unit ?? floor?.unit ?? '%')
  if (fullAt === null || (floor !== null && (least === null || unitOf(floor.unit) !== unit))) return null
  if (from === null && unit !== '%') return null
  const rates = clause.text.match(/[\p{Script=Han}]{1,12}?率/gu) ?? []
  const texts = terms === 1 ? [clause.text] : cutAt(clause.text, rates.slice(0, terms))
  if (texts === null || texts.length !== terms) return null
  return {
    clauses: texts.map((text): Worded => {
      const measure = measureOf(terms === 1 ? clause : { ...clause, text, evidence: [] }, setting, unit)
      const base = clause.base ?? stakeOf(setting)
      const bounds = least === null ? {} : { floor: least }
      return { text, rule: { form: 'proportional', measure, base, fullAt, ...bounds } }
    }),
  }
}
