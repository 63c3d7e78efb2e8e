import type { Milli } from '../points'
import type { PlainClause, Tier } from './clause'
import type { Escalation, PassRate, Rank, ZoneLimit } from './clause-in-context'
import type { Findings } from './diagnostic'
import { roleOf } from './number-role'
import { describeNumbers, describePrinted, type Printed, type PrintedNumber } from './printed-numbers'
import { checkOutcome, partialSaid } from './printed-sequence'

/** 100 % in thousandths of a per cent. */
const WHOLE = 100_000 as Milli

const count = (value: number): number => value * 1000

/** Every zone is named, and the number after its name is its limit. */
export function zoneSequence(clause: ZoneLimit, printed: readonly Printed[], out: Findings): void {
  const limits = printed.filter(
    (one): one is PrintedNumber => one.kind === 'number' && roleOf(clause, one) === 'value',
  )
  checkLabels(
    clause.zones.map(({ label, limit }) => ({ label, value: limit })),
    limits,
    clause.text,
    out,
  )
  for (const number of limits) {
    const wanted = clause.direction === 'above' ? ['<=', '>'] : ['>=', '<']
    if (!number.comparisons.some((each) => wanted.includes(each)))
      out.error('comparison-differs', `declared ${clause.direction} ${describePrinted(number)}`)
  }
  const said = partialSaid(clause.text)
  if (said !== clause.partial) out.error('partial-differs', `declared ${clause.partial}, printed ${said}`)
}

/** Every finder is named, with what a finding costs; and how often it was found, with its factor: 加倍, 按3倍. */
export function escalationSequence(clause: Escalation, printed: readonly Printed[], out: Findings): void {
  const numbers = printed.filter((one): one is PrintedNumber => one.kind === 'number')
  const prices = numbers.filter((number) => roleOf(clause, number) === 'points')
  checkLabels(
    clause.finders.map(({ label, points }) => ({ label, value: points })),
    prices,
    clause.text,
    out,
  )
  const said = [...clause.text.matchAll(/加倍|翻倍|(\d+(?:\.\d+)?)倍/g)].map(([, digits]) =>
    digits === undefined ? 2000 : Math.round(Number(digits) * 1000),
  )
  const wanted = clause.repeats.map(({ factor }) => factor).filter((factor) => factor !== 1000)
  if (said.join() !== wanted.join()) {
    out.error(
      'numbers-differ',
      `factors: declared ${describeNumbers(wanted)}, printed ${describeNumbers(said)}`,
    )
  }
  for (const { label, factor } of clause.repeats) {
    // What costs the plain price need not be said.
    if (factor !== 1000 && !clause.text.includes(label)) out.error('label-not-printed', label)
  }
}

/** 前3名得满分，第4至10名得1分，其余不得分: both ends of a step, or its last rank, then its outcome. */
export function rankSequence(clause: Rank, printed: readonly Printed[], out: Findings): void {
  const rest = [...printed]
  let before = 0
  for (const { id, to, outcome } of clause.steps) {
    const seen: PrintedNumber[] = []
    while (rest[0]?.kind === 'number' && !rest[0].isPoints) seen.push(rest.shift() as PrintedNumber)
    const said = seen.map(({ value }) => value).join()
    const first = count(before + 1)
    const last = to === undefined ? undefined : count(to)
    const isOne = first === last || (before === 0 && /前$/.test(seen[0]?.before ?? ''))
    const isRest = last === undefined && /其余|其他|以后|以外/.test(clause.text)
    const wanted =
      last === undefined ? (isRest ? ['', `${first}`] : []) : [isOne ? `${last}` : `${first},${last}`]
    if (!wanted.includes(said) || seen.some(({ after }) => !/^名|^位/.test(after))) {
      const declared = `${first / 1000}–${to ?? ''}`
      out.error(
        'numbers-differ',
        `step ${id}: declared ${declared}, printed ${seen.map(describePrinted).join('、')}`,
      )
    }
    checkOutcome(outcome, rest.shift(), out)
    before = to ?? before
  }
  if (rest.length > 0)
    out.error('numbers-differ', `printed beside the steps: ${rest.map(describePrinted).join('、')}`)
}

