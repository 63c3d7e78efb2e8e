import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Result } from '../../shared/ipc/result'
import { sha256 } from '../custody/digest'
import { diskFailure, failure } from '../custody/disk-failure'
import { readIfThere } from '../custody/durable-file'
import { JOURNAL } from '../custody/sheet-record'
import { MANIFEST_FILE, manifestText, parseManifest } from '../result-package/bag'
import type { JobOptions } from '../result-package/build-package'
import { CUSTODY_FOLDER } from './backup-bag'
import { contentsTeller, isWrong, partsOf } from './contents'
import { COPY_FOLDER, readMarker } from './copy-marker'
import type { OpenFile, ReadBackup } from './read-backup'
import { digestOfFile } from './restore-plan'
import { listWorkspace, piecesOf, type WorkspaceFile } from './workspace-files'

/**
 * Reads a second copy on a stick as a backup is read; `source` is the chosen place or the folder of ours in it. A
 * stick may have been pulled out in the middle: journals count up to their last whole line, and a file that does not
 * hold is named as damaged and left out. 'not-a-backup', 'cancelled', or what the disk said.
 */
export async function readCopy(
  source: string,
  openFile: OpenFile | null,
  { signal, onProgress }: JobOptions = {},
): Promise<Result<ReadBackup>> {
  try {
    const folder = (await readMarker(source)) === null ? join(source, COPY_FOLDER) : source
    const marker = await readMarker(folder)
    if (marker === null) return failure('not-a-backup', basename(source))
    const custody = join(folder, CUSTODY_FOLDER)
    const { files, missing } = await listWorkspace(custody)
    const listed = await manifestOf(folder)
    const teller = contentsTeller()
    const digests = new Map<string, string>()
    const damaged = [...missing]
    const all = files.reduce((sum, { size }) => sum + size, 0)
    let done = 0
    for (const file of files) {
      signal?.throwIfAborted()
      const { path, size } = file
      const digest = await digestOf(custody, file)
      if (isHeld(path, digest, listed)) {
        if (openFile !== null) await copyOut(custody, file, openFile, signal)
        teller.tell(path, size, digest, teller.wants(path) ? await bytesOf(custody, file) : null)
        digests.set(`${CUSTODY_FOLDER}${path}`, digest)
      } else damaged.push(path)
      done += size
      onProgress?.('backup-check', done, all)
    }
    const contents = teller.contents(marker.writtenAt, 'second-copy')
    const tags = manifestText(digests)
    return {
      ok: true,
      value: { contents: { ...contents, damaged: [...contents.damaged, ...damaged] }, tags },
    }
  } catch (error) {
    return signal?.aborted ? failure('cancelled') : diskFailure(error)
  }
}

/** Journals have their chain, evidence and frozen standards their name; for the rest there is the manifest. */
function isHeld(path: string, digest: string, listed: ReadonlyMap<string, string>): boolean {
  if (partsOf(path)?.file === JOURNAL) return true
  if (isWrong(path, digest)) return false
  const said = listed.get(`${CUSTODY_FOLDER}${path}`)
  return said === undefined || said === digest
}

async function manifestOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readIfThere(join(folder, MANIFEST_FILE))
  return (bytes === null ? null : parseManifest(bytes.toString('utf8'))) ?? new Map()
}

async function bytesOf(custody: string, { path, bytes }: WorkspaceFile): Promise<Buffer> {
  return bytes ?? (await readFile(join(custody, path)))
}

async function digestOf(custody: string, file: WorkspaceFile): Promise<string> {
  const { path, size, bytes } = file
  return bytes === null ? digestOfFile(join(custody, path), size) : sha256(bytes)
}

async function copyOut(
  custody: string,
  { path, size, bytes }: WorkspaceFile,
  openFile: OpenFile,
  signal?: AbortSignal,
): Promise<void> {
  const sink = await openFile(path, size)
  try {
    if (bytes !== null) await sink.write(bytes)
    else for await (const piece of piecesOf(join(custody, path), size, signal)) await sink.write(piece)
    await sink.end('')
  } catch (error) {
    await sink.drop()
    throw error
  }
}
