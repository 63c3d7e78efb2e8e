import type { Points } from '../../domain/points'
import type { Evidence, ReadForm, ReadResult, ReadRule, RuleSetting } from './read-clause'
import type { Said } from './said'
import type { Token } from './tokens'

/** A clause on its way: offsets are into the plain text of the rule. */
export interface Draft {
  readonly form: ReadForm
  readonly saids: readonly Said[]
  readonly from: number
  readonly to: number
  readonly confidence: number
  readonly evidence: readonly { readonly of: Evidence['of']; readonly token: Token }[]
  readonly pattern: string
}

/** What a pattern knows beside the words. */
export interface Around {
  readonly setting: RuleSetting
  /** The points printed for this part of the cell, else the item's. */
  readonly points: Points | null
  /** Nothing else is said in this part of the cell. */
  readonly isAlone: boolean
  /** It is a numbered part of a cell. */
  readonly isPart: boolean
  /** The whole rule as plain text, in which all offsets count. */
  readonly text: string
  /** What words would say if they stood alone in this place: for rules within rules. */
  readonly read: (words: string) => ReadRule
}

/** What a pattern makes of the statements that fit it: null where a closer look says no. */
export interface Reading {
  readonly form: ReadForm
  /** How many of the statements it takes; all that fitted where absent. */
  readonly takes?: number
  readonly confidence?: number
  /** Every word has its place in the pattern: none is left to account for. */
  readonly isWhole?: true
  readonly evidence?: Draft['evidence']
}

export const pts = (thousandths: number | undefined): Points => (thousandths ?? 0) as Points

/** What a statement's effect does, as a result. */
export function resultOf(said: Said): ReadResult | null {
  const { effect } = said
  if (!effect) return null
  if (effect.is === 'win')
    return effect.low === 0 ? { effect: 'zero' } : { effect: 'gain', points: pts(effect.low) }
  if (effect.is === 'cost') return { effect: 'deduct', points: pts(effect.low) }
  if (effect.is === 'nought' || effect.is === 'emptied') return { effect: 'zero' }
  if (effect.is === 'all') return { effect: 'full' }
  return effect.is === 'free' ? { effect: 'none' } : null
}

export const isRange = (said: Said): boolean =>
  said.effect?.low !== undefined && said.effect.high !== undefined && said.effect.low !== said.effect.high
