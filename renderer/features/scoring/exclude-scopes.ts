import { type Category, type Group, isItem, type Rubric } from '../../../shared/domain/rubric/rubric'
import { excludableBelow } from '../../../shared/domain/sheet/exclude-all'
import type { SheetState } from '../../../shared/domain/sheet/state'

/** A group or category above the item that may be excluded in one act; `count` items of it are still to be excluded. */
export interface ExcludeScope {
  readonly node: string
  readonly code: string
  readonly title: string
  readonly count: number
}

/** What may be excluded together with an item, the nearest group first; none that would exclude nothing more. */
export function excludeScopes(
  rubric: Rubric,
  state: Pick<SheetState, 'items'>,
  item: string,
): readonly ExcludeScope[] {
  return pathTo(rubric.categories, item).flatMap(({ id, code, title }) => {
    const count = excludableBelow(rubric, state, id).length
    return count > 1 ? [{ node: id, code, title, count }] : []
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
