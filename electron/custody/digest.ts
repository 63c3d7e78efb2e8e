import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/domain/canonical-json'
import type { Rubric } from '../../shared/domain/rubric/rubric'

/** SHA-256 of bytes (or of a text's UTF-8), lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A standard's identity: SHA-256 of its canonical JSON, without a line end. */
export function rubricDigest(rubric: Rubric): string {
  return sha256(canonicalJson(rubric))
}
