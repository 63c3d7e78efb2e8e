import { useCallback, useEffect, useRef } from 'react'
import type { Place } from '../../../shared/domain/round/place'
import { database } from '../../db/database'
import { placesAround } from '../../db/places-around'
import type { SheetSession } from '../../db/sheet-session'

const NONE: readonly Place[] = []

/** What the round's other sheets know of places, read once when the sheet is opened; none while it is read. */
export function usePlacesAround(session: SheetSession): () => readonly Place[] {
  const known = useRef(NONE)
  useEffect(() => {
    let isCurrent = true
    const { header } = session.view().state
    if (header === null) return
    const { sheetId, round, subject } = header
    void placesAround(database, { sheetId, roundId: round.id, subject: subject.id })
      .then((places) => {
        if (isCurrent) known.current = places
      })
      // The browser's copy may be refused: its places are offered, never needed.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [session])
  return useCallback(() => known.current, [])
}
