import type { AttachedEvidence, Evidence } from '../evidence/evidence'
import type { PhotoMark } from '../evidence/photo-mark'
import type { SheetPlace } from '../round/place'
import type { Round, Subject, TeamMember } from '../round/round'
import type { ItemMark, Mark } from './mark'

/** A sheet that follows a sealed one (更正): `no` counts from 1; the digests name what it corrects. */
export interface CorrectionOf {
  readonly no: number
  readonly sheetId: string
  /** Hash of the last journal line of the sheet that is corrected (its sealed event). */
  readonly head: string
  readonly reason: string
}

/** The sheet whose marks were carried over from another version of the standard. */
export interface CarriedFrom {
  readonly sheetId: string
  /** Hash of the last journal line of that sheet when its marks were taken. */
  readonly head: string
  readonly rubricDigest: string
  readonly rubricVersion: string
}

/** What is said once, when a sheet is opened. */
export interface SheetHeader {
  readonly sheetId: string
  readonly round: Omit<Round, 'subjects' | 'team' | 'places'>
  readonly subject: Subject
  readonly scorer: TeamMember
  readonly correction: CorrectionOf | null
  /** Absent on a sheet that was begun under its own standard. */
  readonly carriedFrom?: CarriedFrom
}

/** Everything that can happen to a sheet. Undo and redo are events of their own; nothing is ever deleted. */
export type SheetEvent =
  /** `places`: those that the round planned for the subject, or that the sheet before this one had. */
  | { readonly type: 'opened'; readonly header: SheetHeader; readonly places?: readonly SheetPlace[] }
  | { readonly type: 'carried'; readonly items: Readonly<Record<string, CarriedItem>> }
  | { readonly type: 'cleared'; readonly item: string }
  /** One act over all that were left unchecked below a category or group: looked at, and clear. */
  | { readonly type: 'cleared-together'; readonly items: readonly string[] }
  | { readonly type: 'marked'; readonly item: string; readonly clause: string; readonly mark: Mark | null }
  | { readonly type: 'excluded'; readonly item: string; readonly reason: string }
  /** One act over several items: a whole group that the place does not have. */
  | { readonly type: 'excluded-together'; readonly items: readonly string[]; readonly reason: string }
  | { readonly type: 'reset'; readonly item: string }
  | { readonly type: 'noted'; readonly item: string; readonly note: string }
  /** Photos and files put on an item as one act; it says nothing of how the item stands. */
  | {
      readonly type: 'attached'
      readonly item: string
      readonly clause?: string
      readonly place?: string
      readonly evidence: readonly Evidence[]
    }
  | { readonly type: 'detached'; readonly item: string; readonly sha256: string }
  /** Puts places on the list, or says otherwise what they are: named as they are compared (`placeName`). One act. */
  | { readonly type: 'places-listed'; readonly places: readonly SheetPlace[] }
  | { readonly type: 'place-dropped'; readonly name: string }
  /** What is drawn over a picture, all of it anew; none where it is empty. The original stays as it is. */
  | {
      readonly type: 'annotated'
      readonly item: string
      readonly sha256: string
      readonly marks: readonly PhotoMark[]
    }
  | { readonly type: 'undone'; readonly of: number }
  | { readonly type: 'redone'; readonly of: number }
  | { readonly type: 'sealed'; readonly unchecked: number; readonly reason: string }

/** An item as it stood on the sheet that is corrected, or whose marks were carried over. */
export interface CarriedItem {
  readonly status: 'clear' | 'scored' | 'excluded'
  readonly marks: Readonly<Record<string, Mark>>
  readonly note: string
  readonly evidence?: readonly AttachedEvidence[]
  readonly isTogether?: true
  readonly reason: string
}

/** An event as the notary wrote it: one line of the journal. */
export interface StampedEvent {
  /** Counts from 1 within the sheet. */
  readonly seq: number
  /** Wall clock, ISO 8601 UTC with milliseconds. */
  readonly at: string
  /** Monotonic clock, whole milliseconds since `boot` began. */
  readonly mono: number
  /** Names one run of the application: monotonic times compare only within it. */
  readonly boot: string
  /** Name of the person who scored. */
  readonly by: string
  readonly event: SheetEvent
  /** Hash of the line before; 64 zeros on the first. */
  readonly prev: string
  /** SHA-256 (hex) of this line's canonical JSON without `hash`. */
  readonly hash: string
}

/** The first event of a sheet. */
export function opening(header: SheetHeader, places: readonly SheetPlace[]): SheetEvent {
  return { type: 'opened', header, ...(places.length === 0 ? {} : { places }) }
}

/** What another sheet takes over of an item; null of one that nobody has checked. */
export function carriedOf({ status, by: _, at: __, ...rest }: ItemMark): CarriedItem | null {
  return status === 'unchecked' ? null : { status, ...rest }
}

/** The items that an event changes, by id; none for what concerns the sheet as a whole. */
export function itemsChangedBy(event: SheetEvent): readonly string[] {
  if ('item' in event) return [event.item]
  if (event.type === 'excluded-together' || event.type === 'cleared-together') return event.items
  return event.type === 'carried' ? Object.keys(event.items) : []
}
