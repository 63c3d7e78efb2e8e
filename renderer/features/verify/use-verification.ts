import { useCallback, useEffect, useState } from 'react'
import type { Verification } from '../../../shared/ipc/contract'
import type { FailureCode } from '../../../shared/ipc/result'

export type Verifying =
  | { readonly state: 'running'; readonly done: number; readonly all: number; readonly isCancelling: boolean }
  | { readonly state: 'failed'; readonly code: FailureCode; readonly detail: string | undefined }
  | { readonly state: 'done'; readonly verification: Verification }

const STARTED: Verifying = { state: 'running', done: 0, all: 0, isCancelling: false }

/** Checks the package at `path`, with progress; leaving, or another path, stops it. */
export function useVerification(path: string): {
  readonly verifying: Verifying
  readonly cancel: () => void
  readonly again: () => void
} {
  const [verifying, setVerifying] = useState<Verifying>(STARTED)
  const [attempt, setAttempt] = useState(0)
  const [job, setJob] = useState('')
  const again = useCallback(() => setAttempt((before) => before + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` checks it anew
  useEffect(() => {
    const own = crypto.randomUUID()
    let isRunning = false
    let isLeft = false
    setJob(own)
    setVerifying(STARTED)
    const stop = window.scorebench.onProgress(({ job: of, done, all }) => {
      if (of === own)
        setVerifying((before) => (before.state === 'running' ? { ...before, done, all } : before))
    })
    const run = async () => {
      isRunning = true
      const answer = await window.scorebench.verifyPackage(path, own)
      isRunning = false
      if (isLeft) return
      setVerifying(
        answer.ok
          ? { state: 'done', verification: answer.value }
          : { state: 'failed', code: answer.code, detail: answer.detail },
      )
    }
    // After this turn, so that an effect which is taken back at once starts nothing.
    const timer = setTimeout(() => void run(), 0)
    return () => {
      clearTimeout(timer)
      stop()
      isLeft = true
      if (isRunning) void window.scorebench.cancelJob(own)
    }
  }, [path, attempt])

  const cancel = () => {
    setVerifying((before) => (before.state === 'running' ? { ...before, isCancelling: true } : before))
    void window.scorebench.cancelJob(job)
  }
  return { verifying, cancel, again }
}
