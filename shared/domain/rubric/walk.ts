import { type Diagnostic, findingsAt } from './diagnostic'
import type { Category, Group, Item } from './rubric'

/** Deeper or larger trees are refused before anything walks them by recursion. */
export const MAX_DEPTH = 12
export const MAX_NODES = 100_000

export type Node = Category | Group | Item

/** A node and what it stands in. */
export interface Entry {
  readonly node: Node
  readonly up: Entry | null
  readonly depth: number
}

/**
 * All nodes in printed order, without recursion; null (with its diagnostic) where the tree is too deep, too large, or
 * comes back to where it was: JSON can't, but an object that a person's editor holds may.
 */
export function walk(categories: readonly Category[], out: Diagnostic[]): Entry[] | null {
  const entries: Entry[] = []
  const open: Entry[] = []
  const push = (children: readonly Node[], up: Entry | null, depth: number): void => {
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index]
      if (node !== undefined) open.push({ node, up, depth })
    }
  }
  push(categories, null, 1)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    entries.push(next)
    const findings = findingsAt(node.code, out)
    if (isInItself(next)) {
      findings.error('tree-cycle', node.title)
      return null
    }
    if (depth > MAX_DEPTH) {
      findings.error('tree-too-deep', String(MAX_DEPTH))
      return null
    }
    if (entries.length + open.length > MAX_NODES) {
      findings.error('tree-too-large', String(MAX_NODES))
      return null
    }
    if ('children' in node) push(node.children, next, depth + 1)
  }
  return entries
}

/** The same object, or another of its id, on the way from the top. */
function isInItself({ node, up }: Entry): boolean {
  if (!('children' in node)) return false
  for (let at = up; at !== null; at = at.up)
    if (at.node === node || (node.id !== '' && at.node.id === node.id)) return true
  return false
}

/** What stands at the top of an entry: its category. */
export function categoryOf(entry: Entry): Node {
  let top = entry
  while (top.up !== null) top = top.up
  return top.node
}
