import { add, count, multiply, number } from '../explain/expression'
import type { Escalation } from '../rubric/clause-in-context'
import type { PlainValue } from '../sheet/mark'
import { type Form, isCount, lose, reachLoss } from './form'
import { underCap } from './shortfall'

type Value = Extract<PlainValue, { kind: 'found' }>
type Found = Value['found'][number]

/** How often the same can have been found, as the file format has it. */
const MOST_TIMES = 20

/** Form 14: points by who found it, times a factor by how often the same was found: 省级暗访发现每处扣1分，重复的加倍. */
export const escalation: Form<Escalation, Value> = {
  fits: (clause, value): value is Value => {
    if (value.kind !== 'found') return false
    const keys = value.found.map(({ finder, time }) => `${time} ${finder}`)
    if (new Set(keys).size !== keys.length) return false
    return value.found.every(
      ({ finder, time, n }) =>
        isCount(n) &&
        Number.isSafeInteger(time) &&
        time >= 1 &&
        time <= MOST_TIMES &&
        clause.repeats.length > 0 &&
        clause.finders.some(({ id }) => id === finder),
    )
  },
  isNothing: (_clause, { found }) => found.every(({ n }) => n === 0),
  needsReason: false,
  take: (clause, { found }, { limit }) => lose(rawOf(clause, found), clause.cap ?? limit),
  account: (clause, { found }, { limit }) => {
    const { unit, cap = limit } = clause
    const made = found.filter(({ n }) => n > 0)
    const terms = made.map((one) => {
      const { finder, repeat } = termOf(clause, one)
      const base = [count(one.n), number(finder.points)]
      return multiply(...(repeat.factor === 1000 ? base : [...base, number(repeat.factor)]))
    })
    return {
      facts: made.map((one) => {
        const { finder, repeat } = termOf(clause, one)
        return `${finder.label} · ${repeat.label} ${one.n}${unit}`
      }),
      sum: underCap(add(...terms), cap, rawOf(clause, found) > cap),
    }
  },
  reach: (clause, { limit }) => reachLoss(clause.cap ?? limit),
}

function rawOf(clause: Escalation, found: readonly Found[]): number {
  return found.reduce((sum, one) => {
    const { finder, repeat } = termOf(clause, one)
    // Whole thousandths: the proof of a standard refuses a price and a factor that do not multiply to them.
    return sum + one.n * Math.round((finder.points * repeat.factor) / 1000)
  }, 0)
}

function termOf(clause: Escalation, { finder: id, time }: Found) {
  const finder = clause.finders.find((one) => one.id === id)
  const repeat = clause.repeats[Math.min(time, clause.repeats.length) - 1]
  if (finder === undefined || repeat === undefined) throw new RangeError(`no finder ${id}, time ${time}`)
  return { finder, repeat }
}
