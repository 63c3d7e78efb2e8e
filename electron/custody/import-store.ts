import { join } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { ImportOrigin } from '../../shared/domain/rubric/import-origin'
import type { Result } from '../../shared/ipc/result'
import { importFileSchema } from '../../shared/schema/draft-schema'
import { readStrictly } from '../../shared/schema/read-strictly'
import { diskFailure } from './disk-failure'
import { makeFolder, readIfThere, replaceFile } from './durable-file'
import { isDigest } from './identifier'

const SCHEMA = 'scorebench.import/1'

/** How standards that rounds have frozen came in from workbooks: imports/<digest>.json. */
export interface ImportStore {
  readonly keep: (digest: string, imported: ImportOrigin) => Promise<Result<null>>
  /** Null where there is none, or none that can be read. Throws disk errors. */
  readonly find: (digest: string) => Promise<ImportOrigin | null>
}

export function openImportStore(folder: string): ImportStore {
  const pathOf = (digest: string) => join(folder, `${digest}.json`)
  return {
    keep: async (digest, imported) => {
      if (!isDigest(digest)) throw new Error('not a digest')
      try {
        await makeFolder(folder)
        const text = canonicalJson({ schema: SCHEMA, digest, imported })
        await replaceFile(pathOf(digest), Buffer.from(text, 'utf8'))
        return { ok: true, value: null }
      } catch (error) {
        return diskFailure(error)
      }
    },
    find: async (digest) => {
      const bytes = isDigest(digest) ? await readIfThere(pathOf(digest)) : null
      return bytes === null ? null : originIn(bytes, digest)
    },
  }
}

function originIn(bytes: Uint8Array, digest: string): ImportOrigin | null {
  try {
    const read = readStrictly(importFileSchema, JSON.parse(Buffer.from(bytes).toString('utf8')))
    return read.ok && read.value.digest === digest ? read.value.imported : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
