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

/** Room on a volume: 'low' is worth a note, 'scarce' a warning. `free` in bytes. */
export interface Room {
  readonly level: 'ok' | 'low' | 'scarce'
  readonly free: number
}

/**
 * How the second copy stands. 'waiting': something is not copied yet; 'gone' and 'other': the place is not there, or is
 * another stick; 'full', 'failed': what the disk said, tried again by itself.
 */
export type CopyState = 'off' | 'waiting' | 'copying' | 'done' | 'gone' | 'other' | 'full' | 'failed'

/** Backups, the second copy and the room on the disks, as home, status bar and settings show them. */
export interface SafetyState {
  readonly lastBackup: { readonly at: string; readonly path: string } | null
  readonly place: { readonly folder: string; readonly minutes: number } | null
  readonly copy: {
    readonly state: CopyState
    /** When the copy was last known to be whole, ISO 8601 UTC. */
    readonly at: string | null
    /** Sheets of which the place has more, journals kept aside there, evidence damaged here. */
    readonly ahead: number
    readonly aside: number
    readonly damaged: number
  }
  /** Null where the system does not say. */
  readonly room: { readonly here: Room | null; readonly place: Room | null }
}

/** A backup that a person chose: a file, or the folder of a second copy. */
export interface ChosenBackup {
  readonly path: string
  readonly isEncrypted: boolean
}

/** How often the second copy is written, in minutes. */
export const COPY_MINUTES = [1, 3, 5, 10] as const
export type CopyMinutes = (typeof COPY_MINUTES)[number]
