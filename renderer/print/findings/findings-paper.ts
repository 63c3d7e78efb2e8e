import type { AttachedBy } from '../../../shared/domain/findings/attached-by'
import type { FindingsOrder, FindingsPaper } from '../../../shared/domain/findings/paper'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetHeader } from '../../../shared/domain/sheet/event'
import type { SheetState } from '../../../shared/domain/sheet/state'
import type { Shrunk } from './picture-worker'

/** A photo as the page shows it, or why it does not. */
export type PagePhoto =
  | { readonly state: 'ready'; readonly address: string; readonly width: number; readonly height: number }
  | Exclude<Shrunk, { state: 'ready' }>

/** All that the pages of a sheet's findings are made of. */
export interface FindingsPages {
  /** As it is for the sheet's subject. */
  readonly rubric: Rubric
  readonly header: SheetHeader
  readonly sealed: SheetState['sealed']
  readonly order: FindingsOrder
  readonly paper: FindingsPaper
  /** By `attachedKey`. */
  readonly attached: ReadonlyMap<string, AttachedBy>
  /** By `pictureKey`; empty where no photos were asked for. */
  readonly photos: ReadonlyMap<string, PagePhoto>
  /** When it is made, ISO 8601 UTC. */
  readonly at: string
}
