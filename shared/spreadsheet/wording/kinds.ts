/** What items are: the class that each has, and classes that a closer look tells. */
export interface Classes<T> {
  readonly is: (item: T) => string
  /** Must say the same of an item whenever it is asked. */
  readonly also: Readonly<Record<string, (item: T) => boolean>>
  /** The classes whose items a closer look may tell apart; all of them where absent. */
  readonly looked?: ReadonlySet<string>
}

/** All that shapes can tell apart, numbered from 0: items of one kind are in the same classes. */
export interface Kinds<T> {
  readonly of: (item: T) => number
  /** Of one class or several ('count|score'): at k, whether kind k is in them. Grows as kinds are met. */
  readonly membersOf: (names: string) => readonly boolean[]
}

/** Numbers the kinds of items as they are met. */
export function kindsOf<T>({ is, also, looked }: Classes<T>): Kinds<T> {
  const looks = Object.entries(also)
  /** By kind, all classes that it is in. */
  const kinds: ReadonlySet<string>[] = []
  const members = new Map<string, { readonly names: readonly string[]; readonly kinds: boolean[] }>()
  /** By class, then by what the closer looks say, as bits. */
  const known = new Map<string, Map<number, number>>()
  const plain = new Map<string, number>()

  function newKind(item: T, own: string): number {
    const classes = new Set(looks.filter(([, look]) => look(item)).map(([name]) => name))
    // Where a closer look has the name of a class, the look decides.
    if (!(own in also)) classes.add(own)
    for (const one of members.values()) one.kinds.push(one.names.some((name) => classes.has(name)))
    return kinds.push(classes) - 1
  }

  function kindOf(item: T): number {
    const own = is(item)
    const unlooked = plain.get(own)
    if (unlooked !== undefined) return unlooked
    if (looked !== undefined && !looked.has(own)) {
      const kind = newKind(item, own)
      plain.set(own, kind)
      return kind
    }
    let bits = 0
    for (const [, look] of looks) bits = bits * 2 + (look(item) ? 1 : 0)
    let byBits = known.get(own)
    if (byBits === undefined) {
      byBits = new Map()
      known.set(own, byBits)
    }
    let kind = byBits.get(bits)
    if (kind === undefined) {
      kind = newKind(item, own)
      byBits.set(bits, kind)
    }
    return kind
  }

  function membersOf(text: string): readonly boolean[] {
    const before = members.get(text)
    if (before !== undefined) return before.kinds
    const names = text.split('|')
    const made = { names, kinds: kinds.map((classes) => names.some((name) => classes.has(name))) }
    members.set(text, made)
    return made.kinds
  }
  return { of: kindOf, membersOf }
}
