import type { Aggregate, Judgement, Linear, Rule, Veto } from '../rubric/clause'
import type { Overflow, PassRateRule, Rank } from '../rubric/clause-in-context'
import type { ExclusionMode, ExclusionScope, ItemKind } from '../rubric/rubric'

/** Choices of the model that are no words of a standard; said in both languages by `DIFFERENCE_WORDS`. */
export type WordName =
  | 'yes'
  | 'no'
  | 'all-points'
  | 'by-default'
  | 'by-points'
  | `kind-${ItemKind}`
  | `exclusion-${ExclusionMode}`
  | `over-${ExclusionScope}`
  | `form-${Rule['form'] | 'by-subject'}`
  | `aggregate-${Aggregate}`
  | `effect-${Judgement['effect']}`
  | `veto-${Veto['scope']}`
  | `direction-${Linear['direction']}`
  | `partial-${Linear['partial']}`
  | `overflow-${Overflow['mode']}`
  | `first-${Rank['first']}`
  | `rate-${PassRateRule['kind']}`
  | 'zeroes-total'
