import { itemIndex } from '../rubric/item-index'
import type { Rubric } from '../rubric/rubric'
import { isNothing } from '../scoring/forms'
import { admits, countUnchecked } from './admits'
import type { RefusalCode, SheetCommand } from './command'
import type { SheetEvent } from './event'
import type { SheetState } from './state'

export type Decision =
  | { readonly ok: true; readonly events: readonly SheetEvent[] }
  | { readonly ok: false; readonly code: RefusalCode }

/** What a command does to a sheet: the events to be written (none where nothing would change), or a refusal. */
export function decide(rubric: Rubric, state: SheetState, command: SheetCommand): Decision {
  const event = eventOf(rubric, state, command)
  if (event === null) return { ok: true, events: [] }
  const code = admits(rubric, state, event)
  return code === null ? { ok: true, events: [event] } : { ok: false, code }
}

function eventOf(rubric: Rubric, state: SheetState, command: SheetCommand): SheetEvent | null {
  const now = 'item' in command ? state.items.get(command.item) : undefined
  switch (command.type) {
    case 'clear':
      return now?.status === 'clear' ? null : { type: 'cleared', item: command.item }
    case 'mark':
      return marked(rubric, state, command)
    case 'exclude':
      return { type: 'excluded', item: command.item, reason: command.reason }
    case 'reset':
      return (now?.status ?? 'unchecked') === 'unchecked' ? null : { type: 'reset', item: command.item }
    case 'note':
      return (now?.note ?? '') === command.note
        ? null
        : { type: 'noted', item: command.item, note: command.note }
    case 'undo':
      return { type: 'undone', of: state.undo?.seq ?? 0 }
    case 'redo':
      return { type: 'redone', of: state.redo?.seq ?? 0 }
    case 'seal':
      return { type: 'sealed', unchecked: countUnchecked(rubric, state), reason: command.reason }
  }
}

/** A mark that says that nothing is wrong takes the mark away; taking away what is not there changes nothing. */
function marked(
  rubric: Rubric,
  state: SheetState,
  command: Extract<SheetCommand, { type: 'mark' }>,
): SheetEvent | null {
  const clause = itemIndex(rubric)
    .get(command.item)
    ?.clauses.find(({ id }) => id === command.clause)
  const isGone = command.mark === null || (clause !== undefined && isNothing(clause, command.mark.value))
  const item = state.items.get(command.item)
  const isThere = item !== undefined && Object.hasOwn(item.marks, command.clause)
  if (isGone && clause !== undefined && !isThere && item?.status === 'clear') return null
  return { type: 'marked', item: command.item, clause: command.clause, mark: isGone ? null : command.mark }
}
