/** Words by their characters, so that the longest one at a place is found in one walk. */
export interface WordIndex<V> {
  /** What goes with the longest word that begins at `from`; null where none does. */
  readonly longestAt: (text: string, from: number) => V | null
  /** Whether a word begins with this character (a UTF-16 code unit). */
  readonly mayBegin: (code: number) => boolean
}

const NONE = 0

/** Of two values with one word the first counts. At most 65 535 different beginnings of words. */
export function wordIndex<V>(values: Iterable<V>, wordOf: (value: V) => string): WordIndex<V> {
  // A tree in rows of numbers, which lies close together in memory: its nodes count from 1.
  const codes: number[] = [NONE]
  const firstChild: number[] = [NONE]
  const nextSibling: number[] = [NONE]
  const held: (V | null)[] = [null]
  const roots = new Uint16Array(0x10000)

  function nodeAmong(first: number, code: number): number {
    let node = first
    while (node !== NONE && codes[node] !== code) node = nextSibling[node] as number
    return node
  }
  function add(code: number, sibling: number): number {
    firstChild.push(NONE)
    nextSibling.push(sibling)
    held.push(null)
    return codes.push(code) - 1
  }
  for (const value of values) {
    const word = wordOf(value)
    const first = word.charCodeAt(0)
    let node = roots[first] as number
    if (node === NONE) {
      node = add(first, NONE)
      roots[first] = node
    }
    for (let i = 1; i < word.length; i += 1) {
      const code = word.charCodeAt(i)
      const children = firstChild[node] as number
      let next = nodeAmong(children, code)
      if (next === NONE) {
        next = add(code, children)
        firstChild[node] = next
      }
      node = next
    }
    held[node] ??= value
  }

  function longestAt(text: string, from: number): V | null {
    if (from >= text.length) return null
    let longest: V | null = null
    let node = roots[text.charCodeAt(from)] as number
    for (let at = from + 1; node !== NONE; at += 1) {
      longest = held[node] ?? longest
      node = at < text.length ? nodeAmong(firstChild[node] as number, text.charCodeAt(at)) : NONE
    }
    return longest
  }
  return { longestAt, mayBegin: (code) => roots[code] !== NONE }
}
