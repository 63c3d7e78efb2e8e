import type { Points } from '../../domain/points'
import type { Aggregate } from '../../domain/rubric/clause'

/**
 * A clause as the standard prints it: what was understood of the words, before it becomes a clause that scores
 * (shared/domain/rubric/clause.ts). Points are thousandths of a 分 (0.2分 = 200); measured values are plain numbers as
 * printed (80 with unit '%').
 */
export interface ReadClauseBase {
  /** The printed number ('1', '②'); null where none is printed. */
  readonly no: string | null
  /** Verbatim, without its number, its printed points and the stop at its end. */
  readonly text: string
  /** Where `text` stands in the rule: UTF-16 offsets, the end not included. */
  readonly span: readonly [number, number]
  /** 扣完为止 was said of it. */
  readonly untilZero: boolean
  /** 0 to 1: how sure the reading is. Below 0.5 always `forPerson`. */
  readonly confidence: number
  /** A person has to look: nothing is computed of it until someone confirms a form. */
  readonly forPerson?: true
  /** Where each part stands, as offsets into the rule: what was read shown beside what is printed. */
  readonly evidence: readonly Evidence[]
  /** The pattern that read it, by its name in the table: all clauses of one pattern can be confirmed at once. */
  readonly pattern: string | null
}

/** What was read from which words. */
export interface Evidence {
  readonly of:
    | 'subject'
    | 'unit'
    | 'per'
    | 'points'
    | 'cap'
    | 'allowance'
    | 'full'
    | 'value'
    | 'result'
    | 'label'
    | 'scope'
  readonly span: readonly [number, number]
}

export type ReadResult =
  | { readonly effect: 'gain' | 'deduct'; readonly points: Points }
  | { readonly effect: 'full' | 'zero' | 'none' }

export type Comparison = '<' | '<=' | '>' | '>=' | '='

/** A bound with its unit: 85 %. */
export interface Bound {
  readonly value: number
  readonly unit: string
}

export type ReadTier =
  | { readonly cmp: Comparison; readonly value: number; readonly unit: string; readonly result: ReadResult }
  | {
      readonly min: number
      readonly max: number
      readonly unit: string
      readonly minInclusive: boolean
      readonly maxInclusive: boolean
      readonly result: ReadResult
    }
  | { readonly label: string; readonly result: ReadResult }

export interface Level {
  readonly label: string
  readonly points: Points
}

/** What a clause says by itself, by form. */
type PlainForm =
  | {
      readonly form: 'per-occurrence'
      readonly unit: string | null
      readonly per: number
      readonly pointsPerUnit: Points | null
      readonly range?: readonly [Points, Points]
      readonly cap: Points | null
      readonly allowance?: number
      readonly full?: Points
      /** Observed place by place: 以扣分最多的一座计. */
      readonly aggregate?: Aggregate
    }
  | { readonly form: 'all-or-nothing'; readonly deduct: 'all' | Points; readonly gain?: Points }
  | {
      readonly form: 'threshold'
      readonly thresholds: readonly (Bound & { readonly cmp: Comparison; readonly result: ReadResult })[]
    }
  | {
      readonly form: 'linear'
      readonly unit: string
      readonly per: number
      readonly pointsPerUnit: Points
      readonly cap: Points | null
      readonly direction: 'above' | 'below'
      readonly from: Bound | null
      readonly full?: Points
    }
  | {
      readonly form: 'proportional'
      readonly base: Points | null
      readonly from: Bound | null
      readonly floor: Bound | null
      readonly terms?: number
    }
  | { readonly form: 'tier'; readonly unit: string | null; readonly tiers: readonly ReadTier[] }
  | { readonly form: 'judgement'; readonly min: Points | null; readonly max: Points | null }
  | {
      readonly form: 'additive'
      readonly parts: readonly Level[]
      /** 有不适用内容的按其余内容折算. */
      readonly isNormalised?: true
    }
  | {
      readonly form: 'additive'
      readonly unit: string
      readonly per: number
      readonly pointsPerUnit: Points
      readonly cap: Points | null
    }
  | {
      readonly form: 'bonus'
      readonly unit: string | null
      readonly per: number
      readonly pointsPerUnit: Points | null
      readonly levels?: readonly Level[]
      readonly cap: Points | null
    }
  | {
      readonly form: 'penalty'
      readonly unit: string | null
      readonly per: number
      readonly pointsPerUnit: Points | null
      readonly levels?: readonly Level[]
      readonly cap: Points | null
      readonly scope: 'item' | 'category' | 'total'
    }
  | { readonly form: 'veto'; readonly scope: 'item' | 'category' | 'total' }
  | { readonly form: 'unparsed' }

/** What may be said of one kind of subject, or of a rate over a sample. */
export type FormWithin = Extract<
  PlainForm,
  {
    form: 'per-occurrence' | 'all-or-nothing' | 'threshold' | 'linear' | 'proportional' | 'tier' | 'judgement'
  }
>

/** What a clause says that looks beyond one number: whom, where, by whom, how many of, which place. */
export type FormInContext =
  | {
      readonly form: 'by-subject'
      /** The kinds of subject as printed, and what is said of each. */
      readonly cases: readonly { readonly kinds: readonly string[]; readonly rule: FormWithin }[]
      readonly otherwise: FormWithin
    }
  | {
      readonly form: 'zone-limit'
      readonly unit: string
      readonly zones: readonly { readonly label: string; readonly limit: number }[]
      readonly direction: 'above' | 'below'
      readonly per: number
      readonly pointsPerUnit: Points
      readonly cap: Points | null
    }
  | {
      readonly form: 'escalation'
      readonly unit: string
      readonly finders: readonly Level[]
      /** By how often the same was found; 2 doubles. */
      readonly repeats: readonly { readonly label: string; readonly factor: number }[]
      readonly cap: Points | null
    }
  | { readonly form: 'overflow'; readonly mode: 'continue' | 'add'; readonly points: Points }
  | {
      readonly form: 'rank'
      readonly first: 'highest' | 'lowest'
      /** Each ends with rank `to`; the last with none. */
      readonly steps: readonly {
        readonly label: string
        readonly to: number | null
        readonly result: ReadResult
      }[]
    }
  | {
      readonly form: 'pass-rate'
      /** What is sampled, and its unit. */
      readonly thing: string
      readonly unit: string
      readonly samples: readonly { readonly from: number; readonly atLeast: number }[]
      /** What the rate brings: a tier or threshold, a price per point missed, a share. */
      readonly rule: FormWithin
    }

export type ReadForm = PlainForm | FormInContext

export type ReadClause = ReadClauseBase & ReadForm

/** What one rule says: its clauses in printed order, and what binds several of them. */
export interface ReadRule {
  readonly clauses: readonly ReadClause[]
  /** Points printed for the numbered clauses of one cell: '1.…（2分）'. */
  readonly parts?: readonly { readonly no: string; readonly points: Points }[]
  /** A cap shared by several clauses, by their positions. */
  readonly caps?: readonly { readonly points: Points; readonly clauses: readonly number[] }[]
}

/** What is known of the item beside its rule; a rule leans on its content for a standard it does not repeat. */
export interface RuleSetting {
  readonly content: string
  readonly points: Points | null
  readonly kind: 'normal' | 'bonus' | 'penalty' | 'veto'
}
