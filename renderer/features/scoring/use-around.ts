import { useEffect, useRef } from 'react'
import type { Reasons } from '../../../shared/domain/findings/reasons'
import type { Place } from '../../../shared/domain/round/place'
import { database } from '../../db/database'
import { placesAround } from '../../db/places-around'
import { reasonsElsewhere } from '../../db/reasons'
import type { SheetSession } from '../../db/sheet-session'

/** What this machine knows from other sheets: places of the same round and subject, reasons under the same standard. */
export interface Around {
  readonly places: readonly Place[]
  readonly reasons: Reasons
}

const NOTHING: Around = { places: [], reasons: new Map() }

/** Read once when the sheet is opened; nothing while it is read. The same function for the sheet's life. */
export function useAround(session: SheetSession): () => Around {
  const known = useRef(NOTHING)
  const ask = useRef(() => known.current)
  useEffect(() => {
    let isCurrent = true
    const { header } = session.view().state
    if (header === null) return
    const { sheetId, round, subject } = header
    void Promise.all([
      placesAround(database, { sheetId, roundId: round.id, subject: subject.id }),
      reasonsElsewhere(database, round.rubricId, sheetId),
    ])
      .then(([places, reasons]) => {
        if (isCurrent) known.current = { places, reasons }
      })
      // The browser's copy may be refused: what it knows is offered, never needed.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [session])
  return ask.current
}
