import type { AttachedEvidence } from '../evidence/evidence'
import type { Milli, Points } from '../points'

/** What a person entered for one clause at one place; which kind fits which form is said in `scoring/` (`fits`). */
export type PlainValue =
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'counts'; readonly bySeverity: Readonly<Record<string, number>> }
  | { readonly kind: 'flag' }
  | { readonly kind: 'value'; readonly value: Milli }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'points'; readonly bandId: string; readonly points: Points }
  | {
      readonly kind: 'missing'
      readonly parts: readonly string[]
      /** Parts that do not apply here. */
      readonly notApplicable?: readonly string[]
    }
  | { readonly kind: 'zoned'; readonly zone: string; readonly value: Milli }
  /** `time` counts from 1: the first finding, the second … */
  | {
      readonly kind: 'found'
      readonly found: readonly { readonly finder: string; readonly time: number; readonly n: number }[]
    }
  /** Looked at, and nothing wrong: only as one of several places, where a mean is over the clean ones too. */
  | { readonly kind: 'clean' }
  | { readonly kind: 'rank'; readonly rank: number }
  | {
      readonly kind: 'samples'
      /** How many there are, of which passed + failed were looked at. */
      readonly population: number
      readonly passed: number
      readonly failed: number
      /** Where each was looked at; together they are all of them. */
      readonly at?: readonly Sampled[]
    }

/** What was sampled at one place. */
export interface Sampled {
  readonly place: string
  readonly passed: number
  readonly failed: number
  /** What was wrong there. */
  readonly note?: string
}

/** The mark that already counts this problem: the same place, under another item. */
export interface SameAs {
  readonly item: string
  readonly clause: string
}

/** What was seen at one place. */
export interface Observation {
  readonly place: string
  readonly value: PlainValue
  /** What was wrong there, where it is not the mark's own reason. */
  readonly note?: string
  readonly sameAs?: SameAs
}

export type MarkValue = PlainValue | { readonly kind: 'places'; readonly at: readonly Observation[] }

export interface Mark {
  readonly value: MarkValue
  readonly reason: string
  /** Where, for a mark that is of one place. */
  readonly place?: string
  /** Counted there and not here (同一问题不重复扣分). */
  readonly sameAs?: SameAs
}

/** What was written of single places. */
export function notesIn({ value }: Mark): readonly string[] {
  const at = value.kind === 'places' || value.kind === 'samples' ? (value.at ?? []) : []
  return at.flatMap(({ note }) => (note === undefined ? [] : [note]))
}

/** The mark on a clause, where there is one: never what every object inherits. */
export function markOn(marks: Readonly<Record<string, Mark>>, clause: string): Mark | undefined {
  return Object.hasOwn(marks, clause) ? marks[clause] : undefined
}

/** unchecked 未查, clear 已查无问题, scored 已评分, excluded 合理缺项: never merged. */
export type ItemStatus = 'unchecked' | 'clear' | 'scored' | 'excluded'

/** One item as it stands on a sheet. `by` and `at` (ISO 8601, UTC) are of its last change; empty while untouched. */
export interface ItemMark {
  readonly status: ItemStatus
  readonly marks: Readonly<Record<string, Mark>>
  readonly note: string
  /** Photos and files, in the order in which they were attached; absent where there are none. */
  readonly evidence?: readonly AttachedEvidence[]
  /** Cleared with all that were left, in one act: nobody says that they looked at this one by itself. */
  readonly isTogether?: true
  /** Why it is excluded; empty otherwise. */
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** How an item stands, where cleared by itself and cleared with others are told apart. */
export type Stand = ItemStatus | 'clear-together'

export function standOf({ status, isTogether }: ItemMark): Stand {
  return isTogether === true ? 'clear-together' : status
}

export const UNTOUCHED: ItemMark = { status: 'unchecked', marks: {}, note: '', reason: '', by: '', at: '' }
