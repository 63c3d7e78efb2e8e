import { join } from 'node:path'
import { evidenceNamed } from '../../shared/domain/evidence/on-sheet'
import type { EvidenceFault, EvidenceImport, LooseEvidence } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { diskFailure, failure } from './disk-failure'
import { checkEvidence } from './evidence-check'
import {
  type EvidenceSource,
  type ImportOptions,
  importEvidence,
  removeDrafts,
  removeEvidence,
} from './evidence-import'
import { looseEvidence, putEvidence, readEvidence, readEvidenceHead } from './evidence-store'
import { EVIDENCE, linesAfter, type SheetRecord } from './sheet-record'
import type { SheetShelf } from './sheet-shelf'

/** The originals of a sheet. Long work and mere reading do not wait in the sheet's queue: scoring goes on. */
export interface SheetEvidence {
  readonly putEvidence: (sheetId: string, source: Uint8Array | string) => Promise<Result<string>>
  readonly readEvidence: (sheetId: string, digest: string) => Promise<Result<Uint8Array>>
  /** Originals into custody; scoring goes on meanwhile. */
  readonly importEvidence: (
    sheetId: string,
    sources: readonly EvidenceSource[],
    options: ImportOptions,
  ) => Promise<Result<EvidenceImport>>
  /** At most `most` bytes of a piece, unproved: to be shown. */
  readonly readEvidenceHead: (sheetId: string, digest: string, most: number) => Promise<Result<Uint8Array>>
  /** Which of these originals are gone or changed, byte by byte. */
  readonly checkEvidence: (
    sheetId: string,
    digests: readonly string[],
  ) => Promise<Result<readonly EvidenceFault[]>>
  /** Originals that no line of the journal names; none where that cannot be said, or nothing may be attached. */
  readonly looseEvidence: (sheetId: string) => Promise<Result<readonly LooseEvidence[]>>
  /** Takes imported originals away that no line of the journal names. */
  readonly dropEvidence: (sheetId: string, digests: readonly string[]) => Promise<Result<null>>
}

export function sheetEvidence({ find, withSheet }: SheetShelf): SheetEvidence {
  const importing = new Set<string>()
  return {
    putEvidence: (id, source) => withSheet(id, (sheet) => putEvidence(folderOf(sheet), source)),
    readEvidence: (id, digest) => withSheet(id, (sheet) => readEvidence(folderOf(sheet), digest)),
    importEvidence: async (id, sources, options) => {
      const sheet = find(id)
      if (sheet === undefined) return failure('not-found', 'sheet')
      if (sheet.isSealed) return failure('sealed')
      // One at a time: what a cancelled import takes away again is its own alone.
      if (importing.has(id)) return failure('busy')
      importing.add(id)
      try {
        return await importEvidence(folderOf(sheet), sources, options)
      } finally {
        importing.delete(id)
      }
    },
    readEvidenceHead: async (id, digest, most) => {
      const sheet = find(id)
      if (sheet === undefined) return failure('not-found', 'sheet')
      return readEvidenceHead(folderOf(sheet), digest, most)
    },
    checkEvidence: async (id, digests) => {
      const sheet = find(id)
      if (sheet === undefined) return failure('not-found', 'sheet')
      try {
        return { ok: true, value: await checkEvidence(folderOf(sheet), digests) }
      } catch (error) {
        return diskFailure(error)
      }
    },
    looseEvidence: (id) =>
      withSheet(id, async (sheet) => {
        const isUnsure = sheet.isSealed || sheet.damage?.kind === 'broken-chain' || importing.has(id)
        if (isUnsure) return { ok: true, value: [] }
        await removeDrafts(folderOf(sheet))
        return { ok: true, value: await looseEvidence(folderOf(sheet), await namedOn(sheet)) }
      }),
    dropEvidence: (id, digests) =>
      withSheet(id, async (sheet) => {
        if (sheet.damage?.kind === 'broken-chain')
          return failure('journal-damaged', String(sheet.damage.line))
        const named = await namedOn(sheet)
        const unnamed = digests.filter((digest) => !named.has(digest))
        await removeEvidence(folderOf(sheet), unnamed)
        return { ok: true, value: null }
      }),
  }
}

function folderOf({ folder }: SheetRecord): string {
  return join(folder, EVIDENCE)
}

/** What any line of a sheet's journal names, attached still or taken off since. */
async function namedOn(sheet: SheetRecord): Promise<ReadonlySet<string>> {
  const events = (await linesAfter(sheet, 0)).map(({ event }) => event)
  return new Set(evidenceNamed(events).map(({ sha256 }) => sha256))
}
