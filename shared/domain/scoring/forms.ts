import type { Clause, ClauseForm, PlainClause } from '../rubric/clause'
import { clauseFor } from '../rubric/rubric-for'
import type { Mark, MarkValue, PlainValue } from '../sheet/mark'
import { additive } from './additive'
import { allOrNothing } from './all-or-nothing'
import { bonus } from './bonus'
import { escalation } from './escalation'
import { type Account, type Form, NOTHING, type Reach, type Setting, type Taken } from './form'
import { judgement } from './judgement'
import { linear } from './linear'
import { overflow } from './overflow'
import { passRate } from './pass-rate'
import { penalty } from './penalty'
import { perOccurrence } from './per-occurrence'
import { accountOfPlaces, canBeObserved, isSomewhere, reachOfPlaces, takeAtPlaces } from './places'
import { accountOfPooled, canBePooled, takePooled } from './pooled'
import { proportional } from './proportional'
import { rank } from './rank'
import { threshold } from './threshold'
import { tier } from './tier'
import { veto } from './veto'
import { zoneLimit } from './zone-limit'

/** Every rule form by its name: adding one means its file and a line here. 'by-subject' says one of them. */
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
  'zone-limit': zoneLimit,
  escalation,
  overflow,
  rank,
  'pass-rate': passRate,
} satisfies { readonly [F in Exclude<ClauseForm, 'by-subject'>]: unknown }

type AnyForm = Form<PlainClause, PlainValue>

/** The form of a clause, its mark type opened up: `fits` guards every use. */
function formOf(clause: PlainClause): AnyForm {
  return FORMS[clause.form] as unknown as AnyForm
}

/** The clause for no subject in particular; `rubricFor` says what it is for one. */
function plain(clause: Clause): PlainClause {
  return clauseFor(clause, null)
}

/** Whether marks on this clause may say place by place what was seen. */
export function takesPlaces(clause: Clause): boolean {
  const known = plain(clause)
  return canBeObserved(known) || canBePooled(known)
}

/** Whether a mark can be made on this clause at all. */
function fits(clause: PlainClause, value: MarkValue): boolean {
  const form = formOf(clause)
  return value.kind === 'places'
    ? takesPlaces(clause) && isSomewhere(value.at, (one) => form.fits(clause, one))
    : form.fits(clause, value)
}

/** Whether a mark can be made on this clause: its kind fits and it says that something is wrong. */
export function isMarkFor(clause: Clause, value: MarkValue): boolean {
  return fits(plain(clause), value) && !isNothing(clause, value)
}

/** A mark that fits and says that nothing is wrong (a count of 0): entering it takes the mark away. */
export function isNothing(clause: Clause, value: MarkValue): boolean {
  if (value.kind === 'clean') return true
  const known = plain(clause)
  if (!fits(known, value)) return false
  if (value.kind === 'places') return value.at.every((one) => isNothing(known, one.value))
  return formOf(known).isNothing(known, value)
}

export function needsReason(clause: Clause): boolean {
  return formOf(plain(clause)).needsReason
}

/** What a mark takes; nothing where the problem is counted elsewhere. It must fit (`isMarkFor`): RangeError otherwise. */
export function takeFor(clause: Clause, mark: Pick<Mark, 'value' | 'sameAs'>, setting: Setting): Taken {
  const known = plain(clause)
  const { value } = mark
  if (!fits(known, value)) throw new RangeError(`mark ${value.kind} does not fit ${clause.form}`)
  if (mark.sameAs !== undefined) return NOTHING
  const form = formOf(known)
  if (value.kind !== 'places') return form.take(known, value, setting)
  const take = (one: PlainValue) => form.take(known, one, setting)
  return canBePooled(known) ? takePooled(value.at, take) : takeAtPlaces(known, value.at, take, setting)
}

/** How a mark comes to what it takes. The mark must fit. */
export function accountFor(clause: Clause, value: MarkValue, setting: Setting): Account {
  const known = plain(clause)
  const form = formOf(known)
  if (value.kind !== 'places') return form.account(known, value, setting)
  const account = (one: PlainValue) => form.account(known, one, setting)
  return canBePooled(known)
    ? accountOfPooled(value.at, account)
    : accountOfPlaces(known, value.at, account, setting)
}

/** What the clause can still do while its item is unchecked. */
export function reachOf(clause: Clause, setting: Setting): Reach {
  const known = plain(clause)
  return reachOfPlaces(known, formOf(known).reach(known, setting), setting)
}
