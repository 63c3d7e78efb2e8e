import { useEffect, useMemo, useState } from 'react'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { FailureCode } from '../../../shared/ipc/result'

export type Side = 'before' | 'after'

/** A standard on one side: one of this machine's, or a file that is only open to read. */
export interface Version {
  readonly rubric: Rubric
  /** Null for a file. */
  readonly digest: string | null
}

export interface Failed {
  readonly code: FailureCode
  readonly detail: string
}

/** The two standards that are compared, read as they are chosen. `files` stay until another standard takes their side. */
export function useSides(digests: Readonly<Record<Side, string | undefined>>) {
  const [files, setFiles] = useState<Readonly<Partial<Record<Side, Rubric>>>>({})
  const [read, setRead] = useState<Readonly<Record<string, Rubric>>>({})
  const [failed, setFailed] = useState<Failed | null>(null)
  const { before, after } = digests

  useEffect(() => {
    let isCurrent = true
    for (const digest of [before, after]) {
      if (digest === undefined) continue
      void window.scorebench.readRubric(digest).then((answer) => {
        if (!isCurrent) return
        if (answer.ok) setRead((known) => ({ ...known, [digest]: answer.value }))
        else setFailed({ code: answer.code, detail: answer.detail ?? '' })
      })
    }
    return () => {
      isCurrent = false
    }
  }, [before, after])

  const sides = useMemo(() => {
    const side = (name: Side, digest: string | undefined): Version | null => {
      const file = files[name]
      if (file !== undefined) return { rubric: file, digest: null }
      const rubric = digest === undefined ? undefined : read[digest]
      return rubric === undefined || digest === undefined ? null : { rubric, digest }
    }
    return { before: side('before', before), after: side('after', after) }
  }, [files, read, before, after])

  return {
    ...sides,
    failed,
    hush: () => setFailed(null),
    openFile: async (side: Side) => {
      const opened = await window.scorebench.openRubric()
      setFailed(opened.ok ? null : { code: opened.code, detail: opened.detail ?? '' })
      const rubric = opened.ok ? opened.value : null
      if (rubric !== null) setFiles((all) => ({ ...all, [side]: rubric }))
    },
    closeFile: (side: Side) => setFiles((all) => ({ ...all, [side]: undefined }) as typeof all),
    swapFiles: () => setFiles(({ before: a, after: b }) => ({ before: b, after: a }) as typeof files),
  }
}
