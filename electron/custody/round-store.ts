import { join } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Round } from '../../shared/domain/round/round'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { RoundDraft } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { readStrictly } from '../../shared/schema/read-strictly'
import { roundSchema } from '../../shared/schema/round-schema'
import { diskFailure, failure } from './disk-failure'
import { makeFolder, namesIn, readIfThere, replaceFile } from './durable-file'
import { isId } from './identifier'
import { errorsIn } from './own-standards'
import type { RubricStore } from './rubric-store'

export interface RoundStore {
  readonly list: () => Promise<Result<readonly Round[]>>
  readonly find: (id: string) => Promise<Round | null>
  /** `own` is the standard where it is a draft, which the round freezes. */
  readonly create: (
    id: string,
    draft: RoundDraft,
    createdAt: string,
    own: Rubric | null,
  ) => Promise<Result<Round>>
}

export function openRoundStore(folder: string, rubrics: RubricStore): RoundStore {
  async function find(id: string): Promise<Round | null> {
    if (!isId(id)) return null
    const bytes = await readIfThere(join(folder, `${id}.json`))
    return bytes === null ? null : readRound(bytes, id)
  }

  /** All rounds, the newest first. A round's file that is damaged is left out: its sheets carry what they need. */
  async function list(): Promise<Result<readonly Round[]>> {
    try {
      const ids = (await namesIn(folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -5))
      const rounds = (await Promise.all(ids.map(find))).filter((round) => round !== null)
      rounds.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
      return { ok: true, value: rounds }
    } catch (error) {
      return diskFailure(error)
    }
  }

  async function create(
    id: string,
    draft: RoundDraft,
    createdAt: string,
    own: Rubric | null,
  ): Promise<Result<Round>> {
    try {
      const rubric = own ?? (await rubrics.find(draft.rubricDigest))
      if (rubric === null) return failure('not-found', 'rubric')
      // One that lies frozen may be from before a proof learned more.
      const errors = errorsIn(rubric)
      if (errors > 0) return failure('rubric-unproved', String(errors))
      const { kind, title, date, rubricDigest, subjects, team, places } = draft
      const standard = {
        rubricId: rubric.id,
        rubricVersion: rubric.version,
        rubricTitle: rubric.title,
        rubricDigest,
      }
      const round = readStrictly(roundSchema, {
        id,
        kind,
        title,
        date,
        ...standard,
        subjects,
        team,
        ...(places === undefined || places.length === 0 ? {} : { places }),
        createdAt,
      })
      if (!round.ok) return failure('bad-request', round.path)
      await rubrics.freeze(rubric)
      await makeFolder(folder)
      await replaceFile(join(folder, `${id}.json`), Buffer.from(canonicalJson(round.value), 'utf8'))
      return { ok: true, value: round.value }
    } catch (error) {
      return diskFailure(error)
    }
  }

  return { list, find, create }
}

function readRound(bytes: Uint8Array, id: string): Round | null {
  try {
    const read = readStrictly(roundSchema, JSON.parse(Buffer.from(bytes).toString('utf8')))
    return read.ok && read.value.id === id ? read.value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
