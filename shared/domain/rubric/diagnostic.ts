/**
 * Everything that a proof can find. The sentence for the person is in the catalogues under `diagnostic.<code>`.
 * Where a code can be of both levels, `level` says which it is this time.
 */
export const DIAGNOSTIC_CODES = [
  // The head of the standard.
  'no-categories',
  'points-not-positive',
  'weights-sum',
  'weight-not-positive',
  'grades-unordered',
  'grade-twice',
  'grade-unreachable',
  'rounding-step',
  'cap-negative',
  'extra-above-cap',
  'scope-without-effect',
  'number-not-whole',
  // The tree.
  'tree-too-deep',
  'tree-too-large',
  'tree-cycle',
  'id-twice',
  'code-twice',
  'text-empty',
  'group-empty',
  'points-sum',
  'points-sum-for-kind',
  // An item.
  'points-of-kind',
  'no-clauses',
  'clause-id-twice',
  'no-methods',
  'papers-missing',
  'no-lead-unit',
  'worth-above-item',
  'parts-sum',
  'reach-short',
  'shared-cap-unknown',
  'shared-cap-alone',
  'shared-cap-overlap',
  'shared-cap-idle',
  'loss-shares-empty',
  'loss-share-twice',
  'loss-share-unit-unknown',
  'overflow-twice',
  'overflow-unreachable',
  // A clause.
  'clause-for-person',
  'clause-in-wrong-kind',
  'size-not-positive',
  'size-above-item',
  'count-not-positive',
  'rate-above-cap',
  'rate-or-severities',
  'severities-with-count',
  'empty-list',
  'id-twice-in-clause',
  'threshold-twice',
  'tier-bounds',
  'tier-empty',
  'tiers-unordered',
  'tiers-gap-or-overlap',
  'tiers-leave-values-out',
  'outcomes-unordered',
  'floor-out-of-range',
  'bound-out-of-range',
  'band-empty',
  'bands-unordered',
  'normalised-alone',
  'aggregate-unfit',
  'grade-unknown',
  'grade-not-wanted',
  'veto-without-effect',
  'inexact-factor',
  'factors-falling',
  'ranks-unordered',
  'ranks-leave-out',
  'pass-rates-unordered',
  'pass-rates-leave-out',
  'samples-unordered',
  'samples-leave-out',
  'problem-alone',
  // What 合理缺项 does not go with.
  'overflow-with-exclusion',
  'extra-in-excludable-item',
  // Kinds of subject.
  'kind-unknown',
  'kinds-empty',
  'kinds-overlap',
  // Guarantees.
  'guarantee-id-twice',
  'guarantee-empty',
  'guarantee-without-test',
  'guarantee-item-unknown',
  'guarantee-item-twice',
  'guarantee-item-without-points',
  'guarantee-always-broken',
  'guarantee-category-unknown',
  'guarantee-item-elsewhere',
  // Text and clause.
  'text-not-in-rule',
  'rule-not-covered',
  'full-width-number',
  'chinese-number',
  'unit-not-printed',
  'form-word-missing',
  'label-not-printed',
  'numbers-differ',
  'partial-differs',
  'comparison-differs',
  'outcome-differs',
] as const

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number]

/** What a proof found. `place` is a node's printed code, with '/clause id' where it is about a clause. */
export interface Diagnostic<Code extends string = DiagnosticCode> {
  readonly code: Code
  readonly level: 'error' | 'warning'
  readonly place: string
  /** Figures and names, for the person to find it by; not a sentence. */
  readonly detail: string
}

/** Errors and warnings of one place, collected in the order they are found. */
export interface Findings<Code extends string = DiagnosticCode> {
  readonly error: (code: Code, detail: string) => void
  readonly warning: (code: Code, detail: string) => void
}

/** A collector that writes into `out` under the given place. */
export function findingsAt<Code extends string = DiagnosticCode>(
  place: string,
  out: Diagnostic<Code>[],
): Findings<Code> {
  return {
    error: (code, detail) => out.push({ code, level: 'error', place, detail }),
    warning: (code, detail) => out.push({ code, level: 'warning', place, detail }),
  }
}
