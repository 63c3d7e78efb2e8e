import { type Category, type Group, isItem, type Rubric } from '../../shared/domain/rubric/rubric'

/** A number on the way from the total down to one, and what it is called. */
export interface PathPart {
  readonly id: string
  readonly code: string
  readonly title: string
}

/**
 * The nodes from the category down to a node of the explanation ('total', a node's id, 'item/clause'), itself included;
 * none for the total. Groups are on it where they have a number of their own.
 */
export function pathTo(rubric: Rubric, node: string): readonly PathPart[] {
  const [id = '', clause] = node.split('/')
  for (const category of rubric.categories) {
    const path = find(category, id)
    if (path === null) continue
    const numbered = path.filter(
      (one, at) => at === 0 || isItemNode(one) || rubric.exclusionScope === 'group',
    )
    const parts = numbered.map(({ id: part, code, title }) => ({ id: part, code, title }))
    return clause === undefined ? parts : [...parts, { id: node, code: clause, title: '' }]
  }
  return []
}

type TreeNode = Category | Group | Group['children'][number]

function find(node: TreeNode, id: string): readonly TreeNode[] | null {
  if (node.id === id) return [node]
  if (!('children' in node)) return null
  for (const child of node.children) {
    const path = find(child, id)
    if (path !== null) return [node, ...path]
  }
  return null
}

function isItemNode(node: TreeNode): boolean {
  return !('children' in node) && isItem(node)
}
