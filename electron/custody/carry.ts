import { attachedAgain } from '../../shared/domain/evidence/on-sheet'
import type { Round } from '../../shared/domain/round/round'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { SheetScore } from '../../shared/domain/scoring/score'
import { type CarriedFrom, opening, type SheetEvent, type SheetHeader } from '../../shared/domain/sheet/event'
import type { SheetState } from '../../shared/domain/sheet/state'
import { type Carry, carryMarks } from '../../shared/domain/versions/carry'
import type { CarryPreview, CarryTotal, RoundDraft } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { failure } from './disk-failure'
import { errorsIn } from './own-standards'
import type { RubricStore } from './rubric-store'
import { type SheetRecord, stateOf } from './sheet-record'

/** A sheet's marks under another standard, and where they would go. */
export interface CarryPlan {
  readonly header: SheetHeader
  readonly state: SheetState
  readonly rubric: Rubric
  readonly digest: string
  readonly carry: Carry
  /** The sheet that was already made of these very marks. */
  readonly already: SheetRecord | null
  /** Id of the round that sheets of the same round were carried to. */
  readonly roundId: string | null
}

/** What custody looks things up with: the standards, and the sheets that there are. */
export interface CarryPlace {
  readonly rubrics: RubricStore
  readonly sheets: ReadonlyMap<string, SheetRecord>
  /** A standard by digest: built in, frozen, or a draft. */
  readonly readRubric: (digest: string) => Promise<Result<Rubric>>
}

/**
 * What carrying a sheet to another standard comes to; nothing is written. 'bad-request' to its own standard,
 * 'rubric-unproved' to one with errors, 'journal-damaged' where its own marks can't be trusted.
 */
export async function planCarry(
  sheet: SheetRecord,
  digest: string,
  { rubrics, sheets, readRubric }: CarryPlace,
): Promise<Result<CarryPlan>> {
  if (sheet.damage?.kind === 'broken-chain') return failure('journal-damaged', String(sheet.damage.line))
  const { header } = sheet
  if (digest === header.round.rubricDigest) return failure('bad-request', 'rubric')
  const target = await readRubric(digest)
  if (!target.ok) return target
  const errors = errorsIn(target.value)
  if (errors > 0) return failure('rubric-unproved', String(errors))
  const played = await stateOf(sheet, rubrics)
  if (played === null) return failure('journal-damaged', 'rubric')
  const carry = carryMarks(played.rubric, target.value, played.sheet)
  const others = [...sheets.values()].filter((one) => one.header.round.rubricDigest === digest)
  const already = others.find(({ header: { carriedFrom, correction } }) => {
    return carriedFrom?.sheetId === sheet.id && carriedFrom.head === played.sheet.head && correction === null
  })
  const sibling = others.find(({ header: { carriedFrom } }) => {
    const origin = carriedFrom === undefined ? undefined : sheets.get(carriedFrom.sheetId)
    return origin?.header.round.id === header.round.id
  })
  return {
    ok: true,
    value: {
      header,
      state: played.sheet,
      rubric: target.value,
      digest,
      carry,
      already: already ?? null,
      roundId: sibling?.header.round.id ?? null,
    },
  }
}

/** What the person sees before anything is written. */
export function carryPreview(plan: CarryPlan, round: Round | null): CarryPreview {
  const { header, state, rubric, digest, carry, already } = plan
  const { notCarried, lookAgain, reworded, fresh, before, after, items } = carry
  return {
    sheetId: header.sheetId,
    head: state.head,
    rubric: { digest, title: rubric.title, version: rubric.version },
    before: totalOf(before),
    after: totalOf(after),
    categories: categoriesOf(before, after),
    carried: Object.keys(items).length,
    notCarried,
    lookAgain,
    reworded,
    fresh,
    already: already?.id ?? null,
    round: round?.title ?? null,
  }
}

/** The round for the sheets of another one under another standard: the same subjects and team. */
export function carryRound({ header, digest }: CarryPlan, round: Round | null, title: string): RoundDraft {
  const { kind, date } = header.round
  // A round whose own file is lost has at least this sheet's subject and scorer.
  const { subjects, team, places } = round ?? { subjects: [header.subject], team: [header.scorer] }
  const planned = places === undefined ? {} : { places }
  return { kind, title, date, rubricDigest: digest, subjects, team, ...planned }
}

/** The first events of the new sheet: opened under the other standard, what was carried, and notes on unchecked items. */
export function carryEvents(plan: CarryPlan, sheetId: string, round: Round): readonly SheetEvent[] {
  const { header, state, carry } = plan
  const { subjects: _subjects, team: _team, places: _places, ...rest } = round
  const carriedFrom: CarriedFrom = {
    sheetId: header.sheetId,
    head: state.head,
    rubricDigest: header.round.rubricDigest,
    rubricVersion: header.round.rubricVersion,
  }
  const { subject, scorer } = header
  return [
    opening({ sheetId, round: rest, subject, scorer, correction: null, carriedFrom }, state.places),
    { type: 'carried', items: carry.items },
    ...carry.notes.map(({ item, note }): SheetEvent => ({ type: 'noted', item, note })),
    ...carry.evidence.flatMap(({ item, evidence }) => attachedAgain(item, evidence)),
  ]
}

function totalOf({ full, low, high, gradeLow, gradeHigh, checked, count }: SheetScore): CarryTotal {
  return { full, low, high, gradeLow, gradeHigh, checked, count }
}

function categoriesOf(before: SheetScore, after: SheetScore): CarryPreview['categories'] {
  const rangeOf = ({ categories }: SheetScore, id: string) => {
    const found = categories.find(({ category }) => category === id)
    return found === undefined ? null : { full: found.full, low: found.low, high: found.high }
  }
  const names = new Map(
    [...before.categories, ...after.categories].map(({ category, code, title }) => [
      category,
      { code, title },
    ]),
  )
  return [...names].map(([id, { code, title }]) => ({
    id,
    code,
    title,
    before: rangeOf(before, id),
    after: rangeOf(after, id),
  }))
}
