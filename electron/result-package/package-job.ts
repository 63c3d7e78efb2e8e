import type { BuiltPackage, Verification } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import type { BuildRequest, JobOptions } from './build-package'
import type { PackageRequest } from './package-worker'
import type { Trust } from './verify-signatures'
import { runInWorker } from './worker-thread'

/** `buildPackage` on a thread of its own. `workerPath`: the built package-worker.js. */
export function buildInWorker(
  workerPath: string,
  request: BuildRequest,
  options: JobOptions = {},
): Promise<Result<BuiltPackage>> {
  return runInWorker<PackageRequest, BuiltPackage>(workerPath, { kind: 'build', request }, options)
}

/** `verifyPackage` on a thread of its own. */
export function verifyInWorker(
  workerPath: string,
  path: string,
  trust: Trust,
  options: JobOptions = {},
): Promise<Result<Verification>> {
  return runInWorker<PackageRequest, Verification>(workerPath, { kind: 'verify', path, trust }, options)
}