/** 不足30座的抽查不少于5座，30座以上的抽查不少于10座: bounds of the population, then how many of it. */
export function samplesSequence(clause: PassRate, printed: readonly Printed[], out: Findings): void {
  const rest = printed.filter((one): one is PrintedNumber => isSample(clause, one))
  clause.samples.forEach(({ from, atLeast }, at) => {
    const next = clause.samples[at + 1]
    const isFirst = at === 0
    const bounds = [
      ...(isFirst && from === 0 ? [] : [{ value: count(from), by: '>=' as const }]),
      ...(next === undefined || !(isFirst || isRange(rest))
        ? []
        : [{ value: count(next.from), by: '<' as const }]),
    ]
    for (const { value, by } of [...bounds, { value: count(atLeast), by: '>=' as const }]) {
      const number = rest.shift()
      if (number?.value !== value)
        out.error(
          'numbers-differ',
          `samples: declared ${describeNumbers([value])}, printed ${describePrinted(number)}`,
        )
      else if (!number.comparisons.includes(by))
        out.error('comparison-differs', `declared ${by} ${describePrinted(number)}`)
    }
  })
  if (rest.length > 0)
    out.error('numbers-differ', `printed beside the samples: ${rest.map(describePrinted).join('、')}`)
}

/** 30座以上不足100座的: the second of a middle row's numbers ends it. */
function isRange(rest: readonly PrintedNumber[]): boolean {
  return rest[1]?.comparisons.includes('<') === true
}

/** Whether a number counts what is sampled, and is not a rate. */
export function isSample({ measure }: PassRate, number: Printed): number is PrintedNumber {
  return number.kind === 'number' && !number.isPoints && number.after.startsWith(measure.unit)
}

/** What a rate means is read as the form that it is: tiers, a price per point missed, or a share. */
export function rateAsForm(clause: PassRate): PlainClause {
  const { id, text, rule } = clause
  const measure = { label: clause.measure.label, unit: '%' }
  switch (rule.kind) {
    case 'tiers': {
      const tiers = rule.tiers.map((tier, at): Tier['tiers'][number] => {
        const max = rule.tiers[at - 1]?.min
        return max === undefined ? tier : { ...tier, max }
      })
      return { form: 'tier', id, text, measure, tiers }
    }
    case 'shortfall': {
      const { kind: _, ...steps } = rule
      return { form: 'linear', id, text, measure, direction: 'below', ...steps }
    }
    case 'proportional':
      return { form: 'proportional', id, text, measure, base: rule.base, fullAt: WHOLE }
  }
}

/** Each label is printed, in order, and the one number that follows it is its own. */
function checkLabels(
  wanted: readonly { readonly label: string; readonly value: number }[],
  printed: readonly PrintedNumber[],
  text: string,
  out: Findings,
): void {
  for (const { label } of wanted) if (!text.includes(label)) out.error('label-not-printed', label)
  const said = printed.map(({ before, value }) => `${lastOf(before, wanted)} ${value}`)
  const declared = wanted.map(({ label, value }) => `${label} ${value}`)
  if (said.join() !== declared.join())
    out.error('numbers-differ', `declared ${declared.join('、')}, printed ${said.join('、')}`)
}

/** The label that stands nearest before a number; of two that end there, the longer. */
function lastOf(before: string, wanted: readonly { readonly label: string }[]): string {
  let found = { label: '', end: -1 }
  for (const { label } of wanted) {
    const at = before.lastIndexOf(label)
    const end = at < 0 ? -1 : at + label.length
    if (end > found.end || (end === found.end && label.length > found.label.length)) found = { label, end }
  }
  return found.label
}
