import { join } from 'node:path'
import { systemClock } from '../custody/clock'
import { type Custody, openCustody } from '../custody/custody'
import { namesIn } from '../custody/durable-file'
import { builtRubrics } from '../custody/shipped-rubric'
import { askForCamera } from './camera'
import { deskCopies } from './desk-copies'
import { deskEvidence } from './desk-evidence'
import { deskIdentity } from './desk-identity'
import type { PackageCalls } from './desk-packages'
import type { PaperCalls } from './desk-papers'
import { deskStandards } from './desk-standards'
import type { HandedPaths } from './handed-paths'
import type { Desk } from './ipc'
import { openJobs } from './jobs'
import { installMenu } from './menu'

/**
 * Opens custody in the data folder and answers every call of the screen over it. `programFolder` is out/main, where
 * the build laid the proved standards and the package worker.
 */
export async function openDesk(
  dataFolder: string,
  programFolder: string,
  handed: HandedPaths,
): Promise<Desk> {
  const clock = systemClock()
  const builtin = builtRubrics(programFolder)
  const custody = await openCustody(join(dataFolder, 'custody'), clock, { builtin })
  const resourcesFolder = join(programFolder, '../../resources')
  const keysFolder = join(dataFolder, 'custody', 'keys')

  const jobs = openJobs()
  await endBrokenRestores(custody)

  // Backups and the second copy are no start's business: loaded once the screen has what it asks for.
  let safe: ReturnType<typeof openSafe> | undefined
  const openSafe = async () => {
    const { deskSafety } = await import('./desk-safety')
    const worker = join(programFolder, 'backup-worker.js')
    return deskSafety({ custody, dataFolder, worker, now: clock.now, jobs, handed })
  }
  const safety = () => {
    safe ??= openSafe()
    return safe
  }
  setTimeout(() => void safety(), SAFETY_AFTER).unref()

  // Packing, printing and checking are loaded when they are first asked for: no start waits for them.
  let loading: Promise<PackageCalls> | undefined
  const packages = () => {
    loading ??= import('./desk-packages').then(({ deskPackages }) =>
      deskPackages({
        custody,
        keysFolder,
        worker: join(programFolder, 'package-worker.js'),
        now: clock.now,
        jobs,
      }),
    )
    return loading
  }
  let loadingPapers: Promise<PaperCalls> | undefined
  const papers = () => {
    loadingPapers ??= import('./desk-papers').then(({ deskPapers }) => deskPapers(custody, jobs, clock.now))
    return loadingPapers
  }
  return {
    ...deskStandards(custody, { dataFolder, resourcesFolder }),
    chooseLanguage: async (language) => {
      installMenu(language)
      return { ok: true, value: null }
    },
    listRounds: custody.listRounds,
    createRound: custody.createRound,
    listSheets: custody.listSheets,
    createSheet: custody.createSheet,
    readJournal: custody.readJournal,
    appendEvents: async (...args) => (await safety()).appendEvents(...args),
    restoreJournal: custody.restoreJournal,
    startCorrection: custody.startCorrection,
    previewCarry: custody.previewCarry,
    carrySheet: custody.carrySheet,
    ...deskIdentity(keysFolder, clock.now),
    buildPackage: async (...args) => (await packages()).buildPackage(...args),
    describePackage: async (...args) => (await packages()).describePackage(...args),
    cancelJob: async (job) => {
      jobs.cancel(job)
      return { ok: true, value: null }
    },
    ...deskEvidence(custody, jobs, handed),
    ...deskCopies(handed),
    allowCamera: askForCamera,
    writeBackup: async (...args) => (await safety()).calls.writeBackup(...args),
    chooseBackup: async (...args) => (await safety()).calls.chooseBackup(...args),
    prepareRestore: async (...args) => (await safety()).calls.prepareRestore(...args),
    applyRestore: async (...args) => (await safety()).calls.applyRestore(...args),
    dropRestore: async (...args) => (await safety()).calls.dropRestore(...args),
    readSafety: async () => (await safety()).calls.readSafety(),
    chooseSecondPlace: async () => (await safety()).calls.chooseSecondPlace(),
    leaveSecondPlace: async () => (await safety()).calls.leaveSecondPlace(),
    setCopyMinutes: async (...args) => (await safety()).calls.setCopyMinutes(...args),
    copyNow: async () => (await safety()).calls.copyNow(),
    savePackage: async (...args) => (await packages()).savePackage(...args),
    choosePackage: async (...args) => (await packages()).choosePackage(...args),
    verifyPackage: async (...args) => (await packages()).verifyPackage(...args),
    readReport: async (...args) => (await packages()).readReport(...args),
    saveFindings: async (...args) => (await papers()).saveFindings(...args),
    readFindingsOrder: async (...args) => (await papers()).readFindingsOrder(...args),
    paperProgress: async (...args) => (await papers()).paperProgress(...args),
    paperReady: async (...args) => (await papers()).paperReady(...args),
  }
}

/** Milliseconds after a start. */
const SAFETY_AFTER = 3000

/** A restore that was decided and broken off goes through before anything is shown. */
async function endBrokenRestores(custody: Custody): Promise<void> {
  if ((await namesIn(join(custody.folder, '.restore'))).length === 0) return
  const { endRestores } = await import('../backup/restore')
  const ended = await endRestores(custody)
  // What the disk refuses now is tried again at the next start; the workspace is whole as it is.
  if (!ended.ok) console.error(`A restore could not be ended: ${ended.code} ${ended.detail ?? ''}`)
}
