import { points } from '../points'
import type { Subject } from '../round/round'
import type { BySubject, Clause, PlainClause, Rule } from './clause'
import { allItems, type Category, type Group, type Guarantee, type Item, isItem, type Rubric } from './rubric'

const views = new WeakMap<Rubric, Map<string, Rubric>>()
const conditional = new WeakMap<Rubric, boolean>()

/**
 * The standard as it stands for one subject: items and groups of other kinds are not there, and clauses that differ
 * by kind say what they say for this one. The same object for the same kinds, and the standard itself where it
 * makes no difference between subjects. Without a subject nothing is left out and every `otherwise` holds.
 */
export function rubricFor(rubric: Rubric, subject: Pick<Subject, 'league' | 'kinds'> | null): Rubric {
  if (!hasConditions(rubric)) return rubric
  const kinds = subject === null ? null : kindsOf(subject)
  const key = kinds === null ? '' : JSON.stringify(kinds)
  const known = views.get(rubric) ?? new Map<string, Rubric>()
  views.set(rubric, known)
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const categories = rubric.categories.map((category) => branchFor(category, kinds))
  const view = withGuarantees(rubric, { ...rubric, categories })
  conditional.set(view, false)
  known.set(key, view)
  return view
}

/** The names by which a standard may mean this subject. */
export function kindsOf({ league, kinds = [] }: Pick<Subject, 'league' | 'kinds'>): readonly string[] {
  return [league, ...kinds]
}

/** The clause that holds for a subject of these kinds (null: of no known kind). */
export function clauseFor(clause: Clause, kinds: readonly string[] | null): PlainClause {
  if (clause.form !== 'by-subject') return clause
  const found = clause.cases.find((one) => one.kinds.some((kind) => kinds?.includes(kind)))
  return withWords(clause, found?.rule ?? clause.otherwise)
}

function withWords({ id, text, problem, forPerson }: BySubject, rule: Rule): PlainClause {
  return {
    ...rule,
    id,
    text,
    ...(problem === undefined ? {} : { problem }),
    ...(forPerson === undefined ? {} : { forPerson }),
  } as PlainClause
}

/** An item that the subject does not have fails no guarantee: it counts in full towards the subtotal asked for. */
function withGuarantees(standard: Rubric, view: Rubric): Rubric {
  if (standard.guarantees === undefined) return view
  const kept = new Set(allItems(view).map(({ id }) => id))
  const gone = new Map(
    allItems(standard).flatMap((item) => (kept.has(item.id) ? [] : [[item.id, item.points]])),
  )
  const guaranteeFor = (one: Guarantee): Guarantee => {
    const items = one.items.filter((id) => !gone.has(id))
    if (one.below === undefined) return { ...one, items }
    const missing = one.items.reduce((sum, id) => sum + (gone.get(id) ?? 0), 0)
    return { ...one, items, below: points(one.below - missing) }
  }
  return { ...view, guarantees: standard.guarantees.map(guaranteeFor) }
}

function hasConditions(rubric: Rubric): boolean {
  const known = conditional.get(rubric)
  if (known !== undefined) return known
  const found = rubric.categories.some(isConditional)
  conditional.set(rubric, found)
  return found
}

function isConditional(node: Category | Group | Item): boolean {
  if ('onlyFor' in node && node.onlyFor !== undefined) return true
  return isItem(node)
    ? node.clauses.some(({ form }) => form === 'by-subject')
    : node.children.some(isConditional)
}

function branchFor<T extends Category | Group>(node: T, kinds: readonly string[] | null): T {
  const children = node.children
    .filter(
      ({ onlyFor }) =>
        onlyFor === undefined || kinds === null || onlyFor.some((kind) => kinds.includes(kind)),
    )
    .map((child) => (isItem(child) ? itemFor(child, kinds) : branchFor(child, kinds)))
  return { ...node, children }
}

function itemFor(item: Item, kinds: readonly string[] | null): Item {
  return isConditional(item)
    ? { ...item, clauses: item.clauses.map((clause) => clauseFor(clause, kinds)) }
    : item
}
