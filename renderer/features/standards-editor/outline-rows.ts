import type { Node } from '../../../shared/domain/rubric/edit/edit'
import { isBranch } from '../../../shared/domain/rubric/edit/tree'
import type { Rubric } from '../../../shared/domain/rubric/rubric'

/** One line of the outline: a node, how deep it stands, and what it stands in. */
export interface OutlineRow {
  readonly node: Node
  /** 0 for a category. */
  readonly depth: number
  readonly parent: string | null
  readonly at: number
}

/** The lines on show, in printed order; what is below a closed branch is not. */
export function outlineRows(rubric: Rubric, closed: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const walk = (nodes: readonly Node[], parent: string | null, depth: number) => {
    for (const [at, node] of nodes.entries()) {
      rows.push({ node, depth, parent, at })
      if (isBranch(node) && !closed.has(node.id)) walk(node.children, node.id, depth + 1)
    }
  }
  walk(rubric.categories, null, 0)
  return rows
}

/** Branches that stand over a node: they have to be open for it to be on show. */
export function branchesOver(rubric: Rubric, id: string): readonly string[] {
  const find = (nodes: readonly Node[]): readonly string[] | null => {
    for (const node of nodes) {
      if (node.id === id) return []
      const below = isBranch(node) ? find(node.children) : null
      if (below !== null) return [node.id, ...below]
    }
    return null
  }
  return find(rubric.categories) ?? []
}
