import { Worker } from 'node:worker_threads'
import type { BuiltPackage, Verification } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { failure } from '../custody/disk-failure'
import type { BuildRequest, JobOptions } from './build-package'
import type { WorkerAnswer, WorkerRequest } from './package-worker'
import type { Trust } from './verify-signatures'

/** `buildPackage` on a thread of its own. `workerPath`: the built package-worker.js. */
export function buildInWorker(
  workerPath: string,
  request: BuildRequest,
  options: JobOptions = {},
): Promise<Result<BuiltPackage>> {
  return run(workerPath, { kind: 'build', request }, options)
}

/** `verifyPackage` on a thread of its own. */
export function verifyInWorker(
  workerPath: string,
  path: string,
  trust: Trust,
  options: JobOptions = {},
): Promise<Result<Verification>> {
  return run(workerPath, { kind: 'verify', path, trust }, options)
}

/** Rejects when the worker breaks (a bug); a cancelled job answers 'cancelled'. */
function run<T>(
  workerPath: string,
  request: WorkerRequest,
  { onProgress, signal }: JobOptions,
): Promise<Result<T>> {
  if (signal?.aborted) return Promise.resolve(failure('cancelled'))
  const worker = new Worker(workerPath)
  const cancel = (): void => worker.postMessage({ kind: 'cancel' } satisfies WorkerRequest)
  signal?.addEventListener('abort', cancel, { once: true })
  return new Promise<Result<T>>((resolve, reject) => {
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'progress') onProgress?.(answer.stage, answer.done, answer.all)
      else resolve(answer.result as Result<T>)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the package worker ended with code ${code} and no answer`)))
    worker.postMessage(request)
  }).finally(() => signal?.removeEventListener('abort', cancel))
}
