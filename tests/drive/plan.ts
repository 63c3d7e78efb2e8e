import { formatMilli, type Milli, type Points } from '../../shared/domain/points'
import type { Clause } from '../../shared/domain/rubric/clause'
import { allItems, type Item, type Rubric } from '../../shared/domain/rubric/rubric'
import { isMarkFor, needsReason } from '../../shared/domain/scoring/forms'
import type { ItemStatus, MarkValue } from '../../shared/domain/sheet/mark'

/** What a person decides about an item, and the keys that say it. */
export interface PlannedItem {
  readonly id: string
  readonly code: string
  readonly kind: 'clear' | 'count' | 'choice' | 'value' | 'judgement' | 'excluded'
  /** The clause that is marked; null for clear and excluded. */
  readonly clause: Clause | null
  /** Typed on the clause, or into its field. */
  readonly digits: string
  readonly reason: string
  readonly expected: {
    readonly status: ItemStatus
    readonly marks: Readonly<Record<string, { readonly value: MarkValue; readonly reason: string }>>
    readonly reason: string
  }
}

/** Which share of the items is what; the rest is clear. */
export interface Shares {
  readonly marked: number
  readonly excluded: number
}

export const SENSIBLE: Shares = { marked: 0.28, excluded: 0.04 }

const PLACES = ['人民路东段', '中心广场', '第三小学门口', '滨河公园北门', '建设路菜市场', '解放路公交站']

/** A plausible inspection of every item, the same for the same seed. */
export function planFor(rubric: Rubric, seed: number, shares: Shares = SENSIBLE): PlannedItem[] {
  const random = randomFrom(seed)
  return allItems(rubric).map((item) => {
    const share = random()
    if (share < shares.excluded && item.exclusion !== 'not-allowed') return excluded(item)
    if (share < shares.excluded + shares.marked) return marked(item, random) ?? clear(item)
    return clear(item)
  })
}

function clear({ id, code }: Item): PlannedItem {
  const expected = { status: 'clear', marks: {}, reason: '' } as const
  return { id, code, kind: 'clear', clause: null, digits: '', reason: '', expected }
}

function excluded({ id, code }: Item): PlannedItem {
  const reason = '该对象无此类设施'
  const expected = { status: 'excluded', marks: {}, reason } as const
  return { id, code, kind: 'excluded', clause: null, digits: '', reason, expected }
}

/** A finding on the item's first clause; null where the form leaves nothing sensible to find, or no single key does. */
function marked({ id, code, clauses }: Item, random: () => number): PlannedItem | null {
  const [clause] = clauses
  if (clause === undefined || clause.form === 'veto' || clause.aggregate !== undefined) return null
  const found = findingOn(clause, random)
  if (found === null || !isMarkFor(clause, found.value)) return null
  const place = PLACES[Math.floor(random() * PLACES.length)] ?? ''
  const reason = needsReason(clause) ? `${place}现场查看，情况如记录` : ''
  const expected = {
    status: 'scored',
    marks: { [clause.id]: { value: found.value, reason } },
    reason: '',
  } as const
  return { id, code, kind: found.kind, clause, digits: found.digits, reason, expected }
}

type Finding = Pick<PlannedItem, 'kind' | 'digits'> & { readonly value: MarkValue }

function findingOn(clause: Clause, random: () => number): Finding | null {
  const upTo = (most: number) => 1 + Math.floor(random() * most)
  const pick = <T>(all: readonly T[]) => {
    const at = Math.floor(random() * all.length)
    return { one: all[at], digits: String(at + 1) }
  }
  const measured = (value: number): Finding => {
    const milli = Math.max(0, Math.round(value)) as Milli
    return { kind: 'value', digits: formatMilli(milli), value: { kind: 'value', value: milli } }
  }
  switch (clause.form) {
    case 'per-occurrence': {
      if (clause.severities === undefined) return count(upTo(3))
      const { one, digits } = pick(clause.severities)
      if (one === undefined) return null
      return { kind: 'count', digits, value: { kind: 'counts', bySeverity: { [one.id]: 1 } } }
    }
    case 'bonus':
    case 'penalty':
      return count(1)
    case 'all-or-nothing':
      return { kind: 'choice', digits: '1', value: { kind: 'flag' } }
    case 'additive': {
      const { one, digits } = pick(clause.parts)
      return one === undefined
        ? null
        : { kind: 'choice', digits, value: { kind: 'missing', parts: [one.id] } }
    }
    case 'tier': {
      const { one, digits } = pick(clause.tiers)
      if (one === undefined) return null
      if (clause.measure === undefined)
        return { kind: 'choice', digits, value: { kind: 'choice', id: one.id } }
      return measured(one.max === undefined ? (one.min ?? 0) + 1000 : (one.max + (one.min ?? 0)) / 2)
    }
    case 'threshold': {
      const { one } = pick(clause.thresholds)
      return one === undefined ? null : measured(one.value + (one.cmp.startsWith('<') ? -1000 : 1000))
    }
    case 'linear':
      return measured(clause.from + (clause.direction === 'below' ? -2 : 2) * clause.per)
    case 'proportional':
      return measured(clause.fullAt * 0.85)
    case 'judgement': {
      const { one } = pick(clause.bands)
      if (one === undefined) return null
      const points = Math.round((one.min + one.max) / 2 / 100) * 100
      const within = Math.min(one.max, Math.max(one.min, points)) as Points
      return {
        kind: 'judgement',
        digits: formatMilli(within),
        value: { kind: 'points', bandId: one.id, points: within },
      }
    }
    // Marks of several fields are made in forms of their own, which the walk by keys leaves alone.
    case 'zone-limit':
    case 'escalation':
    case 'rank':
    case 'pass-rate':
    case 'by-subject':
    case 'overflow':
    case 'veto':
      return null
  }
}

function count(n: number): Finding {
  return { kind: 'count', digits: String(n), value: { kind: 'count', n } }
}

/** mulberry32: small, seeded, good enough to vary a plan. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
