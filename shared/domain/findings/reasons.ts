import type { StampedEvent } from '../sheet/event'
import type { Mark } from '../sheet/mark'
import { findingKey } from './seen'

/** What was written of a clause, how many times, and when last. */
export type Reasons = Map<string, Map<string, { readonly times: number; readonly at: string }>>

const MOST_OFFERED = 6
/** Longer than this it is a story of its own, not a reason that comes again. */
const LONGEST = 60

/** Learns what a sheet's lines say was wrong, each place and wording once; what linking wrote by itself is nobody's. */
export function learnReasons(into: Reasons, lines: readonly StampedEvent[]): void {
  const known = new Set<string>()
  for (const { event, at } of lines) {
    if (event.type !== 'marked' || event.mark === null) continue
    const where = `${event.item}/${event.clause}`
    for (const { place, text } of textsIn(event.mark)) {
      const words = text.trim()
      const once = `${findingKey(event.item, event.clause, place)} ${words}`
      if (words === '' || words.length > LONGEST || known.has(once)) continue
      known.add(once)
      const reasons = into.get(where) ?? new Map()
      into.set(where, reasons)
      const times = (reasons.get(words)?.times ?? 0) + 1
      const last = reasons.get(words)?.at ?? ''
      reasons.set(words, { times, at: at > last ? at : last })
    }
  }
}

/** The reasons that came most often on a clause, then those that came last; none twice. */
export function offeredReasons(learnt: readonly Reasons[], item: string, clause: string): readonly string[] {
  const sums = new Map<string, { times: number; at: string }>()
  for (const reasons of learnt) {
    for (const [words, { times, at }] of reasons.get(`${item}/${clause}`) ?? []) {
      const sum = sums.get(words) ?? { times: 0, at: '' }
      sums.set(words, { times: sum.times + times, at: at > sum.at ? at : sum.at })
    }
  }
  return [...sums]
    .sort(([a, one], [b, other]) => {
      if (one.times !== other.times) return other.times - one.times
      return one.at === other.at ? (a < b ? -1 : 1) : one.at < other.at ? 1 : -1
    })
    .slice(0, MOST_OFFERED)
    .map(([words]) => words)
}

function textsIn({ value, reason, place, sameAs }: Mark): readonly {
  readonly place: string | null
  readonly text: string
}[] {
  const isLinked = sameAs !== undefined || (value.kind === 'places' && value.at.some((one) => one.sameAs))
  const at = value.kind === 'places' || value.kind === 'samples' ? (value.at ?? []) : []
  return [
    { place: place ?? null, text: isLinked ? '' : reason },
    ...at.map((one) => ({ place: one.place, text: one.note ?? '' })),
  ]
}
