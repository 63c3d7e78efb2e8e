import { formatMilli } from '../points'
import type { Clause } from './clause'
import { type Diagnostic, findingsAt } from './diagnostic'
import { type Group, type Item, isItem } from './rubric'
import type { Entry } from './walk'

/** Kinds that a standard names, and those that it declares (none declared: undefined). */
export interface Kinds {
  readonly declared: readonly string[] | undefined
  readonly named: ReadonlySet<string>
}

/** The kinds of subject in use. A kind that the standard does not declare is a slip of the pen, or a league. */
export function proveKinds(
  entries: readonly Entry[],
  declared: readonly string[] | undefined,
  out: Diagnostic[],
): Kinds {
  const named = new Set<string>()
  const known = new Set(declared)
  const check = (place: string, kinds: readonly string[]) => {
    for (const kind of new Set(kinds)) {
      named.add(kind)
      if (!known.has(kind)) findingsAt(place, out).warning('kind-unknown', kind)
    }
  }
  for (const { node } of entries) {
    if ('onlyFor' in node) check(node.code, node.onlyFor ?? [])
    if (!('clauses' in node)) continue
    for (const clause of node.clauses) check(`${node.code}/${clause.id}`, kindsOf(clause))
  }
  return { declared, named }
}

function kindsOf(clause: Clause): readonly string[] {
  return clause.form === 'by-subject' ? clause.cases.flatMap(({ kinds }) => kinds) : []
}

/**
 * Children add up to what is printed, for every kind of subject. Where they do for one kind at least, another's sum
 * is only a warning: what that kind gets is then held against what it has (实得 ÷ 应得).
 */
export function proveSum(
  { code, points, children }: Pick<Group, 'code' | 'points' | 'children'>,
  entry: Entry,
  kinds: Kinds,
  out: Diagnostic[],
): void {
  let always = 0
  const more = new Map<string, number>()
  for (const child of children) {
    if (isItem(child) && child.kind !== 'normal') continue
    if (child.onlyFor === undefined) always += child.points
    else for (const kind of new Set(child.onlyFor)) more.set(kind, (more.get(kind) ?? 0) + child.points)
  }
  const findings = findingsAt(code, out)
  const printed = `printed ${formatMilli(points)}`
  if (more.size === 0) {
    if (always !== points) findings.error('points-sum', `children ${formatMilli(always)}, ${printed}`)
    return
  }
  // A kind that has not the node itself asks nothing of its sum.
  const sums = [...more]
    .filter(([kind]) => isThereFor(entry, kind))
    .map(([kind, own]) => ({ kind, sum: always + own }))
  const others = (kinds.declared ?? []).filter((kind) => !more.has(kind) && isThereFor(entry, kind))
  if (others.length > 0) sums.push({ kind: others.join('、'), sum: always })
  const wrong = sums.filter(({ sum }) => sum !== points)
  if (wrong.length === sums.length) {
    const seen = wrong.slice(0, 5).map(({ kind, sum }) => `${kind} ${formatMilli(sum)}`)
    findings.error('points-sum', `${seen.join(', ')}, ${printed}`)
    return
  }
  for (const { kind, sum } of wrong)
    findings.warning('points-sum-for-kind', `${kind}: ${formatMilli(sum)}, ${printed}`)
}

/** Whether a node is there for a subject of this kind alone. */
export function isThereFor(entry: Entry | null, kind: string): boolean {
  for (let at = entry; at !== null; at = at.up) {
    const onlyFor: Item['onlyFor'] = 'onlyFor' in at.node ? at.node.onlyFor : undefined
    if (onlyFor !== undefined && !onlyFor.includes(kind)) return false
  }
  return true
}
