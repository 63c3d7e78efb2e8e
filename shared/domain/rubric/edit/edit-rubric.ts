import type { Clause } from '../clause'
import { type Guarantee, type Item, isItem, type Rubric } from '../rubric'
import { MAX_DEPTH } from '../walk'
import type { Edited, EditRefusal, Node, RubricEdit } from './edit'
import { renumber } from './number'
import { shift } from './shift'
import { sumUp } from './sum-up'
import {
  allNodes,
  findNode,
  heightOf,
  isBelow,
  isBranch,
  isCategory,
  itemIdsOf,
  replaceNode,
  withChildren,
} from './tree'

/** The standard after one step; a refusal leaves it as it was. What is not touched stays the same object. */
export function editRubric(rubric: Rubric, edit: RubricEdit): Edited {
  switch (edit.type) {
    case 'head':
      return done(changed(rubric, edit.change))
    case 'change':
      return onNode(rubric, edit.id, (node) => changed(node, edit.change))
    case 'clauses':
      return onNode(rubric, edit.id, (node) => (isBranch(node) ? node : withClauses(node, edit.clauses)))
    case 'insert':
      return insert(rubric, edit.parent, edit.at, edit.nodes)
    case 'remove':
      return remove(rubric, edit.id)
    case 'move':
      return move(rubric, edit.id, edit.parent, edit.at)
    case 'shift':
      return shift(rubric, edit.id, edit.by, move)
    case 'renumber':
      return done(renumber(rubric, edit.within))
    case 'sum':
      return done(sumUp(rubric, edit.within))
  }
}

/** Several steps as one: all of them, or none. */
export function editAll(rubric: Rubric, edits: readonly RubricEdit[]): Edited {
  let now = rubric
  for (const edit of edits) {
    const next = editRubric(now, edit)
    if (!next.ok) return next
    now = next.rubric
  }
  return done(now)
}

function done(rubric: Rubric): Edited {
  return { ok: true, rubric }
}

function refused(code: EditRefusal): Edited {
  return { ok: false, code }
}

/** Members that became undefined are gone: canonical JSON and the schema know no undefined. */
function changed<T extends object>(value: T, change: object): T {
  const entries = Object.entries({ ...value, ...change }).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries) as T
}

function onNode(rubric: Rubric, id: string, make: (node: Node) => Node): Edited {
  if (findNode(rubric, id) === null) return refused('unknown-node')
  return done(replaceNode(rubric, id, (node) => [make(node)]))
}

/** Clauses without undefined members at any depth, and shared caps without those that are gone. */
function withClauses(item: Item, clauses: readonly Clause[]): Item {
  const ids = new Set(clauses.map(({ id }) => id))
  const sharedCaps = item.sharedCaps
    ?.map((shared) => ({ ...shared, clauses: shared.clauses.filter((id) => ids.has(id)) }))
    .filter((shared) => shared.clauses.length > 1)
  return changed(
    { ...item, clauses: clauses.map(compact) },
    { sharedCaps: sharedCaps?.length === 0 ? undefined : sharedCaps },
  )
}

function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.map(compact) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.map(([key, member]) => [key, compact(member)])) as T
}

function insert(rubric: Rubric, parent: string | null, at: number, nodes: readonly Node[]): Edited {
  const taken = new Set(allNodes(rubric).map(({ id }) => id))
  if (nodes.some(({ id }) => taken.has(id))) return refused('id-taken')
  const problem = problemAt(rubric, parent, nodes)
  if (problem !== null) return refused(problem)
  return done(withChildren(rubric, parent, (list) => [...list.slice(0, at), ...nodes, ...list.slice(at)]))
}

/** Categories stand at the top and nothing else does; nothing grows deeper than a proof would walk. */
function problemAt(rubric: Rubric, parent: string | null, nodes: readonly Node[]): EditRefusal | null {
  if (parent === null) return nodes.every(isCategory) ? null : 'wrong-level'
  const found = findNode(rubric, parent)
  if (found === null) return 'unknown-node'
  if (!isBranch(found.node) || !nodes.every(isBelow)) return 'wrong-level'
  return nodes.some((node) => found.depth + heightOf(node) > MAX_DEPTH) ? 'too-deep' : null
}

function remove(rubric: Rubric, id: string): Edited {
  const found = findNode(rubric, id)
  if (found === null) return refused('unknown-node')
  if (isCategory(found.node) && rubric.categories.length === 1) return refused('last-category')
  const gone = new Set(itemIdsOf(found.node))
  return done(
    withoutItems(
      replaceNode(rubric, id, () => []),
      gone,
    ),
  )
}

/** Guarantees name items: one that names none any more says nothing. */
function withoutItems(rubric: Rubric, gone: ReadonlySet<string>): Rubric {
  if (rubric.guarantees === undefined) return rubric
  const guarantees = rubric.guarantees
    .map((one): Guarantee => ({ ...one, items: one.items.filter((id) => !gone.has(id)) }))
    .filter(({ items }) => items.length > 0)
  return changed(rubric, { guarantees: guarantees.length === 0 ? undefined : guarantees })
}

function move(rubric: Rubric, id: string, parent: string | null, at: number): Edited {
  const found = findNode(rubric, id)
  if (found === null) return refused('unknown-node')
  if (parent !== null && (parent === id || isWithin(found.node, parent))) return refused('inside-itself')
  const problem = problemAt(rubric, parent, [found.node])
  if (problem !== null) return refused(problem)
  const rest = replaceNode(rubric, id, () => [])
  return done(withChildren(rest, parent, (list) => [...list.slice(0, at), found.node, ...list.slice(at)]))
}

function isWithin(node: Node, id: string): boolean {
  return (
    isBranch(node) &&
    node.children.some((child) => child.id === id || (!isItem(child) && isWithin(child, id)))
  )
}
