import { join } from 'node:path'
import type { SheetHeader } from '../../shared/domain/sheet/event'
import type { ReportData } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { copyVerified } from '../custody/copy-file'
import type { Custody } from '../custody/custody'
import { diskFailure, failure, isMissing } from '../custody/disk-failure'
import { PACKAGE } from '../custody/sheet-record'
import { describePackage } from '../result-package/describe-package'
import { readIdentity, unlockIdentity } from '../result-package/identity'
import { buildInWorker, verifyInWorker } from '../result-package/package-job'
import { readSealedSheet } from '../result-package/sealed-sheet'
import { askWhatToOpen, askWhereToSave } from './dialogs'
import { fileName } from './file-name'
import type { Desk } from './ipc'
import type { Jobs } from './jobs'
import { printPaper } from './print-paper'

const ZIP = [{ name: 'ZIP', extensions: ['zip'] }]

export type PackageCalls = Pick<
  Desk,
  'buildPackage' | 'describePackage' | 'savePackage' | 'choosePackage' | 'verifyPackage' | 'readReport'
>

interface Place {
  readonly custody: Custody
  readonly keysFolder: string
  /** The built package-worker.js: hashing and checking have a thread of their own. */
  readonly worker: string
  readonly now: () => string
  readonly jobs: Jobs
}

/** Sealing, handing over and checking result packages. */
export function deskPackages({ custody, keysFolder, worker, now, jobs }: Place): PackageCalls {
  return {
    buildPackage: (sheetId, passphrase, job) =>
      jobs.run(job, async ({ signal, onProgress }) => {
        const folder = custody.sheetFolder(sheetId)
        if (!folder.ok) return folder
        const signer = await unlockIdentity(keysFolder, passphrase, now)
        if (!signer.ok) return signer
        const sheet = await attempt(() => readSealedSheet(folder.value))
        if (!sheet.ok) return sheet
        onProgress('report', 0, 1)
        const datedAt = sheet.value.result.sealed.at
        const report = await printPaper({ paper: 'report', paperId: sheetId, datedAt, signal })
        if (!report.ok) return report
        const out = join(folder.value, PACKAGE)
        const request = { sheetFolder: folder.value, signer: signer.value, report: report.value, out }
        return buildInWorker(worker, request, { signal, onProgress })
      }),
    describePackage: async (sheetId) => {
      const folder = custody.sheetFolder(sheetId)
      return folder.ok ? describePackage(join(folder.value, PACKAGE), sheetId) : folder
    },
    savePackage: async (sheetId) => {
      const folder = custody.sheetFolder(sheetId)
      if (!folder.ok) return folder
      const sheet = await attempt(() => readSealedSheet(folder.value))
      if (!sheet.ok) return sheet
      const path = await askWhereToSave(nameOf(sheet.value.result.sheet), ZIP)
      return path === null ? { ok: true, value: null } : saveCopy(join(folder.value, PACKAGE), path)
    },
    choosePackage: async () => {
      const path = await askWhatToOpen(ZIP)
      return { ok: true, value: path === null ? null : { path } }
    },
    verifyPackage: (path, job) =>
      jobs.run(job, async ({ signal, onProgress }) => {
        const own = await readIdentity(keysFolder)
        const known = own.ok && own.value !== null ? [own.value.fingerprint] : []
        return verifyInWorker(worker, path, { roster: null, known }, { signal, onProgress })
      }),
    readReport: (sheetId) => attempt(() => reportData(custody, keysFolder, sheetId)),
  }
}

async function reportData(
  custody: Custody,
  keysFolder: string,
  sheetId: string,
): Promise<Result<ReportData>> {
  const folder = custody.sheetFolder(sheetId)
  if (!folder.ok) return folder
  const sheet = await readSealedSheet(folder.value)
  if (!sheet.ok) return sheet
  const identity = await readIdentity(keysFolder)
  if (!identity.ok) return identity
  if (identity.value === null) return failure('no-identity')
  return {
    ok: true,
    value: { result: sheet.value.result, rubric: sheet.value.rubric, identity: identity.value },
  }
}

function nameOf({ subject, round, correction }: SheetHeader): string {
  const no = correction === null ? '' : `更正${correction.no}`
  return fileName([subject.name, round.title, round.date, no], 'zip')
}

async function saveCopy(from: string, to: string): Promise<Result<{ path: string }>> {
  try {
    await copyVerified(from, to)
    return { ok: true, value: { path: to } }
  } catch (error) {
    return isMissing(error) ? failure('not-found', 'package') : diskFailure(error)
  }
}

async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    return diskFailure(error)
  }
}
