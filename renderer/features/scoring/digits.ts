import type { Clause, PlainClause } from '../../../shared/domain/rubric/clause'
import type { Escalation, ZoneLimit } from '../../../shared/domain/rubric/clause-in-context'
import { clauseFor } from '../../../shared/domain/rubric/rubric-for'
import type { MarkValue, PlainValue } from '../../../shared/domain/sheet/mark'

/** What a key does to the active clause. */
export type Press =
  | { readonly kind: 'value'; readonly value: PlainValue }
  /** The mark is taken away. */
  | { readonly kind: 'none' }
  /** The key says nothing here: all stays as it is. */
  | { readonly kind: 'keep' }
  /** Typing goes on in a field: of `pick` where there are several (a zone's, the rank's). Null leaves its text. */
  | { readonly kind: 'type'; readonly text: string | null; readonly pick?: string }

type Found = Extract<PlainValue, { kind: 'found' }>['found']
type Missing = Extract<PlainValue, { kind: 'missing' }>

/** Most that a counter holds. */
export const MOST = 99_999

const KEEP: Press = { kind: 'keep' }
const NONE: Press = { kind: 'none' }

/**
 * A digit, '+' or '-' on a clause. `typed` is the digits of the last second, this one included, so that '1' '2'
 * makes 12. Counters take it as a count, lists as a choice, measured values go on in their field. '0' and '-' take
 * away, and a digit past the end of a list does nothing.
 */
export function press(clause: Clause, now: MarkValue | undefined, key: string, typed: string): Press {
  return pressPlain(clauseFor(clause, null), now, key, typed)
}

function pressPlain(clause: PlainClause, now: MarkValue | undefined, key: string, typed: string): Press {
  switch (clause.form) {
    case 'per-occurrence':
      return clause.severities === undefined ? count(now, key, typed) : severity(clause.severities, now, key)
    case 'bonus':
    case 'penalty':
      return count(now, key, typed)
    case 'all-or-nothing':
    case 'veto':
      return key === '-' || key === '0' ? NONE : { kind: 'value', value: { kind: 'flag' } }
    case 'tier':
      return clause.measure === undefined ? choice(clause.tiers, key) : field(key, typed)
    case 'additive':
      return parts(clause, now, key)
    case 'threshold':
    case 'linear':
    case 'proportional':
    case 'judgement':
      return field(key, typed)
    case 'zone-limit':
      return zone(clause, key, typed)
    case 'escalation':
      return escalated(clause, now, key)
    case 'rank':
      if (key === '-') return NONE
      // The value is known on the day, the rank when all are: what is typed next is what is missing.
      return key !== '+' && now?.kind === 'value'
        ? { kind: 'type', text: typed, pick: 'rank' }
        : { kind: 'type', text: key === '+' ? null : typed, pick: now?.kind === 'rank' ? 'rank' : 'value' }
    case 'pass-rate':
      return key === '-' ? NONE : { kind: 'type', text: key === '+' ? null : typed, pick: 'population' }
    case 'overflow':
      return KEEP
  }
}

function count(now: MarkValue | undefined, key: string, typed: string): Press {
  const n = now?.kind === 'count' ? now.n : 0
  const next = key === '+' ? n + 1 : key === '-' ? n - 1 : Number(typed)
  return next <= 0 ? NONE : { kind: 'value', value: { kind: 'count', n: Math.min(next, MOST) } }
}

/** Which entry of a list a key means: its number; '+' the first; '-' and '0' none at all. */
function entryAt<T>(all: readonly T[], key: string): T | 'none' | undefined {
  if (key === '-' || key === '0') return 'none'
  return key === '+' ? all[0] : all[Number(key) - 1]
}

/** A digit adds one of that severity; '+' one of the first; '-' takes one of the last that has any. */
function severity(sizes: readonly { readonly id: string }[], now: MarkValue | undefined, key: string): Press {
  const counts = now?.kind === 'counts' ? now.bySeverity : {}
  if (key === '-') {
    const last = sizes.filter(({ id }) => (counts[id] ?? 0) > 0).at(-1)
    return last === undefined ? NONE : changeSeverity(counts, last.id, -1)
  }
  const target = entryAt(sizes, key)
  if (target === undefined) return KEEP
  return target === 'none' ? NONE : changeSeverity(counts, target.id, 1)
}

/** One more or one less of a severity; none any more when all are at 0. */
export function changeSeverity(counts: Readonly<Record<string, number>>, id: string, by: number): Press {
  const n = Math.max(0, Math.min(MOST, (counts[id] ?? 0) + by))
  const rest = Object.entries(counts).filter(([other, had]) => other !== id && had > 0)
  const bySeverity = Object.fromEntries(n === 0 ? rest : [...rest, [id, n]])
  return Object.keys(bySeverity).length === 0
    ? NONE
    : { kind: 'value', value: { kind: 'counts', bySeverity } }
}

