import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Round } from '../../shared/domain/round/round'
import type { RoundDraft } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import type { Clock } from './clock'
import { failure } from './disk-failure'
import { createRoundOver } from './own-standards'
import { openRoundStore } from './round-store'
import { type SheetEvidence, sheetEvidence } from './sheet-evidence'
import { type SheetJournals, sheetJournals } from './sheet-journals'
import { type SheetOpening, sheetOpening } from './sheet-opening'
import { openSheetShelf } from './sheet-shelf'
import type { ShippedRubric } from './shipped-rubric'
import { openStandardStores, type Standards, standards } from './standards'

/** The record of every round and sheet on this machine. One process at a time; expected failures are values. */
export interface Custody extends Standards, SheetOpening, SheetJournals, SheetEvidence {
  readonly folder: string
  readonly listRounds: () => Promise<Result<readonly Round[]>>
  readonly createRound: (draft: RoundDraft) => Promise<Result<Round>>
  /** The folder of a known sheet: journal, standard, evidence, package. */
  readonly sheetFolder: (sheetId: string) => Result<string>
  /** Takes in what a restore has laid into the folder beside what is known. Throws disk errors. */
  readonly lookAgain: () => Promise<void>
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
  const stores = openStandardStores(folder, builtin, newId, clock.now)
  const { rubrics, drafts, imports } = stores
  const rounds = openRoundStore(join(folder, 'rounds'), rubrics)
  const shelf = await openSheetShelf(join(folder, 'sheets'), clock)
  const known = standards(builtin, stores)
  const createRound = (draft: RoundDraft): Promise<Result<Round>> =>
    createRoundOver(drafts, imports, draft, (own) => rounds.create(newId(), draft, clock.now(), own))

  return {
    folder,
    ...known,
    listRounds: rounds.list,
    createRound,
    ...sheetOpening({ shelf, rounds, rubrics, newId, readRubric: known.readRubric, createRound }),
    ...sheetJournals(shelf, rubrics, clock),
    ...sheetEvidence(shelf),
    sheetFolder: (id) => {
      const sheet = shelf.find(id)
      return sheet === undefined ? failure('not-found', 'sheet') : { ok: true, value: sheet.folder }
    },
    lookAgain: async () => {
      drafts.lookAgain()
      await shelf.lookAgain()
    },
    close: shelf.close,
  }
}
