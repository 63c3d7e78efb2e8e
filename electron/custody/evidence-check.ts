import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { EvidenceFault } from '../../shared/ipc/contract'
import { isMissing } from './disk-failure'
import { isDigest } from './identifier'

const PIECE = 1 << 20

/** Reads originals byte by byte and names those that are gone or are not what their digests say. Throws disk errors. */
export async function checkEvidence(
  folder: string,
  digests: readonly string[],
): Promise<readonly EvidenceFault[]> {
  const faults: EvidenceFault[] = []
  for (const sha256 of digests.filter(isDigest)) {
    const found = await digestOf(join(folder, sha256))
    if (found !== sha256) faults.push({ sha256, kind: found === null ? 'missing' : 'changed' })
  }
  return faults
}

/** SHA-256 of a file, hex; null where there is none. */
async function digestOf(path: string): Promise<string | null> {
  try {
    const handle = await open(path, 'r')
    const hash = createHash('sha256')
    for await (const piece of handle.createReadStream({ highWaterMark: PIECE })) hash.update(piece)
    return hash.digest('hex')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
