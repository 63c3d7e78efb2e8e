import { useEffect, useRef, useState } from 'react'
import type { PackageStage } from '../../../shared/ipc/contract'

/** A long work in main that is under way. */
export interface RunningJob {
  readonly stage: PackageStage | null
  readonly done: number
  readonly all: number
  readonly isCancelling: boolean
}

const STARTED: RunningJob = { stage: null, done: 0, all: 0, isCancelling: false }

/** Runs long works one at a time, with progress and a way to stop; leaving the screen stops it. */
export function useJob(): {
  readonly running: RunningJob | null
  readonly run: <T>(work: (job: string) => Promise<T>) => Promise<T>
  readonly cancel: () => void
} {
  const [running, setRunning] = useState<RunningJob | null>(null)
  const job = useRef<string | null>(null)

  useEffect(() => {
    const stop = window.scorebench.onProgress((progress) => {
      if (progress.job !== job.current) return
      const { stage, done, all } = progress
      setRunning((before) => before && { ...before, stage, done, all })
    })
    return () => {
      stop()
      if (job.current !== null) void window.scorebench.cancelJob(job.current)
    }
  }, [])

  const run = async <T>(work: (job: string) => Promise<T>) => {
    const id = crypto.randomUUID()
    job.current = id
    setRunning(STARTED)
    try {
      return await work(id)
    } finally {
      job.current = null
      setRunning(null)
    }
  }

  const cancel = () => {
    if (job.current === null) return
    setRunning((before) => before && { ...before, isCancelling: true })
    void window.scorebench.cancelJob(job.current)
  }

  return { running, run, cancel }
}
