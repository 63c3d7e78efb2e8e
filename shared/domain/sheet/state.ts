import type { SheetPlace } from '../round/place'
import type { SheetHeader } from './event'
import type { ItemMark } from './mark'

/** One item as it was and as it became. */
export interface Change {
  readonly item: string
  readonly before: ItemMark | undefined
  readonly after: ItemMark
}

/** One act that can be taken back, newest first: all that it changed, together. */
export interface Step {
  readonly seq: number
  readonly changes: readonly Change[]
  /** The list of places, where the act was about it. */
  readonly places?: { readonly before: readonly SheetPlace[]; readonly after: readonly SheetPlace[] }
  readonly next: Step | null
}

/** A sheet as its events made it. Items that were never touched are absent. */
export interface SheetState {
  readonly header: SheetHeader | null
  /** Sequence number and hash of the last event. */
  readonly seq: number
  readonly head: string
  readonly items: ReadonlyMap<string, ItemMark>
  /** The places that are listed, as they were listed: their names are told apart by `placeName`. */
  readonly places: readonly SheetPlace[]
  readonly undo: Step | null
  readonly redo: Step | null
  readonly sealed: {
    readonly at: string
    readonly by: string
    readonly unchecked: number
    readonly reason: string
  } | null
}

export const NO_HASH = '0'.repeat(64)

/** A sheet before its first event. */
export function emptySheet(): SheetState {
  return {
    header: null,
    seq: 0,
    head: NO_HASH,
    items: new Map(),
    places: [],
    undo: null,
    redo: null,
    sealed: null,
  }
}
