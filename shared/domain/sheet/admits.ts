import { type AttachedEvidence, MOST_ON_ITEM, MOST_ON_SHEET } from '../evidence/evidence'
import { evidenceOn } from '../evidence/on-sheet'
import { MOST_LISTED, placeName, type SheetPlace } from '../round/place'
import { itemIndex } from '../rubric/item-index'
import type { Item, Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import { isMarkFor, needsReason } from '../scoring/forms'
import type { RefusalCode } from './command'
import type { CarriedItem, SheetEvent, SheetHeader } from './event'
import { hasLink, keepsLinks, linksHold } from './links'
import { type ItemMark, type Mark, notesIn } from './mark'
import type { SheetState } from './state'

/** Longest reason or note, in UTF-16 units. */
export const LONGEST_TEXT = 2000

/**
 * Whether an event may follow on a sheet: null, or why not. The screen asks before it sends, the notary before
 * it writes, and a replay before it believes.
 */
export function admits(standard: Rubric, state: SheetState, event: SheetEvent): RefusalCode | null {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  if (event.type === 'opened') return state.seq === 0 ? listable(event.places ?? []) : 'out-of-order'
  if (state.header === null) return 'out-of-order'
  if (state.sealed !== null) return 'sealed'
  switch (event.type) {
    case 'carried':
      return state.seq === 1 && hasOrigin(state.header) ? carried(rubric, event.items) : 'out-of-order'
    case 'undone':
      return state.undo?.seq === event.of ? null : 'nothing-to-undo'
    case 'redone':
      return state.redo?.seq === event.of ? null : 'nothing-to-redo'
    case 'sealed':
      return sealing(rubric, state, event)
    case 'excluded-together':
      return excludingTogether(rubric, state, event)
    case 'cleared-together':
      return clearingTogether(rubric, state, event.items)
    case 'places-listed':
      return listing(state, event.places)
    case 'place-dropped':
      return isListed(state.places, event.name) ? null : 'place-not-listed'
    default:
      return onItem(rubric, state, event)
  }
}

/** A list on which each place has a name of its own. */
function listable(places: readonly SheetPlace[]): RefusalCode | null {
  if (places.length > MOST_LISTED) return 'places-too-many'
  const names = new Set(places.map(({ name }) => placeName(name)))
  return names.size < places.length || names.has('') ? 'place-unnamed' : null
}

function listing({ places }: SheetState, more: readonly SheetPlace[]): RefusalCode | null {
  const names = new Set([...places, ...more].map(({ name }) => placeName(name)))
  if (names.size > MOST_LISTED) return 'places-too-many'
  return more.length === 0 ? 'place-unnamed' : listable(more)
}

function isListed(places: readonly SheetPlace[], name: string): boolean {
  return places.some((one) => placeName(one.name) === placeName(name))
}

/** Items that this subject has and that nobody has checked. */
export function countUnchecked(standard: Rubric, state: SheetState): number {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  let count = 0
  for (const id of itemIndex(rubric).keys()) {
    if ((state.items.get(id)?.status ?? 'unchecked') === 'unchecked') count += 1
  }
  return count
}

/** A sheet that begins with the marks of another: what it corrects, or the same under another standard. */
function hasOrigin({ correction, carriedFrom }: SheetHeader): boolean {
  return correction !== null || carriedFrom !== undefined
}

type ItemEvent = Extract<SheetEvent, { readonly item: string }>

function onItem(rubric: Rubric, state: SheetState, event: ItemEvent): RefusalCode | null {
  const item = itemIndex(rubric).get(event.item)
  if (item === undefined) return 'unknown-item'
  switch (event.type) {
    case 'marked':
      return marking(rubric, state, item, event)
    case 'excluded':
      return excludable(item, event.reason) ?? linked(rubric, state, item, {})
    case 'noted':
      return event.note.length > LONGEST_TEXT ? 'text-too-long' : null
    case 'attached':
      return attaching(state, item, event)
    case 'annotated':
    case 'detached': {
      const has = state.items.get(item.id)?.evidence?.some(({ sha256 }) => sha256 === event.sha256)
      return has === true ? null : 'not-attached'
    }
    default:
      return linked(rubric, state, item, {})
  }
}

function marking(
  rubric: Rubric,
  state: SheetState,
  item: Item,
  { clause, mark }: Extract<SheetEvent, { type: 'marked' }>,
): RefusalCode | null {
  const now = state.items.get(item.id)
  if (now?.status === 'excluded') return 'item-excluded'
  const refusal = mark === null ? knownClause(item, clause) : fits(item, clause, mark)
  if (refusal !== null) return refusal
  const others = Object.entries(now?.marks ?? {}).filter(([id]) => id !== clause)
  const after = Object.fromEntries(mark === null ? others : [...others, [clause, mark]])
  const marksOf = (id: string) => (id === item.id ? after : state.items.get(id)?.marks)
  if (mark !== null && !linksHold(rubric, marksOf, { item: item.id, clause }, mark)) return 'link-unfit'
  return linked(rubric, state, item, after)
}

/** A mark that others are linked to stays what they are linked to. */
function linked(rubric: Rubric, state: SheetState, item: Item, after: ItemMark['marks']): RefusalCode | null {
  // Nothing can be linked to what has no marks yet: a first mark costs no walk over the sheet.
  if (Object.keys(state.items.get(item.id)?.marks ?? {}).length === 0) return null
  return keepsLinks(rubric, state.items, item, after) ? null : 'mark-is-linked'
}

function attaching(
  state: SheetState,
  item: Item,
  { clause, evidence }: Extract<SheetEvent, { type: 'attached' }>,
): RefusalCode | null {
  if (evidence.length === 0) return 'out-of-order'
  const unknown = clause === undefined ? null : knownClause(item, clause)
  if (unknown !== null) return unknown
  const refusal = evidenceFits(item, [...(state.items.get(item.id)?.evidence ?? []), ...evidence])
  if (refusal !== null) return refusal
  const sizes = new Map([...evidenceOn(state.items)].map(([sha256, one]) => [sha256, one.evidence.size]))
  for (const { sha256, size } of evidence) sizes.set(sha256, size)
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return bytes > MOST_ON_SHEET ? 'evidence-too-large' : null
}

/** What would stand on an item: not too much, each file once, and of clauses that there are. */
function evidenceFits(item: Item, evidence: readonly AttachedEvidence[]): RefusalCode | null {
  if (evidence.length > MOST_ON_ITEM) return 'evidence-too-many'
  if (new Set(evidence.map(({ sha256 }) => sha256)).size < evidence.length) return 'already-attached'
  for (const { clause } of evidence) {
    const refusal = clause === undefined ? null : knownClause(item, clause)
    if (refusal !== null) return refusal
  }
  return null
}

function knownClause(item: Item, clauseId: string): RefusalCode | null {
  return item.clauses.some(({ id }) => id === clauseId) ? null : 'unknown-clause'
}

function fits(item: Item, clauseId: string, mark: Mark): RefusalCode | null {
  const clause = item.clauses.find(({ id }) => id === clauseId)
  if (clause === undefined) return 'unknown-clause'
  if (!isMarkFor(clause, mark.value)) return 'mark-unfit'
  if ((needsReason(clause) || hasLink(mark)) && mark.reason.trim() === '') return 'reason-required'
  return mark.reason.length > LONGEST_TEXT || notesIn(mark).some(({ length }) => length > LONGEST_TEXT)
    ? 'text-too-long'
    : null
}

function excludable(item: Item, reason: string): RefusalCode | null {
  if (item.exclusion === 'not-allowed') return 'not-excludable'
  if (reason.trim() === '') return 'reason-required'
  return reason.length > LONGEST_TEXT ? 'text-too-long' : null
}

/** Each item by itself may be excluded, is named once, and nobody has scored it: no finding goes unseen. */
function excludingTogether(
  rubric: Rubric,
  state: SheetState,
  { items, reason }: Extract<SheetEvent, { type: 'excluded-together' }>,
): RefusalCode | null {
  if (items.length === 0) return 'nothing-to-exclude'
  if (new Set(items).size < items.length) return 'not-excludable'
  for (const id of items) {
    const item = itemIndex(rubric).get(id)
    if (item === undefined) return 'unknown-item'
    if (state.items.get(id)?.status === 'scored') return 'not-excludable'
    const refusal = excludable(item, reason)
    if (refusal !== null) return refusal
  }
  return null
}

/** Each item is named once and nobody has checked it: an act over many takes nothing away. */
function clearingTogether(rubric: Rubric, state: SheetState, items: readonly string[]): RefusalCode | null {
  if (items.length === 0) return 'nothing-to-clear'
  if (new Set(items).size < items.length) return 'out-of-order'
  for (const id of items) {
    if (!itemIndex(rubric).has(id)) return 'unknown-item'
    if ((state.items.get(id)?.status ?? 'unchecked') !== 'unchecked') return 'out-of-order'
  }
  return null
}

function sealing(
  rubric: Rubric,
  state: SheetState,
  event: Extract<SheetEvent, { type: 'sealed' }>,
): RefusalCode | null {
  const unchecked = countUnchecked(rubric, state)
  if (event.unchecked !== unchecked) return 'out-of-order'
  if (unchecked > 0 && event.reason.trim() === '') return 'reason-required'
  return event.reason.length > LONGEST_TEXT ? 'text-too-long' : null
}

function carried(rubric: Rubric, items: Readonly<Record<string, CarriedItem>>): RefusalCode | null {
  for (const [id, { status, marks, note, evidence = [], reason, isTogether }] of Object.entries(items)) {
    const item = itemIndex(rubric).get(id)
    if (item === undefined) return 'unknown-item'
    const made = Object.entries(marks)
    if ((status === 'scored') !== made.length > 0) return 'mark-unfit'
    if (note.length > LONGEST_TEXT) return 'text-too-long'
    if ((status !== 'excluded' && reason !== '') || (status !== 'clear' && isTogether)) return 'mark-unfit'
    const refusal = (status === 'excluded' ? excludable(item, reason) : null) ?? evidenceFits(item, evidence)
    const unfit =
      refusal ?? made.map(([clause, mark]) => fits(item, clause, mark)).find((code) => code !== null)
    if (unfit !== null && unfit !== undefined) return unfit
    const marksOf = (other: string) => (Object.hasOwn(items, other) ? items[other]?.marks : undefined)
    if (!made.every(([clause, mark]) => linksHold(rubric, marksOf, { item: id, clause }, mark)))
      return 'link-unfit'
  }
  return null
}
