import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { evidenceNamed } from '../../shared/domain/evidence/on-sheet'
import { placesFor } from '../../shared/domain/round/place'
import type { Round, TeamMember } from '../../shared/domain/round/round'
import type { ImportOrigin } from '../../shared/domain/rubric/import-origin'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { opening, type SheetEvent, type StampedEvent } from '../../shared/domain/sheet/event'
import type {
  CarryPreview,
  EvidenceFault,
  EvidenceImport,
  LooseEvidence,
  RoundDraft,
  RubricSummary,
  SheetSummary,
} from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { carryEvents, carryPreview, carryRound, planCarry } from './carry'
import type { Clock } from './clock'
import { correctionEvents } from './correction'
import { diskFailure, failure } from './disk-failure'
import { type DraftStore, openDraftStore } from './draft-store'
import { namesIn } from './durable-file'
import { checkEvidence } from './evidence-check'
import {
  type EvidenceSource,
  type ImportOptions,
  importEvidence,
  removeDrafts,
  removeEvidence,
} from './evidence-import'
import { bringEvidence, looseEvidence, putEvidence, readEvidence, readEvidenceHead } from './evidence-store'
import { isId } from './identifier'
import { openImportStore } from './import-store'
import { closeJournal } from './journal-file'
import { FIRST_PREV, stamp } from './journal-line'
import { createRoundOver, listStandards } from './own-standards'
import { openRoundStore } from './round-store'
import { openRubricStore } from './rubric-store'
import { appendEvents, cutTornTail } from './sheet-append'
import { type Bring, createSheetFolder } from './sheet-create'
import {
  EVIDENCE,
  linesAfter,
  loadSheet,
  type SheetRecord,
  serially,
  stateOf,
  summaryOf,
} from './sheet-record'
import { chainOf, restoreLines } from './sheet-restore'
import type { ShippedRubric } from './shipped-rubric'

/** The record of every round and sheet on this machine. One process at a time; expected failures are values. */
export interface Custody {
  readonly folder: string
  /** What is said of the standards that come with the program. */
  readonly builtinRubrics: readonly RubricSummary[]
  /** Every standard of this machine: built in, drafts, frozen by rounds. */
  readonly listRubrics: () => Promise<Result<readonly RubricSummary[]>>
  /** Standards in the making. */
  readonly drafts: DraftStore
  /** A standard by digest: built in, frozen by a round, or a draft as it is now. */
  readonly readRubric: (digest: string) => Promise<Result<Rubric>>
  /** How a standard came in from a workbook; null where it did not. */
  readonly readImportOrigin: (digest: string) => Promise<Result<ImportOrigin | null>>
  readonly listRounds: () => Promise<Result<readonly Round[]>>
  readonly createRound: (draft: RoundDraft) => Promise<Result<Round>>
  readonly listSheets: () => Promise<Result<readonly SheetSummary[]>>
  readonly createSheet: (
    roundId: string,
    subjectId: string,
    scorer: TeamMember,
  ) => Promise<Result<SheetSummary>>
  readonly readJournal: (sheetId: string, afterSeq: number) => Promise<Result<readonly StampedEvent[]>>
  readonly appendEvents: (
    sheetId: string,
    afterSeq: number,
    events: readonly SheetEvent[],
  ) => Promise<Result<readonly StampedEvent[]>>
  readonly restoreJournal: (sheetId: string, lines: readonly StampedEvent[]) => Promise<Result<SheetSummary>>
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
  readonly putEvidence: (sheetId: string, source: Uint8Array | string) => Promise<Result<string>>
  readonly readEvidence: (sheetId: string, digest: string) => Promise<Result<Uint8Array>>
  /** Originals into custody; scoring goes on meanwhile. */
  readonly importEvidence: (
    sheetId: string,
    sources: readonly EvidenceSource[],
    options: ImportOptions,
  ) => Promise<Result<EvidenceImport>>
  /** At most `most` bytes of a piece, unproved: to be shown. */
  readonly readEvidenceHead: (sheetId: string, digest: string, most: number) => Promise<Result<Uint8Array>>
  /** Which of these originals are gone or changed, byte by byte. */
  readonly checkEvidence: (
    sheetId: string,
    digests: readonly string[],
  ) => Promise<Result<readonly EvidenceFault[]>>
  /** Originals that no line of the journal names; none where that cannot be said, or nothing may be attached. */
  readonly looseEvidence: (sheetId: string) => Promise<Result<readonly LooseEvidence[]>>
  /** Takes imported originals away that no line of the journal names. */
  readonly dropEvidence: (sheetId: string, digests: readonly string[]) => Promise<Result<null>>
  /** How many bytes of each sheet's journal are acknowledged; sheets with a broken journal are left out. */
  readonly journalLengths: () => Readonly<Record<string, number>>
  /** Takes in what a restore has laid into the folder beside what is known. Throws disk errors. */
  readonly lookAgain: () => Promise<void>
  /** The folder of a known sheet: journal, standard, evidence, package. */
  readonly sheetFolder: (sheetId: string) => Result<string>
  /** Waits for what is being written and closes all files. */
  readonly close: () => Promise<void>
}