/** Finder by finder, each with every repetition: the cells that digits count in. */
export function cellsOf({ finders, repeats }: Escalation): { finder: string; time: number }[] {
  return finders.flatMap(({ id }) => repeats.map((_repeat, at) => ({ finder: id, time: at + 1 })))
}

/** A digit adds one to that cell; '-' takes one of the last cell that has any. */
function escalated(clause: Escalation, now: MarkValue | undefined, key: string): Press {
  const found = now?.kind === 'found' ? now.found : []
  const cells = cellsOf(clause)
  if (key === '-') {
    const last = cells.filter((cell) => countIn(found, cell) > 0).at(-1)
    return last === undefined ? NONE : changeFound(found, last, -1)
  }
  const cell = entryAt(cells, key)
  if (cell === undefined) return KEEP
  return cell === 'none' ? NONE : changeFound(found, cell, 1)
}

type Cell = Pick<Found[number], 'finder' | 'time'>

export function countIn(found: Found, { finder, time }: Cell): number {
  return found.find((one) => one.finder === finder && one.time === time)?.n ?? 0
}

export function changeFound(found: Found, cell: Cell, by: number): Press {
  const n = Math.max(0, Math.min(MOST, countIn(found, cell) + by))
  const rest = found.filter((one) => one.n > 0 && !(one.finder === cell.finder && one.time === cell.time))
  const next = n === 0 ? rest : [...rest, { finder: cell.finder, time: cell.time, n }]
  return next.length === 0 ? NONE : { kind: 'value', value: { kind: 'found', found: next } }
}

function choice(tiers: readonly { readonly id: string }[], key: string): Press {
  const tier = entryAt(tiers, key)
  if (tier === undefined) return KEEP
  return tier === 'none' ? NONE : { kind: 'value', value: { kind: 'choice', id: tier.id } }
}

type PartsClause = Extract<PlainClause, { form: 'additive' }>

/** A digit turns that part to missing, to what does not apply where the clause has it, and back; '-' and '0': none. */
function parts(clause: PartsClause, now: MarkValue | undefined, key: string): Press {
  const part = entryAt(clause.parts, key)
  if (part === undefined) return KEEP
  if (part === 'none') return NONE
  const { isMissing, isAway } = standingOf(now, part.id)
  if (isAway) return setPart(now, part.id, 'there')
  return setPart(now, part.id, !isMissing ? 'missing' : canBeAway(clause, now, part.id) ? 'away' : 'there')
}

export function standingOf(now: MarkValue | undefined, id: string) {
  const isMissing = now?.kind === 'missing' && now.parts.includes(id)
  const isAway = now?.kind === 'missing' && (now.notApplicable ?? []).includes(id)
  return { isMissing, isAway }
}

/** Not all parts can be away: the item itself is then excluded. */
export function canBeAway(clause: PartsClause, now: MarkValue | undefined, id: string): boolean {
  if (clause.isNormalised !== true) return false
  const away = now?.kind === 'missing' ? (now.notApplicable ?? []) : []
  return away.filter((other) => other !== id).length + 1 < clause.parts.length
}

export function setPart(now: MarkValue | undefined, id: string, to: 'there' | 'missing' | 'away'): Press {
  const others = (ids: readonly string[] = []) => ids.filter((other) => other !== id)
  const before: Missing = now?.kind === 'missing' ? now : { kind: 'missing', parts: [] }
  const missing = [...others(before.parts), ...(to === 'missing' ? [id] : [])]
  const away = [...others(before.notApplicable), ...(to === 'away' ? [id] : [])]
  if (missing.length === 0 && away.length === 0) return NONE
  const value: Missing = { kind: 'missing', parts: missing }
  return { kind: 'value', value: away.length === 0 ? value : { ...value, notApplicable: away } }
}

/** All that was typed, not the last digit alone: more may come before the field has the focus. */
function field(key: string, typed: string): Press {
  if (key === '-') return NONE
  return { kind: 'type', text: key === '+' ? '' : typed }
}

/** A digit picks the zone, and typing goes on with its value; with one zone alone the digit is the value's first. */
function zone({ zones }: ZoneLimit, key: string, typed: string): Press {
  if (key === '-') return NONE
  const [first] = zones
  if (key === '+' || zones.length < 2) {
    const text = key === '+' ? null : typed
    return first === undefined || zones.length > 1
      ? { kind: 'type', text }
      : { kind: 'type', text, pick: first.id }
  }
  const picked = zones[Number(typed[0]) - 1]
  return picked === undefined ? KEEP : { kind: 'type', text: typed.slice(1) || null, pick: picked.id }
}
