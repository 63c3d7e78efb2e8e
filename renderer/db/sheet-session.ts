import type { Rubric } from '../../shared/domain/rubric/rubric'
import { rubricFor } from '../../shared/domain/rubric/rubric-for'
import type { SheetScore } from '../../shared/domain/scoring/score'
import { scoreSheet } from '../../shared/domain/scoring/score-sheet'
import { apply } from '../../shared/domain/sheet/apply'
import type { RefusalCode, SheetCommand } from '../../shared/domain/sheet/command'
import { decide } from '../../shared/domain/sheet/decide'
import type { StampedEvent } from '../../shared/domain/sheet/event'
import { replaySheet } from '../../shared/domain/sheet/replay'
import type { SheetState } from '../../shared/domain/sheet/state'
import type { DesktopApi } from '../../shared/ipc/contract'
import type { FailureCode, Result } from '../../shared/ipc/result'
import { cardOf } from './card'
import type { Database } from './database'
import { forgetEvents, keepEvents, readEvents } from './events'

/** What the scoring screen shows. All of it is on disk (fsync). */
export interface SheetView {
  /** The standard as it is for the sheet's subject. */
  readonly rubric: Rubric
  /** As it was frozen, for all subjects. */
  readonly standard: Rubric
  readonly state: SheetState
  readonly score: SheetScore
  readonly lines: readonly StampedEvent[]
  /** The browser store refused a copy; the journal has it, and start-up puts it right. */
  readonly isCopyBehind: boolean
  /** The command that could not be written, and why; nothing of it is shown. */
  readonly failed: { readonly command: SheetCommand; readonly code: FailureCode } | null
}

/** A command, or how to make it of the sheet as it stands when its turn comes; null asks for nothing. */
export type Request = SheetCommand | ((state: SheetState) => SheetCommand | null)

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode | FailureCode }

/** One open sheet: commands go in, one at a time; what is on disk comes out. */
export interface SheetSession {
  readonly view: () => SheetView
  readonly subscribe: (listener: () => void) => () => void
  readonly dispatch: (request: Request) => Promise<Outcome>
  /** Resolves when everything dispatched so far is in both copies. */
  readonly settled: () => Promise<void>
}

/** Opens a sheet from the journal; the browser store follows it line by line. */
export async function openSession(
  db: Database,
  api: DesktopApi,
  rubric: Rubric,
  sheetId: string,
): Promise<Result<SheetSession>> {
  const kept = await readEvents(db, sheetId)
  const journal = await api.readJournal(sheetId, 0)
  if (!journal.ok) return journal
  const replay = replaySheet(rubric, journal.value)
  if (!replay.ok) return { ok: false, code: 'journal-damaged', detail: String(replay.line) }
  if (kept.some((line, at) => journal.value[at]?.hash !== line.hash)) await forgetEvents(db, sheetId)
  const card = cardOf(replay.state, scoreSheet(rubric, replay.state), journal.value.at(-1)?.at ?? '')
  if (card !== null && kept.length !== journal.value.length) await keepEvents(db, journal.value, card)
  return { ok: true, value: session(db, api, rubric, sheetId, replay.state, journal.value) }
}

function session(
  db: Database,
  api: DesktopApi,
  standard: Rubric,
  sheetId: string,
  start: SheetState,
  journal: readonly StampedEvent[],
): SheetSession {
  const rubric = rubricFor(standard, start.header?.subject ?? null)
  const listeners = new Set<() => void>()
  let view: SheetView = {
    rubric,
    standard,
    state: start,
    score: scoreSheet(rubric, start),
    lines: journal,
    failed: null,
    isCopyBehind: false,
  }
  let queue: Promise<unknown> = Promise.resolve()
  let copied: Promise<unknown> = Promise.resolve()

  const show = (change: Partial<SheetView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }

  const follow = (lines: readonly StampedEvent[]) => {
    const state = lines.reduce((before, line) => apply(rubric, before, line), view.state)
    const score = scoreSheet(rubric, state)
    const card = cardOf(state, score, lines.at(-1)?.at ?? '')
    // The copy is asked for before anything is drawn: the browser's store works while the page does.
    if (card !== null) {
      copied = copied
        .then(() => keepEvents(db, lines, card))
        .then(() => view.isCopyBehind && show({ isCopyBehind: false }))
        .catch(() => show({ isCopyBehind: true }))
    }
    show({ state, score, lines: [...view.lines, ...lines], failed: null })
  }

  const catchUp = async () => {
    const newer = await api.readJournal(sheetId, view.state.seq)
    if (newer.ok) follow(newer.value)
  }

  const run = async (request: Request): Promise<Outcome> => {
    const command = typeof request === 'function' ? request(view.state) : request
    if (command === null) return { ok: true }
    const decision = decide(rubric, view.state, command)
    if (!decision.ok) return decision
    if (decision.events.length === 0) return { ok: true }
    const written = await api.appendEvents(sheetId, view.state.seq, decision.events)
    if (!written.ok) {
      if (written.code === 'stale') await catchUp()
      else show({ failed: { command, code: written.code } })
      return written
    }
    follow(written.value)
    return { ok: true }
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch: (request) => {
      const result = queue.then(() => run(request))
      queue = result.catch(() => undefined)
      return result
    },
    settled: async () => {
      await queue
      await copied
    },
  }
}
