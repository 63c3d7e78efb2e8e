import { applyInto } from '../sheet/apply'
import type { StampedEvent } from '../sheet/event'
import { type ItemMark, type Mark, markOn } from '../sheet/mark'
import { emptySheet, type SheetState } from '../sheet/state'
import { findingKey, type Seen, saidOf, seenIn } from './seen'

/** When each part of a mark was last entered as it is: by finding, then by what was said of it. */
export type Said = ReadonlyMap<string, ReadonlyMap<string, StampedEvent>>

/** A journal as far as it was read. */
interface Walk {
  readonly said: Map<string, Map<string, StampedEvent>>
  readonly items: Map<string, ItemMark>
  state: SheetState
  last: StampedEvent | undefined
  count: number
}

/** By their first lines: a journal only grows, and a key press costs the line that it adds. */
const walks = new WeakMap<StampedEvent, Walk>()

/**
 * Read off a journal from its first line, which must have been admitted. What an undo or a redo brings back was said
 * when it was first entered, not when it came back.
 */
export function saidAt(journal: readonly StampedEvent[]): Said {
  const [first] = journal
  if (first === undefined) return new Map()
  const walk = walkOf(first, journal)
  for (const line of journal.slice(walk.count)) {
    for (const { item, clause, mark } of marksIn(line)) {
      const before = markOn(walk.items.get(item)?.marks ?? {}, clause)
      const was = before === undefined ? [] : seenIn(before)
      for (const seen of seenIn(mark)) {
        if (was.some((one) => isSame(one, seen))) continue
        const key = findingKey(item, clause, seen.place)
        const known = walk.said.get(key)
        if (known === undefined) walk.said.set(key, new Map([[saidOf(seen), line]]))
        else known.set(saidOf(seen), line)
      }
    }
    walk.state = applyInto(walk.items, walk.state, line)
    walk.last = line
    walk.count += 1
  }
  return walk.said
}

/** When a part of a mark was last said so; undefined where the journal has not. */
export function lineOf(said: Said, item: string, clause: string, seen: Seen): StampedEvent | undefined {
  return said.get(findingKey(item, clause, seen.place))?.get(saidOf(seen))
}

function walkOf(first: StampedEvent, journal: readonly StampedEvent[]): Walk {
  const known = walks.get(first)
  if (known !== undefined && known.last === journal[known.count - 1]) return known
  const fresh = { said: new Map(), items: new Map(), state: emptySheet(), last: undefined, count: 0 }
  walks.set(first, fresh)
  return fresh
}

function isSame(a: Seen, b: Seen): boolean {
  return a.place === b.place && saidOf(a) === saidOf(b)
}

interface Made {
  readonly item: string
  readonly clause: string
  readonly mark: Mark
}

function marksIn({ event }: StampedEvent): readonly Made[] {
  if (event.type === 'marked') {
    return event.mark === null ? [] : [{ item: event.item, clause: event.clause, mark: event.mark }]
  }
  if (event.type !== 'carried') return []
  return Object.entries(event.items).flatMap(([item, { marks }]) =>
    Object.entries(marks).map(([clause, mark]) => ({ item, clause, mark })),
  )
}
