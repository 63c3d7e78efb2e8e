import type { SheetPlace } from '../round/place'
import type { UnitLoss } from '../scoring/loss-share'
import type { SheetScore } from '../scoring/score'
import type { SheetHeader } from './event'
import type { ItemMark } from './mark'

/** What result.json holds: computed by replaying the journal against the rubric, by anyone, to the same bytes. */
export interface SheetResult {
  readonly schema: 'scorebench.result/1'
  readonly sheet: SheetHeader
  readonly sealed: {
    readonly at: string
    readonly by: string
    readonly unchecked: number
    readonly reason: string
  }
  /** The journal that yields it: its number of lines and the hash of the last. */
  readonly journal: { readonly events: number; readonly head: string }
  readonly score: SheetScore
  /** Lost points by the unit that answers for them, item points before weights, most first. */
  readonly units: readonly UnitLoss[]
  /** The places that were listed; absent where none were. */
  readonly places?: readonly SheetPlace[]
  /** The marks behind the score, by item id; untouched items are absent. */
  readonly marks: Readonly<Record<string, ItemMark>>
}
