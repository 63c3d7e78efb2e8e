import type { Points, Rounding } from '../points'
import type { Outcome } from '../rubric/clause'
import { isSame } from './same'
import type { WordName } from './words'

/** What a standard says at one place; every kind can be written in figures or in the standard's own words. */
export type FieldValue =
  /** The standard's wording, or a part of it. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'points'; readonly points: Points }
  /** Thousandths of `unit`. */
  | { readonly kind: 'measure'; readonly value: number; readonly unit: string }
  | { readonly kind: 'count'; readonly count: number }
  /** Basis points: 1000 is 10 %. */
  | { readonly kind: 'share'; readonly basisPoints: number }
  /** Thousandths: 2000 doubles. */
  | { readonly kind: 'factor'; readonly factor: number }
  | { readonly kind: 'range'; readonly min: Points; readonly max: Points }
  /** A choice of the model, in the words of the catalogues. */
  | { readonly kind: 'word'; readonly word: WordName }
  | { readonly kind: 'list'; readonly of: readonly string[] }
  /** What happens within bounds ('≥ 80%'); bounds are empty where it is for all the rest. */
  | { readonly kind: 'outcome'; readonly bounds: string; readonly outcome: Outcome }
  | { readonly kind: 'rounding'; readonly rounding: Rounding }

export type FieldName =
  | 'code'
  | 'kind'
  | 'title'
  | 'content'
  | 'rule'
  | 'points'
  | 'weight'
  | 'exclusion'
  | 'only-for'
  | 'methods'
  | 'method-words'
  | 'papers'
  | 'lead'
  | 'support'
  | 'shared-cap'
  | 'loss-share'
  | 'clause-order'
  | 'form'
  | 'text'
  | 'aggregate'
  | 'problem'
  | 'for-person'
  | 'unit'
  | 'per'
  | 'price'
  | 'allowance'
  | 'cap'
  | 'label'
  | 'deduct'
  | 'measure'
  | 'threshold'
  | 'tier'
  | 'from'
  | 'direction'
  | 'step'
  | 'partial'
  | 'base'
  | 'full-at'
  | 'floor'
  | 'effect'
  | 'band'
  | 'normalised'
  | 'part'
  | 'scope'
  | 'imposed-grade'
  | 'zone'
  | 'finder'
  | 'repeat'
  | 'mode'
  | 'beyond'
  | 'first'
  | 'rank-step'
  | 'samples'
  | 'rate-rule'
  | 'standard-id'
  | 'version'
  | 'source'
  | 'notice'
  | 'rounding-item'
  | 'rounding-group'
  | 'rounding-category'
  | 'rounding-total'
  | 'grade'
  | 'bonus-cap'
  | 'penalty-cap'
  | 'exclusion-scope'
  | 'weighting'
  | 'guarantee'
  | 'guarantee-items'
  | 'guarantee-any'
  | 'guarantee-below'
  | 'guarantee-zeroes'
  | 'subject-kinds'
  /** Ids inside a clause, which nobody sees: marks hang on them. */
  | 'inner'

/** One thing that a standard says of a node. `id` tells apart what stands under one name; it is never shown. */
export interface Field {
  readonly name: FieldName
  readonly id: string
  /** Which of several, in the standard's words: '处', '大面积'; empty where there is one. */
  readonly of: string
  /** The kinds of subject that it is said for ([]: all others); null where it is for everyone. */
  readonly kinds: readonly string[] | null
  readonly value: FieldValue
}

/** How one version says it. */
export interface Said {
  readonly of: string
  readonly value: FieldValue
}

/** What one version says otherwise than the other, or does not say at all (null). */
export interface FieldChange {
  readonly name: FieldName
  readonly id: string
  readonly kinds: readonly string[] | null
  readonly before: Said | null
  readonly after: Said | null
}

export const text = (value: string): FieldValue => ({ kind: 'text', text: value })
export const inPoints = (points: Points): FieldValue => ({ kind: 'points', points })
export const counted = (count: number): FieldValue => ({ kind: 'count', count })
export const word = (name: WordName): FieldValue => ({ kind: 'word', word: name })
export const list = (of: readonly string[]): FieldValue => ({ kind: 'list', of })

export function field(name: FieldName, value: FieldValue, of = '', id = ''): Field {
  return { name, id, of, kinds: null, value }
}

/** Fields of one side against those of the other, in the order of `after`, those that are gone behind. */
export function fieldChanges(before: readonly Field[], after: readonly Field[]): readonly FieldChange[] {
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const changes: FieldChange[] = []
  for (const one of after) {
    const key = keyOf(one)
    const was = old.get(key)
    old.delete(key)
    if (was === undefined || !isSame(was.value, one.value)) changes.push(change(was ?? null, one))
  }
  for (const was of old.values()) changes.push(change(was, null))
  return changes
}

function keyOf({ name, id, kinds }: Field): string {
  return kinds === null ? `${name} ${id}` : `${JSON.stringify(kinds)} ${name} ${id}`
}

function change(before: Field | null, after: Field | null): FieldChange {
  const { name, id, kinds } = (after ?? before) as Field
  const said = (one: Field | null): Said | null => (one === null ? null : { of: one.of, value: one.value })
  return { name, id, kinds, before: said(before), after: said(after) }
}
