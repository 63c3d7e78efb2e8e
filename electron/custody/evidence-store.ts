import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, lstat, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence } from '../../shared/domain/evidence/evidence'
import type { LooseEvidence } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { sha256 } from './digest'
import { diskFailure, failure, isMissing } from './disk-failure'
import { isThere, makeFolder, namesIn, readIfThere, syncFolder, writeAll } from './durable-file'
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

/** At most `most` bytes from the beginning of a piece, as they are on disk: what is shown is not proved by it. */
export async function readEvidenceHead(
  folder: string,
  digest: string,
  most: number,
): Promise<Result<Uint8Array>> {
  if (!isDigest(digest)) return failure('bad-request')
  try {
    const handle = await open(join(folder, digest), 'r')
    try {
      const { size } = await handle.stat()
      const bytes = new Uint8Array(Math.min(size, most))
      let length = 0
      while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      return { ok: true, value: bytes.subarray(0, length) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return isMissing(error) ? failure('evidence-missing', digest) : diskFailure(error)
  }
}

/** Originals in the folder that are not among the named: name by name, in order. Throws disk errors. */
export async function looseEvidence(folder: string, named: ReadonlySet<string>): Promise<LooseEvidence[]> {
  const loose: LooseEvidence[] = []
  for (const name of (await namesIn(folder)).filter((one) => isDigest(one) && !named.has(one)).sort()) {
    const found = await lstat(join(folder, name))
    if (found.isFile() && found.size > 0) loose.push({ sha256: name, size: found.size })
  }
  return loose
}

/** The first piece whose file is not there in its whole length; null when all are. Throws disk errors. */
export async function missingEvidence(folder: string, named: readonly Evidence[]): Promise<string | null> {
  for (const { sha256, size } of named) {
    try {
      if ((await stat(join(folder, sha256))).size !== size) return sha256
    } catch (error) {
      if (isMissing(error)) return sha256
      throw error
    }
  }
  return null
}

/**
 * Brings originals of one sheet to another, durably: as a second name of the same bytes where the file system knows
 * such, else as a copy. What is missing stays missing: a sheet whose evidence was lost can still be corrected.
 */
export async function bringEvidence(from: string, to: string, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return
  await makeFolder(to)
  for (const digest of digests.filter(isDigest)) await bringOne(join(from, digest), join(to, digest))
  await syncFolder(to)
}

async function bringOne(from: string, to: string): Promise<void> {
  if ((await isThere(to)) || !(await isThere(from))) return
  try {
    await link(from, to)
  } catch (error) {
    diskFailure(error)
    await copyFile(from, to, constants.COPYFILE_EXCL)
    const handle = await open(to, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
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
