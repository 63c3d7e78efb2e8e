import { webContents } from 'electron'
import { PROGRESS_CHANNEL } from '../../shared/ipc/calls'
import type { ImportedEvidence, PackageStage, Progress } from '../../shared/ipc/contract'
import type { Result } from '../../shared/ipc/result'

/** What a long work is given: a signal to stop by, and where to tell how far it is. */
export interface JobHand {
  readonly signal: AbortSignal
  readonly onProgress: (
    stage: PackageStage,
    done: number,
    all: number,
    kept?: readonly ImportedEvidence[],
  ) => void
}

/** Long works under way, by the name the screen gave them. */
export interface Jobs {
  /** Runs a work under a name; 'busy' when one of that name is running. */
  readonly run: <T>(job: string, work: (hand: JobHand) => Promise<Result<T>>) => Promise<Result<T>>
  readonly cancel: (job: string) => void
}

export function openJobs(): Jobs {
  const running = new Map<string, AbortController>()
  return {
    run: async (job, work) => {
      if (running.has(job)) return { ok: false, code: 'busy' }
      const controller = new AbortController()
      running.set(job, controller)
      try {
        return await work({ signal: controller.signal, onProgress: teller(job) })
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  }
}

function teller(job: string): JobHand['onProgress'] {
  return (stage, done, all, kept = []) => {
    const progress: Progress = { job, stage, done, all, ...(kept.length === 0 ? {} : { kept }) }
    for (const contents of webContents.getAllWebContents()) contents.send(PROGRESS_CHANNEL, progress)
  }
}
