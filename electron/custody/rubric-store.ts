import { join } from 'node:path'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import { readStrictly } from '../../shared/schema/read-strictly'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import { sha256 } from './digest'
import { makeFolder, namesIn, readIfThere, replaceFile } from './durable-file'
import { isDigest } from './identifier'
import type { ShippedRubric } from './shipped-rubric'

/** The standards that custody knows: frozen ones on disk (`rubrics/<digest>.json`) and those that are built in. */
export interface RubricStore {
  /** The standard of a digest: built in, frozen, or in one of `places` (a sheet's own copy). Null when nowhere whole. */
  readonly find: (digest: string, ...places: readonly string[]) => Promise<Rubric | null>
  /** Writes the standard's canonical bytes once; later calls do nothing. Throws what the system throws. */
  readonly freeze: (rubric: Rubric) => Promise<void>
  /** Frozen standards that are not built in, in no order; a damaged file is left out. */
  readonly frozen: () => Promise<readonly Rubric[]>
}

/** A standard from canonical bytes whose digest is known; null when a byte differs. */
export function readRubricBytes(bytes: Uint8Array, digest: string): Rubric | null {
  if (sha256(bytes) !== digest) return null
  const read = readStrictly(rubricSchema, JSON.parse(Buffer.from(bytes).toString('utf8')))
  return read.ok ? read.value : null
}

export function openRubricStore(folder: string, builtin: readonly ShippedRubric[]): RubricStore {
  const shipped = new Map(builtin.map(({ summary, read }) => [summary.digest, read]))
  const known = new Map<string, Rubric>()
  const pathOf = (digest: string): string => join(folder, `${digest}.json`)

  async function find(digest: string, ...places: readonly string[]): Promise<Rubric | null> {
    if (!isDigest(digest)) return null
    const rubric = known.get(digest) ?? shipped.get(digest)?.()
    if (rubric !== undefined) {
      known.set(digest, rubric)
      return rubric
    }
    for (const path of [pathOf(digest), ...places]) {
      const bytes = await readIfThere(path)
      const read = bytes === null ? null : readRubricBytes(bytes, digest)
      if (read === null) continue
      known.set(digest, read)
      return read
    }
    return null
  }

  async function freeze(rubric: Rubric): Promise<void> {
    const text = canonicalJson(rubric)
    const digest = sha256(text)
    const there = await readIfThere(pathOf(digest))
    if (there === null || sha256(there) !== digest) {
      await makeFolder(folder)
      await replaceFile(pathOf(digest), Buffer.from(text, 'utf8'))
    }
    known.set(digest, rubric)
  }

  async function frozen(): Promise<readonly Rubric[]> {
    const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'))
    const digests = names.map((name) => name.slice(0, -5)).filter((digest) => !shipped.has(digest))
    const found = await Promise.all(digests.map((digest) => find(digest)))
    return found.filter((rubric) => rubric !== null)
  }

  return { find, freeze, frozen }
}
