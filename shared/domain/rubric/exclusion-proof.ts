import type { Clause, ClauseForm } from './clause'
import { type Diagnostic, type Findings, findingsAt } from './diagnostic'
import { type Item, isItem, type Rubric } from './rubric'
import { categoryOf, type Entry } from './walk'

/**
 * 合理缺项: where it is made good and what rounds it are said for something, and nothing stands beside it with which
 * the lowest or highest total still reachable would be a question of which items to leave out and which to fail: the
 * range that is shown is then one that can be reached, and not merely a bound.
 */
export function proveExclusions(
  rubric: Rubric,
  entries: readonly Entry[],
  head: Findings,
  out: Diagnostic[],
): void {
  const { exclusionScope = 'category' } = rubric
  proveScope(rubric, entries, head)
  const below = exclusionScope === 'total' ? categoriesWithNormalised(entries) : new Set<string>()
  for (const entry of entries) {
    const { node } = entry
    if (!isItem(node)) continue
    for (const clause of node.clauses) {
      const has = (form: ClauseForm) => formsOf(clause).includes(form)
      const findings = findingsAt(`${node.code}/${clause.id}`, out)
      if (has('overflow') && below.has(categoryOf(entry).id))
        findings.error('overflow-with-exclusion', node.exclusion)
      if (has('penalty') ? mayCostLess(node) : has('bonus') && isInTotal(node, exclusionScope))
        findings.error('extra-in-excludable-item', node.exclusion)
    }
  }
}

function proveScope(
  { exclusionScope = 'category', rounding }: Rubric,
  entries: readonly Entry[],
  head: Findings,
): void {
  if (rounding.group !== undefined && exclusionScope !== 'group')
    head.warning('scope-without-effect', 'rounding.group')
  if (exclusionScope === 'category') return
  const isNormalised = entries.some(({ node }) => isItem(node) && node.exclusion === 'normalise')
  const isGrouped = entries.some(({ node, depth }) => depth > 1 && 'children' in node)
  if (!isNormalised || (exclusionScope === 'group' && !isGrouped))
    head.warning('scope-without-effect', `exclusionScope ${exclusionScope}`)
}

/** Left out, it costs its penalty no more. */
function mayCostLess({ kind, exclusion }: Item): boolean {
  return kind === 'normal' && (exclusion === 'normalise' || exclusion === 'leave-out')
}

/** Left out, its category weighs less in the total, but its bonus is gone. */
function isInTotal({ kind, exclusion }: Item, scope: Rubric['exclusionScope']): boolean {
  return scope === 'total' && kind === 'normal' && exclusion === 'normalise'
}

function formsOf(clause: Clause): readonly ClauseForm[] {
  if (clause.form !== 'by-subject') return [clause.form]
  return [clause.otherwise.form, ...clause.cases.map(({ rule }) => rule.form)]
}

function categoriesWithNormalised(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => {
      const { node } = entry
      return isItem(node) && node.exclusion === 'normalise' ? [categoryOf(entry).id] : []
    }),
  )
}
