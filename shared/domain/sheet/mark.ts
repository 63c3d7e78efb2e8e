import type { Milli, Points } from '../points'

/** What a person entered for one clause; which kind fits which form is said in `scoring/` (`accepts`). */
export type MarkValue =
  | { readonly kind: 'count'; readonly n: number }
  | { readonly kind: 'counts'; readonly bySeverity: Readonly<Record<string, number>> }
  | { readonly kind: 'flag' }
  | { readonly kind: 'value'; readonly value: Milli }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'points'; readonly bandId: string; readonly points: Points }
  | { readonly kind: 'missing'; readonly parts: readonly string[] }

export interface Mark {
  readonly value: MarkValue
  readonly reason: string
}

/** unchecked 未查, clear 已查无问题, scored 已评分, excluded 合理缺项: never merged. */
export type ItemStatus = 'unchecked' | 'clear' | 'scored' | 'excluded'

/** One item as it stands on a sheet. `by` and `at` (ISO 8601, UTC) are of its last change; empty while untouched. */
export interface ItemMark {
  readonly status: ItemStatus
  readonly marks: Readonly<Record<string, Mark>>
  readonly note: string
  /** Why it is excluded; empty otherwise. */
  readonly reason: string
  readonly by: string
  readonly at: string
}

export const UNTOUCHED: ItemMark = { status: 'unchecked', marks: {}, note: '', reason: '', by: '', at: '' }
