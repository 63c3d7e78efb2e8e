import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { evidenceNamed } from '../../shared/domain/evidence/on-sheet'
import { isMissing } from '../custody/disk-failure'
import { isDigest, isId } from '../custody/identifier'
import { readJournalBytes } from '../custody/journal-read'
import { EVIDENCE, JOURNAL } from '../custody/sheet-record'
import { nameFault } from '../result-package/entry-name'

/** One file of the workspace, as long as it is to be taken. */
export interface WorkspaceFile {
  /** Below custody, with slashes. */
  readonly path: string
  readonly size: number
  /** Evidence: its name, which its bytes must have. */
  readonly digest: string | null
  /** Small files that are written anew at any time: as they were when the list was made. */
  readonly bytes: Buffer | null
}

export interface Workspace {
  readonly files: readonly WorkspaceFile[]
  /** Evidence that journals name and that is not there. */
  readonly missing: readonly string[]
}

/** Lines of a journal that are on disk for certain, in bytes, by sheet; custody knows them while it is open. */
export type JournalLengths = Readonly<Record<string, number>>

/** A count of wrong passphrases: nobody else's business. */
const LEFT_OUT = new Set(['keys/attempts.json'])
/** Above it a file is not kept in memory: packages and reports, which are replaced by renaming alone. */
const SMALL = 1 << 20
const LF = 0x0a
const NONE: ReadonlySet<string> = new Set()

/**
 * The files of custody in one consistent state while it is written to: journals up to a whole line, then the evidence
 * that these lines name. What is half written or hidden is no part of it. Of sheets whose journal is as long as
 * `settled` says, journal and evidence are passed over unread. In order of paths. Throws disk errors.
 */
export async function listWorkspace(
  custodyFolder: string,
  lengths: JournalLengths = {},
  settled: JournalLengths = {},
): Promise<Workspace> {
  const files: WorkspaceFile[] = []
  const missing: string[] = []

  const walk = async (below: string): Promise<void> => {
    for (const entry of await entriesIn(join(custodyFolder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (!isWanted(entry.name) || LEFT_OUT.has(path) || nameFault(path) !== null) continue
      if (entry.isDirectory()) await (isSheet(path) ? walkSheet(path, entry.name) : walk(path))
      else if (entry.isFile()) await take(path)
    }
  }

  const walkSheet = async (path: string, id: string): Promise<void> => {
    const isSettled = lengths[id] !== undefined && lengths[id] === settled[id]
    const named = isSettled ? NONE : await takeJournal(`${path}/${JOURNAL}`, lengths[id])
    for (const entry of await entriesIn(join(custodyFolder, path))) {
      if (entry.isFile() && entry.name !== JOURNAL && isWanted(entry.name))
        await take(`${path}/${entry.name}`)
    }
    const there = new Map(
      (await entriesIn(join(custodyFolder, path, EVIDENCE))).map((one) => [one.name, one.isFile()]),
    )
    const wanted = named ?? new Set([...there.keys()].filter(isDigest))
    for (const digest of wanted) {
      const file = `${path}/${EVIDENCE}/${digest}`
      if (there.get(digest) !== true) missing.push(file)
      else files.push({ path: file, size: (await stat(join(custodyFolder, file))).size, digest, bytes: null })
    }
  }

  /** The evidence that the lines name; null where they cannot be trusted: then all that there is. */
  const takeJournal = async (path: string, length?: number): Promise<ReadonlySet<string> | null> => {
    const bytes = await readOrNull(join(custodyFolder, path))
    if (bytes === null) return null
    const { lines, damage } = readJournalBytes(bytes)
    const isBroken = damage?.kind === 'broken-chain'
    // A journal that is damaged is kept as it is: someone may yet mend it.
    const whole = isBroken ? bytes.length : (length ?? bytes.lastIndexOf(LF) + 1)
    const kept = bytes.subarray(0, whole)
    files.push({ path, size: kept.length, digest: null, bytes: kept })
    if (isBroken) return null
    return new Set(evidenceNamed(lines.map(({ event }) => event)).map(({ sha256 }) => sha256))
  }

  const take = async (path: string): Promise<void> => {
    const from = join(custodyFolder, path)
    const { size } = await stat(from)
    if (size > SMALL) files.push({ path, size, digest: null, bytes: null })
    else {
      const bytes = await readOrNull(from)
      if (bytes !== null) files.push({ path, size: bytes.length, digest: null, bytes })
    }
  }

  await walk('')
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { files, missing }
}

function isWanted(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith('.tmp') && !name.endsWith('.partial')
}

function isSheet(path: string): boolean {
  const [top, id, ...more] = path.split('/')
  return top === 'sheets' && isId(id) && more.length === 0
}

async function entriesIn(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const PIECE = 4 << 20

/** A file's bytes in pieces, `size` in all. Throws EIO where the file has become shorter. */
export async function* piecesOf(path: string, size: number, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r')
  try {
    for (let done = 0; done < size; ) {
      signal?.throwIfAborted()
      const piece = Buffer.allocUnsafe(Math.min(PIECE, size - done))
      const { bytesRead } = await handle.read(piece, 0, piece.length, done)
      if (bytesRead === 0)
        throw Object.assign(new Error(`${path} is shorter than it was`), { code: 'EIO', syscall: 'read' })
      yield piece.subarray(0, bytesRead)
      done += bytesRead
    }
  } finally {
    await handle.close()
  }
}
