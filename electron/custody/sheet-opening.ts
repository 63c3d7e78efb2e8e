import { placesFor } from '../../shared/domain/round/place'
import type { Round, TeamMember } from '../../shared/domain/round/round'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { opening } from '../../shared/domain/sheet/event'
import type { CarryPreview, RoundDraft, SheetSummary } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { carryEvents, carryPreview, carryRound, planCarry } from './carry'
import { correctionEvents } from './correction'
import { diskFailure, failure } from './disk-failure'
import type { RoundStore } from './round-store'
import type { RubricStore } from './rubric-store'
import { stateOf, summaryOf } from './sheet-record'
import type { SheetShelf } from './sheet-shelf'

/** The three ways to a new sheet: a subject of a round, the correction of a sealed one, marks under another standard. */
export interface SheetOpening {
  readonly createSheet: (
    roundId: string,
    subjectId: string,
    scorer: TeamMember,
  ) => Promise<Result<SheetSummary>>
  readonly startCorrection: (sheetId: string, reason: string) => Promise<Result<SheetSummary>>
  /** What the sheet's marks come to under another standard; nothing is written. */
  readonly previewCarry: (sheetId: string, rubricDigest: string) => Promise<Result<CarryPreview>>
  /** A new sheet under another standard with the marks that still fit, in a round of its own. */
  readonly carrySheet: (
    sheetId: string,
    rubricDigest: string,
    head: string,
    title: string,
  ) => Promise<Result<SheetSummary>>
}

export interface OpeningPlace {
  readonly shelf: SheetShelf
  readonly rounds: RoundStore
  readonly rubrics: RubricStore
  readonly newId: () => string
  readonly readRubric: (digest: string) => Promise<Result<Rubric>>
  readonly createRound: (draft: RoundDraft) => Promise<Result<Round>>
}

export function sheetOpening({
  shelf,
  rounds,
  rubrics,
  newId,
  readRubric,
  createRound,
}: OpeningPlace): SheetOpening {
  const carryPlace = { rubrics, sheets: shelf.known, readRubric }

  async function createSheet(
    roundId: string,
    subjectId: string,
    scorer: TeamMember,
  ): Promise<Result<SheetSummary>> {
    try {
      const round = await rounds.find(roundId)
      if (round === null) return failure('not-found', 'round')
      const { subjects, team: _team, places = [], ...rest } = round
      const subject = subjects.find(({ id }) => id === subjectId)
      if (subject === undefined) return failure('not-found', 'subject')
      const rubric = await rubrics.find(round.rubricDigest)
      if (rubric === null) return failure('not-found', 'rubric')
      const header = { sheetId: newId(), round: rest, subject, scorer, correction: null }
      return { ok: true, value: await shelf.open(rubric, [opening(header, placesFor(places, subjectId))]) }
    } catch (error) {
      return diskFailure(error)
    }
  }

  /** The successor that is already open is answered again; one that is sealed itself is to be corrected instead. */
  function startCorrection(sheetId: string, reason: string): Promise<Result<SheetSummary>> {
    return shelf.withSheet(sheetId, async (sheet) => {
      if (!sheet.isSealed) return failure('not-sealed')
      if (reason.trim() === '') return failure('bad-request', 'reason')
      const others = [...shelf.known.values()]
      const successor = others.find(({ header }) => header.correction?.sheetId === sheetId)
      if (successor?.isSealed) return failure('sealed', successor.id)
      if (successor !== undefined) return { ok: true, value: await summaryOf(successor) }
      const played = await stateOf(sheet, rubrics)
      if (played === null) return failure('journal-damaged')
      const events = correctionEvents(newId(), sheet.header, played.sheet, reason)
      return { ok: true, value: await shelf.open(played.rubric, events, sheet) }
    })
  }

  function previewCarry(sheetId: string, digest: string): Promise<Result<CarryPreview>> {
    return shelf.withSheet(sheetId, async (sheet) => {
      const plan = await planCarry(sheet, digest, carryPlace)
      if (!plan.ok) return plan
      const { roundId } = plan.value
      const round = roundId === null ? null : await rounds.find(roundId)
      return { ok: true, value: carryPreview(plan.value, round) }
    })
  }

  /** Computed anew from the journal: the screen only says which sheet, and what it had been shown. */
  function carrySheet(
    sheetId: string,
    digest: string,
    head: string,
    title: string,
  ): Promise<Result<SheetSummary>> {
    return shelf.withSheet(sheetId, async (sheet) => {
      const plan = await planCarry(sheet, digest, carryPlace)
      if (!plan.ok) return plan
      const { already, roundId, header, state, rubric } = plan.value
      if (state.head !== head) return failure('stale', String(state.seq))
      if (already !== null) return { ok: true, value: await summaryOf(already) }
      const joined = roundId === null ? null : await rounds.find(roundId)
      const draft = carryRound(plan.value, await rounds.find(header.round.id), title)
      const round = joined === null ? await createRound(draft) : { ok: true as const, value: joined }
      if (!round.ok) return round
      return {
        ok: true,
        value: await shelf.open(rubric, carryEvents(plan.value, newId(), round.value), sheet),
      }
    })
  }

  return { createSheet, startCorrection, previewCarry, carrySheet }
}
