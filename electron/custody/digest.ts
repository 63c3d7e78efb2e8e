import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Rubric } from '../../shared/domain/rubric/rubric'

/** SHA-256 of bytes (or of a text's UTF-8), lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

const digests = new WeakMap<Rubric, string>()

/** A standard's identity: SHA-256 of its canonical JSON, without a line end. Computed once per object: a start asks several times. */
export function rubricDigest(rubric: Rubric): string {
  const known = digests.get(rubric)
  if (known !== undefined) return known
  const digest = sha256(canonicalJson(rubric))
  digests.set(rubric, digest)
  return digest
}