export interface CustodyOptions {
  /** Standards that come with the program. */
  readonly builtin?: readonly ShippedRubric[]
  /** Makes ids (UUID); the demonstration passes its own so that a seed gives the same sheet. */
  readonly newId?: () => string
}

/** Opens the custody folder, made where it is missing, and reads every sheet's journal. Throws disk errors of reading. */
export async function openCustody(
  folder: string,
  clock: Clock,
  options: CustodyOptions = {},
): Promise<Custody> {
  const { builtin = [], newId = randomUUID } = options
  const sheetsFolder = join(folder, 'sheets')
  const rubrics = openRubricStore(join(folder, 'rubrics'), builtin)
  const drafts = openDraftStore(join(folder, 'standards'), newId, clock.now)
  const imports = openImportStore(join(folder, 'imports'))
  const rounds = openRoundStore(join(folder, 'rounds'), rubrics)
  const sheets = await loadSheets(sheetsFolder)
  const importing = new Set<string>()

  async function withSheet<T>(
    id: string,
    work: (sheet: SheetRecord) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const sheet = isId(id) ? sheets.get(id) : undefined
    if (sheet === undefined) return failure('not-found', 'sheet')
    return serially(sheet, async () => {
      try {
        return await work(sheet)
      } catch (error) {
        return diskFailure(error)
      }
    })
  }

  async function open(
    rubric: Rubric,
    scorer: TeamMember,
    events: readonly SheetEvent[],
    from?: SheetRecord,
  ): Promise<SheetSummary> {
    const lines = stamp(clock, scorer.name, { seq: 0, hash: FIRST_PREV }, events)
    const digests = evidenceNamed(events).map(({ sha256 }) => sha256)
    const bring: Bring = async (to) => {
      if (from !== undefined) await bringEvidence(join(from.folder, EVIDENCE), to, digests)
    }
    return adopt(await createSheetFolder(sheetsFolder, idOf(events), rubric, lines, bring))
  }

  function adopt(sheet: SheetRecord): Promise<SheetSummary> {
    sheets.set(sheet.id, sheet)
    return summaryOf(sheet)
  }

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
      return { ok: true, value: await open(rubric, scorer, [opening(header, placesFor(places, subjectId))]) }
    } catch (error) {
      return diskFailure(error)
    }
  }

  /** The successor that is already open is answered again; one that is sealed itself is to be corrected instead. */
  function startCorrection(sheetId: string, reason: string): Promise<Result<SheetSummary>> {
    return withSheet(sheetId, async (sheet) => {
      if (!sheet.isSealed) return failure('not-sealed')
      if (reason.trim() === '') return failure('bad-request', 'reason')
      const successor = [...sheets.values()].find(({ header }) => header.correction?.sheetId === sheetId)
      if (successor?.isSealed) return failure('sealed', successor.id)
      if (successor !== undefined) return { ok: true, value: await summaryOf(successor) }
      const played = await stateOf(sheet, rubrics)
      if (played === null) return failure('journal-damaged')
      const events = correctionEvents(newId(), sheet.header, played.sheet, reason)
      return { ok: true, value: await open(played.rubric, sheet.header.scorer, events, sheet) }
    })
  }

  async function readRubric(digest: string): Promise<Result<Rubric>> {
    try {
      const rubric = (await rubrics.find(digest)) ?? (await drafts.withDigest(digest))?.rubric ?? null
      return rubric === null ? failure('not-found', 'rubric') : { ok: true, value: rubric }
    } catch (error) {
      return diskFailure(error)
    }
  }

  async function readImportOrigin(digest: string): Promise<Result<ImportOrigin | null>> {
    try {
      const kept = await imports.find(digest)
      return { ok: true, value: kept ?? (await drafts.withDigest(digest))?.imported ?? null }
    } catch (error) {
      return diskFailure(error)
    }
  }

  function createRound(draft: RoundDraft): Promise<Result<Round>> {
    return createRoundOver(drafts, imports, draft, (own) => rounds.create(newId(), draft, clock.now(), own))
  }

  const carryPlace = { rubrics, sheets, readRubric }

  function previewCarry(sheetId: string, digest: string): Promise<Result<CarryPreview>> {
    return withSheet(sheetId, async (sheet) => {
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
    return withSheet(sheetId, async (sheet) => {
      const plan = await planCarry(sheet, digest, carryPlace)
      if (!plan.ok) return plan
      const { already, roundId, header, state, rubric } = plan.value
      if (state.head !== head) return failure('stale', String(state.seq))
      if (already !== null) return { ok: true, value: await summaryOf(already) }
      const joined = roundId === null ? null : await rounds.find(roundId)
      const draft = carryRound(plan.value, await rounds.find(header.round.id), title)
      const round = joined === null ? await createRound(draft) : { ok: true as const, value: joined }
      if (!round.ok) return round
      const events = carryEvents(plan.value, newId(), round.value)
      return { ok: true, value: await open(rubric, header.scorer, events, sheet) }
    })
  }

  async function restoreJournal(
    sheetId: string,
    lines: readonly StampedEvent[],
  ): Promise<Result<SheetSummary>> {
    const chain = chainOf(lines)
    if (!isId(sheetId) || chain === null) return failure('bad-request', 'chain')
    if (!sheets.has(sheetId)) return reopen(sheetId, chain)
    return withSheet(sheetId, async (sheet) => {
      const restored = await restoreLines(sheet, rubrics, chain)
      return restored.ok ? { ok: true, value: await summaryOf(sheet) } : restored
    })
  }

  /** A sheet whose folder is gone altogether, made again from the lines that the screen still has. */
  async function reopen(id: string, chain: readonly StampedEvent[]): Promise<Result<SheetSummary>> {
    const [first, ...rest] = chain
    if (first?.seq !== 1 || first.event.type !== 'opened' || first.event.header.sheetId !== id) {
      return failure('not-found', 'sheet')
    }
    try {
      const rubric = await rubrics.find(first.event.header.round.rubricDigest)
      if (rubric === null) return failure('not-found', 'rubric')
      const sheet = await createSheetFolder(sheetsFolder, id, rubric, [first])
      const restored = await restoreLines(sheet, rubrics, [first, ...rest])
      sheets.set(id, sheet)
      return restored.ok ? { ok: true, value: await summaryOf(sheet) } : restored
    } catch (error) {
      return diskFailure(error)
    }
  }

  return {
    folder,
    builtinRubrics: builtin.map(({ summary }) => summary),
    listRubrics: () => listStandards(builtin, rubrics, drafts),
    drafts,
    readRubric,
    readImportOrigin,
    listRounds: rounds.list,
    createRound,
    listSheets: async () => {
      try {
        const summaries = await Promise.all([...sheets.values()].map(summaryOf))
        summaries.sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0))
        return { ok: true, value: summaries }
      } catch (error) {
        return diskFailure(error)
      }
    },
    createSheet,
    readJournal: (id, afterSeq) =>
      withSheet(id, async (sheet) => ({ ok: true, value: await linesAfter(sheet, afterSeq) })),
    appendEvents: (id, afterSeq, events) =>
      withSheet(id, (sheet) => appendEvents(sheet, rubrics, clock, afterSeq, events)),
    restoreJournal,
    startCorrection,
    previewCarry,
    carrySheet,
    putEvidence: (id, source) => withSheet(id, ({ folder: at }) => putEvidence(join(at, EVIDENCE), source)),
    importEvidence: async (id, sources, options) => {
      const sheet = isId(id) ? sheets.get(id) : undefined
      if (sheet === undefined) return failure('not-found', 'sheet')
      if (sheet.isSealed) return failure('sealed')
      // One at a time: what a cancelled import takes away again is its own alone.
      if (importing.has(id)) return failure('busy')
      importing.add(id)
      try {
        return await importEvidence(join(sheet.folder, EVIDENCE), sources, options)
      } finally {
        importing.delete(id)
      }
    },
    readEvidenceHead: async (id, digest, most) => {
      const sheet = isId(id) ? sheets.get(id) : undefined
      if (sheet === undefined) return failure('not-found', 'sheet')
      return readEvidenceHead(join(sheet.folder, EVIDENCE), digest, most)
    },
    checkEvidence: async (id, digests) => {
      const sheet = isId(id) ? sheets.get(id) : undefined
      if (sheet === undefined) return failure('not-found', 'sheet')
      try {
        return { ok: true, value: await checkEvidence(join(sheet.folder, EVIDENCE), digests) }
      } catch (error) {
        return diskFailure(error)
      }
    },
    looseEvidence: (id) =>
      withSheet(id, async (sheet) => {
        const isUnsure = sheet.isSealed || sheet.damage?.kind === 'broken-chain' || importing.has(id)
        if (isUnsure) return { ok: true, value: [] }
        const folder = join(sheet.folder, EVIDENCE)
        await removeDrafts(folder)
        return { ok: true, value: await looseEvidence(folder, await namedOn(sheet)) }
      }),
    dropEvidence: (id, digests) =>
      withSheet(id, async (sheet) => {
        if (sheet.damage?.kind === 'broken-chain')
          return failure('journal-damaged', String(sheet.damage.line))
        const named = await namedOn(sheet)
        await removeEvidence(
          join(sheet.folder, EVIDENCE),
          digests.filter((digest) => !named.has(digest)),
        )
        return { ok: true, value: null }
      }),
    readEvidence: (id, digest) => withSheet(id, ({ folder: at }) => readEvidence(join(at, EVIDENCE), digest)),
    journalLengths: () => {
      const whole = [...sheets.values()].filter(({ damage }) => damage?.kind !== 'broken-chain')
      return Object.fromEntries(whole.map(({ id, journal }) => [id, journal.length]))
    },
    lookAgain: async () => {
      drafts.lookAgain()
      for (const [id, sheet] of await loadSheets(sheetsFolder, sheets)) sheets.set(id, sheet)
    },
    sheetFolder: (id) => {
      const sheet = sheets.get(id)
      return sheet === undefined ? failure('not-found', 'sheet') : { ok: true, value: sheet.folder }
    },
    close: async () => {
      for (const sheet of sheets.values()) await serially(sheet, () => closeJournal(sheet.journal))
    },
  }
}

