import { Dexie, type EntityTable } from 'dexie'

/** A workbook that is being brought in, under the SHA-256 of its bytes: one can stop and come back. */
export interface KeptImport {
  readonly sha256: string
  readonly fileName: string
  readonly kind: 'file' | 'clipboard'
  /** When it was last worked on, ISO. */
  readonly at: string
  /** The bytes, where they are few enough to be kept twice; null: the file has to be chosen again. */
  readonly blob: Blob | null
  /** What was decided so far; the screen's own shape, read with care. */
  readonly work: unknown
}

/** What a person said about the columns of sheets of one shape. */
export interface KeptShape {
  readonly shape: string
  readonly at: string
  readonly columns: unknown
}

export type ImportDatabase = Dexie & {
  readonly imports: EntityTable<KeptImport, 'sha256'>
  readonly shapes: EntityTable<KeptShape, 'shape'>
}

/** Files up to this size (bytes) are kept until their import is done. */
const MOST_KEPT = 24 * 1024 * 1024

/**
 * Unfinished imports. A database of its own: nothing here is a record, and the copy of the journals is rebuilt
 * without it. Versions are only ever added.
 */
export function openImportDatabase(name = 'scorebench-imports'): ImportDatabase {
  const database = new Dexie(name)
  database.version(1).stores({ imports: 'sha256, at', shapes: 'shape' })
  return database as ImportDatabase
}

export const imports = openImportDatabase()

/** So many unfinished imports stay; older ones are let go. */
const MOST_IMPORTS = 12

/** Keeps the import as it stands now. */
export async function keepImport(kept: KeptImport): Promise<void> {
  await imports.transaction('rw', imports.imports, async () => {
    await imports.imports.put(kept)
    const old = await imports.imports.orderBy('at').reverse().offset(MOST_IMPORTS).primaryKeys()
    await imports.imports.bulkDelete(old)
  })
}

/** The file's bytes if they are to be kept. */
export function blobToKeep(blob: Blob): Blob | null {
  return blob.size <= MOST_KEPT ? blob : null
}
