import type { EvidenceImport } from '../../../../shared/ipc/contract'
import type { Result } from '../../../../shared/ipc/result'
import { newId } from '../../../components/new-id'
import { type Heads, headsOf } from './heads'
import type { RunningStore } from './running'
import type { Target } from './use-evidence'

/** What was brought, and how to read it: heads are read while the rest is still being copied. */
export interface Brought {
  readonly answer: Result<EvidenceImport>
  readonly heads: Heads
}

/**
 * Runs one import with its progress; `then` sorts out what was brought while the line still stands. Answers false
 * where another is under way.
 */
export async function runImport(
  running: RunningStore,
  sheetId: string,
  target: Target | null,
  call: (job: string) => Promise<Result<EvidenceImport>>,
  then: (brought: Brought) => Promise<void>,
): Promise<boolean> {
  if (running.get() !== null) return false
  const job = newId()
  running.set({ job, target, done: 0, all: 0, isCancelling: false })
  const heads = headsOf(sheetId)
  const stopHearing = window.scorebench.onProgress((progress) => {
    const now = running.get()
    if (progress.job !== job || now === null) return
    running.set({ ...now, done: progress.done, all: progress.all })
    for (const { sha256 } of progress.kept ?? []) void heads(sha256)
  })
  try {
    await then({ answer: await call(job), heads })
  } finally {
    stopHearing()
    running.set(null)
  }
  return true
}

export function cancelImport(running: RunningStore): void {
  const now = running.get()
  if (now === null) return
  running.set({ ...now, isCancelling: true })
  void window.scorebench.cancelJob(now.job)
}
