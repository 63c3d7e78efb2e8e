import {
  add,
  count,
  divideBy,
  type Expression,
  most,
  multiply,
  number,
  rounded,
  subtract,
} from '../explain/expression'
import { formatMilli, mulDiv, type Points, points } from '../points'
import { placeName } from '../round/place'
import type { PassRate, PassRateRule } from '../rubric/clause-in-context'
import { capOf } from '../rubric/clause-size'
import type { PlainValue, Sampled } from '../sheet/mark'
import { type Form, isCount, lose, reachLoss, type Setting } from './form'
import { lossOf, worthOf } from './outcome'
import { MOST_PLACES } from './places'
import { costOfGap, explainGap, underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'samples' }>
type Tiers = Extract<PassRateRule, { kind: 'tiers' }>['tiers']
type Shortfall = Extract<PassRateRule, { kind: 'shortfall' }>

/** 100 % in thousandths of a per cent. */
const WHOLE = 100_000

/** Form 20: 抽查合格率. The rate is passed ÷ sampled, exact, and never rounded before it is held against the rule. */
export const passRate: Form<PassRate, Value> = {
  fits: (_clause, value): value is Value =>
    value.kind === 'samples' &&
    isCount(value.passed) &&
    isCount(value.failed) &&
    isCount(value.population) &&
    sampled(value) > 0 &&
    sampled(value) <= value.population &&
    (value.at === undefined || addsUp(value, value.at)),
  isNothing: () => false,
  needsReason: false,
  take: (clause, value, setting) => ({
    ...lose(rawOf(clause, value, setting), limitOf(clause, setting)),
    isShort: sampled(value) < samplesAsked(clause, value.population),
  }),
  account: (clause, value, setting) => {
    const { label, unit } = clause.measure
    const raw = rawOf(clause, value, setting)
    const asked = samplesAsked(clause, value.population)
    const rate = `${value.passed} ÷ ${sampled(value)}`
    const tier = clause.rule.kind === 'tiers' ? [tierAt(clause.rule.tiers, value).label] : []
    return {
      facts: [`${label} ${sampled(value)}/${value.population}${unit}`, `≥ ${asked}${unit}`, rate, ...tier],
      sum: underCap(
        sumOf(clause, value, setting, raw),
        limitOf(clause, setting),
        raw > limitOf(clause, setting),
      ),
    }
  },
  reach: (clause, setting) => {
    const one = (passed: number): Value => ({
      kind: 'samples',
      population: 1_000_000,
      passed,
      failed: 1_000_000 - passed,
    })
    const bounds = clause.rule.kind === 'tiers' ? clause.rule.tiers.map(({ min = 0 }) => min) : []
    const rates = [0, 1_000_000, ...bounds.flatMap((min) => [min * 10 - 1, min * 10])]
    const costs = rates
      .filter((passed) => passed >= 0 && passed <= 1_000_000)
      .map((passed) => rawOf(clause, one(passed), setting))
    return reachLoss(points(Math.min(limitOf(clause, setting), Math.max(0, ...costs))))
  },
}

/** How many must be sampled of so many: never more than there are. */
export function samplesAsked({ samples }: PassRate, population: number): number {
  const row = samples.filter(({ from }) => from <= population).at(-1)
  return Math.min(row?.atLeast ?? 0, population)
}

/** Places, each named once and something sampled there, that come to as many as passed and failed. */
function addsUp({ passed, failed }: Value, at: readonly Sampled[]): boolean {
  const names = new Set(at.map(({ place }) => placeName(place)))
  const sum = (part: 'passed' | 'failed') => at.reduce((all, one) => all + one[part], 0)
  return (
    at.length > 0 &&
    at.length <= MOST_PLACES &&
    names.size === at.length &&
    !names.has('') &&
    at.every((one) => isCount(one.passed) && isCount(one.failed) && one.passed + one.failed > 0) &&
    sum('passed') === passed &&
    sum('failed') === failed
  )
}

function sampled({ passed, failed }: Pick<Value, 'passed' | 'failed'>): number {
  return passed + failed
}

function limitOf(clause: PassRate, { limit }: Setting): Points {
  return capOf(clause) ?? limit
}

function rawOf({ rule }: PassRate, value: Value, setting: Setting): number {
  switch (rule.kind) {
    case 'tiers':
      return lossAt(rule.tiers, value, setting)
    case 'shortfall':
      return costOfGap(rule, gapTimes(rule, value), setting, sampled(value))
    case 'proportional':
      // All passed is full marks, on whatever step they lie.
      if (value.failed === 0) return 0
      return Math.max(0, rule.base - mulDiv(rule.base, value.passed, sampled(value), setting.rounding))
  }
}

/** How far the rate is below the standard, times the number sampled: whole. */
function gapTimes({ from }: Shortfall, value: Value): number {
  return from * sampled(value) - WHOLE * value.passed
}

function sumOf({ rule }: PassRate, value: Value, setting: Setting, raw: number): Expression {
  const rate = divideBy(count(value.passed), add(count(value.passed), count(value.failed)))
  switch (rule.kind) {
    case 'tiers':
      return number(raw)
    case 'shortfall': {
      const gap = most(count(0), subtract(number(rule.from), multiply(rate, count(100))))
      return explainGap(rule, gap, setting, raw)
    }
    case 'proportional': {
      if (value.failed === 0) return count(0)
      const gained = rounded(multiply(number(rule.base), rate), setting.rounding)
      return most(count(0), subtract(number(rule.base), gained))
    }
  }
}

function lossAt(tiers: Tiers, value: Value, { item }: Setting): Points {
  const outcomes = tiers.map(({ outcome }) => outcome)
  return lossOf(tierAt(tiers, value).outcome, worthOf(outcomes, item.points), item.points)
}

function tierAt(tiers: Tiers, value: Value): Tiers[number] {
  const found = tiers.find(({ min }) => min === undefined || WHOLE * value.passed >= min * sampled(value))
  if (found === undefined) throw new RangeError(`no tier covers ${formatMilli(value.passed * 1000)}`)
  return found
}
