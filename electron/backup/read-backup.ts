import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BackupContents } from '../../shared/ipc/backup'
import type { Result } from '../../shared/ipc/result'
import { diskFailure, failure, isMissing } from '../custody/disk-failure'
import { MANIFEST_FILE, TAG_MANIFEST_FILE } from '../result-package/bag'
import type { JobOptions } from '../result-package/build-package'
import { AGE_MAGIC, decrypted, Undecipherable } from './age-stream'
import { CUSTODY_FOLDER, isBackupTop, readBag, TAG_FILES } from './backup-bag'
import { byteReader } from './byte-reader'
import { contentsTeller } from './contents'
import { piecesOf } from './workspace-files'
import { Damaged, type EntrySink, readZipStream } from './zip-unstream'

export interface Secret {
  readonly passphrase: string | null
}

/** Opens the place where a file of custody goes; `path` is below custody. */
export type OpenFile = (path: string, size: number) => Promise<EntrySink>

export interface ReadBackup {
  readonly contents: BackupContents
  /** The tag manifest, which stands for every byte of the backup. */
  readonly tags: string
}

/** Larger texts are not ours. */
const LARGEST_KEPT = 128 << 20

/**
 * Reads a backup from its first byte to its last and checks everything: container, manifest, digests, journals. With
 * `openFile` each file goes where it says meanwhile; when this answers a failure, what went there is worth nothing.
 * 'not-a-backup', 'passphrase-needed', 'wrong-passphrase', 'backup-damaged' (detail: the place), 'not-found',
 * 'cancelled', or what the disk said.
 */
export async function readBackup(
  path: string,
  { passphrase }: Secret,
  openFile: OpenFile | null,
  options: JobOptions = {},
): Promise<Result<ReadBackup>> {
  try {
    const kind = await kindOf(path)
    if (kind === null) return failure('not-a-backup', basename(path))
    if (kind.isEncrypted && passphrase === null) return failure('passphrase-needed')
    const cipher = counted(path, kind.size, options)
    const stream = kind.isEncrypted ? decrypted(cipher, passphrase ?? '') : cipher
    const reader = byteReader(stream)
    try {
      return { ok: true, value: await readAll(reader, kind.isEncrypted, openFile) }
    } finally {
      await reader.close()
    }
  } catch (error) {
    if (options.signal?.aborted) return failure('cancelled')
    if (error instanceof Damaged) return failure('backup-damaged', error.place)
    if (error instanceof NotOurs) return failure('not-a-backup', basename(path))
    if (error instanceof Undecipherable)
      return error.fault === 'damaged' ? failure('backup-damaged', 'age') : failure('wrong-passphrase')
    return isMissing(error) ? failure('not-found', basename(path)) : diskFailure(error)
  }
}

/** A ZIP, but none of ours. */
class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

/** Whether a backup asks for a passphrase; 'not-a-backup' for a file that is plainly none. */
export async function isEncryptedBackup(path: string): Promise<Result<boolean>> {
  try {
    const kind = await kindOf(path)
    return kind === null ? failure('not-a-backup', basename(path)) : { ok: true, value: kind.isEncrypted }
  } catch (error) {
    return isMissing(error) ? failure('not-found', basename(path)) : diskFailure(error)
  }
}

async function kindOf(path: string): Promise<{ isEncrypted: boolean; size: number } | null> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(AGE_MAGIC.length), 0, AGE_MAGIC.length, 0)
    const head = buffer.subarray(0, bytesRead).toString('latin1')
    if (head === AGE_MAGIC) return { isEncrypted: true, size }
    return head.startsWith('PK\x03\x04') ? { isEncrypted: false, size } : null
  } finally {
    await handle.close()
  }
}

async function* counted(
  path: string,
  size: number,
  { signal, onProgress }: JobOptions,
): AsyncGenerator<Uint8Array> {
  let done = 0
  onProgress?.('backup-check', 0, size)
  for await (const piece of piecesOf(path, size, signal)) {
    yield piece
    done += piece.length
    onProgress?.('backup-check', done, size)
  }
}

async function readAll(
  reader: ReturnType<typeof byteReader>,
  isEncrypted: boolean,
  openFile: OpenFile | null,
): Promise<ReadBackup> {
  const teller = contentsTeller()
  const texts = new Map<string, string>()
  const digests = new Map<string, string>()
  const sizes = { octets: 0 }
  let top = ''

  const open: Parameters<typeof readZipStream>[1] = async (name, size) => {
    const slash = name.indexOf('/')
    if (top === '') {
      top = name.slice(0, slash)
      if (!isBackupTop(top)) throw new NotOurs(name)
    }
    const below = name.slice(slash + 1)
    if (name.slice(0, slash) !== top) throw new Damaged(`${name}: outside ${top}`)
    if (TAG_FILES.includes(below)) {
      return kept(name, size, async (bytes) => void texts.set(below, bytes.toString('utf8')))
    }
    if (!below.startsWith(CUSTODY_FOLDER)) throw new Damaged(`${name}: no place in a backup`)
    const path = below.slice(CUSTODY_FOLDER.length)
    const file = openFile === null ? null : await openFile(path, size)
    const note = (digest: string, bytes: Buffer | null): void => {
      digests.set(below, digest)
      sizes.octets += size
      teller.tell(path, size, digest, bytes)
    }
    return teller.wants(path)
      ? both(
          kept(name, size, async (bytes, digest) => note(digest, bytes)),
          file,
        )
      : both({ ...NOWHERE, end: async (digest) => note(digest, null) }, file)
  }
  try {
    await readZipStream(reader, open)
  } catch (error) {
    // A ZIP of somebody else's fails at its first header, whose name is then not one of ours.
    const isForeign = error instanceof Damaged && top === '' && !error.place.startsWith('scorebench-backup-')
    throw isForeign ? new NotOurs(error.place) : error
  }

  const bag = readBag(texts)
  if (typeof bag === 'string') throw new Damaged(bag)
  for (const [path, digest] of bag.manifest) {
    if (digests.get(path) !== digest) throw new Damaged(path)
  }
  const isComplete = bag.manifest.size === digests.size && bag.info.files === digests.size
  if (!isComplete || bag.info.octets !== sizes.octets) throw new Damaged(MANIFEST_FILE)
  return {
    contents: teller.contents(bag.info.createdAt, isEncrypted ? 'encrypted-file' : 'file'),
    tags: texts.get(TAG_MANIFEST_FILE) ?? '',
  }
}

const NOWHERE: EntrySink = {
  write: async () => undefined,
  end: async () => undefined,
  drop: async () => undefined,
}

/** Keeps an entry's bytes in memory and gives them on when they were right. */
function kept(name: string, size: number, use: (bytes: Buffer, digest: string) => Promise<void>): EntrySink {
  if (size > LARGEST_KEPT) throw new Damaged(`${name}: too much`)
  const pieces: Uint8Array[] = []
  return {
    ...NOWHERE,
    write: async (piece) => void pieces.push(piece),
    end: (digest) => use(Buffer.concat(pieces), digest),
  }
}

function both(first: EntrySink, second: EntrySink | null): EntrySink {
  if (second === null) return first
  return {
    write: async (piece) => {
      await first.write(piece)
      await second.write(piece)
    },
    end: async (digest) => {
      await second.end(digest)
      await first.end(digest)
    },
    drop: async () => {
      await second.drop()
      await first.drop()
    },
  }
}
