import { app } from 'electron'
import { readBuiltinSubjects } from '../custody/builtin-subjects'
import type { Custody } from '../custody/custody'
import type { Desk } from './ipc'
import { openRubricFile, saveRubricFile, saveWorkbook } from './rubric-files'

interface Shipped {
  readonly dataFolder: string
  readonly resourcesFolder: string
}

type Standards = Pick<
  Desk,
  | 'describe'
  | 'listRubrics'
  | 'listBuiltinRubrics'
  | 'readRubric'
  | 'listSubjects'
  | 'createDraft'
  | 'createImportedDraft'
  | 'readImportOrigin'
  | 'readDraft'
  | 'saveDraft'
  | 'deleteDraft'
  | 'restoreDraft'
  | 'importRubric'
  | 'openRubric'
  | 'exportRubric'
  | 'exportWorkbook'
>

/** What the program is, the standards of this machine, and the subjects it ships. */
export function deskStandards(custody: Custody, { dataFolder, resourcesFolder }: Shipped): Standards {
  const { drafts } = custody
  return {
    describe: async () => ({
      ok: true,
      value: {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        dataFolder,
        isDevelopmentRuntime: !app.isPackaged,
      },
    }),
    listRubrics: custody.listRubrics,
    listBuiltinRubrics: async () => ({ ok: true, value: custody.builtinRubrics }),
    readRubric: custody.readRubric,
    listSubjects: async () => ({ ok: true, value: readBuiltinSubjects(resourcesFolder) }),
    createDraft: drafts.create,
    createImportedDraft: (rubric, imported) => drafts.create(rubric, null, imported),
    readImportOrigin: custody.readImportOrigin,
    readDraft: drafts.read,
    saveDraft: drafts.save,
    deleteDraft: drafts.remove,
    restoreDraft: drafts.restore,
    importRubric: async () => {
      const opened = await openRubricFile()
      if (!opened.ok) return opened
      return opened.value === null ? { ok: true, value: null } : drafts.create(opened.value, null)
    },
    openRubric: openRubricFile,
    exportRubric: async (digest) => {
      const rubric = await custody.readRubric(digest)
      return rubric.ok ? saveRubricFile(rubric.value) : rubric
    },
    exportWorkbook: async (digest, kind) => {
      const rubric = await custody.readRubric(digest)
      return rubric.ok ? saveWorkbook(rubric.value, kind) : rubric
    },
  }
}
