import { useEffect, useState, useSyncExternalStore } from 'react'
import type { FailureCode } from '../../../shared/ipc/result'
import { database } from '../../db/database'
import { openSession, type SheetSession, type SheetView } from '../../db/sheet-session'

export type Opening =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly detail: string }
  | { readonly kind: 'open'; readonly session: SheetSession }

/** Opens a sheet's session: its rubric by digest, its journal from custody. */
export function useSession(sheetId: string): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'reading' })
  useEffect(() => {
    let isGone = false
    setOpening({ kind: 'reading' })
    void open(sheetId).then((opened) => {
      if (!isGone) setOpening(opened)
    })
    return () => {
      isGone = true
    }
  }, [sheetId])
  return opening
}

async function open(sheetId: string): Promise<Opening> {
  const sheets = await window.scorebench.listSheets()
  if (!sheets.ok) return { kind: 'failed', code: sheets.code, detail: sheets.detail ?? '' }
  const sheet = sheets.value.find(({ header }) => header.sheetId === sheetId)
  if (sheet === undefined) return { kind: 'failed', code: 'not-found', detail: '' }
  const rubric = await window.scorebench.readRubric(sheet.header.round.rubricDigest)
  if (!rubric.ok) return { kind: 'failed', code: rubric.code, detail: rubric.detail ?? '' }
  const session = await openSession(database, window.scorebench, rubric.value, sheetId)
  return session.ok
    ? { kind: 'open', session: session.value }
    : { kind: 'failed', code: session.code, detail: session.detail ?? '' }
}

export function useView(session: SheetSession): SheetView {
  return useSyncExternalStore(session.subscribe, session.view)
}
