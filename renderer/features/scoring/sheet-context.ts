import { createContext, useContext } from 'react'
import { learnReasons, offeredReasons, type Reasons } from '../../../shared/domain/findings/reasons'
import { type Place, placeName } from '../../../shared/domain/round/place'
import type { Subject } from '../../../shared/domain/round/round'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import { kindsOf } from '../../../shared/domain/rubric/rubric-for'
import type { Double } from '../../../shared/domain/sheet/doubles'
import type { SheetSession } from '../../db/sheet-session'
import { NOWHERE, placesUsed, type Spot } from './places'
import type { Around } from './use-around'

/** What stays the same for a sheet's life: parts may ask for it without being drawn again. */
export interface SheetFacts {
  readonly rubric: Rubric
  readonly codeOf: (item: string) => string
  /** Places to offer: those named on the sheet, the last first, then those listed, then those of the round's others. */
  readonly placesUsed: () => readonly string[]
  /** What was written of a clause before, on this sheet and others of this machine: what came most often first. */
  readonly reasonsFor: (item: string, clause: string) => readonly string[]
  /** A place as it is listed; null where it is not. */
  readonly placeInfo: (name: string) => Place | null
  /** The kind of subject that a clause was read for; null where it is the same for all. '' where none was named. */
  readonly readFor: (item: string, clause: string) => string | null
}

/** What changes now and then, and only clause cards show. */
export interface Live {
  readonly doubles: readonly Double[]
  /** Both count, a person says. */
  readonly keep: (double: Double) => void
  readonly spot: Spot
}

const FactsContext = createContext<SheetFacts | null>(null)
const LiveContext = createContext<Live>({ doubles: [], keep: () => undefined, spot: NOWHERE })

export const SheetFactsProvider = FactsContext.Provider
export const LiveProvider = LiveContext.Provider

export function useSheetFacts(): SheetFacts {
  const facts = useContext(FactsContext)
  if (facts === null) throw new Error('no sheet around')
  return facts
}

export function useLive(): Live {
  return useContext(LiveContext)
}

export function factsOf(session: SheetSession, around: () => Around): SheetFacts {
  const { rubric, standard, state } = session.view()
  return {
    rubric,
    codeOf: (item) => itemIndex(rubric).get(item)?.code ?? item,
    placesUsed: () => {
      const { state } = session.view()
      const names = [...placesUsed(state), ...[...state.places, ...around().places].map(({ name }) => name)]
      const first = new Map<string, string>()
      for (const name of names) if (!first.has(placeName(name))) first.set(placeName(name), name)
      return [...first.values()]
    },
    reasonsFor: (item, clause) => {
      const here: Reasons = new Map()
      learnReasons(here, session.view().lines)
      return offeredReasons([here, around().reasons], item, clause)
    },
    placeInfo: (name) => {
      const isIt = (place: Place) => placeName(place.name) === placeName(name)
      return session.view().state.places.find(isIt) ?? around().places.find(isIt) ?? null
    },
    readFor: (item, clause) => readFor(standard, state.header?.subject ?? null, item, clause),
  }
}

function readFor(standard: Rubric, subject: Subject | null, item: string, clause: string): string | null {
  const found = itemIndex(standard)
    .get(item)
    ?.clauses.find(({ id }) => id === clause)
  if (found?.form !== 'by-subject') return null
  const kinds = subject === null ? [] : kindsOf(subject)
  const named = found.cases.flatMap((one) => one.kinds).find((kind) => kinds.includes(kind))
  return named ?? ''
}
