import { useEffect, useRef, useState } from 'react'
import type { BuiltPackage, PackageStage } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/ipc/result'

/** A package that is being built. */
export interface Running {
  readonly stage: PackageStage
  readonly done: number
  readonly all: number
  readonly isCancelling: boolean
}

const STARTED: Running = { stage: 'replay', done: 0, all: 0, isCancelling: false }

/** Builds and signs a sheet's package, with progress and a way to stop; leaving the screen stops it. */
export function useBuild(sheetId: string): {
  readonly running: Running | null
  readonly build: (passphrase: string) => Promise<Result<BuiltPackage>>
  readonly cancel: () => void
} {
  const [running, setRunning] = useState<Running | null>(null)
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

  const build = async (passphrase: string) => {
    job.current = crypto.randomUUID()
    setRunning(STARTED)
    const built = await window.scorebench.buildPackage(sheetId, passphrase, job.current)
    job.current = null
    setRunning(null)
    return built
  }

  const cancel = () => {
    if (job.current === null) return
    setRunning((before) => before && { ...before, isCancelling: true })
    void window.scorebench.cancelJob(job.current)
  }

  return { running, build, cancel }
}
