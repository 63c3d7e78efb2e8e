import { type Milli, points } from '../../domain/points'
import type { Clause, PlainClause } from '../../domain/rubric/clause'
import type { Item, Rubric } from '../../domain/rubric/rubric'
import { clauseFor } from '../../domain/rubric/rubric-for'
import { isMarkFor } from '../../domain/scoring/forms'
import { scoreItem } from '../../domain/scoring/score-item'
import { type ItemMark, type PlainValue, UNTOUCHED } from '../../domain/sheet/mark'

/** One mark that a clause could have, and what a reason would name for it: '3处', '98%'; null where nothing. */
export interface Option {
  readonly value: PlainValue
  readonly figure: number | null
  readonly unit: string
}

/** Marks by clause that together come to a score. */
export type Way = ReadonlyMap<Clause, Option>

/** Most counts tried for one clause, and marks tried for one item. */
const MOST_COUNTS = 200
const MOST_TRIED = 4000
const MOST_WAYS = 60

/**
 * The ways in which marks on an item's clauses come to exactly this score (and this much beside it), fewest clauses
 * first. `figures` are numbers that a reason names: values that no score tells are tried from them.
 */
export function waysTo(
  rubric: Rubric,
  item: Item,
  score: number,
  extra: number,
  figures: readonly number[],
): readonly Way[] {
  const ways: Way[] = []
  let tried = 0
  const comesOut = (way: Way): boolean => {
    const marks = Object.fromEntries([...way].map(([{ id }, { value }]) => [id, { value, reason: '—' }]))
    const mark: ItemMark = { ...UNTOUCHED, status: 'scored', marks }
    const { low, high, extraHigh } = scoreItem(rubric, item, mark)
    return low === score && high === score && extraHigh === extra
  }
  const lost = item.points - score
  const open = item.clauses.map((clause) => ({
    clause,
    options: optionsOf(clauseFor(clause, null), lost, extra, figures),
  }))
  for (let size = 1; size <= Math.min(3, open.length); size += 1) {
    const choose = (from: number, way: Way) => {
      if (tried > MOST_TRIED || ways.length >= MOST_WAYS) return
      if (way.size === size) {
        tried += 1
        if (comesOut(way)) ways.push(way)
        return
      }
      for (let at = from; at < open.length; at += 1) {
        const next = open[at]
        if (next === undefined) continue
        for (const option of next.options) choose(at + 1, new Map([...way, [next.clause, option]]))
      }
    }
    choose(0, new Map())
  }
  return ways
}

function optionsOf(
  clause: PlainClause,
  lost: number,
  extra: number,
  figures: readonly number[],
): readonly Option[] {
  return listed(clause, lost, extra, figures).filter(({ value }) => isMarkFor(clause, value))
}

function listed(
  clause: PlainClause,
  lost: number,
  extra: number,
  figures: readonly number[],
): readonly Option[] {
  switch (clause.form) {
    case 'per-occurrence': {
      const { unit, pointsPerUnit = 0, per = 1, allowance = 0 } = clause
      if (clause.severities !== undefined)
        return clause.severities.flatMap(({ id, points: each }) =>
          counts(each, lost).map((n) => ({
            value: { kind: 'counts', bySeverity: { [id]: n } },
            figure: n,
            unit,
          })),
        )
      const named = figures.filter((figure) => Number.isSafeInteger(figure) && figure > 0)
      const all = counts(pointsPerUnit, lost).map((n) => n * per + allowance)
      return [...new Set([...named, ...all])].map((n) => ({ value: { kind: 'count', n }, figure: n, unit }))
    }
    case 'all-or-nothing':
      return [plainly({ kind: 'flag' })]
    case 'veto':
      return clause.scope === 'item' ? [plainly({ kind: 'flag' })] : []
    case 'bonus':
    case 'penalty': {
      const { unit } = clause
      const all = counts(clause.pointsPerUnit, Math.abs(extra))
      return all.map((n) => ({ value: { kind: 'count', n }, figure: n, unit }))
    }
    case 'judgement': {
      const top = Math.max(...clause.bands.map(({ max }) => max))
      const given = clause.effect === 'deduct' ? lost : top - lost
      const band = clause.bands.find(({ min, max }) => given >= min && given <= max)
      return band === undefined ? [] : [plainly({ kind: 'points', bandId: band.id, points: points(given) })]
    }
    case 'additive':
      return subsets(clause.parts.map(({ id }) => id)).map((parts) => plainly({ kind: 'missing', parts }))
    case 'tier': {
      const { measure, tiers } = clause
      if (measure === undefined) return tiers.map(({ id }) => plainly({ kind: 'choice', id }))
      return valuesOf([...figures, ...tiers.flatMap(({ min, max }) => around(min, max))], measure.unit)
    }
    case 'threshold': {
      const bounds = clause.thresholds.flatMap(({ value }) => around(value, value))
      return valuesOf([...figures, ...bounds], clause.measure.unit)
    }
    case 'linear': {
      const gap = (lost * clause.per) / clause.pointsPerUnit / 1000
      const from = clause.from / 1000
      return valuesOf(
        [...figures, clause.direction === 'below' ? from - gap : from + gap],
        clause.measure.unit,
      )
    }
    case 'proportional': {
      const { base, fullAt, measure } = clause
      return valuesOf([...figures, ((base - lost) * fullAt) / base / 1000], measure.unit)
    }
    default:
      // What depends on other subjects, or on who found it, no score tells.
      return []
  }
}

function plainly(value: PlainValue): Option {
  return { value, figure: null, unit: '' }
}

/** 1 to as many as it takes to lose so much, and no more than a person would count. */
function counts(each: number, lost: number): readonly number[] {
  if (each <= 0 || lost <= 0) return []
  return Array.from({ length: Math.min(MOST_COUNTS, Math.ceil(lost / each)) }, (_, at) => at + 1)
}

function around(min: number | undefined, max: number | undefined): readonly number[] {
  const bounds = [min, max].filter((bound) => bound !== undefined)
  return bounds.flatMap((bound) => [bound / 1000 - 1, bound / 1000, bound / 1000 + 1])
}

function valuesOf(values: readonly number[], unit: string): readonly Option[] {
  const found: Option[] = []
  for (const figure of new Set(values)) {
    const value = Math.round(figure * 1000)
    if (figure >= 0 && Math.abs(value - figure * 1000) < 1e-6)
      found.push({ value: { kind: 'value', value: value as Milli }, figure, unit })
  }
  return found
}

function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  const few = ids.slice(0, 8)
  return Array.from({ length: 2 ** few.length - 1 }, (_, at) =>
    few.filter((_id, bit) => ((at + 1) >> bit) % 2 === 1),
  )
}
