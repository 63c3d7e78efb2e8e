import type { Round } from '../../shared/domain/round/round'
import { proveDraft } from '../../shared/domain/rubric/edit/blanks'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { RoundDraft, RubricDraft, RubricSummary } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { readStrictly } from '../../shared/schema/read-strictly'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import { diskFailure } from './disk-failure'
import type { DraftStore } from './draft-store'
import type { ImportStore } from './import-store'
import type { RubricStore } from './rubric-store'
import { type ShippedRubric, summaryOfRubric } from './shipped-rubric'

const errorCounts = new WeakMap<Rubric, number>()

/** What stands between a draft and a round; counted once per version of it. */
export function errorsIn(rubric: Rubric): number {
  const known = errorCounts.get(rubric)
  if (known !== undefined) return known
  const count = proveDraft(rubric).filter(({ level }) => level === 'error').length
  // A text that is too long, or a list that is empty, is the schema's affair and no proof's.
  const errors = count === 0 && !readStrictly(rubricSchema, rubric).ok ? 1 : count
  errorCounts.set(rubric, errors)
  return errors
}

/** Every standard of this machine: built in, then drafts, the last changed first, then what rounds froze. */
export async function listStandards(
  builtin: readonly ShippedRubric[],
  rubrics: RubricStore,
  drafts: DraftStore,
): Promise<Result<readonly RubricSummary[]>> {
  try {
    const frozen = (await rubrics.frozen()).map((rubric) => summaryOfRubric(rubric, 'frozen'))
    const digests = new Set(frozen.map(({ digest }) => digest))
    const own = (await drafts.list()).map(summaryOfDraft).filter(({ digest }) => !digests.has(digest))
    own.sort((a, b) => compare(b.draft?.changedAt ?? '', a.draft?.changedAt ?? ''))
    frozen.sort((a, b) => compare(a.title, b.title) || compare(b.version, a.version))
    return { ok: true, value: [...builtin.map(({ summary }) => summary), ...own, ...frozen] }
  } catch (error) {
    return diskFailure(error)
  }
}

function summaryOfDraft({ id, rubric, changedAt, basedOn, imported }: RubricDraft): RubricSummary {
  const origin = imported === undefined ? {} : { imported: { file: imported.file, sha256: imported.sha256 } }
  const draft = { id, changedAt, basedOn, ...origin, errors: errorsIn(rubric) }
  return { ...summaryOfRubric(rubric, 'draft'), draft }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A round over a standard; one that is a draft is frozen by it, and is a draft no more. */
export async function createRoundOver(
  drafts: DraftStore,
  imports: ImportStore,
  draft: RoundDraft,
  create: (own: Rubric | null) => Promise<Result<Round>>,
): Promise<Result<Round>> {
  const own = await drafts.withDigest(draft.rubricDigest)
  if (own === null) return create(null)
  const round = await create(own.rubric)
  // What stays when this fails has the digest of the frozen one, and is not listed beside it.
  const isKept =
    round.ok && (own.imported === undefined || (await imports.keep(draft.rubricDigest, own.imported)).ok)
  if (isKept) await drafts.remove(own.id)
  return round
}
