import { type FileHandle, open, rename, rm, stat, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Result } from '../../shared/ipc/result'
import { sha256 } from '../custody/digest'
import { diskFailure, failure } from '../custody/disk-failure'
import {
  isThere,
  keepAside,
  makeFolder,
  readIfThere,
  replaceFile,
  syncFolder,
  writeAll,
} from '../custody/durable-file'
import { readJournalBytes } from '../custody/journal-read'
import { JOURNAL } from '../custody/sheet-record'
import {
  BAG_DECLARATION,
  DECLARATION_FILE,
  MANIFEST_FILE,
  manifestText,
  parseManifest,
} from '../result-package/bag'
import type { JobOptions } from '../result-package/build-package'
import { CUSTODY_FOLDER } from './backup-bag'
import { partsOf } from './contents'
import { COPY_FOLDER, readMarker, writeMarker } from './copy-marker'
import { digestOfFile, sizeOf } from './restore-plan'
import { freeSpace } from './space'
import { type JournalLengths, listWorkspace, piecesOf, type WorkspaceFile } from './workspace-files'

export interface CopyRequest {
  readonly custodyFolder: string
  /** The place that the person chose; ours is the folder `scorebench-copy` in it. */
  readonly place: string
  /** Of the marker: another stick at the same path has another one, or none. */
  readonly id: string
  /** ISO 8601 UTC. */
  readonly now: string
  readonly lengths?: JournalLengths
  /** What this run of the program has already read back, as `CopyWritten.proved` gave it. */
  readonly proved?: readonly string[]
  /** How long journals were when this run of the program last copied them: what is as long is not read again. */
  readonly settled?: JournalLengths
}

export interface CopyWritten {
  /** Bytes that were written; none where nothing was new. */
  readonly bytes: number
  readonly proved: readonly string[]
  /** Sheets of which the stick has more than this machine: left alone. */
  readonly ahead: readonly string[]
  /** Journals on the stick that differed: kept there under another name. */
  readonly aside: readonly string[]
  /** Evidence whose bytes are wrong here: not copied. */
  readonly damaged: readonly string[]
}

const LF = 0x0a

/** Makes a place ours, or takes one up that was ours before; answers its marker's id. What the disk said otherwise. */
export async function claimPlace(place: string, newId: string, now: string): Promise<Result<string>> {
  try {
    const folder = join(place, COPY_FOLDER)
    const there = await readMarker(folder)
    if (there !== null) return { ok: true, value: there.id }
    await makeFolder(folder)
    await writeMarker(folder, { schema: 'scorebench.copy/1', id: newId, writtenAt: now })
    return { ok: true, value: newId }
  } catch (error) {
    return diskFailure(error)
  }
}

/**
 * Brings the copy up to date: journals by their new lines, evidence that is new, other files that changed; each read
 * back. Keys stay at home: a stick is easily lost. 'copy-gone' where the place is not there, 'copy-other' where it is
 * another one, 'disk-full' before anything is written where there is no room, 'cancelled', or what the disk said.
 * It may be broken off anywhere and goes on from there.
 */
export async function writeCopy(
  request: CopyRequest,
  { signal }: JobOptions = {},
): Promise<Result<CopyWritten>> {
  const folder = join(request.place, COPY_FOLDER)
  try {
    const marker = await readMarker(folder)
    if (marker === null) return failure((await sizeOf(request.place)) === null ? 'copy-gone' : 'copy-other')
    if (marker.id !== request.id) return failure('copy-other')
    const copied = await copyAll(request, folder, signal)
    if (copied.ok && copied.value.bytes > 0) await writeMarker(folder, { ...marker, writtenAt: request.now })
    return copied
  } catch (error) {
    if (signal?.aborted) return failure('cancelled')
    const refused = diskFailure(error)
    // Pulled out in the middle, it says many things; that it is gone is what the person has to know.
    return (await sizeOf(folder).catch(() => null)) === null ? failure('copy-gone') : refused
  }
}

async function copyAll(
  { custodyFolder, lengths, proved = [], settled }: CopyRequest,
  folder: string,
  signal?: AbortSignal,
): Promise<Result<CopyWritten>> {
  const to = join(folder, CUSTODY_FOLDER)
  const { files } = await listWorkspace(custodyFolder, lengths, settled)
  const wanted = files.filter(({ path }) => !path.startsWith('keys/'))
  const known = new Set(proved)
  const manifest = new Map((await manifestIn(folder)) ?? [])
  const before = manifestText(manifest)
  const report = { ahead: [] as string[], aside: [] as string[], damaged: [] as string[] }
  let bytes = 0

  const need = await bytesNeeded(to, wanted)
  const space = await freeSpace(folder)
  if (space !== null && space.free < need + (1 << 20)) return failure('disk-full', 'ENOSPC')

  // What a journal names is there before the journal is.
  const isJournal = ({ path }: WorkspaceFile) => partsOf(path)?.file === JOURNAL
  for (const file of wanted.filter((one) => !isJournal(one))) {
    signal?.throwIfAborted()
    const done = await copyFile(custodyFolder, to, file, known, manifest)
    if (done === null) report.damaged.push(file.path)
    else bytes += done
  }
  for (const file of wanted.filter(isJournal)) {
    signal?.throwIfAborted()
    const done = await copyJournal(join(to, file.path), file)
    bytes += done.bytes
    if (done.kind !== 'written') report[done.kind].push(file.path)
    if (done.digest !== null) manifest.set(`${CUSTODY_FOLDER}${file.path}`, done.digest)
  }
  const after = manifestText(manifest)
  if (after !== before || !(await isThere(join(folder, DECLARATION_FILE)))) {
    await replaceFile(join(folder, DECLARATION_FILE), Buffer.from(BAG_DECLARATION, 'utf8'))
    await replaceFile(join(folder, MANIFEST_FILE), Buffer.from(after, 'utf8'))
  }
  return { ok: true, value: { bytes, proved: [...known], ...report } }
}

