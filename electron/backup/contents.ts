import type { BackupContents, BackupSheet } from '../../shared/ipc/backup'
import { isDigest, isId } from '../custody/identifier'
import { readJournalBytes } from '../custody/journal-read'
import { EVIDENCE, JOURNAL, PACKAGE } from '../custody/sheet-record'

/** Tells what files hold, one after the other, without keeping more than is said of them. */
export interface Teller {
  /** Whether `tell` wants this file's bytes. */
  readonly wants: (path: string) => boolean
  /** `path` below custody; `bytes` where they are wanted. */
  readonly tell: (path: string, size: number, digest: string, bytes: Buffer | null) => void
  readonly contents: (createdAt: string, kind: BackupContents['kind']) => BackupContents
}

const ROUND = /^rounds\/[0-9a-f-]{36}\.json$/
const STANDARD = /^(?:rubrics\/[0-9a-f]{64}|standards\/[0-9a-f-]{36})\.json$/
const IDENTITY = 'keys/identity.json'

interface Counted {
  sheet: Omit<BackupSheet, 'hasPackage' | 'evidence'> | null
  hasPackage: boolean
  evidence: number
}

export function contentsTeller(): Teller {
  const sheets = new Map<string, Counted>()
  const damaged: string[] = []
  let [files, bytes, rounds, standards, hasIdentity] = [0, 0, 0, 0, false]
  return {
    wants: (path) => partsOf(path)?.file === JOURNAL,
    tell: (path, size, digest, content) => {
      files += 1
      bytes += size
      if (ROUND.test(path)) rounds += 1
      if (STANDARD.test(path)) standards += 1
      if (path === IDENTITY) hasIdentity = true
      if (isWrong(path, digest)) damaged.push(path)
      const parts = partsOf(path)
      if (parts === null) return
      const counted = sheets.get(parts.id) ?? { sheet: null, hasPackage: false, evidence: 0 }
      sheets.set(parts.id, counted)
      if (parts.file === PACKAGE) counted.hasPackage = true
      if (parts.file.startsWith(`${EVIDENCE}/`)) counted.evidence += 1
      if (parts.file === JOURNAL && content !== null) {
        const read = sheetOf(parts.id, content)
        counted.sheet = read.sheet
        if (read.isDamaged) damaged.push(path)
      }
    },
    contents: (createdAt, kind) => ({
      createdAt,
      kind,
      files,
      bytes,
      rounds,
      standards,
      hasIdentity,
      sheets: [...sheets].map(([sheetId, { sheet, hasPackage, evidence }]) => ({
        ...(sheet ?? { sheetId, header: null, seq: 0, head: '', lastAt: '', isSealed: false }),
        hasPackage,
        evidence,
      })),
      damaged,
    }),
  }
}

/** Where a file of a sheet stands; null for any other file. */
export function partsOf(path: string): { readonly id: string; readonly file: string } | null {
  const [top, id, ...rest] = path.split('/')
  return top === 'sheets' && isId(id) && rest.length > 0 ? { id, file: rest.join('/') } : null
}

/** Files that are named by their SHA-256 say themselves what they must be. */
export function isWrong(path: string, digest: string): boolean {
  const parts = partsOf(path)
  const name = parts?.file.startsWith(`${EVIDENCE}/`)
    ? parts.file.slice(EVIDENCE.length + 1)
    : /^rubrics\/([0-9a-f]{64})\.json$/.exec(path)?.[1]
  return isDigest(name) && name !== digest
}

function sheetOf(id: string, bytes: Buffer): { sheet: Counted['sheet']; isDamaged: boolean } {
  const { lines, damage } = readJournalBytes(bytes)
  const first = lines[0]?.event
  const last = lines.at(-1)
  if (first?.type !== 'opened' || last === undefined || first.header.sheetId !== id)
    return { sheet: null, isDamaged: true }
  const sheet = {
    sheetId: id,
    header: first.header,
    seq: last.seq,
    head: last.hash,
    lastAt: last.at,
    isSealed: last.event.type === 'sealed',
  }
  return { sheet, isDamaged: damage !== null }
}
