import type { Milli, Points } from '../points'

/** What every clause (扣分条款) has. `text` is the standard's own wording, a verbatim span of the item's rule. */
interface ClauseBase {
  readonly id: string
  readonly text: string
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
  readonly parts: readonly { readonly id: string; readonly label: string; readonly points: Points }[]
}

/** 加2分，最高不超过5分. Only in items of kind 'bonus'. */
export interface Bonus extends ClauseBase {
  readonly form: 'bonus'
  readonly unit: string
  readonly pointsPerUnit: Points
  readonly cap: Points
}

/** 被曝光一次扣3分，从总分中扣. Only in items of kind 'penalty'. */
export interface Penalty extends ClauseBase {
  readonly form: 'penalty'
  readonly unit: string
  readonly pointsPerUnit: Points
  readonly cap?: Points
}

/** 一票否决: zeroes its item or category, or sets the overall grade. A reason is required. */
export interface Veto extends ClauseBase {
  readonly form: 'veto'
  readonly scope: 'item' | 'category' | 'grade'
  /** The grade's name where scope is 'grade'. */
  readonly grade?: string
}

export type Clause =
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

export type ClauseForm = Clause['form']
