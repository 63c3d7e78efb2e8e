import { createContext, lazy, Suspense, useCallback, useContext, useMemo, useState } from 'react'
import type { Rubric } from '../../shared/domain/rubric/rubric'
import type { Scored } from '../../shared/domain/scoring/score-sheet'
import type { Memory } from '../../shared/domain/scoring/tally'
import type { StampedEvent } from '../../shared/domain/sheet/event'

/** A sheet whose numbers can be opened, as it stands. */
export interface ExplainedSheet {
  readonly rubric: Rubric
  readonly state: Scored
  /** Its journal, where there is one: it tells what an item was before it was left out. */
  readonly lines?: readonly StampedEvent[]
}

/** Where a sheet is read from; the same object for the sheet's life. A sheet's session is one. */
export interface SheetSource {
  readonly view: () => ExplainedSheet
  readonly subscribe: (listener: () => void) => () => void
}

/** What is open: the explanation at a node ('total', a node's id, 'item/clause'), or what may still change. */
export type Opened = { readonly kind: 'explanation'; readonly node: string } | { readonly kind: 'what-if' }

/** The same for the sheet's life, so that parts may ask for it without being drawn again. */
export interface Opening {
  readonly explain: (node: string) => void
  readonly whatIf: () => void
  readonly source: SheetSource
  /** Of scores made in play: never the one that the sheet itself is scored with. */
  readonly memory: Memory
}

const OpeningContext = createContext<Opening | null>(null)
export const OpeningProvider = OpeningContext.Provider

/** How numbers are opened here; null where there is no sheet around. */
export function useOpening(): Opening | null {
  return useContext(OpeningContext)
}

/** What is open over a sheet, and how to open it. */
export function useExplaining(source: SheetSource) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const opening = useMemo(
    (): Opening => ({
      explain: (node) => setOpened({ kind: 'explanation', node }),
      whatIf: () => setOpened({ kind: 'what-if' }),
      source,
      memory: new WeakMap(),
    }),
    [source],
  )
  const close = useCallback(() => setOpened(null), [])
  return { opening, opened, close }
}

const ExplanationDrawer = lazy(async () => ({
  default: (await import('./explanation-drawer')).ExplanationDrawer,
}))

interface LayerProps {
  readonly opened: Opened | null
  readonly source: SheetSource
  readonly onClose: () => void
  /** Goes to an item where it is scored; none where nothing can be scored. */
  readonly onItem?: (item: string) => void
}

/** The drawer over the screen; its code is read when it is opened for the first time. */
export function ExplanationLayer({ opened, source, onClose, onItem }: LayerProps) {
  const [wasOpened, setWasOpened] = useState(false)
  if (opened !== null && !wasOpened) setWasOpened(true)
  if (!wasOpened) return null
  return (
    <Suspense fallback={null}>
      <ExplanationDrawer opened={opened} source={source} onClose={onClose} onItem={onItem} />
    </Suspense>
  )
}
