import type { FindingsOrder } from '../domain/findings/paper'
import type { PlannedPlace } from '../domain/round/place'
import type { Role, Round, RoundKind, Subject, TeamMember } from '../domain/round/round'
import type { ImportOrigin } from '../domain/rubric/import-origin'
import type { Rubric } from '../domain/rubric/rubric'
import type { SheetScore } from '../domain/scoring/score'
import type { SheetEvent, SheetHeader, StampedEvent } from '../domain/sheet/event'
import type { SheetResult } from '../domain/sheet/result'
import type { Carry } from '../domain/versions/carry'
import type { BackupWritten, ChosenBackup, CopyMinutes, Restored, RestorePlan, SafetyState } from './backup'
import type { Result } from './result'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export interface AppDescription {
  readonly version: string
  readonly electron: string
  readonly dataFolder: string
  /** True where the runtime is for development and tests only. */
  readonly isDevelopmentRuntime: boolean
}

export interface RubricSummary {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly notice: string
  readonly digest: string
  readonly categories: number
  readonly items: number
  readonly isBuiltin: boolean
  /** 'frozen' is one of this machine's own that a round uses; 'draft' one that is still in the making. */
  readonly state: 'builtin' | 'frozen' | 'draft'
  /** What is said of a draft alone. `errors` stand between it and a round. */
  readonly draft?: {
    readonly id: string
    readonly changedAt: string
    readonly errors: number
    readonly basedOn: RubricOrigin | null
    /** The workbook that it was read from. */
    readonly imported?: Pick<ImportOrigin, 'file' | 'sha256'>
  }
}

/** 'standard' reads back as the very same standard; 'blank-sheet' is for paper. */
export const STANDARD_WORKBOOK_KINDS = ['standard', 'blank-sheet'] as const
export type StandardWorkbookKind = (typeof STANDARD_WORKBOOK_KINDS)[number]

/** Which standard a draft was made from. */
export interface RubricOrigin {
  readonly digest: string
  readonly title: string
  readonly version: string
}

/** A standard in the making. Its texts may still be empty; the digest is that of the standard as it is now. */
export interface RubricDraft {
  readonly id: string
  readonly basedOn: RubricOrigin | null
  /** The workbook that it was read from, with what was decided on the way. */
  readonly imported?: ImportOrigin
  readonly changedAt: string
  readonly rubric: Rubric
}

export interface RoundDraft {
  readonly kind: RoundKind
  readonly title: string
  readonly date: string
  readonly rubricDigest: string
  readonly subjects: readonly Subject[]
  readonly team: readonly TeamMember[]
  readonly places?: readonly PlannedPlace[]
}

/** A sheet as custody has it. `head` is the hash of its last line. */
export interface SheetSummary {
  readonly header: SheetHeader
  readonly seq: number
  readonly head: string
  readonly lastAt: string
  readonly isSealed: boolean
  /** The signed package kept in custody, where one was built. */
  readonly hasPackage: boolean
  /** Damage found in the journal at start-up; null when whole. `line` counts from 1. */
  readonly damage: { readonly kind: 'torn-tail' | 'broken-chain'; readonly line: number } | null
}

export type CarryTotal = Pick<
  SheetScore,
  'full' | 'low' | 'high' | 'gradeLow' | 'gradeHigh' | 'checked' | 'count'
>

/** What carrying a sheet to another standard would come to; nothing is written yet. */
export interface CarryPreview extends Pick<Carry, 'notCarried' | 'lookAgain' | 'reworded' | 'fresh'> {
  readonly sheetId: string
  /** The last line of the sheet that was looked at: what is carried is what was shown. */
  readonly head: string
  readonly rubric: RubricOrigin
  readonly before: CarryTotal
  readonly after: CarryTotal
  /** Null on the side where there is no such category. */
  readonly categories: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly before: Pick<SheetScore, 'full' | 'low' | 'high'> | null
    readonly after: Pick<SheetScore, 'full' | 'low' | 'high'> | null
  }[]
  /** How many items keep what stands on them. */
  readonly carried: number
  /** The sheet that was already made of these very marks. */
  readonly already: string | null
  /** Title of the round that it would join; null where one is made for it. */
  readonly round: string | null
}

