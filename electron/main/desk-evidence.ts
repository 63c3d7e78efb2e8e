import { join } from 'node:path'
import type { ImportedEvidence } from '../../shared/ipc/contract'
import { copyVerified } from '../custody/copy-file'
import type { Custody } from '../custody/custody'
import { diskFailure, failure, isMissing } from '../custody/disk-failure'
import { EVIDENCE } from '../custody/sheet-record'
import { askForFolder, askWhatToAttach, askWhereToSave } from './dialogs'
import type { HandedPaths } from './handed-paths'
import type { Desk } from './ipc'
import type { Jobs } from './jobs'
import { safeName } from './safe-name'

export type EvidenceCalls = Pick<
  Desk,
  | 'chooseEvidence'
  | 'choosePhotoFolder'
  | 'listLooseEvidence'
  | 'importEvidence'
  | 'importEvidenceBytes'
  | 'readEvidence'
  | 'checkEvidence'
  | 'dropEvidence'
  | 'saveEvidence'
>

/** A progress bar needs no more, in milliseconds. */
const BETWEEN = 150

/** Photos and files: in through paths and bytes, out to be looked at, and as copies. Nothing here looks into them. */
export function deskEvidence(custody: Custody, jobs: Jobs, handed: HandedPaths): EvidenceCalls {
  return {
    chooseEvidence: async () => {
      const paths = await askWhatToAttach()
      handed.add(paths ?? [])
      return { ok: true, value: paths }
    },
    choosePhotoFolder: async () => {
      const path = await askForFolder()
      handed.add(path === null ? [] : [path])
      return { ok: true, value: path }
    },
    importEvidence: async (sheetId, paths, most, job) => {
      // The screen says only which of those that a person handed over.
      if (!paths.every(handed.has)) return failure('bad-request')
      return jobs.run(job, ({ signal, onProgress }) => {
        let last = 0
        let kept: ImportedEvidence[] = []
        const tell = (done: number, all: number) => {
          const now = performance.now()
          if (done < all && now - last < BETWEEN) return
          last = now
          onProgress('evidence', done, all, kept)
          kept = []
        }
        const onKept = (one: ImportedEvidence) => void kept.push(one)
        return custody.importEvidence(sheetId, paths, { most, signal, onProgress: tell, onKept })
      })
    },
    importEvidenceBytes: (sheetId, name, bytes) =>
      custody.importEvidence(sheetId, [{ name, bytes }], { most: 1 }),
    readEvidence: custody.readEvidenceHead,
    checkEvidence: custody.checkEvidence,
    listLooseEvidence: custody.looseEvidence,
    dropEvidence: custody.dropEvidence,
    saveEvidence: async (sheetId, sha256, name) => {
      const folder = custody.sheetFolder(sheetId)
      if (!folder.ok) return folder
      const path = await askWhereToSave(safeName(name), [])
      if (path === null) return { ok: true, value: null }
      try {
        await copyVerified(join(folder.value, EVIDENCE, sha256), path)
        return { ok: true, value: { path } }
      } catch (error) {
        return isMissing(error) ? failure('evidence-missing', sha256) : diskFailure(error)
      }
    },
  }
}
