import type { Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import { unitLosses } from '../scoring/loss-share'
import { scoreSheet } from '../scoring/score-sheet'
import { admits } from './admits'
import { applyInto } from './apply'
import type { RefusalCode } from './command'
import type { StampedEvent } from './event'
import type { ItemMark } from './mark'
import type { SheetResult } from './result'
import { emptySheet, type SheetState } from './state'

export type Replay =
  | { readonly ok: true; readonly state: SheetState }
  | { readonly ok: false; readonly line: number; readonly code: RefusalCode }

/** A journal played from its first line, each event admitted before it is applied. `line` counts from 1. */
export function replaySheet(rubric: Rubric, lines: readonly StampedEvent[]): Replay {
  const items = new Map<string, ItemMark>()
  let state = emptySheet()
  for (const [index, line] of lines.entries()) {
    const code = admits(rubric, state, line.event)
    if (code !== null) return { ok: false, line: index + 1, code }
    state = applyInto(items, state, line)
  }
  return { ok: true, state }
}

/** The result of a sealed sheet: what result.json holds. Throws when the sheet is not sealed. */
export function sheetResult(rubric: Rubric, state: SheetState): SheetResult {
  if (state.header === null || state.sealed === null) throw new Error('only a sealed sheet has a result')
  const score = scoreSheet(rubric, state)
  return {
    schema: 'scorebench.result/1',
    sheet: state.header,
    sealed: state.sealed,
    journal: { events: state.seq, head: state.head },
    score,
    units: unitLosses(rubricFor(rubric, state.header.subject), score),
    ...(state.places.length === 0 ? {} : { places: state.places }),
    marks: Object.fromEntries([...state.items].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  }
}
