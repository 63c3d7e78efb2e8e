import type { Evidence } from '../evidence/evidence'
import type { PhotoMark } from '../evidence/photo-mark'
import type { SheetPlace } from '../round/place'
import type { Mark } from './mark'

/** What a person asks for; `decide` answers with events or a refusal. */
export type SheetCommand =
  | { readonly type: 'clear'; readonly item: string }
  | { readonly type: 'mark'; readonly item: string; readonly clause: string; readonly mark: Mark | null }
  | { readonly type: 'exclude'; readonly item: string; readonly reason: string }
  /** Everything below a category or group that nobody has scored and that may be excluded, as one act. */
  | { readonly type: 'exclude-all'; readonly node: string; readonly reason: string }
  /** Everything below a category or group that is still unchecked, as one act. */
  | { readonly type: 'clear-rest'; readonly node: string }
  | { readonly type: 'reset'; readonly item: string }
  | { readonly type: 'note'; readonly item: string; readonly note: string }
  | {
      readonly type: 'attach'
      readonly item: string
      readonly clause?: string
      readonly place?: string
      readonly evidence: readonly Evidence[]
    }
  | { readonly type: 'detach'; readonly item: string; readonly sha256: string }
  | { readonly type: 'list-places'; readonly places: readonly SheetPlace[] }
  | { readonly type: 'drop-place'; readonly name: string }
  | {
      readonly type: 'annotate'
      readonly item: string
      readonly sha256: string
      readonly marks: readonly PhotoMark[]
    }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'seal'; readonly reason: string }

/** Why a command was refused; the sentence for the person is in the catalogues under `refusal.<code>`. */
export type RefusalCode =
  | 'sealed'
  | 'unknown-item'
  | 'unknown-node'
  | 'unknown-clause'
  | 'mark-unfit'
  | 'reason-required'
  | 'not-excludable'
  | 'nothing-to-exclude'
  | 'nothing-to-clear'
  | 'item-excluded'
  | 'already-attached'
  | 'not-attached'
  | 'evidence-too-many'
  | 'evidence-too-large'
  | 'place-unnamed'
  | 'place-not-listed'
  | 'places-too-many'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'text-too-long'
  | 'link-unfit'
  | 'mark-is-linked'
  | 'out-of-order'
