/**
 * The little language in which patterns are written: names of classes in order, each with `?` (may be absent), `*` (any
 * number) or `+` (one or more); `a|b` is either; `name:a|b` gives what was matched a name. A repeated class takes as
 * much as it can and gives back what the rest needs.
 */
export interface Shape<T> {
  readonly text: string
  readonly match: (items: readonly T[], from: number, to?: number) => Match<T> | null
  /** Whether a match may begin with an item of this class; a class by predicate always may. */
  readonly mayStart: (is: string) => boolean
}

export interface Match<T> {
  readonly to: number
  /** What each element took, by its name or else its class. */
  readonly slots: Readonly<Record<string, readonly T[]>>
}

/** What items are: the class that each has, and classes that a closer look tells. */
export interface Classes<T> {
  readonly is: (item: T) => string
  readonly also: Readonly<Record<string, (item: T) => boolean>>
}

interface Element<T> {
  readonly slot: string
  readonly names: ReadonlySet<string>
  readonly tests: readonly ((item: T) => boolean)[]
  readonly min: number
  readonly isMany: boolean
}

function elementOf<T>(word: string, classes: Classes<T>): Element<T> {
  const mark = word.slice(-1)
  const bare = '?*+'.includes(mark) ? word.slice(0, -1) : word
  const colon = bare.indexOf(':')
  const names = bare.slice(colon + 1).split('|')
  return {
    slot: colon > 0 ? bare.slice(0, colon) : bare,
    names: new Set(names.filter((name) => !(name in classes.also))),
    tests: names.flatMap((name) => classes.also[name] ?? []),
    min: mark === '?' || mark === '*' ? 0 : 1,
    isMany: mark === '*' || mark === '+',
  }
}

const NOWHERE = -1

/** `text` made ready to match. Matching takes elements × items steps at most: dead ends are remembered. */
export function shape<T>(text: string, classes: Classes<T>): Shape<T> {
  const elements = text
    .trim()
    .split(/\s+/)
    .map((word) => elementOf(word, classes))
  const required = elements.findIndex((element) => element.min > 0)
  const starts = elements.slice(0, required + 1)
  function isIn(element: Element<T>, item: T): boolean {
    if (element.names.has(classes.is(item))) return true
    for (const test of element.tests) if (test(item)) return true
    return false
  }
  function startsWith(item: T): boolean {
    for (const element of starts) if (isIn(element, item)) return true
    return false
  }
  const counts = elements.map(() => 0)
  let dead: Set<number> | null = null
  let list: readonly T[] = []
  let end = 0

  function reach(at: number, i: number): number {
    const element = elements[i]
    if (!element) return at
    const known = at * elements.length + i
    if (element.isMany && dead?.has(known)) return NOWHERE
    const limit = element.isMany ? end - at : Math.min(1, end - at)
    let most = 0
    while (most < limit && isIn(element, list[at + most] as T)) most += 1
    for (let taken = most; taken >= element.min; taken -= 1) {
      const reached = reach(at + taken, i + 1)
      if (reached !== NOWHERE) {
        counts[i] = taken
        return reached
      }
    }
    // Only what repeats can come to the same place twice in many ways.
    if (element.isMany) {
      dead ??= new Set()
      dead.add(known)
    }
    return NOWHERE
  }

  function match(items: readonly T[], from: number, to = items.length): Match<T> | null {
    // Most patterns fail at their first item: that costs nothing.
    const first = items[from]
    if (from >= to || first === undefined || !startsWith(first)) return null
    dead = null
    list = items
    end = to
    const reached = reach(from, 0)
    if (reached === NOWHERE) return null
    const slots: Record<string, readonly T[]> = {}
    let at = from
    for (const [i, { slot }] of elements.entries()) {
      const taken = counts[i] ?? 0
      if (taken > 0) {
        const known = slots[slot]
        const more = items.slice(at, at + taken)
        slots[slot] = known ? [...known, ...more] : more
      }
      at += taken
    }
    return { to: reached, slots }
  }
  const mayStart = (is: string): boolean =>
    starts.some((element) => element.names.has(is) || element.tests.length > 0)
  return { text, match, mayStart }
}
