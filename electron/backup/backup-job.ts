import type { BackupWritten, RestorePlan } from '../../shared/ipc/backup'
import type { Result } from '../../shared/ipc/result'
import type { JobOptions } from '../result-package/build-package'
import { runInWorker } from '../result-package/worker-thread'
import type { BackupWork, PrepareRequest } from './backup-worker'
import type { CopyRequest, CopyWritten } from './second-copy'
import type { BackupRequest } from './write-backup'

/** `writeBackup` on a thread of its own. `workerPath`: the built backup-worker.js. */
export function writeInWorker(
  workerPath: string,
  request: BackupRequest,
  options: JobOptions = {},
): Promise<Result<BackupWritten>> {
  return runInWorker<BackupWork, BackupWritten>(workerPath, { kind: 'write', request }, options)
}

/** `prepareRestore` on a thread of its own. */
export function prepareInWorker(
  workerPath: string,
  request: PrepareRequest,
  options: JobOptions = {},
): Promise<Result<RestorePlan>> {
  return runInWorker<BackupWork, RestorePlan>(workerPath, { kind: 'prepare', request }, options)
}

/** `writeCopy` on a thread of its own. */
export function copyInWorker(workerPath: string, request: CopyRequest): Promise<Result<CopyWritten>> {
  return runInWorker<BackupWork, CopyWritten>(workerPath, { kind: 'copy', request }, {})
}
