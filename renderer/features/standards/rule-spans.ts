import type { Clause } from '../../../shared/domain/rubric/clause'

/** A stretch of an item's rule; `no` is the clause (from 1) that was read from it, null where none was. */
export interface RuleSpan {
  readonly text: string
  readonly no: number | null
}

/** The rule, word for word, cut where its clauses begin and end: their texts are spans of it, in order. */
export function ruleSpans(rule: string, clauses: readonly Clause[]): readonly RuleSpan[] {
  const spans: RuleSpan[] = []
  let from = 0
  clauses.forEach(({ text }, index) => {
    const start = rule.indexOf(text, from)
    if (start === -1 || text === '') return
    if (start > from) spans.push({ text: rule.slice(from, start), no: null })
    spans.push({ text, no: index + 1 })
    from = start + text.length
  })
  if (from < rule.length) spans.push({ text: rule.slice(from), no: null })
  return spans
}
