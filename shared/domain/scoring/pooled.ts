import { count } from '../explain/expression'
import type { ClauseForm, PlainClause } from '../rubric/clause'
import type { Observation, PlainValue } from '../sheet/mark'
import { type Account, NOTHING, type Taken } from './form'
import { accountAt, canBeObserved, costs } from './places'

/** Forms whose marks of several places add up to one mark: what is counted on site, and what holds or does not. */
const POOLED: readonly ClauseForm[] = ['per-occurrence', 'escalation', 'penalty', 'all-or-nothing']

/** Whether the clause looks at all places together, and its marks may still say where. */
export function canBePooled(clause: PlainClause): boolean {
  return POOLED.includes(clause.form) && !canBeObserved(clause)
}

/** Counts add up before anything is priced: what stands at several places takes what one count of them all would. */
export function takePooled(at: readonly Observation[], take: (value: PlainValue) => Taken): Taken {
  const all = pooled(at)
  return all === null ? NOTHING : take(all)
}

/** The same in figures, a fact a place. */
export function accountOfPooled(
  at: readonly Observation[],
  account: (value: PlainValue) => Account,
): Account {
  const all = pooled(at)
  return {
    facts: at.map((one) => accountAt(one, account).fact),
    sum: all === null ? count(0) : account(all).sum,
  }
}

/** What counts here of what was seen at all places, as one mark; null where that is nothing. */
function pooled(at: readonly Observation[]): PlainValue | null {
  let all: PlainValue | null = null
  for (const one of at) if (costs(one)) all = all === null ? one.value : together(all, one.value)
  return all
}

function together(a: PlainValue, b: PlainValue): PlainValue {
  if (a.kind === 'count' && b.kind === 'count') return { kind: 'count', n: a.n + b.n }
  if (a.kind === 'flag' && b.kind === 'flag') return a
  if (a.kind === 'counts' && b.kind === 'counts') {
    const sums = new Map(Object.entries(a.bySeverity))
    for (const [id, n] of Object.entries(b.bySeverity)) sums.set(id, (sums.get(id) ?? 0) + n)
    return { kind: 'counts', bySeverity: Object.fromEntries(sums) }
  }
  if (a.kind === 'found' && b.kind === 'found') return { kind: 'found', found: foundTogether(a, b) }
  throw new RangeError(`marks ${a.kind} and ${b.kind} do not add up`)
}

type Found = Extract<PlainValue, { kind: 'found' }>

function foundTogether(a: Found, b: Found): Found['found'] {
  const isSame = (one: Found['found'][number], other: Found['found'][number]) =>
    one.finder === other.finder && one.time === other.time
  const raised = a.found.map((one) => ({
    ...one,
    n: one.n + (b.found.find((other) => isSame(one, other))?.n ?? 0),
  }))
  return [...raised, ...b.found.filter((other) => !a.found.some((one) => isSame(one, other)))]
}
