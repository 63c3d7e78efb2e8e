import { canonicalJson } from '../canonical-json'
import { placeName, type SheetPlace } from '../round/place'
import { itemIndex } from '../rubric/item-index'
import type { Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import { isNothing } from '../scoring/forms'
import { admits, countUnchecked } from './admits'
import { excludableBelow, itemsBelow, uncheckedBelow } from './below'
import type { RefusalCode, SheetCommand } from './command'
import type { SheetEvent } from './event'
import { markOn, UNTOUCHED } from './mark'
import type { SheetState } from './state'

export type Decision =
  | { readonly ok: true; readonly events: readonly SheetEvent[] }
  | { readonly ok: false; readonly code: RefusalCode }

/** What a command does to a sheet: the events to be written (none where nothing would change), or a refusal. */
export function decide(standard: Rubric, state: SheetState, command: SheetCommand): Decision {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  if ('node' in command && itemsBelow(rubric, command.node) === null) {
    return { ok: false, code: 'unknown-node' }
  }
  const event = eventOf(rubric, state, command)
  const code = admits(rubric, state, event)
  if (code !== null) return { ok: false, code }
  return { ok: true, events: isChange(state, command, event) ? [event] : [] }
}

function eventOf(rubric: Rubric, state: SheetState, command: SheetCommand): SheetEvent {
  switch (command.type) {
    case 'clear':
      return { type: 'cleared', item: command.item }
    case 'mark':
      return marked(rubric, command)
    case 'exclude':
      return { type: 'excluded', item: command.item, reason: command.reason }
    case 'exclude-all': {
      const items = excludableBelow(rubric, state, command.node).map(({ id }) => id)
      return { type: 'excluded-together', items, reason: command.reason }
    }
    case 'clear-rest':
      return { type: 'cleared-together', items: uncheckedBelow(rubric, state, command.node) }
    case 'reset':
      return { type: 'reset', item: command.item }
    case 'note':
      return { type: 'noted', item: command.item, note: command.note }
    case 'attach': {
      const { type: _, ...attached } = command
      return { type: 'attached', ...attached }
    }
    case 'detach':
      return { type: 'detached', item: command.item, sha256: command.sha256 }
    case 'list-places':
      return { type: 'places-listed', places: command.places }
    case 'drop-place':
      return { type: 'place-dropped', name: command.name }
    case 'annotate':
      return { type: 'annotated', item: command.item, sha256: command.sha256, marks: command.marks }
    case 'undo':
      return { type: 'undone', of: state.undo?.seq ?? 0 }
    case 'redo':
      return { type: 'redone', of: state.redo?.seq ?? 0 }
    case 'seal':
      return { type: 'sealed', unchecked: countUnchecked(rubric, state), reason: command.reason }
  }
}

/** A mark that says that nothing is wrong takes the mark away. */
function marked(
  rubric: Rubric,
  { item, clause: id, mark }: Extract<SheetCommand, { type: 'mark' }>,
): SheetEvent {
  const clause = itemIndex(rubric)
    .get(item)
    ?.clauses.find((one) => one.id === id)
  const isGone = mark !== null && clause !== undefined && isNothing(clause, mark.value)
  return { type: 'marked', item, clause: id, mark: isGone ? null : mark }
}

function isListedSo({ places }: SheetState, place: SheetPlace): boolean {
  const listed = places.find(({ name }) => placeName(name) === placeName(place.name))
  return listed !== undefined && canonicalJson(listed) === canonicalJson(place)
}

/** Whether an admitted event leaves its item otherwise than it was. */
function isChange(state: SheetState, command: SheetCommand, event: SheetEvent): boolean {
  if (event.type === 'places-listed') return !event.places.every((place) => isListedSo(state, place))
  if (!('item' in event)) return true
  const now = state.items.get(event.item) ?? UNTOUCHED
  switch (event.type) {
    case 'cleared':
      return now.status !== 'clear' || now.isTogether === true
    case 'reset':
      return now.status !== 'unchecked'
    case 'excluded':
      return now.status !== 'excluded' || now.reason !== event.reason
    case 'noted':
      return now.note !== event.note
    case 'attached':
    case 'detached':
      return true
    case 'annotated': {
      const had = now.evidence?.find(({ sha256 }) => sha256 === event.sha256)?.marks ?? []
      return canonicalJson(had) !== canonicalJson(event.marks)
    }
    case 'marked': {
      const made = markOn(now.marks, event.clause)
      if (event.mark !== null) return made === undefined || canonicalJson(made) !== canonicalJson(event.mark)
      // 'None found' says that somebody looked; taking away what is not there says nothing.
      const isFinding = command.type === 'mark' && command.mark !== null
      return made !== undefined || (isFinding && now.status === 'unchecked')
    }
  }
}
