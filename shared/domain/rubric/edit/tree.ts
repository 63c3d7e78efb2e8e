import { type Category, type Group, type Item, isItem, type Rubric } from '../rubric'
import type { Node } from './edit'

/** A node, what it stands in (null: the standard itself), and its place there. */
export interface Found {
  readonly node: Node
  readonly parent: Category | Group | null
  readonly at: number
  /** 1 for a category. */
  readonly depth: number
}

/** A category: the only node that weighs. */
export function isCategory(node: Node): node is Category {
  return 'weight' in node
}

export function isBranch(node: Node): node is Category | Group {
  return 'children' in node
}

/** A node by id, anywhere in the standard. */
export function findNode(rubric: Rubric, id: string): Found | null {
  return findAmong(rubric.categories, null, id, 1)
}

function findAmong(
  nodes: readonly Node[],
  parent: Category | Group | null,
  id: string,
  depth: number,
): Found | null {
  for (const [at, node] of nodes.entries()) {
    if (node.id === id) return { node, parent, at, depth }
    const found = isBranch(node) ? findAmong(node.children, node, id, depth + 1) : null
    if (found !== null) return found
  }
  return null
}

/** Levels below and including a node. */
export function heightOf(node: Node): number {
  return isBranch(node) ? 1 + Math.max(0, ...node.children.map(heightOf)) : 1
}

/** Every node of the standard, in printed order. */
export function allNodes(rubric: Rubric): Node[] {
  const nodes: Node[] = []
  const walk = (list: readonly Node[]) => {
    for (const node of list) {
      nodes.push(node)
      if (isBranch(node)) walk(node.children)
    }
  }
  walk(rubric.categories)
  return nodes
}

/** The standard with one node replaced by others; everything besides is the same object as before. */
export function replaceNode(rubric: Rubric, id: string, make: (node: Node) => readonly Node[]): Rubric {
  const categories = replaceAmong(rubric.categories, id, make)
  return categories === rubric.categories ? rubric : { ...rubric, categories: categories.filter(isCategory) }
}

function replaceAmong<T extends Node>(
  nodes: readonly T[],
  id: string,
  make: (node: Node) => readonly Node[],
): readonly Node[] {
  for (const [at, node] of nodes.entries()) {
    if (node.id === id) return [...nodes.slice(0, at), ...make(node), ...nodes.slice(at + 1)]
    if (!isBranch(node)) continue
    const children = replaceAmong(node.children, id, make)
    if (children !== node.children)
      return [...nodes.slice(0, at), { ...node, children: children.filter(isBelow) }, ...nodes.slice(at + 1)]
  }
  return nodes
}

/** The standard with the children of one place changed. */
export function withChildren(
  rubric: Rubric,
  parent: string | null,
  change: (children: readonly Node[]) => readonly Node[],
): Rubric {
  if (parent === null) return { ...rubric, categories: change(rubric.categories).filter(isCategory) }
  return replaceNode(rubric, parent, (node) =>
    isBranch(node) ? [{ ...node, children: change(node.children).filter(isBelow) }] : [node],
  )
}

export function isBelow(node: Node): node is Group | Item {
  return !isCategory(node)
}

/** Ids of all items in and below a node. */
export function itemIdsOf(node: Node): string[] {
  return isBranch(node) ? node.children.flatMap(itemIdsOf) : [node.id]
}

/** An item that so far is but a title: it may become a group when something is put under it. */
export function isBare(node: Node): node is Item {
  return !isBranch(node) && isItem(node) && node.clauses.length === 0 && node.rule.trim() === ''
}
