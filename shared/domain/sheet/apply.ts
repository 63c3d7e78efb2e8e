import type { AttachedEvidence } from '../evidence/evidence'
import { placeName, type SheetPlace } from '../round/place'
import type { Rubric } from '../rubric/rubric'
import { itemsChangedBy, type SheetEvent, type StampedEvent } from './event'
import { type ItemMark, type Mark, UNTOUCHED } from './mark'
import type { Change, SheetState } from './state'

/**
 * The sheet after one stamped event. Pure; the event must have been admitted (`admits`), and is not checked again.
 */
export function apply(_rubric: Rubric, state: SheetState, line: StampedEvent): SheetState {
  return applyInto(new Map(state.items), state, line)
}

/**
 * As `apply`, writing into `items`, which must hold what `state.items` holds and becomes the new state's own: a
 * replay of n lines then costs n steps and not n copies. No earlier state may be used again.
 */
export function applyInto(
  items: Map<string, ItemMark>,
  state: SheetState,
  { seq, hash, at, by, event }: StampedEvent,
): SheetState {
  const next = { ...state, items, seq, head: hash }
  switch (event.type) {
    case 'opened':
      return { ...next, header: event.header, places: event.places ?? [] }
    case 'places-listed':
    case 'place-dropped': {
      const after = placesAfter(state.places, event)
      const places = { before: state.places, after }
      return { ...next, places: after, undo: { seq, changes: [], places, next: state.undo }, redo: null }
    }
    case 'carried':
      for (const [id, item] of Object.entries(event.items)) items.set(id, { ...item, by, at })
      return next
    case 'sealed':
      return { ...next, sealed: { at, by, unchecked: event.unchecked, reason: event.reason } }
    case 'undone':
    case 'redone':
      return step(items, next, event.type)
    default: {
      const changes = itemsChangedBy(event).map((item): Change => {
        const before = items.get(item)
        return { item, before, after: { ...changed(before ?? UNTOUCHED, event), by, at } }
      })
      for (const { item, after } of changes) items.set(item, after)
      return { ...next, undo: { seq, changes, next: state.undo }, redo: null }
    }
  }
}

type ItemEvent = Extract<
  SheetEvent,
  { readonly item: string } | { readonly type: 'excluded-together' | 'cleared-together' }
>

function changed(before: ItemMark, event: ItemEvent): ItemMark {
  if (event.type === 'noted') return { ...before, note: event.note }
  if (event.type === 'attached' || event.type === 'detached' || event.type === 'annotated')
    return withEvidence(before, event)
  const { isTogether: _, ...mark } = before
  switch (event.type) {
    case 'cleared':
      return { ...mark, status: 'clear', marks: {}, reason: '' }
    case 'cleared-together':
      return { ...mark, status: 'clear', marks: {}, reason: '', isTogether: true }
    case 'marked': {
      const marks = withMark(mark.marks, event.clause, event.mark)
      return { ...mark, status: Object.keys(marks).length === 0 ? 'clear' : 'scored', marks }
    }
    case 'excluded':
    case 'excluded-together':
      return { ...mark, status: 'excluded', marks: {}, reason: event.reason }
    case 'reset':
      return { ...mark, status: 'unchecked', marks: {}, reason: '' }
  }
}

/** The item stands as it stood: a photo is no finding, and taking one away is none either. */
function withEvidence(
  { evidence: had = [], ...mark }: ItemMark,
  event: Extract<ItemEvent, { readonly type: 'attached' | 'detached' | 'annotated' }>,
): ItemMark {
  const now = evidenceAfter(had, event)
  return now.length === 0 ? mark : { ...mark, evidence: now }
}

function evidenceAfter(
  had: readonly AttachedEvidence[],
  event: Extract<ItemEvent, { readonly type: 'attached' | 'detached' | 'annotated' }>,
): readonly AttachedEvidence[] {
  switch (event.type) {
    case 'attached':
      return [...had, ...attachedBy(event)]
    case 'detached':
      return had.filter((one) => one.sha256 !== event.sha256)
    case 'annotated':
      return had.map((one) => {
        if (one.sha256 !== event.sha256) return one
        const { marks: _, ...rest } = one
        return event.marks.length === 0 ? rest : { ...rest, marks: event.marks }
      })
  }
}

function attachedBy({
  clause,
  place,
  evidence,
}: Extract<ItemEvent, { readonly type: 'attached' }>): readonly AttachedEvidence[] {
  const where = { ...(clause === undefined ? {} : { clause }), ...(place === undefined ? {} : { place }) }
  return evidence.map((one) => ({ ...one, ...where }))
}

function withMark(marks: ItemMark['marks'], clause: string, mark: Mark | null): ItemMark['marks'] {
  const rest = Object.entries(marks).filter(([id]) => id !== clause)
  return Object.fromEntries(mark === null ? rest : [...rest, [clause, mark]])
}

/** Takes the newest change back, or makes the newest one taken back again. */
function step(items: Map<string, ItemMark>, state: SheetState, way: 'undone' | 'redone'): SheetState {
  const top = way === 'undone' ? state.undo : state.redo
  if (top === null) return state
  for (const { item, before, after } of top.changes) {
    const mark = way === 'undone' ? before : after
    if (mark === undefined) items.delete(item)
    else items.set(item, mark)
  }
  const listed = top.places === undefined ? state.places : top.places[way === 'undone' ? 'before' : 'after']
  const next = { ...state, places: listed }
  return way === 'undone'
    ? { ...next, undo: top.next, redo: { ...top, next: state.redo } }
    : { ...next, redo: top.next, undo: { ...top, next: state.undo } }
}

/** A place that is listed already stays where it is on the list. */
function placesAfter(
  places: readonly SheetPlace[],
  event: Extract<SheetEvent, { readonly type: 'places-listed' | 'place-dropped' }>,
): readonly SheetPlace[] {
  if (event.type === 'place-dropped') {
    return places.filter(({ name }) => placeName(name) !== placeName(event.name))
  }
  const after = new Map([...places, ...event.places].map((place) => [placeName(place.name), place]))
  return [...after.values()]
}