/** Who signs on this machine. The fingerprint is SHA-256 (hex) of the public key's SubjectPublicKeyInfo DER. */
export interface Identity {
  readonly name: string
  readonly unit: string
  readonly role: Role
  readonly fingerprint: string
  readonly publicKeyPem: string
  readonly createdAt: string
}

export type Verdict =
  | 'valid-trusted'
  | 'valid-unknown-signer'
  | 'signer-not-allowed'
  | 'tampered'
  | 'unreadable'

/** One thing that was checked. `code` names it in the catalogues under `check.<code>`; `file` and `detail` say where. */
export interface Check {
  readonly code: string
  readonly ok: boolean
  readonly file?: string
  readonly detail?: string
}

export interface Signer {
  readonly name: string
  readonly unit: string
  readonly role: Role
  readonly fingerprint: string
  readonly isKnown: boolean
  readonly signatureOk: boolean
}

export interface Verification {
  readonly verdict: Verdict
  readonly fileName: string
  readonly signers: readonly Signer[]
  readonly checks: readonly Check[]
  /** Present where the package could be read that far. */
  readonly result: SheetResult | null
  readonly rubric: Rubric | null
  readonly journal: readonly StampedEvent[] | null
  /** What the replay of the journal gave, and whether result.json says the same. */
  readonly replay: { readonly equal: boolean; readonly result: SheetResult } | null
}

export type PackageStage =
  | 'replay'
  | 'report'
  | 'workbook'
  | 'evidence'
  | 'sign'
  | 'write'
  | 'verify'
  | 'backup'
  | 'backup-check'
  | 'photos'
  | 'paper'

/** Progress of a long work: bytes (or steps) done of all. */
export interface Progress {
  readonly job: string
  readonly stage: PackageStage
  readonly done: number
  readonly all: number
  /** While originals are imported: those in custody since the last word, so that reading them need not wait. */
  readonly kept?: readonly ImportedEvidence[]
}

export interface BuiltPackage {
  readonly sheetId: string
  readonly fileName: string
  readonly bytes: number
  /** SHA-256 of tagmanifest-sha256.txt: what is signed. */
  readonly digest: string
  readonly fingerprint: string
}

/** What the print page needs. */
export interface ReportData {
  readonly result: SheetResult
  readonly rubric: Rubric
  readonly identity: Identity
}

/** Findings that were asked for on paper, and when (ISO 8601, UTC). */
export interface OrderedFindings {
  readonly sheetId: string
  readonly order: FindingsOrder
  readonly at: string
}

/** Why a file was not taken as evidence; the sentence is in the catalogues under `evidence.refused.<code>`. */
export type EvidenceRefusal = 'gone' | 'empty' | 'too-large' | 'not-a-file' | 'unreadable' | 'changed'

/** An original that is in custody, fsynced, and that no event names yet. */
export interface ImportedEvidence {
  readonly name: string
  readonly sha256: string
  readonly size: number
  /** Its bytes were not in the sheet's custody before. */
  readonly isNew: boolean
}

/** An original that is not in custody as it was attached. */
export interface EvidenceFault {
  readonly sha256: string
  readonly kind: 'missing' | 'changed'
}
/** An original in custody that no line of the journal names: the program ended between copying and attaching. */
export type LooseEvidence = Pick<ImportedEvidence, 'sha256' | 'size'>

/** What became of the files that were given. */
export interface EvidenceImport {
  readonly imported: readonly ImportedEvidence[]
  readonly refused: readonly { readonly name: string; readonly code: EvidenceRefusal }[]
  /** Files beyond the most that were asked for: counted, not touched. */
  readonly left: number
}

/** Functions on window.scorebench: the only way from the screen to the machine. */
export interface DesktopApi {
  describe(): Promise<Result<AppDescription>>
  /** The language of the window's own menu; the screen's is the screen's business. */
  chooseLanguage(language: Language): Promise<Result<null>>
  listRubrics(): Promise<Result<readonly RubricSummary[]>>
  /** Those that come with the program: no file of the person's own is read for it. */
  listBuiltinRubrics(): Promise<Result<readonly RubricSummary[]>>
  readRubric(digest: string): Promise<Result<Rubric>>
  listSubjects(): Promise<Result<readonly Subject[]>>

