/** Words by their characters, so that the longest one at a place is found in one walk. */
export interface WordIndex<V> {
  /** What goes with the longest word that begins at `from`; null where none does. */
  readonly longestAt: (text: string, from: number) => V | null
  /** The characters (UTF-16 code units) that words begin with. */
  readonly starts: Iterable<number>
}

interface Node<V> {
  value: V | null
  readonly next: Map<number, Node<V>>
}

/** Of two values with one word the first counts. */
export function wordIndex<V>(values: Iterable<V>, wordOf: (value: V) => string): WordIndex<V> {
  const root: Node<V> = { value: null, next: new Map() }
  for (const value of values) {
    let node = root
    const word = wordOf(value)
    for (let i = 0; i < word.length; i += 1) {
      const code = word.charCodeAt(i)
      let next = node.next.get(code)
      if (next === undefined) {
        next = { value: null, next: new Map() }
        node.next.set(code, next)
      }
      node = next
    }
    node.value ??= value
  }
  function longestAt(text: string, from: number): V | null {
    let longest: V | null = null
    let node = root.next.get(text.charCodeAt(from))
    for (let at = from + 1; node !== undefined; at += 1) {
      longest = node.value ?? longest
      node = node.next.size === 0 ? undefined : node.next.get(text.charCodeAt(at))
    }
    return longest
  }
  return { longestAt, starts: [...root.next.keys()] }
}
