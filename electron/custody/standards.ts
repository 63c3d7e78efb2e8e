import { join } from 'node:path'
import type { ImportOrigin } from '../../shared/domain/rubric/import-origin'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { RubricSummary } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { diskFailure, failure } from './disk-failure'
import { type DraftStore, openDraftStore } from './draft-store'
import { type ImportStore, openImportStore } from './import-store'
import { listStandards } from './own-standards'
import { openRubricStore, type RubricStore } from './rubric-store'
import type { ShippedRubric } from './shipped-rubric'

/** What custody answers about standards: built in, in the making, frozen by rounds. */
export interface Standards {
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
}

export interface StandardStores {
  readonly rubrics: RubricStore
  readonly drafts: DraftStore
  readonly imports: ImportStore
}

/** Where standards lie in the custody folder: `rubrics` (frozen), `standards` (drafts), `imports` (where they came from). */
export function openStandardStores(
  folder: string,
  builtin: readonly ShippedRubric[],
  newId: () => string,
  now: () => string,
): StandardStores {
  return {
    rubrics: openRubricStore(join(folder, 'rubrics'), builtin),
    drafts: openDraftStore(join(folder, 'standards'), newId, now),
    imports: openImportStore(join(folder, 'imports')),
  }
}

export function standards(
  builtin: readonly ShippedRubric[],
  { rubrics, drafts, imports }: StandardStores,
): Standards {
  return {
    builtinRubrics: builtin.map(({ summary }) => summary),
    listRubrics: () => listStandards(builtin, rubrics, drafts),
    drafts,
    readRubric: async (digest) => {
      try {
        const rubric = (await rubrics.find(digest)) ?? (await drafts.withDigest(digest))?.rubric ?? null
        return rubric === null ? failure('not-found', 'rubric') : { ok: true, value: rubric }
      } catch (error) {
        return diskFailure(error)
      }
    },
    readImportOrigin: async (digest) => {
      try {
        const kept = await imports.find(digest)
        return { ok: true, value: kept ?? (await drafts.withDigest(digest))?.imported ?? null }
      } catch (error) {
        return diskFailure(error)
      }
    },
  }
}
