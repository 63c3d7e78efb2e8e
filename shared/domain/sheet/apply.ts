import type { Rubric } from '../rubric/rubric'
import type { SheetEvent, StampedEvent } from './event'
import { type ItemMark, type Mark, UNTOUCHED } from './mark'
import type { SheetState } from './state'

/**
 * The sheet after one stamped event. Pure; the event must have been admitted (`admits`), and is not checked again.
 */
export function apply(
  _rubric: Rubric,
  state: SheetState,
  { seq, hash, at, by, event }: StampedEvent,
): SheetState {
  const next = { ...state, seq, head: hash }
  switch (event.type) {
    case 'opened':
      return { ...next, header: event.header }
    case 'carried': {
      const items = Object.entries(event.items).map(([id, item]): [string, ItemMark] => [
        id,
        { ...item, by, at },
      ])
      return { ...next, items: new Map(items) }
    }
    case 'sealed':
      return { ...next, sealed: { at, by, unchecked: event.unchecked, reason: event.reason } }
    case 'undone':
    case 'redone':
      return step(next, event.type)
    default: {
      const before = state.items.get(event.item)
      const after = { ...changed(before ?? UNTOUCHED, event), by, at }
      const undo = { seq, item: event.item, before, after, next: state.undo }
      return { ...next, items: withItem(state.items, event.item, after), undo, redo: null }
    }
  }
}

type ItemEvent = Extract<SheetEvent, { readonly item: string }>

function changed(mark: ItemMark, event: ItemEvent): ItemMark {
  switch (event.type) {
    case 'cleared':
      return { ...mark, status: 'clear', marks: {}, reason: '' }
    case 'marked': {
      const marks = withMark(mark.marks, event.clause, event.mark)
      return { ...mark, status: Object.keys(marks).length === 0 ? 'clear' : 'scored', marks }
    }
    case 'excluded':
      return { ...mark, status: 'excluded', marks: {}, reason: event.reason }
    case 'reset':
      return { ...mark, status: 'unchecked', marks: {}, reason: '' }
    case 'noted':
      return { ...mark, note: event.note }
  }
}

function withMark(marks: ItemMark['marks'], clause: string, mark: Mark | null): ItemMark['marks'] {
  const rest = Object.entries(marks).filter(([id]) => id !== clause)
  return Object.fromEntries(mark === null ? rest : [...rest, [clause, mark]])
}

function withItem(items: SheetState['items'], id: string, mark: ItemMark | undefined): SheetState['items'] {
  const next = new Map(items)
  if (mark === undefined) next.delete(id)
  else next.set(id, mark)
  return next
}

/** Takes the newest change back, or makes the newest one taken back again. */
function step(state: SheetState, way: 'undone' | 'redone'): SheetState {
  const top = way === 'undone' ? state.undo : state.redo
  if (top === null) return state
  const items = withItem(state.items, top.item, way === 'undone' ? top.before : top.after)
  return way === 'undone'
    ? { ...state, items, undo: top.next, redo: { ...top, next: state.redo } }
    : { ...state, items, redo: top.next, undo: { ...top, next: state.undo } }
}