/** What any line of a sheet's journal names, attached still or taken off since. */
async function namedOn(sheet: SheetRecord): Promise<ReadonlySet<string>> {
  const events = (await linesAfter(sheet, 0)).map(({ event }) => event)
  return new Set(evidenceNamed(events).map(({ sha256 }) => sha256))
}

function idOf(events: readonly SheetEvent[]): string {
  const first = events[0]
  if (first?.type !== 'opened') throw new Error('a sheet begins with its header')
  return first.header.sheetId
}

/** The sheets in the folder besides those that are known. */
async function loadSheets(
  folder: string,
  known: ReadonlyMap<string, SheetRecord> = new Map(),
): Promise<Map<string, SheetRecord>> {
  const sheets = new Map<string, SheetRecord>()
  for (const id of (await namesIn(folder)).filter((name) => isId(name) && !known.has(name))) {
    const sheet = await loadSheet(join(folder, id), id)
    if (sheet === null) continue
    sheets.set(id, sheet)
    if (sheet.damage?.kind === 'torn-tail') await cutWherePossible(sheet)
  }
  return sheets
}

/** A disk that takes nothing now is no reason not to open: the first append cuts before it writes. */
async function cutWherePossible(sheet: SheetRecord): Promise<void> {
  try {
    await cutTornTail(sheet)
  } catch (error) {
    diskFailure(error)
  }
}