async function manifestIn(folder: string): Promise<ReadonlyMap<string, string> | null> {
  const bytes = await readIfThere(join(folder, MANIFEST_FILE))
  return bytes === null ? null : parseManifest(bytes.toString('utf8'))
}

async function bytesNeeded(to: string, files: readonly WorkspaceFile[]): Promise<number> {
  let need = 0
  for (const { path, size } of files) need += Math.max(0, size - ((await sizeOf(join(to, path))) ?? 0))
  return need
}

/** Bytes written; null where the bytes here are not what their name says. */
async function copyFile(
  custodyFolder: string,
  to: string,
  file: WorkspaceFile,
  known: Set<string>,
  manifest: Map<string, string>,
): Promise<number | null> {
  const { path, size, digest: named, bytes } = file
  const [from, target, entry] = [join(custodyFolder, path), join(to, path), `${CUSTODY_FOLDER}${path}`]
  if (bytes !== null) {
    const digest = sha256(bytes)
    manifest.set(entry, digest)
    const there = await readIfThere(target)
    if (there?.equals(bytes)) return 0
    await makeFolder(dirname(target))
    await replaceFile(target, bytes)
    await mustRead(target, size, digest)
    return size
  }
  const key = `${path}@${size}@${(await stat(from)).mtimeMs}`
  const said = named ?? manifest.get(entry)
  const isAlike = (await sizeOf(target)) === size
  if (isAlike && known.has(key) && said !== undefined) {
    manifest.set(entry, said)
    return 0
  }
  const digest = named ?? (await digestOfFile(from, size))
  if (isAlike && (await digestOfFile(target, size)) === digest) {
    known.add(key)
    manifest.set(entry, digest)
    return 0
  }
  if (named !== null && (await digestOfFile(from, size)) !== named) return null
  await copyLarge(from, target, size, digest)
  known.add(key)
  manifest.set(entry, digest)
  return size
}

async function copyLarge(from: string, target: string, size: number, digest: string): Promise<void> {
  const draft = `${target}.tmp`
  await makeFolder(dirname(target))
  try {
    const handle = await open(draft, 'w', 0o600)
    try {
      let done = 0
      for await (const piece of piecesOf(from, size)) {
        await writeAll(handle, piece, done)
        done += piece.length
      }
      await handle.datasync()
    } finally {
      await handle.close()
    }
    await mustRead(draft, size, digest)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(target))
}

async function mustRead(path: string, size: number, digest: string): Promise<void> {
  if ((await digestOfFile(path, size)) !== digest) throw unread(path)
}

function unread(path: string): Error {
  return Object.assign(new Error(`${path} does not read back as written`), { code: 'EIO', syscall: 'read' })
}

interface JournalCopied {
  readonly kind: 'written' | 'ahead' | 'aside'
  readonly bytes: number
  readonly digest: string | null
}

/** Appends what is new. The chain of what is copied was proved when the workspace was listed. */
async function copyJournal(target: string, file: WorkspaceFile): Promise<JournalCopied> {
  const all = file.bytes ?? Buffer.alloc(0)
  // Behind a break nothing is trusted: what the stick has may be all that is left of it.
  const mine = all.subarray(0, readJournalBytes(all).goodLength)
  const digest = sha256(mine)
  const theirs = await readIfThere(target)
  if (theirs === null) {
    await makeFolder(dirname(target))
    await replaceFile(target, mine)
    await mustRead(target, mine.length, digest)
    return { kind: 'written', bytes: mine.length, digest }
  }
  const common = commonLines(mine, theirs)
  const rest = theirs.subarray(common)
  if (common === mine.length && rest.includes(LF) && rest.some((byte) => byte !== 0))
    return { kind: 'ahead', bytes: 0, digest: null }
  if (rest.includes(LF)) {
    await keepAside(dirname(target), 'journal.differs', theirs)
    await replaceFile(target, mine)
    await mustRead(target, mine.length, digest)
    return { kind: 'aside', bytes: mine.length, digest }
  }
  if (rest.length > 0) await truncate(target, common)
  if (common < mine.length) await append(target, mine.subarray(common), common)
  return { kind: 'written', bytes: mine.length - common, digest }
}

/** Bytes of the whole lines that both begin with. */
function commonLines(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a[at] === b[at]) at += 1
  return a.subarray(0, at).lastIndexOf(LF) + 1
}

async function append(path: string, bytes: Uint8Array, at: number): Promise<void> {
  const handle: FileHandle = await open(path, 'r+')
  try {
    await writeAll(handle, bytes, at)
    await handle.sync()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes.length), 0, bytes.length, at)
    if (bytesRead !== bytes.length || !buffer.equals(bytes)) throw unread(path)
  } finally {
    await handle.close()
  }
}
