import { formatMilli } from '../points'
import type { Additive, Judgement, Linear, Outcome, Threshold, Tier } from './clause'
import type { Findings } from './diagnostic'
import { roleOf } from './number-role'
import {
  type Comparison,
  describeNumbers,
  describePrinted,
  type Printed,
  type PrintedNumber,
} from './printed-numbers'

/** The standard to be reached, however often it is repeated, and what is said of an unfinished step. */
export function linearSequence(clause: Linear, printed: readonly Printed[], out: Findings): void {
  const bases = printed.filter(
    (number): number is PrintedNumber => number.kind === 'number' && roleOf(clause, number) === 'value',
  )
  // 每逾期1天扣0.2分 starts from nothing and prints no standard.
  const isFromNothing = clause.from === 0 && clause.direction === 'above' && bases.length === 0
  if (!isFromNothing && (bases.length === 0 || bases.some(({ value }) => value !== clause.from))) {
    const seen = describeNumbers(bases.map(({ value }) => value))
    out.error('numbers-differ', `from: declared ${describeNumbers([clause.from])}, printed ${seen}`)
  }
  const said = partialSaid(clause.text)
  if (said !== clause.partial) out.error('partial-differs', `declared ${clause.partial}, printed ${said}`)
}

/** What a text says of an unfinished step. Where it says nothing, such a step costs its share. */
export function partialSaid(text: string): Linear['partial'] {
  if (/不足[^。；]{0,20}按(?!比例)[^。；]{0,20}计/.test(text)) return 'started-steps'
  return /不足[^。；]{0,20}(?:不计|不扣)/.test(text) ? 'whole-steps' : 'exact'
}

/** 得N分 for every part; their sizes and order are compared by role. */
export function additiveSequence(_: Additive, printed: readonly Printed[], out: Findings): void {
  for (const number of printed) {
    if (number.kind === 'number' && !/[得计]$/.test(number.before)) {
      out.error('form-word-missing', `得 before ${describePrinted(number)}`)
    }
  }
}

/** Both ends of every band, in order: 扣1–2分; one number where they are equal, or for 最多扣2分 (from nothing). */
export function judgementSequence(clause: Judgement, printed: readonly Printed[], out: Findings): void {
  const rest = [...printed]
  for (const { id, min, max } of clause.bands) {
    const first = rest[0]
    const isFromNothing = min === 0 && first?.kind === 'number' && first.value !== 0
    const isOne = min === max || (isFromNothing && /(?:最多|最高|至多|不超过)[扣得计]?$/.test(first.before))
    const wanted = isOne ? [max] : [min, max]
    const seen = rest.splice(0, wanted.length)
    const isSame = wanted.every((value, index) => {
      const number = seen[index]
      return number?.kind === 'number' && number.isPoints && number.value === value
    })
    if (!isSame) {
      out.error(
        'numbers-differ',
        `band ${id}: declared ${describeNumbers(wanted)}, printed ${seen.map(describePrinted).join('、')}`,
      )
    }
  }
  if (rest.length > 0)
    out.error('numbers-differ', `printed beside the bands: ${rest.map(describePrinted).join('、')}`)
}

/** Bound, outcome, bound, outcome …, in the declared order. */
export function thresholdSequence(clause: Threshold, printed: readonly Printed[], out: Findings): void {
  const rest = [...printed]
  for (const { cmp, value, outcome } of clause.thresholds) {
    const bound = rest.shift()
    const isBound = bound?.kind === 'number' && !bound.isPoints && bound.value === value
    if (!isBound)
      out.error(
        'numbers-differ',
        `threshold: declared ${formatMilli(value)}, printed ${describePrinted(bound)}`,
      )
    else if (!bound.comparisons.includes(cmp))
      out.error('comparison-differs', `declared ${cmp} ${describePrinted(bound)}`)
    checkOutcome(outcome, rest.shift(), out)
  }
  if (rest.length > 0)
    out.error('numbers-differ', `printed beside the thresholds: ${rest.map(describePrinted).join('、')}`)
}

/** Per tier one bound or both, then its outcome; that neighbours meet is the proof's affair. */
export function tierSequence(clause: Tier, printed: readonly Printed[], out: Findings): void {
  const rest = [...printed]
  for (const { id, min, max, isMinOpen, isMaxClosed, outcome } of clause.tiers) {
    const lower = isMinOpen ? '>' : '>='
    const upper = isMaxClosed ? '<=' : '<'
    let bounds = 0
    while (rest[0]?.kind === 'number' && !rest[0].isPoints) {
      const number = rest.shift() as PrintedNumber
      bounds += 1
      const isLower = number.value === min && fits(number, lower)
      const isUpper = number.value === max && fits(number, upper)
      if (!isLower && !isUpper) {
        out.error(
          'numbers-differ',
          `tier ${id}: declared ${bound(lower, min)} ${bound(upper, max)}, printed ${describePrinted(number)}`,
        )
      }
    }
    const hasBounds = min !== undefined || max !== undefined
    if (hasBounds && bounds === 0 && !/其余|其他|否则/.test(clause.text)) {
      out.error('numbers-differ', `tier ${id}: no bound printed`)
    }
    checkOutcome(outcome, rest.shift(), out)
  }
  if (rest.length > 0)
    out.error('numbers-differ', `printed beside the tiers: ${rest.map(describePrinted).join('、')}`)
}

function fits(number: PrintedNumber, comparison: Comparison): boolean {
  return number.comparisons.includes(comparison)
}

export function checkOutcome(outcome: Outcome, printed: Printed | undefined, out: Findings): void {
  if (outcome.effect === 'full' || outcome.effect === 'zero') {
    if (printed?.kind === 'outcome' && printed.effect === outcome.effect) return
    out.error('outcome-differs', `declared ${outcome.effect}, printed ${describePrinted(printed)}`)
    return
  }
  const isSame = printed?.kind === 'number' && printed.isPoints && printed.value === outcome.points
  const verb = outcome.effect === 'deduct' ? /扣除?$/ : /[得计]$/
  if (isSame && verb.test(printed.before)) return
  const declared = `${outcome.effect} ${formatMilli(outcome.points)}`
  out.error('outcome-differs', `declared ${declared}, printed ${describePrinted(printed)}`)
}

function bound(comparison: string, value: number | undefined): string {
  return value === undefined ? '' : `${comparison}${formatMilli(value)}`
}
