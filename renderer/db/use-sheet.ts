import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { BuiltPackage, SheetSummary } from '../../shared/ipc/contract'
import type { FailureCode, Result } from '../../shared/ipc/result'
import { database } from './database'
import { openSession, type SheetSession, type SheetView } from './sheet-session'

/** A sheet opened with its frozen standard, and as custody has it. */
export interface OpenSheet {
  readonly session: SheetSession
  readonly summary: SheetSummary
  /** The package that custody keeps, where one was built. */
  readonly built: BuiltPackage | null
}

export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly code: FailureCode; readonly detail: string | undefined }
  | { readonly state: 'open'; readonly sheet: OpenSheet }

/** Opens a sheet with its frozen standard; `again` opens it anew after a failure. */
export function useSheet(sheetId: string): { readonly opening: Opening; readonly again: () => void } {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((before) => before + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` opens it anew
  useEffect(() => {
    let isCurrent = true
    setOpening({ state: 'opening' })
    void open(sheetId).then((opened) => {
      if (!isCurrent) return
      setOpening(
        opened.ok
          ? { state: 'open', sheet: opened.value }
          : { state: 'failed', code: opened.code, detail: opened.detail },
      )
    })
    return () => {
      isCurrent = false
    }
  }, [sheetId, attempt])
  return { opening, again }
}

/** What the session shows, followed as it changes. */
export function useView(session: SheetSession): SheetView {
  return useSyncExternalStore(session.subscribe, session.view)
}

async function open(sheetId: string): Promise<Result<OpenSheet>> {
  const listed = await window.scorebench.listSheets()
  if (!listed.ok) return listed
  const summary = listed.value.find(({ header }) => header.sheetId === sheetId)
  if (summary === undefined) return { ok: false, code: 'not-found' }
  const rubric = await window.scorebench.readRubric(summary.header.round.rubricDigest)
  if (!rubric.ok) return rubric
  const session = await openSession(database, window.scorebench, rubric.value, sheetId)
  if (!session.ok) return session
  const built = await window.scorebench.describePackage(sheetId)
  return built.ok ? { ok: true, value: { session: session.value, summary, built: built.value } } : built
}
