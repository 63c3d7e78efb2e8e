import { useEffect, useRef, useState } from 'react'

/** A long work, and how far it is. */
export interface RunningJob<Stage> {
  readonly stage: Stage
  readonly done: number
  readonly all: number
  readonly isCancelling: boolean
}

type Told<Stage> = Omit<RunningJob<Stage>, 'isCancelling'> & { readonly job: string }

/** Where long works are done: who tells of them, and how one is stopped. */
export interface JobPlace<Stage> {
  readonly onProgress: (listener: (told: Told<Stage>) => void) => () => void
  readonly cancelJob: (job: string) => Promise<unknown>
}

/**
 * One long work at a time, with progress and a way to stop it; leaving stops it. `first` is its stage until it tells of
 * one; null where it has none before that.
 */
export function useJob<Stage, First extends Stage | null>(
  place: JobPlace<Stage>,
  first: First,
): {
  readonly running: RunningJob<Stage | First> | null
  readonly run: <T>(work: (job: string) => Promise<T>) => Promise<T>
  readonly cancel: () => void
} {
  const [running, setRunning] = useState<RunningJob<Stage | First> | null>(null)
  const job = useRef<string | null>(null)

  useEffect(() => {
    const stop = place.onProgress((told) => {
      if (told.job !== job.current) return
      const { stage, done, all } = told
      setRunning((before) => before && { ...before, stage, done, all })
    })
    return () => {
      stop()
      if (job.current !== null) void place.cancelJob(job.current)
    }
  }, [place])

  const run = async <T>(work: (job: string) => Promise<T>): Promise<T> => {
    const own = crypto.randomUUID()
    job.current = own
    setRunning({ stage: first, done: 0, all: 0, isCancelling: false })
    try {
      return await work(own)
    } finally {
      job.current = null
      setRunning(null)
    }
  }

  const cancel = () => {
    if (job.current === null) return
    setRunning((before) => before && { ...before, isCancelling: true })
    void place.cancelJob(job.current)
  }

  return { running, run, cancel }
}
