import { itemIndex } from '../rubric/item-index'
import type { Item, Rubric } from '../rubric/rubric'
import { isMarkFor, needsReason } from '../scoring/forms'
import type { RefusalCode } from './command'
import type { CarriedItem, SheetEvent } from './event'
import type { Mark } from './mark'
import type { SheetState } from './state'

/** Longest reason or note, in UTF-16 units. */
export const LONGEST_TEXT = 2000

/**
 * Whether an event may follow on a sheet: null, or why not. The screen asks before it sends, the notary before
 * it writes, and a replay before it believes.
 */
export function admits(rubric: Rubric, state: SheetState, event: SheetEvent): RefusalCode | null {
  if (event.type === 'opened') return state.seq === 0 ? null : 'out-of-order'
  if (state.header === null) return 'out-of-order'
  if (state.sealed !== null) return 'sealed'
  switch (event.type) {
    case 'carried':
      return state.seq === 1 && state.header.correction !== null
        ? carried(rubric, event.items)
        : 'out-of-order'
    case 'undone':
      return state.undo?.seq === event.of ? null : 'nothing-to-undo'
    case 'redone':
      return state.redo?.seq === event.of ? null : 'nothing-to-redo'
    case 'sealed':
      return sealing(rubric, state, event)
    default:
      return onItem(rubric, state, event)
  }
}

/** Items of the rubric that nobody has checked. */
export function countUnchecked(rubric: Rubric, state: SheetState): number {
  let count = 0
  for (const id of itemIndex(rubric).keys()) {
    if ((state.items.get(id)?.status ?? 'unchecked') === 'unchecked') count += 1
  }
  return count
}

type ItemEvent = Extract<SheetEvent, { readonly item: string }>

function onItem(rubric: Rubric, state: SheetState, event: ItemEvent): RefusalCode | null {
  const item = itemIndex(rubric).get(event.item)
  if (item === undefined) return 'unknown-item'
  switch (event.type) {
    case 'marked': {
      if (state.items.get(item.id)?.status === 'excluded') return 'item-excluded'
      return event.mark === null ? knownClause(item, event.clause) : fits(item, event.clause, event.mark)
    }
    case 'excluded':
      return excludable(item, event.reason)
    case 'noted':
      return event.note.length > LONGEST_TEXT ? 'text-too-long' : null
    default:
      return null
  }
}

function knownClause(item: Item, clauseId: string): RefusalCode | null {
  return item.clauses.some(({ id }) => id === clauseId) ? null : 'unknown-clause'
}

function fits(item: Item, clauseId: string, mark: Mark): RefusalCode | null {
  const clause = item.clauses.find(({ id }) => id === clauseId)
  if (clause === undefined) return 'unknown-clause'
  if (!isMarkFor(clause, mark.value)) return 'mark-unfit'
  if (needsReason(clause) && mark.reason.trim() === '') return 'reason-required'
  return mark.reason.length > LONGEST_TEXT ? 'text-too-long' : null
}

function excludable(item: Item, reason: string): RefusalCode | null {
  if (item.exclusion === 'not-allowed') return 'not-excludable'
  if (reason.trim() === '') return 'reason-required'
  return reason.length > LONGEST_TEXT ? 'text-too-long' : null
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
  for (const [id, { status, marks, note, reason }] of Object.entries(items)) {
    const item = itemIndex(rubric).get(id)
    if (item === undefined) return 'unknown-item'
    const made = Object.entries(marks)
    if ((status === 'scored') !== made.length > 0) return 'mark-unfit'
    if (note.length > LONGEST_TEXT) return 'text-too-long'
    if (status !== 'excluded' && reason !== '') return 'mark-unfit'
    const refusal = status === 'excluded' ? excludable(item, reason) : null
    const unfit =
      refusal ?? made.map(([clause, mark]) => fits(item, clause, mark)).find((code) => code !== null)
    if (unfit !== null && unfit !== undefined) return unfit
  }
  return null
}
