import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { SafetyState } from '../../shared/ipc/backup'
import {
  type Call,
  channelOf,
  HANDED_CHANNEL,
  PROGRESS_CHANNEL,
  SAFETY_CHANNEL,
} from '../../shared/ipc/calls'
import type { DesktopApi, Progress } from '../../shared/ipc/contract'

function call<C extends Call>(name: C): DesktopApi[C] {
  const invoke = (...args: unknown[]) => ipcRenderer.invoke(channelOf(name), ...args)
  return invoke as DesktopApi[C]
}

/**
 * Electron before 32 has the path on the file itself. Main hears of it: a path that the screen made up is never taken,
 * since only a file that the system gave to the window has one, and nothing else passes for a file.
 */
function pathOfFile(file: File): string {
  if (!(file instanceof File)) return ''
  const path = webUtils?.getPathForFile(file) ?? (file as File & { readonly path?: string }).path ?? ''
  if (path !== '') ipcRenderer.send(HANDED_CHANNEL, path)
  return path
}

function onProgress(listener: (progress: Progress) => void): () => void {
  const hear = (_event: IpcRendererEvent, progress: Progress) => listener(progress)
  ipcRenderer.on(PROGRESS_CHANNEL, hear)
  return () => ipcRenderer.removeListener(PROGRESS_CHANNEL, hear)
}

function onSafety(listener: (state: SafetyState) => void): () => void {
  const hear = (_event: IpcRendererEvent, state: SafetyState) => listener(state)
  ipcRenderer.on(SAFETY_CHANNEL, hear)
  return () => ipcRenderer.removeListener(SAFETY_CHANNEL, hear)
}

contextBridge.exposeInMainWorld('scorebench', {
  describe: call('describe'),
  chooseLanguage: call('chooseLanguage'),
  listRubrics: call('listRubrics'),
  listBuiltinRubrics: call('listBuiltinRubrics'),
  readRubric: call('readRubric'),
  listSubjects: call('listSubjects'),
  createDraft: call('createDraft'),
  createImportedDraft: call('createImportedDraft'),
  readImportOrigin: call('readImportOrigin'),
  readDraft: call('readDraft'),
  saveDraft: call('saveDraft'),
  deleteDraft: call('deleteDraft'),
  restoreDraft: call('restoreDraft'),
  importRubric: call('importRubric'),
  openRubric: call('openRubric'),
  exportRubric: call('exportRubric'),
  exportWorkbook: call('exportWorkbook'),
  listRounds: call('listRounds'),
  createRound: call('createRound'),
  listSheets: call('listSheets'),
  createSheet: call('createSheet'),
  readJournal: call('readJournal'),
  appendEvents: call('appendEvents'),
  restoreJournal: call('restoreJournal'),
  startCorrection: call('startCorrection'),
  previewCarry: call('previewCarry'),
  carrySheet: call('carrySheet'),
  readIdentity: call('readIdentity'),
  createIdentity: call('createIdentity'),
  exportIdentity: call('exportIdentity'),
  buildPackage: call('buildPackage'),
  describePackage: call('describePackage'),
  cancelJob: call('cancelJob'),
  savePackage: call('savePackage'),
  choosePackage: call('choosePackage'),
  verifyPackage: call('verifyPackage'),
  chooseEvidence: call('chooseEvidence'),
  choosePhotoFolder: call('choosePhotoFolder'),
  listLooseEvidence: call('listLooseEvidence'),
  importEvidence: call('importEvidence'),
  importEvidenceBytes: call('importEvidenceBytes'),
  readEvidence: call('readEvidence'),
  checkEvidence: call('checkEvidence'),
  dropEvidence: call('dropEvidence'),
  saveEvidence: call('saveEvidence'),
  saveEvidenceCopy: call('saveEvidenceCopy'),
  chooseCopyFolder: call('chooseCopyFolder'),
  writeEvidenceCopy: call('writeEvidenceCopy'),
  allowCamera: call('allowCamera'),
  writeBackup: call('writeBackup'),
  chooseBackup: call('chooseBackup'),
  prepareRestore: call('prepareRestore'),
  applyRestore: call('applyRestore'),
  dropRestore: call('dropRestore'),
  readSafety: call('readSafety'),
  chooseSecondPlace: call('chooseSecondPlace'),
  leaveSecondPlace: call('leaveSecondPlace'),
  setCopyMinutes: call('setCopyMinutes'),
  copyNow: call('copyNow'),
  readReport: call('readReport'),
  saveFindings: call('saveFindings'),
  readFindingsOrder: call('readFindingsOrder'),
  paperProgress: call('paperProgress'),
  paperReady: call('paperReady'),
  pathOfFile,
  onProgress,
  onSafety,
} satisfies DesktopApi)
