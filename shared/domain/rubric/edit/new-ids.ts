import type { Node } from './edit'
import { isBranch } from './tree'

/** A copy of a node with new ids all the way down; a clause keeps its id, which is the item's own affair. */
export function withNewIds<T extends Node>(node: T, newId: () => string): T {
  const id = newId()
  if (!isBranch(node)) return { ...node, id }
  return { ...node, id, children: node.children.map((child) => withNewIds(child, newId)) }
}
