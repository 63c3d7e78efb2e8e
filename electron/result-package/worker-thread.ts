import { parentPort, Worker } from 'node:worker_threads'
import type { PackageStage } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'
import { failure } from '../custody/disk-failure'
import type { JobOptions } from './build-package'

type Answer =
  | { readonly kind: 'progress'; readonly stage: PackageStage; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly result: Result<unknown> }

type Question<R> = { readonly kind: 'work'; readonly request: R } | { readonly kind: 'cancel' }

/** A progress bar needs no more. */
const MILLISECONDS_BETWEEN = 50

/** Asks a worker script for one work. Rejects when the worker breaks (a bug); a cancelled work answers 'cancelled'. */
export function runInWorker<R, T>(
  workerPath: string,
  request: R,
  { onProgress, signal }: JobOptions,
): Promise<Result<T>> {
  if (signal?.aborted) return Promise.resolve(failure('cancelled'))
  const worker = new Worker(workerPath)
  const cancel = (): void => worker.postMessage({ kind: 'cancel' } satisfies Question<R>)
  signal?.addEventListener('abort', cancel, { once: true })
  return new Promise<Result<T>>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'progress') onProgress?.(answer.stage, answer.done, answer.all)
      else resolve(answer.result as Result<T>)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the worker ended with code ${code} and no answer`)))
    worker.postMessage({ kind: 'work', request } satisfies Question<R>)
  }).finally(() => signal?.removeEventListener('abort', cancel))
}

/** In a worker: does one work and ends. What is thrown is a bug: it ends the worker, and main hears of it. */
export function serveInWorker<R>(
  work: (
    request: R,
    options: Required<Pick<JobOptions, 'onProgress' | 'signal'>>,
  ) => Promise<Result<unknown>>,
): void {
  const port = parentPort
  if (port === null) return
  const stop = new AbortController()
  let last = { stage: '', at: 0 }
  const onProgress = (stage: PackageStage, done: number, all: number): void => {
    const at = performance.now()
    if (stage === last.stage && done < all && at - last.at < MILLISECONDS_BETWEEN) return
    last = { stage, at }
    port.postMessage({ kind: 'progress', stage, done, all } satisfies Answer)
  }
  port.on('message', (question: Question<R>) => {
    if (question.kind === 'cancel') return stop.abort()
    void work(question.request, { onProgress, signal: stop.signal }).then((result) => {
      port.postMessage({ kind: 'done', result } satisfies Answer)
      port.close()
    })
  })
}
