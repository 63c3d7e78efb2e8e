import { formatMilli } from '../points'
import { isWholeNumber } from './clause-checks'
import { isThereFor } from './condition-proof'
import { type Diagnostic, type Findings, findingsAt } from './diagnostic'
import type { Guarantee, Rubric } from './rubric'
import { categoryOf, type Entry } from './walk'

/** Guarantees (保证项) name items that there are, and can be kept. Their place is '' and their id. */
export function proveGuarantees(rubric: Rubric, entries: readonly Entry[], out: Diagnostic[]): void {
  const { guarantees = [] } = rubric
  if (guarantees.length === 0) return
  const items = new Map(entries.flatMap((entry) => ('clauses' in entry.node ? [[entry.node.id, entry]] : [])))
  const ids = new Set<string>()
  for (const guarantee of guarantees) {
    const findings = findingsAt(`/${guarantee.id}`, out)
    if (ids.has(guarantee.id)) findings.error('guarantee-id-twice', guarantee.id)
    ids.add(guarantee.id)
    proveGuarantee(rubric, guarantee, items, findings)
  }
}

function proveGuarantee(
  rubric: Rubric,
  { text, items, anyAtZero, below, zeroes }: Guarantee,
  entries: ReadonlyMap<string, Entry>,
  out: Findings,
): void {
  if (text.trim() === '') out.error('text-empty', 'text')
  if (items.length === 0) out.error('guarantee-empty', '')
  if (!anyAtZero && below === undefined) out.error('guarantee-without-test', '')
  if (new Set(items).size < items.length) out.error('guarantee-item-twice', '')
  const category = zeroes.scope === 'category' ? zeroes.category : null
  if (category !== null && !rubric.categories.some(({ id }) => id === category))
    out.error('guarantee-category-unknown', category)
  const known: Entry[] = []
  for (const id of new Set(items)) {
    const entry = entries.get(id)
    if (entry === undefined) {
      out.error('guarantee-item-unknown', id)
      continue
    }
    known.push(entry)
    const { node } = entry
    // It would be at zero from the start.
    if (node.points <= 0) out.error('guarantee-item-without-points', node.code)
    if (category !== null && categoryOf(entry).id !== category)
      out.error('guarantee-item-elsewhere', node.code)
  }
  if (below !== undefined) proveBelow(below, known, rubric.subjectKinds ?? [], out)
}

/** All items in full are not below the number: otherwise it is broken whatever is found. */
function proveBelow(below: number, entries: readonly Entry[], kinds: readonly string[], out: Findings): void {
  if (!isWholeNumber(below)) out.error('number-not-whole', String(below))
  else if (!(below > 0)) out.error('size-not-positive', formatMilli(below))
  const together = sum(entries)
  if (below > together) {
    out.error('guarantee-always-broken', `${formatMilli(below)} > ${formatMilli(together)}`)
    return
  }
  for (const kind of kinds) {
    const own = entries.filter((entry) => isThereFor(entry, kind))
    if (own.length > 0 && below > sum(own))
      out.warning('guarantee-always-broken', `${kind}: ${formatMilli(below)} > ${formatMilli(sum(own))}`)
  }
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, { node }) => total + node.points, 0)
}
