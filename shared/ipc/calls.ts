import type { DesktopApi } from './contract'

/** Functions of DesktopApi that are answered by main; the others live in the preload. */
export const CALLS = [
  'describe',
  'chooseLanguage',
  'listRubrics',
  'listBuiltinRubrics',
  'readRubric',
  'listSubjects',
  'createDraft',
  'createImportedDraft',
  'readImportOrigin',
  'readDraft',
  'saveDraft',
  'deleteDraft',
  'restoreDraft',
  'importRubric',
  'openRubric',
  'exportRubric',
  'exportWorkbook',
  'listRounds',
  'createRound',
  'listSheets',
  'createSheet',
  'readJournal',
  'appendEvents',
  'restoreJournal',
  'startCorrection',
  'previewCarry',
  'carrySheet',
  'readIdentity',
  'createIdentity',
  'exportIdentity',
  'buildPackage',
  'describePackage',
  'cancelJob',
  'savePackage',
  'choosePackage',
  'verifyPackage',
  'chooseEvidence',
  'choosePhotoFolder',
  'listLooseEvidence',
  'importEvidence',
  'importEvidenceBytes',
  'readEvidence',
  'checkEvidence',
  'dropEvidence',
  'saveEvidence',
  'saveEvidenceCopy',
  'chooseCopyFolder',
  'writeEvidenceCopy',
  'allowCamera',
  'writeBackup',
  'chooseBackup',
  'prepareRestore',
  'applyRestore',
  'dropRestore',
  'readSafety',
  'chooseSecondPlace',
  'leaveSecondPlace',
  'setCopyMinutes',
  'copyNow',
  'readReport',
  'saveFindings',
  'readFindingsOrder',
  'paperProgress',
  'paperReady',
] as const satisfies readonly (keyof DesktopApi)[]

export type Call = (typeof CALLS)[number]

/** The one channel of a call. */
export function channelOf<C extends Call>(call: C): `scorebench:${C}` {
  return `scorebench:${call}`
}

/** The channel on which the preload tells main of a file's path that a person dropped or chose. */
export const HANDED_CHANNEL = 'scorebench:handed'

/** The channel on which main tells of progress. */
export const PROGRESS_CHANNEL = 'scorebench:progress'

/** The channel on which main tells how backups, the second copy and the disks stand. */
export const SAFETY_CHANNEL = 'scorebench:safety'
