import type { Subject } from '../round/round'
import type { Rubric } from '../rubric/rubric'
import { applyInto } from './apply'
import type { RefusalCode, SheetCommand } from './command'
import { decide } from './decide'
import type { SheetEvent, SheetHeader } from './event'
import type { ItemMark } from './mark'
import { emptySheet, NO_HASH, type SheetState } from './state'

/** A command that the sheet did not allow, and that changed nothing. `index` counts from 0. */
export interface RefusedCommand {
  readonly index: number
  readonly code: RefusalCode
}

export interface Played {
  readonly state: SheetState
  readonly refused: readonly RefusedCommand[]
}

/** A subject of no league and no kind: rules for some subjects only do not hold for it. */
export const ANY_SUBJECT: Subject = { id: 'any', name: '考核对象', league: '' }

/** Whoever plays commands is nobody, at no time: the same commands give the same sheet. */
const STAMP = { at: '2026-01-01T00:00:00.000Z', mono: 0, boot: 'played', by: '—' }

/**
 * A sheet after these commands, as if a person had entered them one by one: each is decided on the sheet that the
 * ones before it left, and a refused one changes nothing. No clock, no digests: for reckoning, not for sealing.
 */
export function playCommands(rubric: Rubric, subject: Subject, commands: Iterable<SheetCommand>): Played {
  const items = new Map<string, ItemMark>()
  const refused: RefusedCommand[] = []
  let state = emptySheet()
  const write = (event: SheetEvent) => {
    const line = { ...STAMP, seq: state.seq + 1, event, prev: NO_HASH, hash: NO_HASH }
    state = applyInto(items, state, line)
  }
  write({ type: 'opened', header: headerFor(rubric, subject) })
  let index = 0
  for (const command of commands) {
    const decision = decide(rubric, state, command)
    if (decision.ok) decision.events.forEach(write)
    else refused.push({ index, code: decision.code })
    index += 1
  }
  return { state, refused }
}

function headerFor({ id, version, title }: Rubric, subject: Subject): SheetHeader {
  return {
    sheetId: 'played',
    round: {
      id: 'played',
      kind: 'mock',
      title: '',
      date: '2026-01-01',
      rubricId: id,
      rubricVersion: version,
      rubricTitle: title,
      rubricDigest: NO_HASH,
      createdAt: STAMP.at,
    },
    subject,
    scorer: { name: STAMP.by, unit: '', role: 'inspector' },
    correction: null,
  }
}
