import type { Evidence, ReadClause } from '../../../../shared/spreadsheet/wording/read-clause'

/** A stretch of a rule: of the clause that is looked at or not, and what was read from it. */
export interface RuleMark {
  readonly text: string
  readonly isClause: boolean
  readonly of: Evidence['of'] | null
}

/** The rule, word for word, cut where the clause and what was read from it begin and end. */
export function ruleMarks(rule: string, { span, evidence }: ReadClause): readonly RuleMark[] {
  const cuts = new Set([0, rule.length, ...span, ...evidence.flatMap((one) => one.span)])
  const places = [...cuts].filter((at) => at >= 0 && at <= rule.length).sort((a, b) => a - b)
  const marks: RuleMark[] = []
  places.slice(0, -1).forEach((from, index) => {
    const to = places[index + 1] ?? rule.length
    const covers = ([start, end]: readonly [number, number]) => start <= from && end >= to
    marks.push({
      text: rule.slice(from, to),
      isClause: covers(span),
      // The narrowest of those that cover it says most.
      of:
        evidence
          .filter((one) => covers(one.span))
          .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))[0]?.of ?? null,
    })
  })
  return marks
}
