import type { Points } from '../../points'
import { type Category, type Group, type Item, isItem, type Rubric } from '../rubric'
import type { Node } from './edit'
import { isBranch } from './tree'

/** What the children of a branch are worth together, in thousandths: bonus, penalty and veto items stand outside. */
export function sumOf(children: readonly (Group | Item)[]): Points {
  return children.reduce(
    (sum, child) => sum + (isItem(child) && child.kind !== 'normal' ? 0 : child.points),
    0,
  ) as Points
}

/** Whether what stands below differs by kind of subject: then no one sum is right for all. */
export function isConditional(children: readonly (Group | Item)[]): boolean {
  return children.some(({ onlyFor }) => onlyFor !== undefined)
}

/**
 * Sets the points of every group, and of the categories, to what stands below; from one branch downwards if named.
 * Branches with items for some kinds of subject stay as they are.
 */
export function sumUp(rubric: Rubric, within?: string): Rubric {
  return { ...rubric, categories: rubric.categories.map((one): Category => summed(one, within)) }
}

function summed<T extends Node>(node: T, within: string | undefined): T {
  if (!isBranch(node)) return node
  const isMeant = within === undefined || node.id === within
  const children = node.children.map((child) => summed(child, isMeant ? undefined : within))
  const isSame = children.every((child, index) => child === node.children[index])
  const points = isMeant && children.length > 0 && !isConditional(children) ? sumOf(children) : node.points
  return isSame && points === node.points ? node : { ...node, points, children }
}
