import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../shared/ipc/result'
import { sha256 } from './digest'
import { diskFailure, failure, isMissing } from './disk-failure'
import { isThere, makeFolder, readIfThere, syncFolder, writeAll } from './durable-file'
import { isDigest } from './identifier'

/** Keeps original bytes under their SHA-256 in `folder`, fsynced before it answers. From bytes, or from a file by path. */
export async function putEvidence(folder: string, source: Uint8Array | string): Promise<Result<string>> {
  const draft = join(folder, `.new-${process.pid}-${process.hrtime.bigint()}`)
  try {
    await makeFolder(folder)
    const digest = await copyInto(draft, typeof source === 'string' ? await piecesOf(source) : [source])
    const path = join(folder, digest)
    if (await isThere(path)) await rm(draft)
    else await rename(draft, path)
    await syncFolder(folder)
    return { ok: true, value: digest }
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    return isMissing(error) ? failure('not-found') : diskFailure(error)
  }
}

/** Evidence by its SHA-256; a file whose bytes are not its name is 'not-found'. */
export async function readEvidence(folder: string, digest: string): Promise<Result<Uint8Array>> {
  if (!isDigest(digest)) return failure('bad-request')
  try {
    const bytes = await readIfThere(join(folder, digest))
    if (bytes === null || sha256(bytes) !== digest) return failure('not-found', digest)
    return { ok: true, value: bytes }
  } catch (error) {
    return diskFailure(error)
  }
}

/** Opened first: a file that is not there is then an ordinary failure. The stream closes it at its end. */
async function piecesOf(path: string): Promise<AsyncIterable<Uint8Array>> {
  const handle = await open(path, 'r')
  return handle.createReadStream({ highWaterMark: 1 << 20 })
}

async function copyInto(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  try {
    let length = 0
    for await (const chunk of chunks) {
      hash.update(chunk)
      await writeAll(handle, chunk, length)
      length += chunk.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}
