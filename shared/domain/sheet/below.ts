import { findNode } from '../rubric/edit/tree'
import { type Item, isItem, itemsOf, type Rubric } from '../rubric/rubric'
import type { SheetState } from './state'

/** All items below a category or group, in printed order; null where the standard has no such node. */
export function itemsBelow(rubric: Rubric, node: string): readonly Item[] | null {
  const found = findNode(rubric, node)?.node
  return found === undefined || isItem(found) ? null : itemsOf(found)
}

/** Of these the ones that one act may exclude: allowed by the standard, not scored by anybody, not excluded already. */
export function excludableBelow(
  rubric: Rubric,
  state: Pick<SheetState, 'items'>,
  node: string,
): readonly Item[] {
  return (itemsBelow(rubric, node) ?? []).filter(({ id, exclusion }) => {
    const status = state.items.get(id)?.status ?? 'unchecked'
    return exclusion !== 'not-allowed' && (status === 'unchecked' || status === 'clear')
  })
}

/** Of these the ones that nobody has checked, by id. */
export function uncheckedBelow(
  rubric: Rubric,
  state: Pick<SheetState, 'items'>,
  node: string,
): readonly string[] {
  return (itemsBelow(rubric, node) ?? []).flatMap(({ id }) =>
    (state.items.get(id)?.status ?? 'unchecked') === 'unchecked' ? [id] : [],
  )
}
