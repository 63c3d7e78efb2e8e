import { allItems, type Item, type Rubric } from './rubric'

const indexed = new WeakMap<Rubric, ReadonlyMap<string, Item>>()

/** Items by id; built once per rubric. */
export function itemIndex(rubric: Rubric): ReadonlyMap<string, Item> {
  const known = indexed.get(rubric)
  if (known !== undefined) return known
  const index = new Map(allItems(rubric).map((item) => [item.id, item]))
  indexed.set(rubric, index)
  return index
}