  /** A new draft; its id is made here. */
  createDraft(rubric: Rubric, basedOn: RubricOrigin | null): Promise<Result<RubricDraft>>
  /** A new draft of what was read from a workbook; what was decided on the way stays with it. */
  createImportedDraft(rubric: Rubric, imported: ImportOrigin): Promise<Result<RubricDraft>>
  /** How a standard of this machine came in, by its digest; null where it was not brought in from a workbook. */
  readImportOrigin(digest: string): Promise<Result<ImportOrigin | null>>
  readDraft(draftId: string): Promise<Result<RubricDraft>>
  /** Resolves when the whole draft is on disk. */
  saveDraft(draftId: string, rubric: Rubric): Promise<Result<null>>
  /** Kept aside until another is deleted: `restoreDraft` brings it back. */
  deleteDraft(draftId: string): Promise<Result<null>>
  restoreDraft(draftId: string): Promise<Result<null>>
  /** A standard's JSON by the system's open dialog, as a new draft; null when the dialog was closed. */
  importRubric(): Promise<Result<RubricDraft | null>>
  /** A standard's JSON by the system's open dialog, to be read only; null when the dialog was closed. */
  openRubric(): Promise<Result<Rubric | null>>
  /** Saves a standard's canonical JSON by the system's dialog: the file's SHA-256 is the digest. Null when closed. */
  exportRubric(digest: string): Promise<Result<{ readonly path: string } | null>>
  /** Saves a standard as a workbook by the system's dialog, or its blank score sheet for paper. Null when closed. */
  exportWorkbook(
    digest: string,
    kind: StandardWorkbookKind,
  ): Promise<Result<{ readonly path: string } | null>>

  listRounds(): Promise<Result<readonly Round[]>>
  createRound(draft: RoundDraft): Promise<Result<Round>>

  listSheets(): Promise<Result<readonly SheetSummary[]>>
  createSheet(roundId: string, subjectId: string, scorer: TeamMember): Promise<Result<SheetSummary>>
  /** All lines after `afterSeq` (0: the whole journal). */
  readJournal(sheetId: string, afterSeq: number): Promise<Result<readonly StampedEvent[]>>
  /** Resolves when the lines are on disk (fsync). `afterSeq` is the last line the screen knows: 'stale' otherwise. */
  appendEvents(
    sheetId: string,
    afterSeq: number,
    events: readonly SheetEvent[],
  ): Promise<Result<readonly StampedEvent[]>>
  /** Gives back lines that the browser store still has and the journal lost; the chain must hold. */
  restoreJournal(sheetId: string, lines: readonly StampedEvent[]): Promise<Result<SheetSummary>>
  /** Opens the numbered successor of a sealed sheet. */
  startCorrection(sheetId: string, reason: string): Promise<Result<SheetSummary>>
  /** What the sheet's marks come to under another standard. */
  previewCarry(sheetId: string, rubricDigest: string): Promise<Result<CarryPreview>>
  /**
   * A new sheet under another standard with the marks that still fit; the old one is not touched. 'stale' where it
   * has changed since `head`. `title` is for the round, where one has to be made.
   */
  carrySheet(
    sheetId: string,
    rubricDigest: string,
    head: string,
    title: string,
  ): Promise<Result<SheetSummary>>

  readIdentity(): Promise<Result<Identity | null>>
  createIdentity(name: string, unit: string, role: Role, passphrase: string): Promise<Result<Identity>>
  /** Saves the key as standard encrypted PKCS#8 through the system dialog; null when the dialog was closed. */
  exportIdentity(passphrase: string): Promise<Result<{ readonly path: string } | null>>

  /** Builds and signs the package of a sealed sheet, and keeps it in custody. */
  buildPackage(sheetId: string, passphrase: string, job: string): Promise<Result<BuiltPackage>>
  /** The package kept in custody; null where none was built. */
  describePackage(sheetId: string): Promise<Result<BuiltPackage | null>>
  cancelJob(job: string): Promise<Result<null>>
  /** Copies the built package through the system's save dialog; null when the dialog was closed. */
  savePackage(sheetId: string): Promise<Result<{ readonly path: string } | null>>
  /** Asks for a package with the system's open dialog; null when the dialog was closed. */
  choosePackage(): Promise<Result<{ readonly path: string } | null>>
  verifyPackage(path: string, job: string): Promise<Result<Verification>>
  /** The path of a file dropped on the window; empty when it has none. */
  pathOfFile(file: File): string

