import { serveInWorker } from '../result-package/worker-thread'
import { prepareRestore } from './restore'
import { type CopyRequest, writeCopy } from './second-copy'
import { type BackupRequest, writeBackup } from './write-backup'

export interface PrepareRequest {
  readonly custodyFolder: string
  /** A backup file, or the folder of a second copy. */
  readonly source: string
  readonly passphrase: string | null
}

/** What main asks of the worker. */
export type BackupWork =
  | { readonly kind: 'write'; readonly request: BackupRequest }
  | { readonly kind: 'prepare'; readonly request: PrepareRequest }
  | { readonly kind: 'copy'; readonly request: CopyRequest }

// Hashing and ciphering have a thread of their own: windows and journals go on meanwhile.
serveInWorker<BackupWork>((work, options) => {
  if (work.kind === 'write') return writeBackup(work.request, options)
  if (work.kind === 'copy') return writeCopy(work.request, options)
  const { custodyFolder, source, passphrase } = work.request
  return prepareRestore(custodyFolder, source, { passphrase }, options)
})
