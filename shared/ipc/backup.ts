import type { SheetHeader } from '../domain/sheet/event'

/** A sheet as a backup has it. `head` is the hash of its last line. */
export interface BackupSheet {
  readonly sheetId: string
  /** Null where its journal cannot be read. */
  readonly header: SheetHeader | null
  readonly seq: number
  readonly head: string
  readonly lastAt: string
  readonly isSealed: boolean
  readonly hasPackage: boolean
  readonly evidence: number
}

/** What a backup holds, after every byte of it was checked. */
export interface BackupContents {
  /** When it was made, ISO 8601 UTC; of a second copy, when it was last written to. */
  readonly createdAt: string
  readonly kind: 'file' | 'encrypted-file' | 'second-copy'
  readonly files: number
  readonly bytes: number
  readonly rounds: number
  /** Frozen standards and drafts. */
  readonly standards: number
  readonly hasIdentity: boolean
  readonly sheets: readonly BackupSheet[]
  /** Files that were damaged in the workspace already, or (second copy) do not hold any more. */
  readonly damaged: readonly string[]
}

export interface BackupWritten {
  readonly path: string
  readonly bytes: number
  readonly contents: BackupContents
}

/**
 * What becomes of a sheet in a restore. 'longer': the backup goes on where the one here ends, and its lines are taken;
 * 'shorter': the one here goes on, and stays; 'differs' and 'unreadable': left out.
 */
export type SheetFate = 'new' | 'same' | 'longer' | 'shorter' | 'differs' | 'unreadable'

export interface RestoreSheet {
  readonly sheet: BackupSheet
  readonly fate: SheetFate
  /** Lines that would be added. */
  readonly lines: number
  /** Evidence, package or report that is missing here and would be put back. */
  readonly filled: number
}

/** What a restore would do; nothing of the workspace is touched yet. */
export interface RestorePlan {
  readonly restoreId: string
  readonly contents: BackupContents
  readonly sheets: readonly RestoreSheet[]
  /** Files besides sheets: rounds, standards, imports, identity. */
  readonly added: number
  readonly same: number
  /** Files that are here with other contents and stay as they are, by their path in custody. */
  readonly left: readonly string[]
}

export interface Restored {
  readonly sheets: number
  readonly lines: number
  readonly files: number
}
