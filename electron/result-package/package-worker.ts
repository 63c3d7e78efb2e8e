import { parentPort } from 'node:worker_threads'
import type { PackageStage, Verification } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { type BuildRequest, buildPackage } from './build-package'
import { verifyPackage } from './verify-package'
import type { Trust } from './verify-signatures'

/** What main asks of the worker; `cancel` follows at any time. */
export type WorkerRequest =
  | { readonly kind: 'build'; readonly request: BuildRequest }
  | { readonly kind: 'verify'; readonly path: string; readonly trust: Trust }
  | { readonly kind: 'cancel' }

export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly stage: PackageStage; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly result: Result<unknown> }

/** A progress bar needs no more. */
const MILLISECONDS_BETWEEN = 50

/** A thread of its own for one package: main's windows and the journal go on meanwhile. */
function serve(port: NonNullable<typeof parentPort>): void {
  const stop = new AbortController()
  let last = { stage: '', at: 0 }

  function onProgress(stage: PackageStage, done: number, all: number): void {
    const at = performance.now()
    if (stage === last.stage && done < all && at - last.at < MILLISECONDS_BETWEEN) return
    last = { stage, at }
    port.postMessage({ kind: 'progress', stage, done, all } satisfies WorkerAnswer)
  }

  async function work(request: Exclude<WorkerRequest, { kind: 'cancel' }>): Promise<Result<unknown>> {
    const options = { onProgress, signal: stop.signal }
    return request.kind === 'build'
      ? buildPackage(request.request, options)
      : (verifyPackage(request.path, { ...options, trust: request.trust }) satisfies Promise<
          Result<Verification>
        >)
  }

  port.on('message', (request: WorkerRequest) => {
    if (request.kind === 'cancel') {
      stop.abort()
      return
    }
    // What is thrown here is a bug: it ends the worker, and main hears of it.
    void work(request).then((result) => {
      port.postMessage({ kind: 'done', result } satisfies WorkerAnswer)
      port.close()
    })
  })
}

if (parentPort !== null) serve(parentPort)
