import type { Milli, Points } from '../points'
import type { ClauseBase, Measure, Outcome } from './clause'

/** How a measured value falls short of a limit, step by step, and what that costs. */
export interface Shortfall {
  /** 'below': falling short of the limit costs; 'above': going over it costs. */
  readonly direction: 'below' | 'above'
  readonly per: Milli
  readonly pointsPerUnit: Points
  /** What an unfinished step costs: its share, nothing, or the whole step (不足1个的按1个计). */
  readonly partial: 'exact' | 'whole-steps' | 'started-steps'
}

/** 主干道不超过3处，次干道不超过5处，每超1处扣0.2分: the limit depends on the zone or kind of place. */
export interface ZoneLimit extends ClauseBase, Shortfall {
  readonly form: 'zone-limit'
  readonly measure: Measure
  readonly zones: readonly { readonly id: string; readonly label: string; readonly limit: Milli }[]
  readonly cap?: Points
}

/** 市级发现每处扣0.5分，省级暗访发现每处扣1分；重复发现的加倍: points by who found it, times how often it was found. */
export interface Escalation extends ClauseBase {
  readonly form: 'escalation'
  readonly unit: string
  readonly finders: readonly { readonly id: string; readonly label: string; readonly points: Points }[]
  /** By how often the same was found: the first, the second …; the last stands for all later ones. 2000 doubles. */
  readonly repeats: readonly { readonly label: string; readonly factor: Milli }[]
  readonly cap?: Points
}

/**
 * A deduction beyond the item, without a mark of its own. 'continue': losses past the item's points go on to be
 * taken, up to `points`. 'add' (扣满后追加扣10分): once the item's points are gone, `points` more are taken.
 */
export interface Overflow extends ClauseBase {
  readonly form: 'overflow'
  readonly mode: 'continue' | 'add'
  readonly points: Points
}

/**
 * 前3名得满分，第4至10名得1分: by rank among the subjects. Until the round is complete only the measured value
 * is known, and the loss is a range. Steps run from rank 1; each ends with rank `to`, the last with none.
 */
export interface Rank extends ClauseBase {
  readonly form: 'rank'
  readonly measure: Measure
  /** Whether the highest or the lowest value ranks first. */
  readonly first: 'highest' | 'lowest'
  readonly steps: readonly {
    readonly id: string
    readonly label: string
    readonly to?: number
    readonly outcome: Outcome
  }[]
}

/** 抽查合格率: passed ÷ sampled, held against tiers, a standard with a price per point missed, or full marks. */
export interface PassRate extends ClauseBase {
  readonly form: 'pass-rate'
  /** What is sampled, and its unit: 公厕, 座. */
  readonly measure: Measure
  /** How many must be sampled, by population, rising: the last row whose `from` is not above the population. */
  readonly samples: readonly { readonly from: number; readonly atLeast: number }[]
  readonly rule: PassRateRule
}

export type PassRateRule =
  /** Falling; the first whose `min` (thousandths of a per cent) is reached applies; the last has none. */
  | {
      readonly kind: 'tiers'
      readonly tiers: readonly {
        readonly id: string
        readonly label: string
        readonly min?: Milli
        readonly outcome: Outcome
      }[]
    }
  /** 每低1个百分点扣0.2分. */
  | {
      readonly kind: 'shortfall'
      readonly from: Milli
      readonly per: Milli
      readonly pointsPerUnit: Points
      readonly partial: Shortfall['partial']
      readonly cap?: Points
    }
  /** 按合格率得分. */
  | { readonly kind: 'proportional'; readonly base: Points }
