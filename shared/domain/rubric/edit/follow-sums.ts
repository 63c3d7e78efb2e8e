import { type Category, type Group, isItem, type Rubric } from '../rubric'
import { isConditional, sumOf } from './sum-up'

/**
 * The standard with every group worth what stands below it, where it was so before (or the group is new, or had
 * nothing below). Categories promise their points and stay; a group whose points were set by hand stays as well.
 */
export function followSums(before: Rubric, after: Rubric): Rubric {
  if (before.categories === after.categories) return after
  const known = new Map<string, Group>()
  collect(before.categories, known)
  const categories = after.categories.map((category) => followed(category, known))
  return categories.every((category, index) => category === after.categories[index])
    ? after
    : { ...after, categories }
}

/** Whether every group is worth what stands below it: such a standard is kept so. */
export function hasFollowedSums(rubric: Rubric): boolean {
  const groups = new Map<string, Group>()
  collect(rubric.categories, groups)
  return [...groups.values()].every(isFollowing)
}

function isFollowing({ children, points }: Group): boolean {
  return children.length === 0 || isConditional(children) || sumOf(children) === points
}

function collect(branches: readonly (Category | Group)[], into: Map<string, Group>): void {
  for (const branch of branches) {
    for (const child of branch.children) {
      if (isItem(child)) continue
      into.set(child.id, child)
      collect([child], into)
    }
  }
}

function followed<T extends Category | Group>(branch: T, known: ReadonlyMap<string, Group>): T {
  const children = branch.children.map((child) => {
    if (isItem(child)) return child
    const below = followed(child, known)
    const was = known.get(child.id)
    if (was === child || below.children.length === 0 || isConditional(below.children)) return below
    const isSetByHand = was !== undefined && (was.points !== child.points || !isFollowing(was))
    const points = sumOf(below.children)
    return isSetByHand || points === below.points ? below : { ...below, points }
  })
  return children.every((child, index) => child === branch.children[index]) ? branch : { ...branch, children }
}
