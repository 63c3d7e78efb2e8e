import { join } from 'node:path'
import { systemClock } from '../custody/clock'
import { openCustody } from '../custody/custody'
import { builtRubrics } from '../custody/shipped-rubric'
import { deskEvidence } from './desk-evidence'
import { deskIdentity } from './desk-identity'
import type { PackageCalls } from './desk-packages'
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
    appendEvents: custody.appendEvents,
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
    savePackage: async (...args) => (await packages()).savePackage(...args),
    choosePackage: async (...args) => (await packages()).choosePackage(...args),
    verifyPackage: async (...args) => (await packages()).verifyPackage(...args),
    readReport: async (...args) => (await packages()).readReport(...args),
    reportReady: async (...args) => (await packages()).reportReady(...args),
  }
}
