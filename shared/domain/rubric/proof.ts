import { formatMilli } from '../points'
import { proveClause } from './clause-proof'
import { reachOf, worthOf } from './clause-size'
import { type Diagnostic, findingsAt } from './diagnostic'
import { type Category, type Group, type Item, isItem, type Rubric } from './rubric'

/** Deeper or larger trees are refused before anything walks them by recursion. */
export const MAX_DEPTH = 12
export const MAX_NODES = 100_000

type Node = Category | Group | Item

/**
 * Everything that must hold of a standard before it may score: sums, weights, identities, and each clause
 * by itself. Whether text and clause agree is `agreement`'s. Errors make it unusable; warnings are advice.
 */
export function proveRubric(rubric: Rubric): Diagnostic[] {
  const out: Diagnostic[] = []
  const head = findingsAt('', out)
  const nodes = walk(rubric.categories, out)
  if (nodes === null) return out
  const weight = rubric.categories.reduce((total, category) => total + category.weight, 0)
  if (weight !== 10_000) head.error('weights-sum', `${weight} basis points, not 10000`)
  if (rubric.categories.length === 0) head.error('no-categories', '')
  if (rubric.points <= 0) head.error('points-not-positive', formatMilli(rubric.points))
  const isFalling = rubric.grades.every(
    ({ from }, index) => index === 0 || from < (rubric.grades[index - 1]?.from ?? 0),
  )
  if (rubric.grades.length === 0 || !isFalling || rubric.grades[rubric.grades.length - 1]?.from !== 0) {
    head.error('grades-unordered', 'highest first, the last from 0')
  }
  if (new Set(rubric.grades.map(({ name }) => name)).size < rubric.grades.length)
    head.error('grade-twice', '')
  for (const [level, { step }] of Object.entries(rubric.rounding)) {
    if (!(step > 0)) head.error('rounding-step', level)
  }
  if (rubric.bonusCap < 0 || rubric.penaltyCap < 0) head.error('cap-negative', '')
  const grades = rubric.grades.map(({ name }) => name)
  for (const node of nodes) proveNode(node, grades, out)
  checkTwice(nodes, out)
  return out
}

/** One category by itself, for an editor or a file: as `proveRubric`, without what concerns the whole. */
export function proveCategory(category: Category, grades: readonly string[]): Diagnostic[] {
  const out: Diagnostic[] = []
  const nodes = walk([category], out)
  if (nodes === null) return out
  for (const node of nodes) proveNode(node, grades, out)
  checkTwice(nodes, out)
  return out
}

/** All nodes in printed order, without recursion; null (with its diagnostic) where the tree is too deep or too large. */
function walk(categories: readonly Category[], out: Diagnostic[]): Node[] | null {
  const nodes: Node[] = []
  const open: { node: Node; depth: number }[] = categories.map((node) => ({ node, depth: 1 })).reverse()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    nodes.push(node)
    if (depth > MAX_DEPTH || nodes.length > MAX_NODES) {
      const code = depth > MAX_DEPTH ? 'tree-too-deep' : 'tree-too-large'
      findingsAt(node.code, out).error(code, String(depth > MAX_DEPTH ? MAX_DEPTH : MAX_NODES))
      return null
    }
    const children: readonly Node[] = 'children' in node ? node.children : []
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      if (child !== undefined) open.push({ node: child, depth: depth + 1 })
    }
  }
  return nodes
}

function proveNode(node: Node, grades: readonly string[], out: Diagnostic[]): void {
  const findings = findingsAt(node.code, out)
  for (const [key, text] of [
    ['id', node.id],
    ['code', node.code],
    ['title', node.title],
  ] as const) {
    if (text.trim() === '') findings.error('text-empty', key)
  }
  if ('weight' in node && !(node.weight > 0)) findings.error('weight-not-positive', String(node.weight))
  if (!('children' in node)) {
    proveItem(node, grades, out)
    return
  }
  if (node.children.length === 0) findings.error('group-empty', node.title)
  const total = node.children.reduce(
    (sum, child) => sum + (isItem(child) && child.kind !== 'normal' ? 0 : child.points),
    0,
  )
  if (total !== node.points) {
    findings.error('points-sum', `children ${formatMilli(total)}, printed ${formatMilli(node.points)}`)
  }
}

function proveItem(item: Item, grades: readonly string[], out: Diagnostic[]): void {
  const findings = findingsAt(item.code, out)
  const isNormal = item.kind === 'normal'
  if (isNormal ? !(item.points > 0) : item.points !== 0) {
    findings.error('points-of-kind', `${item.kind} item of ${formatMilli(item.points)}`)
  }
  if (item.clauses.length === 0) findings.error('no-clauses', item.title)
  if (item.methods.length === 0) findings.error('no-methods', item.title)
  if (item.methods.includes('资料') && item.papers.length === 0) findings.error('papers-missing', item.title)
  if (item.units.lead.length === 0) findings.warning('no-lead-unit', item.title)
  const ids = new Set<string>()
  for (const clause of item.clauses) {
    const place = findingsAt(`${item.code}/${clause.id}`, out)
    if (ids.has(clause.id)) place.error('clause-id-twice', clause.id)
    ids.add(clause.id)
    proveClause(clause, item, grades, place)
  }
  if (isNormal) proveReach(item, out)
}

/** Gains together fit the item, and its clauses can take (nearly) all of it. */
function proveReach(item: Item, out: Diagnostic[]): void {
  const findings = findingsAt(item.code, out)
  const worth = item.clauses.reduce((sum, clause) => sum + (worthOf(clause, item) ?? 0), 0)
  if (worth > item.points)
    findings.error('worth-above-item', `${formatMilli(worth)} > ${formatMilli(item.points)}`)
  const [only] = item.clauses
  if (item.clauses.length === 1 && only?.form === 'additive' && worth !== item.points) {
    findings.error('parts-sum', `${formatMilli(worth)}, item ${formatMilli(item.points)}`)
  }
  const reach = item.clauses.reduce((sum, clause) => sum + reachOf(clause, item), 0)
  if (reach * 5 < item.points * 4) {
    findings.warning('reach-short', `clauses can take ${formatMilli(reach)} of ${formatMilli(item.points)}`)
  }
}

function checkTwice(nodes: readonly Node[], out: Diagnostic[]): void {
  for (const key of ['id', 'code'] as const) {
    const seen = new Set<string>()
    for (const node of nodes) {
      if (seen.has(node[key])) findingsAt(node.code, out).error(`${key}-twice`, node[key])
      seen.add(node[key])
    }
  }
}
