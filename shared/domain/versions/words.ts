import type { Rule } from '../rubric/clause'
import type { ExclusionMode, ExclusionScope, ItemKind } from '../rubric/rubric'

/** Choices of the model that are no words of a standard; said in both languages by `DIFFERENCE_WORDS`. */
export type WordName =
  | 'yes'
  | 'no'
  | 'all-points'
  | 'by-default'
  | `kind-${ItemKind}`
  | `exclusion-${ExclusionMode}`
  | `over-${ExclusionScope}`
  | `form-${Rule['form'] | 'by-subject'}`
  | `aggregate-${'sum' | 'mean' | 'worst'}`
  | `effect-${'deduct' | 'gain'}`
  | `veto-${'item' | 'category' | 'grade'}`
  | `direction-${'below' | 'above'}`
  | `partial-${'exact' | 'whole-steps' | 'started-steps'}`
  | `overflow-${'continue' | 'add'}`
  | `first-${'highest' | 'lowest'}`
  | `rate-${'tiers' | 'shortfall' | 'proportional'}`
  | 'zeroes-total'
