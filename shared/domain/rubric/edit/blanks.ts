import { type Diagnostic, findingsAt } from '../diagnostic'
import { proveRubric } from '../proof'
import { allItems, type Rubric } from '../rubric'

/** Members that may stay empty; `code`, `title` and `id` of a node are the proof's affair. */
const MAY_BE_BLANK = new Set(['content', 'source', 'notice', 'measure.unit'])
const PROVED = new Set(['id', 'code', 'title'])

/** Texts that a draft may leave empty and a standard in use may not: rules, labels, units, names. */
export function blanksIn(rubric: Rubric): Diagnostic[] {
  const out: Diagnostic[] = []
  const { categories: _categories, ...head } = rubric
  for (const path of blankPaths(head, '')) findingsAt('', out).error('text-empty', path)
  for (const { clauses, ...item } of allItems(rubric)) {
    for (const path of blankPaths(item, ''))
      if (!PROVED.has(path)) findingsAt(item.code, out).error('text-empty', path)
    for (const clause of clauses) {
      const place = findingsAt(`${item.code}/${clause.id}`, out)
      for (const path of blankPaths(clause, '')) place.error('text-empty', path)
    }
  }
  return out
}

function blankPaths(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value.trim() === '' && !MAY_BE_BLANK.has(lastTwo(path)) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    blankPaths(member, path === '' ? key : `${path}.${key}`),
  )
}

function lastTwo(path: string): string {
  const parts = path.split('.')
  return parts.at(-1) === 'unit' && parts.at(-2) === 'measure' ? 'measure.unit' : path
}

/** Everything that stands between a draft and its use: what the proof finds, and what is still empty. */
export function proveDraft(rubric: Rubric): Diagnostic[] {
  const found = proveRubric(rubric)
  // A tree that does not end, or is too large, is not walked again.
  if (found.some(({ code }) => code.startsWith('tree-'))) return found
  const known = new Set(found.map(({ code, place, detail }) => `${code}|${place}|${detail}`))
  const blanks = blanksIn(rubric).filter(
    ({ code, place, detail }) => !known.has(`${code}|${place}|${detail}`),
  )
  return [...found, ...blanks]
}
