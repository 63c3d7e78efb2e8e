import type { Clause, ClauseForm } from '../rubric/clause'
import type { MarkValue } from '../sheet/mark'
import { additive } from './additive'
import { allOrNothing } from './all-or-nothing'
import { bonus } from './bonus'
import type { Form, Place, Reach, Taken } from './form'
import { judgement } from './judgement'
import { linear } from './linear'
import { penalty } from './penalty'
import { perOccurrence } from './per-occurrence'
import { proportional } from './proportional'
import { threshold } from './threshold'
import { tier } from './tier'
import { veto } from './veto'

/** Every rule form by its name: adding one means its file and a line here. */
const FORMS = {
  'per-occurrence': perOccurrence,
  'all-or-nothing': allOrNothing,
  threshold,
  tier,
  linear,
  proportional,
  judgement,
  additive,
  bonus,
  penalty,
  veto,
} satisfies { readonly [F in ClauseForm]: unknown }

/** The form of a clause, its mark type opened up: `fits` guards every use. */
function formOf(clause: Clause): Form<Clause, MarkValue> {
  return FORMS[clause.form] as unknown as Form<Clause, MarkValue>
}

/** Whether a mark can be made on this clause: its kind fits and it says that something is wrong. */
export function isMarkFor(clause: Clause, value: MarkValue): boolean {
  const form = formOf(clause)
  return form.fits(clause, value) && !form.isNothing(clause, value)
}

/** A mark that fits and says that nothing is wrong (a count of 0): entering it takes the mark away. */
export function isNothing(clause: Clause, value: MarkValue): boolean {
  const form = formOf(clause)
  return form.fits(clause, value) && form.isNothing(clause, value)
}

export function needsReason(clause: Clause): boolean {
  return formOf(clause).needsReason
}

/** What a mark takes. The mark must fit (`isMarkFor`): RangeError otherwise. */
export function takeFor(clause: Clause, value: MarkValue, place: Place): Taken {
  const form = formOf(clause)
  const { kind } = value
  if (!form.fits(clause, value)) throw new RangeError(`mark ${kind} does not fit ${clause.form}`)
  return form.take(clause, value, place)
}

/** What the clause can still do while its item is unchecked. */
export function reachOf(clause: Clause, place: Place): Reach {
  return formOf(clause).reach(clause, place)
}
