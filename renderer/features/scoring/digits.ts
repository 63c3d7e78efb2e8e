import type { Clause } from '../../../shared/domain/rubric/clause'
import type { MarkValue } from '../../../shared/domain/sheet/mark'

/** What a key does to the active clause: a new value, none any more, or typing goes on in its field. */
export type Press =
  | { readonly kind: 'value'; readonly value: MarkValue }
  | { readonly kind: 'none' }
  | { readonly kind: 'type'; readonly text: string }

/** Most that a counter holds. */
export const MOST = 99_999

/**
 * A digit, '+' or '-' on a clause. `typed` is the digits of the last second, this one included, so that '1' '2'
 * makes 12. Counters take it as a count, lists as a choice, measured values go on in their field.
 */
export function press(clause: Clause, now: MarkValue | undefined, key: string, typed: string): Press {
  switch (clause.form) {
    case 'per-occurrence':
      return clause.severities === undefined ? count(now, key, typed) : severity(clause.severities, now, key)
    case 'bonus':
    case 'penalty':
      return count(now, key, typed)
    case 'all-or-nothing':
    case 'veto':
      return key === '-' || key === '0' ? { kind: 'none' } : { kind: 'value', value: { kind: 'flag' } }
    case 'tier':
      return clause.measure === undefined ? choice(clause.tiers, key) : field(key)
    case 'additive':
      return parts(clause.parts, now, key)
    case 'threshold':
    case 'linear':
    case 'proportional':
    case 'judgement':
      return field(key)
  }
}

function count(now: MarkValue | undefined, key: string, typed: string): Press {
  const n = now?.kind === 'count' ? now.n : 0
  const next = key === '+' ? n + 1 : key === '-' ? n - 1 : Number(typed)
  return next <= 0 ? { kind: 'none' } : { kind: 'value', value: { kind: 'count', n: Math.min(next, MOST) } }
}

/** A digit adds one of that severity; '+' one of the first; '-' takes one of the last that has any. */
function severity(sizes: readonly { readonly id: string }[], now: MarkValue | undefined, key: string): Press {
  const counts = now?.kind === 'counts' ? now.bySeverity : {}
  const withAny = sizes.filter(({ id }) => (counts[id] ?? 0) > 0)
  const target = key === '-' ? withAny.at(-1) : sizes[key === '+' ? 0 : Number(key) - 1]
  if (target === undefined) return { kind: 'none' }
  return changeSeverity(counts, target.id, key === '-' ? -1 : 1)
}

/** One more or one less of a severity; none any more when all are at 0. */
export function changeSeverity(counts: Readonly<Record<string, number>>, id: string, by: number): Press {
  const n = Math.max(0, Math.min(MOST, (counts[id] ?? 0) + by))
  const rest = Object.entries(counts).filter(([other, had]) => other !== id && had > 0)
  const bySeverity = Object.fromEntries(n === 0 ? rest : [...rest, [id, n]])
  return Object.keys(bySeverity).length === 0
    ? { kind: 'none' }
    : { kind: 'value', value: { kind: 'counts', bySeverity } }
}

function choice(tiers: readonly { readonly id: string }[], key: string): Press {
  const tier = key === '+' ? tiers[0] : tiers[Number(key) - 1]
  return tier === undefined ? { kind: 'none' } : { kind: 'value', value: { kind: 'choice', id: tier.id } }
}

/** A digit turns that part's missing on or off; '+' the first; '-' and '0' say that none is missing. */
function parts(all: readonly { readonly id: string }[], now: MarkValue | undefined, key: string): Press {
  const part = key === '+' ? all[0] : all[Number(key) - 1]
  return part === undefined ? { kind: 'none' } : togglePart(now, part.id)
}

export function togglePart(now: MarkValue | undefined, id: string): Press {
  const missing = now?.kind === 'missing' ? now.parts : []
  const next = missing.includes(id) ? missing.filter((other) => other !== id) : [...missing, id]
  return next.length === 0 ? { kind: 'none' } : { kind: 'value', value: { kind: 'missing', parts: next } }
}

function field(key: string): Press {
  if (key === '-') return { kind: 'none' }
  return { kind: 'type', text: key === '+' ? '' : key }
}
