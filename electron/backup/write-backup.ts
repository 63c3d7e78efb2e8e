import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackupWritten } from '../../shared/ipc/backup'
import type { Result } from '../../shared/ipc/result'
import { diskFailure, failure } from '../custody/disk-failure'
import { syncFolder, writeAll } from '../custody/durable-file'
import {
  BAG_DECLARATION,
  DECLARATION_FILE,
  INFO_FILE,
  MANIFEST_FILE,
  manifestText,
  TAG_MANIFEST_FILE,
} from '../result-package/bag'
import type { JobOptions } from '../result-package/build-package'
import { crc32 } from '../result-package/crc32'
import { digestOf, WHOLE } from '../result-package/entry-read'
import { TooLarge } from '../result-package/zip-write'
import { encrypted } from './age-stream'
import { backupInfo, backupName, CUSTODY_FOLDER, tagManifest } from './backup-bag'
import { readBackup } from './read-backup'
import { freeSpace } from './space'
import { type JournalLengths, listWorkspace, piecesOf, type WorkspaceFile } from './workspace-files'
import { type ZipPart, zipStream } from './zip-stream'

export interface BackupRequest {
  readonly custodyFolder: string
  /** Where the file goes; written beside it first. What is there is replaced in the end. */
  readonly out: string
  /** Null: a ZIP that anyone can open. */
  readonly passphrase: string | null
  /** ISO 8601 UTC. */
  readonly createdAt: string
  /** How far journals are on disk, from an open custody; without it, up to their last whole line. */
  readonly lengths?: JournalLengths
}

/**
 * Writes the whole workspace into one file and reads it back: every file's SHA-256 against the manifest, and the
 * manifest against what was meant to be written. 'disk-full' before a byte is written where there is no room for it,
 * 'backup-damaged' where it does not read back, 'cancelled', or what the disk said; then nothing is left at `out`
 * that was not there.
 */
export async function writeBackup(
  request: BackupRequest,
  options: JobOptions = {},
): Promise<Result<BackupWritten>> {
  const { custodyFolder, out, passphrase, createdAt, lengths } = request
  const draft = `${out}.partial`
  try {
    const { files, missing } = await listWorkspace(custodyFolder, lengths)
    const octets = files.reduce((sum, { size }) => sum + size, 0)
    const space = await freeSpace(dirname(out))
    if (space !== null && space.free < octets + octets / 1000 + (1 << 20))
      return failure('disk-full', 'ENOSPC')
    const written = { tags: '' }
    const zip = zipStream(parts(custodyFolder, files, createdAt, octets, written, options))
    const bytes = await writeStream(draft, passphrase === null ? zip : encrypted(zip, passphrase), options)
    const read = await readBackup(draft, { passphrase }, null, options)
    if (!read.ok) return await refused(draft, read)
    if (read.value.tags !== written.tags)
      return await refused(draft, failure('backup-damaged', TAG_MANIFEST_FILE))
    await rename(draft, out)
    await syncFolder(dirname(out))
    const { contents } = read.value
    const damaged = [...contents.damaged, ...missing]
    return { ok: true, value: { path: out, bytes, contents: { ...contents, damaged } } }
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    if (options.signal?.aborted) return failure('cancelled')
    return error instanceof TooLarge ? failure('too-large', error.message) : diskFailure(error)
  }
}

async function refused<T>(draft: string, why: Result<T>): Promise<Result<never>> {
  await rm(draft, { force: true })
  return why.ok ? failure('backup-damaged') : why
}

async function writeStream(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  { signal }: JobOptions,
): Promise<number> {
  const handle = await open(path, 'w', 0o600)
  try {
    let length = 0
    for await (const piece of gathered(stream)) {
      signal?.throwIfAborted()
      await writeAll(handle, piece, length)
      length += piece.length
    }
    await handle.sync()
    return length
  } finally {
    await handle.close()
  }
}

/** Small pieces together: a cipher gives 64 KiB at a time, and a stick would rather have more. */
async function* gathered(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const most = 1 << 20
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    held.push(piece)
    size += piece.length
    if (size < most) continue
    yield held.length === 1 ? piece : Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

/** The bag in order of names. `written.tags` is the tag manifest, set when the last part is given out. */
async function* parts(
  folder: string,
  files: readonly WorkspaceFile[],
  createdAt: string,
  octets: number,
  written: { tags: string },
  { signal, onProgress }: JobOptions,
): AsyncGenerator<ZipPart> {
  const top = backupName(createdAt)
  const info = backupInfo(createdAt, octets, files.length)
  yield textPart(`${top}/${INFO_FILE}`, info)
  yield textPart(`${top}/${DECLARATION_FILE}`, BAG_DECLARATION)
  const digests = new Map<string, string>()
  let done = 0
  onProgress?.('backup', 0, octets)
  for (const file of files) {
    signal?.throwIfAborted()
    const { part, digest } = await measured(folder, file, `${top}/${CUSTODY_FOLDER}${file.path}`, signal)
    yield part
    digests.set(`${CUSTODY_FOLDER}${file.path}`, await digest)
    done += file.size
    onProgress?.('backup', done, octets)
  }
  const manifest = manifestText(digests)
  yield textPart(`${top}/${MANIFEST_FILE}`, manifest)
  written.tags = tagManifest(info, manifest)
  yield textPart(`${top}/${TAG_MANIFEST_FILE}`, written.tags)
}

function textPart(name: string, text: string): ZipPart {
  const bytes = Buffer.from(text, 'utf8')
  return { name, size: bytes.length, crc: crc32(bytes), pieces: [bytes] }
}

/** A file with the CRC that stands in front of it. A large one is read twice; what differs then fails its CRC. */
async function measured(
  folder: string,
  { path, size, bytes }: WorkspaceFile,
  name: string,
  signal?: AbortSignal,
): Promise<{ part: ZipPart; digest: Promise<string> }> {
  const from = join(folder, path)
  if (bytes !== null || size <= WHOLE) {
    const all = bytes ?? (await wholeFile(from, size, signal))
    const digest = digestOf(all)
    // Whoever awaits it sees what went wrong; until then it is not an unhandled rejection.
    digest.catch(() => undefined)
    return { part: { name, size, crc: crc32(all), pieces: [all] }, digest }
  }
  const hash = createHash('sha256')
  let crc = 0
  for await (const piece of piecesOf(from, size, signal)) {
    hash.update(piece)
    crc = crc32(piece, crc)
  }
  return {
    part: { name, size, crc, pieces: piecesOf(from, size, signal) },
    digest: Promise.resolve(hash.digest('hex')),
  }
}

async function wholeFile(path: string, size: number, signal?: AbortSignal): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of piecesOf(path, size, signal)) pieces.push(piece)
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
}
