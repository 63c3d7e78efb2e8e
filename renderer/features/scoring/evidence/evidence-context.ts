import { createContext, useContext } from 'react'
import type { EvidenceFlag } from '../../../../shared/domain/evidence/evidence'
import type { SheetState } from '../../../../shared/domain/sheet/state'
import type { CopyDesk } from './use-copies'
import type { EvidenceDesk } from './use-evidence'

/** What opens over the whole screen. */
export type EvidenceDialog = 'all' | 'camera'

/** What the item panel needs for evidence. */
export interface EvidenceAround {
  readonly desk: EvidenceDesk
  /** A phone's folder, each photo to the finding that it is of; by the system's dialog. */
  readonly sortFolder: () => void
  readonly copies: CopyDesk
  readonly openDialog: (which: EvidenceDialog) => void
  /** Pieces on the sheet, each item's by themselves. */
  readonly count: () => number
  /** Opens the viewer on a piece of an item. */
  readonly open: (item: string, sha256: string) => void
  readonly flagWords: Readonly<Record<EvidenceFlag, string>>
  /** Printed numbers of items. */
  readonly codesOf: (items: readonly string[]) => string
  /** The items as they stand now. */
  readonly items: () => SheetState['items']
}

const Context = createContext<EvidenceAround | null>(null)

export const EvidenceProvider = Context.Provider

export function useEvidenceAround(): EvidenceAround {
  const around = useContext(Context)
  if (around === null) throw new Error('no evidence around')
  return around
}
