import type { ReadClause, ReadForm } from '../wording/read-clause'
import { cellName } from '../workbook/cell-names'
import type { ReadItem, ReadingDiagnostic } from './reading'
import type { PlacedItem } from './tree'

/** What is wrong with items by themselves: points, rules, parts, and rows that come twice. */
export function checkItems(
  items: readonly ReadItem[],
  placed: readonly PlacedItem[],
): readonly ReadingDiagnostic[] {
  const found: ReadingDiagnostic[] = []
  const rows = new Map<string, ReadItem>()
  for (const [i, item] of items.entries()) {
    const { sheet, row, number, points, rule, kind, cells } = item
    const at = { sheet, row }
    const numbered = number === null ? {} : { number }
    const table = placed[i]?.table.table
    const empty = (column: number | null | undefined) =>
      typeof column === 'number' ? { cell: cellName(row - 1, column) } : {}
    for (const { form, text } of item.clauses)
      if (form === 'unparsed') found.push({ kind: 'unparsed-rule', level: 'note', ...at, text })
    if (points === null && kind === 'normal')
      found.push({
        kind: 'missing-points',
        level: 'problem',
        ...at,
        ...(typeof table?.columns.points === 'number'
          ? empty(table.columns.points)
          : empty(table?.columns.title)),
        ...numbered,
      })
    if (rule === '' && (kind === 'normal' || item.content === ''))
      found.push({
        kind: 'missing-rule',
        level: 'problem',
        ...at,
        ...empty(table?.columns.rule),
        ...numbered,
      })
    const ruleCell = cells.rule === undefined ? {} : { cell: cells.rule }
    const parts = item.parts?.reduce((sum, part) => sum + part.points, 0)
    if (parts !== undefined && points !== null && parts !== points)
      found.push({
        kind: 'parts-mismatch',
        level: 'problem',
        ...at,
        ...ruleCell,
        ...numbered,
        declared: points,
        sum: parts as typeof points,
      })
    if (points !== null && kind === 'normal') {
      for (const clause of item.clauses) {
        const most = mostOf(clause)
        if (most > points)
          found.push({
            kind: 'rule-exceeds-points',
            level: 'problem',
            ...at,
            ...ruleCell,
            ...numbered,
            declared: points,
            sum: most as typeof points,
            text: clause.text,
          })
      }
    }
    if (rule === '') continue
    const key = `${item.title ?? ''}\u0000${item.content}\u0000${rule}`
    const first = rows.get(key)
    if (first === undefined) rows.set(key, item)
    else {
      const both = first.sheet === sheet ? { rows: [first.row, row] } : {}
      found.push({ kind: 'duplicate-row', level: 'problem', ...at, ...both })
    }
  }
  return found
}

/**
 * The most that one clause takes or gives at once, in thousandths. What falls on the category or the total, and what is
 * added to it, is bound by no item; a clause that a person has to look at says nothing yet.
 */
function mostOf(clause: ReadClause): number {
  return clause.forPerson === true ? 0 : mostIn(clause)
}

function mostIn(clause: ReadForm): number {
  switch (clause.form) {
    case 'per-occurrence':
      return Math.max(clause.pointsPerUnit ?? 0, clause.range?.[1] ?? 0, clause.cap ?? 0, clause.full ?? 0)
    case 'linear':
      return Math.max(clause.pointsPerUnit, clause.cap ?? 0, clause.full ?? 0)
    case 'all-or-nothing':
      return Math.max(clause.deduct === 'all' ? 0 : clause.deduct, clause.gain ?? 0)
    case 'threshold':
      return largest(clause.thresholds)
    case 'tier':
      return largest(clause.tiers)
    case 'judgement':
      return clause.max ?? clause.min ?? 0
    case 'proportional':
      return clause.base ?? 0
    case 'additive':
      return 'parts' in clause ? sumOf(clause.parts) : Math.max(clause.pointsPerUnit, clause.cap ?? 0)
    case 'by-subject':
      return Math.max(mostIn(clause.otherwise), ...clause.cases.map(({ rule }) => mostIn(rule)))
    case 'zone-limit':
      return Math.max(clause.pointsPerUnit, clause.cap ?? 0)
    case 'escalation':
      return Math.max(clause.cap ?? 0, ...clause.finders.map((finder) => finder.points))
    case 'rank':
      return largest(clause.steps)
    case 'pass-rate':
      return mostIn(clause.rule)
    case 'bonus':
    case 'penalty':
    case 'veto':
    case 'overflow':
    case 'unparsed':
      return 0
  }
}

function largest(
  cases: readonly { readonly result: { readonly effect: string; readonly points?: number } }[],
): number {
  return cases.reduce((most, { result }) => Math.max(most, result.points ?? 0), 0)
}

function sumOf(parts: readonly { readonly points: number }[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0)
}
