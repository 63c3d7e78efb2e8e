import type { Element, Shape } from './shape'

/** Which of many shapes match something at a place, all looked for at once. */
export type ShapeSearch<E> = (kinds: readonly number[], from: number, to: number) => readonly E[]

/** Where the search stands after some items. */
interface State<E> {
  /** What may come next: an element of a shape, and whether items have already been taken for it. */
  readonly live: readonly number[]
  /** What has matched so far, in the order of the entries. */
  readonly found: readonly E[]
  /** By the kind of the next item; made when it is first met. */
  readonly next: (State<E> | undefined)[]
}

/** Far more than the words of standards lead to; beyond it the search begins to learn anew. */
const MOST_STATES = 4000

/** An element of one of the shapes. */
interface Place<E> {
  readonly entry: E
  readonly element: Element
  /** The element after it; null where it is the last. */
  readonly next: number | null
}

/**
 * Looks for all `entries` in one walk over the items, as an automaton that is built while it runs: a shape is tried in
 * earnest only where it is known to match.
 */
export function shapeSearch<E extends { readonly shape: Pick<Shape<never>, 'elements'> }>(
  entries: readonly E[],
): ShapeSearch<E> {
  const states = new Map<string, State<E>>()
  const places: Place<E>[] = []
  const firsts: number[] = []
  for (const entry of entries) {
    const { elements } = entry.shape
    firsts.push(places.length)
    elements.forEach((element, i) => {
      places.push({ entry, element, next: i + 1 < elements.length ? places.length + 1 : null })
    })
  }

  function stateOf(live: ReadonlySet<number>, matched: ReadonlySet<E>): State<E> {
    const found = entries.filter((entry) => matched.has(entry))
    const key = `${[...live].sort((a, b) => a - b).join()} ${found.map((entry) => entries.indexOf(entry)).join()}`
    const known = states.get(key)
    if (known !== undefined) return known
    const made: State<E> = { live: [...live], found, next: [] }
    states.set(key, made)
    return made
  }

  /** A place stands in `live` twice over: before its first item, and (odd) when some have been taken. */
  function enter(live: Set<number>, matched: Set<E>, at: number, isWithin: boolean): void {
    const { entry, element, next } = places[at] as Place<E>
    live.add(at * 2 + (isWithin ? 1 : 0))
    if (isWithin || !element.isNeeded) leave(live, matched, entry, next)
  }

  function leave(live: Set<number>, matched: Set<E>, entry: E, next: number | null): void {
    if (next === null) matched.add(entry)
    else enter(live, matched, next, false)
  }

  function begin(): State<E> {
    const live = new Set<number>()
    for (const first of firsts) enter(live, new Set(), first, false)
    return stateOf(live, new Set())
  }

  function after({ live, found }: State<E>, kind: number): State<E> {
    const goesOn = new Set<number>()
    const matched = new Set(found)
    for (const one of live) {
      const at = one >> 1
      const { entry, element, next } = places[at] as Place<E>
      if (element.fits[kind] !== true) continue
      if (element.isMany) enter(goesOn, matched, at, true)
      else leave(goesOn, matched, entry, next)
    }
    return stateOf(goesOn, matched)
  }

  let start = begin()
  return (kinds, from, to) => {
    if (states.size > MOST_STATES) {
      states.clear()
      start = begin()
    }
    let state = start
    for (let at = from; at < to && state.live.length > 0; at += 1) {
      const kind = kinds[at] as number
      let next = state.next[kind]
      if (next === undefined) {
        next = after(state, kind)
        state.next[kind] = next
      }
      state = next
    }
    return state.found
  }
}
