/**
 * The little language in which patterns are written: names of token classes in order, each with `?` (may be absent),
 * `*` (any number) or `+` (one or more); `a|b` is either; `name:a|b` gives what was matched a name. A repeated class
 * takes as much as it can and gives back what the rest needs.
 */
export interface Shape<T> {
  readonly text: string
  readonly match: (items: readonly T[], from: number, to?: number) => Match<T> | null
}

export interface Match<T> {
  readonly to: number
  /** What each named or single-class element took, in order. */
  readonly slots: Readonly<Record<string, readonly T[]>>
}

interface Element {
  readonly slot: string
  readonly classes: readonly string[]
  readonly min: number
  readonly isMany: boolean
}

function elementOf(word: string): Element {
  const mark = word.slice(-1)
  const bare = '?*+'.includes(mark) ? word.slice(0, -1) : word
  const colon = bare.indexOf(':')
  const classes = bare.slice(colon + 1).split('|')
  return {
    slot: colon > 0 ? bare.slice(0, colon) : bare,
    classes,
    min: mark === '?' || mark === '*' ? 0 : 1,
    isMany: mark === '*' || mark === '+',
  }
}

/** `text` made ready to match; `belongs` says whether an item is of a class. Matching takes elements × items steps. */
export function shape<T>(text: string, belongs: (item: T, name: string) => boolean): Shape<T> {
  const elements = text.trim().split(/\s+/).map(elementOf)
  function match(items: readonly T[], from: number, to = items.length): Match<T> | null {
    const width = to - from + 1
    const isDeadEnd = new Uint8Array(elements.length * width)
    const counts: number[] = []
    function reach(at: number, i: number): number {
      const element = elements[i]
      if (!element) return at
      const known = i * width + (at - from)
      if (isDeadEnd[known]) return -1
      let most = 0
      const limit = element.isMany ? to - at : Math.min(1, to - at)
      while (most < limit && element.classes.some((name) => belongs(items[at + most] as T, name))) most += 1
      for (let taken = most; taken >= element.min; taken -= 1) {
        counts[i] = taken
        const end = reach(at + taken, i + 1)
        if (end >= 0) {
          counts[i] = taken
          return end
        }
      }
      isDeadEnd[known] = 1
      return -1
    }
    const end = reach(from, 0)
    if (end < 0) return null
    const slots: Record<string, readonly T[]> = {}
    let at = from
    elements.forEach((element, i) => {
      const taken = counts[i] ?? 0
      if (taken > 0) slots[element.slot] = [...(slots[element.slot] ?? []), ...items.slice(at, at + taken)]
      at += taken
    })
    return { to: end, slots }
  }
  return { text, match }
}
