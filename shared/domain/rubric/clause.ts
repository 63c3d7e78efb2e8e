import type { Milli, Points } from '../points'
import type { Escalation, Overflow, PassRate, Rank, ZoneLimit } from './clause-in-context'

/** How what was observed at several places becomes one loss: each place costs by itself, then these are put together. */
export type Aggregate = 'sum' | 'mean' | 'worst'

/** What every clause (扣分条款) has. `text` is the standard's own wording, a verbatim span of the item's rule. */
export interface ClauseBase {
  readonly id: string
  readonly text: string
  /** Observed place by place (逐点检查): the clause also takes marks of kind 'places'. */
  readonly aggregate?: Aggregate
  /** Names the problem where another item counts it too: the same place and problem cost once (同一问题不重复扣分). */
  readonly problem?: string
  /**
   * The reading of its words was not sure, or there was none: a person has still to look. It is scored as it stands,
   * by judgement, until someone confirms a form.
   */
  readonly forPerson?: true
}

/** What a threshold or a tier does to its item. 'gain' and 'deduct' carry points; 'zero' takes all the item's points. */
export type Outcome =
  | { readonly effect: 'full' }
  | { readonly effect: 'zero' }
  | { readonly effect: 'deduct'; readonly points: Points }
  | { readonly effect: 'gain'; readonly points: Points }

/** A thing measured on site: its name ('机械化清扫率') and the unit printed in the standard ('%', '天', '处'). */
export interface Measure {
  readonly label: string
  readonly unit: string
}

/** 每发现一处扣0.2分，1分扣完为止. Sized by severity where `severities` stands instead of `pointsPerUnit`. */
export interface PerOccurrence extends ClauseBase {
  readonly form: 'per-occurrence'
  readonly unit: string
  /** Every how many units the points fall due: 3 is 每3处. Default 1; an unfinished group costs nothing. */
  readonly per?: number
  readonly pointsPerUnit?: Points
  readonly severities?: readonly { readonly id: string; readonly label: string; readonly points: Points }[]
  /** The first so many units are free. */
  readonly allowance?: number
  /** Most that this clause takes; the item's points where absent. */
  readonly cap?: Points
}

/** 未建立制度的不得分 / 无记录的扣1分. */
export interface AllOrNothing extends ClauseBase {
  readonly form: 'all-or-nothing'
  readonly deduct: 'all' | Points
}

/**
 * 低于80%不得分. Each threshold stands alone; of those that are met and take, the one that costs most counts; of
 * those that are met and give, the best, and nothing is gained where gains are offered and none is met.
 */
export interface Threshold extends ClauseBase {
  readonly form: 'threshold'
  readonly measure: Measure
  readonly thresholds: readonly {
    readonly cmp: '<' | '<=' | '>' | '>='
    readonly value: Milli
    readonly outcome: Outcome
  }[]
}

/** 90%以上得1分，80%–90%得0.5分. Numeric tiers have `measure`; without it the inspector picks a label. One applies. */
export interface Tier extends ClauseBase {
  readonly form: 'tier'
  readonly measure?: Measure
  readonly tiers: readonly {
    readonly id: string
    readonly label: string
    /** Lower bound, included unless `isMinOpen`; none where absent. */
    readonly min?: Milli
    readonly isMinOpen?: boolean
    /** Upper bound, excluded unless `isMaxClosed`; none where absent. */
    readonly max?: Milli
    readonly isMaxClosed?: boolean
    readonly outcome: Outcome
  }[]
}

/** 每低1个百分点扣0.25分. */
export interface Linear extends ClauseBase {
  readonly form: 'linear'
  readonly measure: Measure
  /** The standard that has to be reached. */
  readonly from: Milli
  /** 'below': falling short costs; 'above': going over costs. */
  readonly direction: 'below' | 'above'
  readonly per: Milli
  readonly pointsPerUnit: Points
  /** What an unfinished step costs: its share, nothing, or the whole step (不足1个的按1个计). */
  readonly partial: 'exact' | 'whole-steps' | 'started-steps'
  readonly cap?: Points
}

/** 按完成比例得分. Gains base × measured ÷ fullAt, nothing below `floor`, never more than base. */
export interface Proportional extends ClauseBase {
  readonly form: 'proportional'
  readonly measure: Measure
  readonly base: Points
  readonly fullAt: Milli
  readonly floor?: Milli
}

/** 视情况扣1–3分, or bands 18–20 / 10–17 / 0–9. A reason is required when it costs anything. */
export interface Judgement extends ClauseBase {
  readonly form: 'judgement'
  readonly effect: 'deduct' | 'gain'
  readonly bands: readonly {
    readonly id: string
    readonly label: string
    readonly min: Points
    readonly max: Points
  }[]
}

/** 成立领导小组1分，有专人负责1分 … : each part that is missing loses its points. */
export interface Additive extends ClauseBase {
  readonly form: 'additive'
  /** A part may not apply (合理缺项 inside the item): the others then share its points, 实得 ÷ 应得. */
  readonly isNormalised?: boolean
  readonly parts: readonly { readonly id: string; readonly label: string; readonly points: Points }[]
}

/** 加2分，最高不超过5分: in items of kind 'bonus', or beside the deductions of a normal one; never part of its points. */
export interface Bonus extends ClauseBase {
  readonly form: 'bonus'
  readonly unit: string
  readonly pointsPerUnit: Points
  readonly cap: Points
}

/** 被曝光一次扣3分，从总分中扣: in items of kind 'penalty', or beside the deductions of a normal one. */
export interface Penalty extends ClauseBase {
  readonly form: 'penalty'
  readonly unit: string
  readonly pointsPerUnit: Points
  readonly cap?: Points
}

/** 一票否决: zeroes its item, its category or the whole table, or sets the overall grade. A reason is required. */
export interface Veto extends ClauseBase {
  readonly form: 'veto'
  readonly scope: 'item' | 'category' | 'total' | 'grade'
  /** The grade's name where scope is 'grade'. */
  readonly grade?: string
}

/** A clause that says by itself what it costs, whatever the subject. */
export type PlainClause =
  | PerOccurrence
  | AllOrNothing
  | Threshold
  | Tier
  | Linear
  | Proportional
  | Judgement
  | Additive
  | Bonus
  | Penalty
  | Veto
  | ZoneLimit
  | Escalation
  | Overflow
  | Rank
  | PassRate

/** What a clause says without its id, words, problem and state: the rule that a kind of subject is held to. */
export type Rule = PlainClause extends infer C
  ? C extends PlainClause
    ? Omit<C, 'id' | 'text' | 'problem' | 'forPerson'>
    : never
  : never

/** 省辖市95%以上得满分，县(市)90%以上得满分: the first case that names one of the subject's kinds applies, else `otherwise`. */
export interface BySubject extends ClauseBase {
  readonly form: 'by-subject'
  readonly cases: readonly { readonly kinds: readonly string[]; readonly rule: Rule }[]
  readonly otherwise: Rule
}

export type Clause = PlainClause | BySubject

export type ClauseForm = Clause['form']
