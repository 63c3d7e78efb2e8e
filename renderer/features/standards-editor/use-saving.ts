import { useCallback, useEffect, useRef, useState } from 'react'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { FailureCode } from '../../../shared/ipc/result'

/** What a crash may cost: a change waits no longer than this (milliseconds), however fast the next ones come. */
const WAIT = 400

export type Saving =
  | { readonly state: 'saved' | 'saving' }
  | { readonly state: 'failed'; readonly code: FailureCode }

/** Keeps the draft on disk as it changes: soon after a change, and at once when the screen is left. */
export function useSaving(
  draftId: string,
  rubric: Rubric,
): { readonly saving: Saving; readonly save: () => Promise<boolean> } {
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const latest = useRef(rubric)
  latest.current = rubric
  // What was sent to be saved last, and what is known to be on disk.
  const kept = useRef(rubric)
  const onDisk = useRef(rubric)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const save = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const mine = latest.current
    // An undo may have brought back just what is on disk.
    if (mine === kept.current) {
      if (onDisk.current === mine)
        setSaving((before) => (before.state === 'saving' ? { state: 'saved' } : before))
      return true
    }
    const before = kept.current
    kept.current = mine
    const answer = await window.scorebench.saveDraft(draftId, mine)
    if (!answer.ok) {
      if (kept.current === mine) kept.current = before
      setSaving({ state: 'failed', code: answer.code })
    } else {
      onDisk.current = mine
      if (latest.current === mine) setSaving({ state: 'saved' })
    }
    return answer.ok
  }, [draftId])

  useEffect(() => {
    if (rubric === kept.current) return
    setSaving((before) => (before.state === 'failed' ? before : { state: 'saving' }))
    timer.current ??= setTimeout(() => void save(), WAIT)
  }, [rubric, save])

  useEffect(() => {
    const flush = () => void save()
    window.addEventListener('pagehide', flush)
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('blur', flush)
      void save()
    }
  }, [save])
  return { saving, save }
}
