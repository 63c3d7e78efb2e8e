import { createHash, webcrypto } from 'node:crypto'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LARGEST_FILE } from '../../shared/domain/evidence/evidence'
import type { EvidenceImport, EvidenceRefusal, ImportedEvidence } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { diskFailure, failure, isMissing } from './disk-failure'
import { makeFolder, namesIn, syncFolder, writeAll } from './durable-file'
import { listFiles } from './evidence-files'
import { isDigest } from './identifier'

/** A file by its path, or bytes that never were a file (pasted, from the camera). */
export type EvidenceSource = string | { readonly name: string; readonly bytes: Uint8Array }

export interface ImportOptions {
  /** Most files to take; the rest is counted. */
  readonly most: number
  readonly signal?: AbortSignal | undefined
  /** Bytes done of all. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
  /** Each original as soon as its bytes are on disk: it can be read already, and is taken away again if this fails. */
  readonly onKept?: ((one: ImportedEvidence) => void) | undefined
}

/** Up to this size a file is read at once and hashed on another thread while it is written. */
const WHOLE = 32 << 20
const PIECE = 4 << 20
const IN_FLIGHT = 3
/** How the name of a file begins that is still being written; the process's number follows. */
const DRAFT = '.new-'

/** Why one file was not taken; the others are. */
class Refused extends Error {
  constructor(readonly code: EvidenceRefusal) {
    super(code)
  }
}

/**
 * Copies originals into `folder` under their SHA-256, all fsynced before it answers. A file that cannot be taken is
 * named and left out; 'cancelled' and what the disk says of writing end it, and nothing that it wrote stays.
 */
export async function importEvidence(
  folder: string,
  sources: readonly EvidenceSource[],
  { most, signal, onProgress, onKept }: ImportOptions,
): Promise<Result<EvidenceImport>> {
  const imported: ImportedEvidence[] = []
  const refused: { name: string; code: EvidenceRefusal }[] = []
  try {
    const paths = sources.filter((source): source is string => typeof source === 'string')
    const listed = await listFiles(paths, most, signal)
    const given = sources.filter((source) => typeof source !== 'string')
    const work = [...listed.files, ...given]
    const all = work.reduce((sum, one) => sum + ('path' in one ? one.size : one.bytes.length), 0)
    refused.push(...listed.refused)
    await makeFolder(folder)
    await removeDrafts(folder)
    let done = 0
    let next = 0
    let stopped: unknown = null
    const places: (ImportedEvidence | undefined)[] = []
    const hand = async (): Promise<void> => {
      for (let at = next++; at < work.length && stopped === null; at = next++) {
        const one = work[at]
        if (one === undefined) return
        const name = 'path' in one ? basename(one.path) : one.name
        try {
          signal?.throwIfAborted()
          const kept = await ('path' in one
            ? fromFile(folder, one.path, signal)
            : fromBytes(folder, one.bytes))
          const entry = { name, ...kept }
          imported.push(entry)
          places[at] = entry
          onKept?.(entry)
        } catch (error) {
          if (error instanceof Refused) refused.push({ name, code: error.code })
          else stopped = stopped ?? error
        }
        done += 'path' in one ? one.size : one.bytes.length
        onProgress?.(done, all)
      }
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, hand))
    if (stopped !== null) throw stopped
    signal?.throwIfAborted()
    await syncFolder(folder)
    const inOrder = places.filter((one): one is ImportedEvidence => one !== undefined)
    return { ok: true, value: { imported: inOrder, refused, left: listed.left } }
  } catch (error) {
    const made = imported.filter(({ isNew }) => isNew).map(({ sha256 }) => sha256)
    await removeEvidence(folder, made)
    return signal?.aborted ? failure('cancelled') : diskFailure(error)
  }
}

/** Takes away what an earlier run of the program left half written: it was never acknowledged. */
export async function removeDrafts(folder: string): Promise<void> {
  const isLeft = (name: string) => name.startsWith(DRAFT) && !name.startsWith(`${DRAFT}${process.pid}-`)
  for (const name of (await namesIn(folder)).filter(isLeft)) await rm(join(folder, name), { force: true })
}

/** Takes files away that no journal names. */
export async function removeEvidence(folder: string, digests: readonly string[]): Promise<void> {
  for (const digest of digests.filter(isDigest)) await rm(join(folder, digest), { force: true })
}

type Kept = Omit<ImportedEvidence, 'name'>

async function fromFile(folder: string, path: string, signal?: AbortSignal): Promise<Kept> {
  const handle = await reading(() => open(path, 'r'))
  try {
    // Asked of the open file: it may have been another when it was listed.
    const before = await reading(() => handle.stat())
    if (!before.isFile()) throw new Refused('not-a-file')
    if (before.size === 0) throw new Refused('empty')
    if (before.size > LARGEST_FILE) throw new Refused('too-large')
    const kept =
      before.size <= WHOLE
        ? await fromBytes(folder, await readWhole(handle, before.size))
        : await inPieces(folder, handle, before.size, signal)
    return kept
  } finally {
    await handle.close()
  }
}

async function readWhole(handle: FileHandle, size: number): Promise<Buffer> {
  // One byte more than there should be: a file that grew meanwhile is not the one that was chosen.
  const bytes = Buffer.allocUnsafe(size + 1)
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await reading(() => handle.read(bytes, length, bytes.length - length, length))
    if (bytesRead === 0) break
    length += bytesRead
  }
  if (length !== size) throw new Refused('changed')
  return bytes.subarray(0, size)
}

async function fromBytes(folder: string, bytes: Uint8Array): Promise<Kept> {
  if (bytes.length === 0) throw new Refused('empty')
  if (bytes.length > LARGEST_FILE) throw new Refused('too-large')
  const digest = webcrypto.subtle.digest('SHA-256', bytes)
  // Whoever awaits it sees what went wrong; until then it is not an unhandled rejection.
  digest.catch(() => undefined)
  return settle(folder, bytes.length, async (handle) => {
    await writeAll(handle, bytes, 0)
    return Buffer.from(await digest).toString('hex')
  })
}

function inPieces(folder: string, from: FileHandle, size: number, signal?: AbortSignal): Promise<Kept> {
  return settle(folder, size, async (handle) => {
    const hash = createHash('sha256')
    const piece = Buffer.allocUnsafe(PIECE)
    let length = 0
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await reading(() => from.read(piece, 0, PIECE, length))
      if (bytesRead === 0) break
      const bytes = piece.subarray(0, bytesRead)
      const written = writeAll(handle, bytes, length)
      hash.update(bytes)
      await written
      length += bytesRead
      if (length > size) throw new Refused('changed')
    }
    if (length !== size) throw new Refused('changed')
    return hash.digest('hex')
  })
}

/** Writes beside the place, fsyncs, and renames. What is there already under the digest and of this size stays. */
async function settle(
  folder: string,
  size: number,
  write: (handle: FileHandle) => Promise<string>,
): Promise<Kept> {
  const draft = join(folder, `${DRAFT}${process.pid}-${process.hrtime.bigint()}`)
  try {
    const handle = await open(draft, 'wx', 0o600)
    let sha256: string
    try {
      sha256 = await write(handle)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    const path = join(folder, sha256)
    const isNew = (await sizeOf(path)) !== size
    if (isNew) await rename(draft, path)
    else await rm(draft)
    return { sha256, size, isNew }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** What goes wrong in reading concerns one file; what goes wrong in writing concerns them all. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    diskFailure(error)
    throw new Refused(isMissing(error) ? 'gone' : 'unreadable')
  }
}
