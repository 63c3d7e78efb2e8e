import { expect, it } from 'vitest'
import { evaluate } from '../../../../shared/domain/explain/expression'
import { writeExpression } from '../../../../shared/domain/explain/write-expression'
import { formatMilli, type Milli, points } from '../../../../shared/domain/points'
import type { Outcome } from '../../../../shared/domain/rubric/clause'
import { accountFor, isMarkFor, isNothing, reachOf, takeFor } from '../../../../shared/domain/scoring/forms'
import type { MarkValue, PlainValue } from '../../../../shared/domain/sheet/mark'
import { type Bare, clauseOf, itemOf, rounding, settingFor } from './small-standard'

export const m = (value: number) => value as Milli
export const n = (count: number): PlainValue => ({ kind: 'count', n: count })
export const by = (bySeverity: Record<string, number>): PlainValue => ({ kind: 'counts', bySeverity })
export const v = (thousandths: number): PlainValue => ({ kind: 'value', value: m(thousandths) })
export const pick = (id: string): PlainValue => ({ kind: 'choice', id })
export const give = (bandId: string, size: number): PlainValue => ({
  kind: 'points',
  bandId,
  points: points(size),
})
export const missing = (...parts: string[]): PlainValue => ({ kind: 'missing', parts })
export const flag: PlainValue = { kind: 'flag' }
export const deduct = (size: number): Outcome => ({ effect: 'deduct', points: points(size) })
export const gain = (size: number): Outcome => ({ effect: 'gain', points: points(size) })
export const full: Outcome = { effect: 'full' }
export const zero: Outcome = { effect: 'zero' }
export const rate = { label: '合格率', unit: '%' }

/** A mark on a clause of a 3-point item: what it takes, and its account (facts → arithmetic) where it is of interest. */
export type Row = readonly [what: string, bare: Bare, value: MarkValue, lost: number, account?: string]

function settingAt(bare: Bare, step: number) {
  return settingFor(itemOf('i', 3_000, [bare]), rounding('half-up', step))
}

/** What a mark takes of a 3-point item, rounded half up to `step` thousandths. */
export function take(bare: Bare, value: MarkValue, step = 1) {
  const clause = clauseOf(bare)
  if (!isMarkFor(clause, value) && !isNothing(clause, value)) throw new Error('not a mark for this clause')
  return takeFor(clause, { value }, settingAt(bare, step))
}

/** The same in figures: what they come to, and as they are written. */
export function account(bare: Bare, value: MarkValue, step = 1) {
  const { facts, sum } = accountFor(clauseOf(bare), value, settingAt(bare, step))
  const comesTo = evaluate(sum)
  return { facts, comesTo, text: `${writeExpression(sum)} = ${formatMilli(comesTo).replace('-', '−')}` }
}

export function reach(bare: Bare, step = 1) {
  return reachOf(clauseOf(bare), settingAt(bare, step))
}

/** Each row: taken, told and within reach. */
export function check(rows: readonly Row[], step = 1) {
  const named = rows.map(([what, bare, value, lost, text]) => ({ what, bare, value, lost, text }))
  it.each(named)('$what', ({ bare, value, lost, text }) => {
    const taken = take(bare, value, step)
    expect(taken.lost).toBe(lost)
    const told = account(bare, value, step)
    expect(told.comesTo).toBe(lost)
    if (text !== undefined) expect([...told.facts, told.text].join(' → ')).toBe(text)
    expect(taken.lost).toBeLessThanOrEqual(reach(bare, step).lost)
  })
}

/** Each row can't be entered on its clause. */
export function checkUnfit(rows: readonly (readonly [what: string, bare: Bare, value: MarkValue])[]) {
  it.each(rows)('%s is no mark', (_what, bare, value) => {
    expect(isMarkFor(clauseOf(bare), value)).toBe(false)
  })
}
