import { findNode } from '../../../shared/domain/rubric/edit/tree'
import {
  type Category,
  type Group,
  type Item,
  isItem,
  type Rubric,
} from '../../../shared/domain/rubric/rubric'

/** A node that has items below it. */
export type Branch = Category | Group

/** The groups right below a node. */
export function groupsOf(node: { readonly children: readonly (Group | Item)[] }): readonly Group[] {
  return node.children.filter((child): child is Group => !isItem(child))
}

/** A category or group by id; null when the standard has none. */
export function findBranch(rubric: Rubric, id: string): Branch | null {
  const node = findNode(rubric, id)?.node
  return node === undefined || isItem(node) ? null : node
}
