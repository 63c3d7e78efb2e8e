import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { ImportOrigin } from '../../shared/domain/rubric/import-origin'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { RubricDraft, RubricOrigin } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { draftFileSchema } from '../../shared/schema/draft-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import { rubricDigest } from './digest'
import { diskFailure, failure } from './disk-failure'
import { makeFolder, namesIn, readIfThere, replaceFile, syncFolder } from './durable-file'
import { isId } from './identifier'

const SCHEMA = 'scorebench.draft/1'
const DRAFT = '.json'
const DELETED = '.deleted'

/** Standards in the making, one file each: standards/<id>.json. Saved whole: a crash leaves the old or the new one. */
export interface DraftStore {
  readonly list: () => Promise<readonly RubricDraft[]>
  readonly read: (id: string) => Promise<Result<RubricDraft>>
  readonly create: (
    rubric: Rubric,
    basedOn: RubricOrigin | null,
    imported?: ImportOrigin,
  ) => Promise<Result<RubricDraft>>
  readonly save: (id: string, rubric: Rubric) => Promise<Result<null>>
  /** Puts the draft aside; what was put aside before is gone for good. */
  readonly remove: (id: string) => Promise<Result<null>>
  readonly restore: (id: string) => Promise<Result<null>>
  /** Reads the folder anew when a draft is next asked for. */
  readonly lookAgain: () => void
  /** The draft that is this standard to the letter; null where none is. */
  readonly withDigest: (digest: string) => Promise<RubricDraft | null>
}

export function openDraftStore(folder: string, newId: () => string, now: () => string): DraftStore {
  let known: Map<string, RubricDraft> | null = null
  let last: Promise<unknown> = Promise.resolve()
  const pathOf = (id: string, kind: string): string => join(folder, `${id}${kind}`)

  /** One after the other: a list that is asked for while a draft is being saved waits for it. */
  function serially<T>(work: (drafts: Map<string, RubricDraft>) => Promise<T>): Promise<T> {
    const run = last.then(async () => {
      known ??= await load()
      return work(known)
    })
    last = run.catch(() => undefined)
    return run
  }

  async function load(): Promise<Map<string, RubricDraft>> {
    const ids = (await namesIn(folder))
      .filter((name) => name.endsWith(DRAFT))
      .map((name) => name.slice(0, -DRAFT.length))
    const drafts = await Promise.all(ids.filter(isId).map((id) => readFile(id, DRAFT)))
    return new Map(drafts.filter((draft) => draft !== null).map((draft) => [draft.id, draft]))
  }

  /** Null where there is no such file, or none that can be read: it stays where it is. */
  async function readFile(id: string, kind: string): Promise<RubricDraft | null> {
    const bytes = await readIfThere(pathOf(id, kind))
    return bytes === null ? null : draftOf(bytes, id)
  }

  async function write(drafts: Map<string, RubricDraft>, draft: RubricDraft): Promise<void> {
    await makeFolder(folder)
    const text = canonicalJson({ schema: SCHEMA, ...draft })
    await replaceFile(pathOf(draft.id, DRAFT), Buffer.from(text, 'utf8'))
    drafts.set(draft.id, draft)
  }

  function changing<T>(work: (drafts: Map<string, RubricDraft>) => Promise<Result<T>>): Promise<Result<T>> {
    return serially((drafts) => work(drafts).catch(diskFailure))
  }

  return {
    list: () => serially(async (drafts) => [...drafts.values()]),
    read: (id) =>
      changing(async (drafts) => {
        const draft = drafts.get(id)
        return draft === undefined ? failure('not-found', 'draft') : { ok: true, value: draft }
      }),
    create: (rubric, basedOn, imported) =>
      changing(async (drafts) => {
        const origin = imported === undefined ? {} : { imported }
        const draft = { id: newId(), basedOn, ...origin, changedAt: now(), rubric }
        await write(drafts, draft)
        return { ok: true, value: draft }
      }),
    save: (id, rubric) =>
      changing(async (drafts) => {
        const draft = drafts.get(id)
        if (draft === undefined) return failure('not-found', 'draft')
        await write(drafts, { ...draft, changedAt: now(), rubric })
        return { ok: true, value: null }
      }),
    remove: (id) =>
      changing(async (drafts) => {
        if (!drafts.has(id)) return failure('not-found', 'draft')
        for (const name of (await namesIn(folder)).filter((one) => one.endsWith(DELETED)))
          await rm(join(folder, name), { force: true })
        await rename(pathOf(id, DRAFT), pathOf(id, DELETED))
        await syncFolder(folder)
        drafts.delete(id)
        return { ok: true, value: null }
      }),
    restore: (id) =>
      changing(async (drafts) => {
        const draft = isId(id) ? await readFile(id, DELETED) : null
        if (draft === null) return failure('not-found', 'draft')
        await rename(pathOf(id, DELETED), pathOf(id, DRAFT))
        await syncFolder(folder)
        drafts.set(id, draft)
        return { ok: true, value: null }
      }),
    lookAgain: () => {
      last = last.then(() => {
        known = null
      })
    },
    withDigest: (digest) =>
      serially(
        async (drafts) => [...drafts.values()].find(({ rubric }) => rubricDigest(rubric) === digest) ?? null,
      ),
  }
}

function draftOf(bytes: Uint8Array, id: string): RubricDraft | null {
  try {
    const read = readStrictly(draftFileSchema, JSON.parse(Buffer.from(bytes).toString('utf8')))
    if (!read.ok || read.value.id !== id) return null
    const { schema: _schema, ...draft } = read.value
    return draft
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
