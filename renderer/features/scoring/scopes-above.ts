import { type Category, type Group, isItem, type Rubric } from '../../../shared/domain/rubric/rubric'

/** A group or category above an item over which one act goes; `count` items of it would change. */
export interface Scope {
  readonly node: string
  readonly code: string
  readonly title: string
  readonly count: number
}

/** What an act may go over together with an item, the nearest group first; none of which `countBelow` counts too few. */
export function scopesAbove(
  rubric: Rubric,
  item: string,
  countBelow: (node: string) => number,
  atLeast: number,
): readonly Scope[] {
  return pathTo(rubric.categories, item).flatMap(({ id, code, title }) => {
    const count = countBelow(id)
    return count >= atLeast ? [{ node: id, code, title, count }] : []
  })
}

/** The nodes above an item, the nearest first. */
function pathTo(nodes: readonly (Category | Group)[], item: string): readonly (Category | Group)[] {
  for (const node of nodes) {
    if (node.children.some((child) => isItem(child) && child.id === item)) return [node]
    const below = pathTo(
      node.children.flatMap((child) => (isItem(child) ? [] : [child])),
      item,
    )
    if (below.length > 0) return [...below, node]
  }
  return []
}
