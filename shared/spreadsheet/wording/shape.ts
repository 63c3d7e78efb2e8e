import type { Kinds } from './kinds'

/**
 * The little language in which patterns are written: names of classes in order, each with `?` (may be absent), `*` (any
 * number) or `+` (one or more); `a|b` is either; `name:a|b` gives what was matched a name. A repeated class takes as
 * much as it can and gives back what the rest needs.
 */
export interface Shape<T> {
  readonly text: string
  readonly elements: readonly Element[]
  /** Where a match of the items from `from` ends, NOWHERE without one. Items stand by their kinds. */
  readonly endOf: (kinds: readonly number[], from: number, to: number) => number
  /** What each element takes of a match that begins at `from`, by its name or else its class. */
  readonly match: (items: readonly T[], kinds: readonly number[], from: number, to: number) => Match<T> | null
}

export interface Match<T> {
  readonly to: number
  /** Good until the shape is matched again. */
  readonly slots: Slots<T>
}

export type Slots<T> = Readonly<Record<string, readonly T[] | undefined>>

export interface Element {
  readonly slot: string
  /** At k, whether an item of kind k may stand here. */
  readonly fits: readonly boolean[]
  readonly isNeeded: boolean
  readonly isMany: boolean
}

export const NOWHERE = -1

function elementOf<T>(word: string, kinds: Kinds<T>): Element {
  const mark = word.slice(-1)
  const bare = '?*+'.includes(mark) ? word.slice(0, -1) : word
  const colon = bare.indexOf(':')
  return {
    slot: colon > 0 ? bare.slice(0, colon) : bare,
    fits: kinds.membersOf(bare.slice(colon + 1)),
    isNeeded: mark !== '?' && mark !== '*',
    isMany: mark === '*' || mark === '+',
  }
}

/** `text` made ready to match. Matching takes elements × items steps at most: dead ends are remembered. */
export function shape<T>(text: string, kinds: Kinds<T>): Shape<T> {
  const elements = text
    .trim()
    .split(/\s+/)
    .map((word) => elementOf(word, kinds))
  // One for all matches of this shape: a new one each time is most of what a match costs.
  const slots: Record<string, readonly T[] | undefined> = Object.fromEntries(
    elements.map(({ slot }) => [slot, undefined]),
  )
  const names = Object.keys(slots)
  const counts = elements.map(() => 0)
  let dead: Set<number> | null = null
  let list: readonly number[] = []
  let end = 0

  function reach(at: number, i: number): number {
    const element = elements[i]
    if (element === undefined) return at
    const { fits, isMany } = element
    const known = at * elements.length + i
    if (isMany && dead?.has(known)) return NOWHERE
    const limit = isMany ? end : Math.min(at + 1, end)
    let most = at
    while (most < limit && fits[list[most] as number] === true) most += 1
    const least = element.isNeeded ? at + 1 : at
    for (let next = most; next >= least; next -= 1) {
      const reached = reach(next, i + 1)
      if (reached !== NOWHERE) {
        counts[i] = next - at
        return reached
      }
    }
    // Only what repeats can come to the same place twice in many ways.
    if (isMany) {
      dead ??= new Set()
      dead.add(known)
    }
    return NOWHERE
  }

  function endOf(kindsOfItems: readonly number[], from: number, to: number): number {
    dead = null
    list = kindsOfItems
    end = to
    return reach(from, 0)
  }

  function match(
    items: readonly T[],
    kindsOfItems: readonly number[],
    from: number,
    to: number,
  ): Match<T> | null {
    const reached = endOf(kindsOfItems, from, to)
    if (reached === NOWHERE) return null
    for (const name of names) slots[name] = undefined
    let at = from
    for (let i = 0; i < elements.length; i += 1) {
      const taken = counts[i] ?? 0
      if (taken === 0) continue
      const { slot } = elements[i] as Element
      const more = taken === 1 ? [items[at] as T] : items.slice(at, at + taken)
      const before = slots[slot]
      slots[slot] = before === undefined ? more : [...before, ...more]
      at += taken
    }
    return { to: reached, slots }
  }
  return { text, elements, endOf, match }
}
