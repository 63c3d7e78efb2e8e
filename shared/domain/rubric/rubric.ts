import type { Points, Rounding } from '../points'
import type { Clause } from './clause'

export const CHECK_METHODS = ['现场', '资料', '问卷', '暗访', '系统'] as const
export type CheckMethod = (typeof CHECK_METHODS)[number]

/**
 * What happens to an item that does not apply to the subject (合理缺项).
 * 'normalise': its category counts 实得 ÷ 应得; 'full-marks': the item counts in full;
 * 'leave-out': the item counts nothing and its points stay due; 'not-allowed': it can't be excluded.
 */
export type ExclusionMode = 'normalise' | 'full-marks' | 'leave-out' | 'not-allowed'

/** 'bonus', 'penalty' and 'veto' items carry no points of their own (points 0) and stand outside the sums. */
export type ItemKind = 'normal' | 'bonus' | 'penalty' | 'veto'

/** A scored leaf (小项). */
export interface Item {
  /** Stable for ever, unique in the rubric: survives renumbering and moves. */
  readonly id: string
  /** As printed, unique in the rubric: '2.3.4'. */
  readonly code: string
  readonly kind: ItemKind
  readonly title: string
  /** What is asked for (考核内容), verbatim. */
  readonly content: string
  /** How it is scored (评分标准), verbatim: the clauses' texts are spans of it, in this order. */
  readonly rule: string
  readonly points: Points
  readonly clauses: readonly Clause[]
  readonly methods: readonly CheckMethod[]
  /** The check methods as printed (夜间实地查看), where `methods` do not say it to the letter. */
  readonly methodWords?: readonly string[]
  /** Papers required (台账、文件 …). */
  readonly papers: readonly string[]
  readonly units: { readonly lead: readonly string[]; readonly support: readonly string[] }
  readonly exclusion: ExclusionMode
  /** Kinds of subject that have this item (leagues or kinds); all where absent. */
  readonly onlyFor?: readonly string[]
  /** Caps shared by several clauses (两项合计最多扣2分): together they take, or of a bonus or penalty give, no more. */
  readonly sharedCaps?: readonly { readonly clauses: readonly string[]; readonly cap: Points }[]
  /** Who answers for lost points, in parts (2:8); the lead units in equal parts where absent. */
  readonly lossShares?: readonly { readonly unit: string; readonly parts: number }[]
}

/** A level between category and item, of any depth; depth may be uneven. */
export interface Group {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly points: Points
  readonly children: readonly (Group | Item)[]
  readonly onlyFor?: readonly string[]
}

/** A category (大项). */
export interface Category {
  readonly id: string
  readonly code: string
  readonly title: string
  /** Share of the total in basis points: 1000 is 10 %. Apart from `points`, its full marks. */
  readonly weight: number
  readonly points: Points
  readonly children: readonly (Group | Item)[]
}

/** A grade and the lowest score (thousandths, out of 100 000) that earns it. */
export interface Grade {
  readonly name: string
  readonly from: Points
}

/** 保证项: any of these items at zero, or all of them together under `below`, zeroes the whole table or a category. */
export interface Guarantee {
  readonly id: string
  /** The standard's own words. */
  readonly text: string
  readonly items: readonly string[]
  readonly anyAtZero: boolean
  readonly below?: Points
  readonly zeroes: { readonly scope: 'total' } | { readonly scope: 'category'; readonly category: string }
}

/**
 * Over what 合理缺项 of mode 'normalise' is made good (实得 ÷ 应得): the item's group, its category, or the total,
 * where the category then weighs less.
 */
export type ExclusionScope = 'group' | 'category' | 'total'

/** A scoring standard (评分标准): frozen once a round uses it; its identity is the SHA-256 of its canonical JSON. */
export interface Rubric {
  readonly schema: 'scorebench.rubric/1'
  readonly id: string
  readonly version: string
  readonly title: string
  readonly source: string
  /** Said wherever the standard is shown or printed. */
  readonly notice: string
  readonly points: Points
  /** A group rounds as items do unless it says otherwise; it is divided only where 合理缺项 is made good in groups. */
  readonly rounding: {
    readonly item: Rounding
    readonly group?: Rounding
    readonly category: Rounding
    readonly total: Rounding
  }
  /** Highest first; used for the total and for each category's percentage. */
  readonly grades: readonly Grade[]
  /** Bonus and penalty are counted on the weighted total, each under its own cap. */
  readonly bonusCap: Points
  readonly penaltyCap: Points
  /** 'category' where absent. */
  readonly exclusionScope?: ExclusionScope
  /**
   * How categories make up the total: by their weights where absent. 'points': each counts as many points as it has,
   * and its weight only says, to a basis point, what share that is.
   */
  readonly weighting?: 'points'
  readonly guarantees?: readonly Guarantee[]
  /** Kinds of subject that conditions may name, beside the leagues in use. */
  readonly subjectKinds?: readonly string[]
  readonly categories: readonly Category[]
}

export function isItem(node: Category | Group | Item): node is Item {
  return 'clauses' in node
}

/** All items below a category or group, in printed order. */
export function itemsOf(node: { readonly children: readonly (Group | Item)[] }): Item[] {
  const items: Item[] = []
  collect(node.children, items)
  return items
}

function collect(children: readonly (Group | Item)[], into: Item[]): void {
  for (const child of children) {
    if (isItem(child)) into.push(child)
    else collect(child.children, into)
  }
}

/** All items of a rubric, in printed order. */
export function allItems(rubric: Rubric): Item[] {
  return rubric.categories.flatMap(itemsOf)
}