  /** Photos and files by the system's open dialog; null when it was closed. */
  chooseEvidence(): Promise<Result<readonly string[] | null>>
  /** A folder of photos by the system's open dialog; null when it was closed. */
  choosePhotoFolder(): Promise<Result<string | null>>
  /** Originals that an earlier run copied and did not come to attach; none on a sealed or damaged sheet. */
  listLooseEvidence(sheetId: string): Promise<Result<readonly LooseEvidence[]>>
  /**
   * Copies originals (folders are looked into) into the sheet's custody, at most `most` of them. Cancelled by `job`.
   * 'bad-request' for a path that nobody chose or dropped in this run.
   */
  importEvidence(
    sheetId: string,
    paths: readonly string[],
    most: number,
    job: string,
  ): Promise<Result<EvidenceImport>>
  /** The same of bytes that are no file: a pasted picture. */
  importEvidenceBytes(sheetId: string, name: string, bytes: Uint8Array): Promise<Result<EvidenceImport>>
  /** At most `most` bytes from an original's beginning, to be looked at in a worker. */
  readEvidence(sheetId: string, sha256: string, most: number): Promise<Result<Uint8Array>>
  /** Reads originals byte by byte; answers those that are gone or changed. */
  checkEvidence(sheetId: string, sha256s: readonly string[]): Promise<Result<readonly EvidenceFault[]>>
  /** Takes imported originals away that were not attached after all. What the journal names is never touched. */
  dropEvidence(sheetId: string, sha256s: readonly string[]): Promise<Result<null>>
  /** A copy of an original by the system's save dialog; null when it was closed. */
  saveEvidence(
    sheetId: string,
    sha256: string,
    name: string,
  ): Promise<Result<{ readonly path: string } | null>>

  /** The whole workspace into one file by the system's save dialog; null when it was closed. */
  writeBackup(passphrase: string | null, job: string): Promise<Result<BackupWritten | null>>
  /** A backup file, or the folder of a second copy, by the system's dialog; null when it was closed. */
  chooseBackup(kind: 'file' | 'folder'): Promise<Result<ChosenBackup | null>>
  /** Reads and checks it beside the workspace, and says what restoring would do; nothing is changed. */
  prepareRestore(path: string, passphrase: string | null, job: string): Promise<Result<RestorePlan>>
  /** Does it: only ever adds. The screen is loaded anew afterwards. */
  applyRestore(restoreId: string): Promise<Result<Restored>>
  dropRestore(restoreId: string): Promise<Result<null>>
  readSafety(): Promise<Result<SafetyState>>
  /** A second place by the system's folder dialog; null when it was closed. */
  chooseSecondPlace(): Promise<Result<SafetyState | null>>
  leaveSecondPlace(): Promise<Result<SafetyState>>
  setCopyMinutes(minutes: CopyMinutes): Promise<Result<SafetyState>>
  copyNow(): Promise<Result<SafetyState>>
  onSafety(listener: (state: SafetyState) => void): () => void

  /** A watermarked copy (JPEG) by the system's save dialog; null when it was closed. */
  saveEvidenceCopy(name: string, bytes: Uint8Array): Promise<Result<{ readonly path: string } | null>>
  /** A folder for copies by the system's dialog; null when it was closed. */
  chooseCopyFolder(): Promise<Result<string | null>>
  /** A copy (JPEG) into a folder that was chosen in this run; what is there already stays. */
  writeEvidenceCopy(
    folder: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<Result<{ readonly path: string }>>
  /** Whether the camera may be used: a person is asked once in a run, by a dialog that no page can press. */
  allowCamera(): Promise<Result<boolean>>

  /**
   * The findings of a sheet as PDF or workbook, where the system's save dialog says; null when it was closed. Cancelled
   * by `job`.
   */
  saveFindings(
    sheetId: string,
    order: FindingsOrder,
    job: string,
  ): Promise<Result<{ readonly path: string } | null>>

  /** For the print page only: what it prints. */
  readReport(sheetId: string): Promise<Result<ReportData>>
  readFindingsOrder(paperId: string): Promise<Result<OrderedFindings>>
  /** For the print page only: how many of its photos are read, and that it is laid out or has made a file itself. */
  paperProgress(paperId: string, done: number, all: number): Promise<Result<null>>
  paperReady(paperId: string, file: Uint8Array | null): Promise<Result<null>>

  onProgress(listener: (progress: Progress) => void): () => void
}
