import { plausibleMark } from '../../../electron/cli/plausible-mark'
import { type Seeded, seeded } from '../../../electron/cli/seeded'
import { points } from '../../../shared/domain/points'
import { type Category, type Item, itemsOf, type Rubric } from '../../../shared/domain/rubric/rubric'
import { type ItemMark, type Mark, UNTOUCHED } from '../../../shared/domain/sheet/mark'

/** The standard with `count` items: its own, taken again and again under new ids, over the same categories. */
export function standardOf(rubric: Rubric, count: number): Rubric {
  const all = rubric.categories.flatMap((category) => itemsOf(category).map((item) => ({ category, item })))
  const items = new Map<string, Item[]>(rubric.categories.map(({ id }) => [id, []]))
  for (let at = 0; at < count; at++) {
    const source = all[at % all.length]
    if (source === undefined) throw new Error('a standard without items')
    const round = Math.floor(at / all.length)
    const { category, item } = source
    const copy = round === 0 ? item : { ...item, id: `${item.id}-${round}`, code: `${item.code}.${round}` }
    items.get(category.id)?.push(copy)
  }
  const categories = rubric.categories.map((category): Category => {
    const children = items.get(category.id) ?? []
    const sum = children.reduce((all, item) => all + item.points, 0)
    return { ...category, children, points: points(sum) }
  })
  return { ...rubric, categories }
}

/** The same standard as objects never seen before: nothing that is kept per category is found again. */
export function anew(rubric: Rubric): Rubric {
  return { ...rubric, categories: rubric.categories.map((category) => ({ ...category })) }
}

/** Marks on a sheet near its end: three items in five with something found on every clause, one in ten unchecked. */
export function marksFor(rubric: Rubric, seed: number): Map<string, ItemMark> {
  const seeds = seeded(seed)
  const items = rubric.categories.flatMap(itemsOf).filter(() => !seeds.isIn100(10))
  return new Map(items.map((item) => [item.id, markFor(item, seeds)]))
}

function markFor(item: Item, seeds: Seeded): ItemMark {
  const change = { by: '检查员甲', at: '2026-01-15T01:00:00.000Z' }
  if (item.exclusion !== 'not-allowed' && seeds.isIn100(3)) {
    return { ...UNTOUCHED, ...change, status: 'excluded', reason: '本地无此类设施' }
  }
  const marks: [string, Mark][] = []
  if (seeds.isIn100(60)) {
    for (const clause of item.clauses) {
      const value = plausibleMark(clause, seeds)
      if (value !== null) marks.push([clause.id, { value, reason: '现场查看发现' }])
    }
  }
  const status = marks.length === 0 ? 'clear' : 'scored'
  return { ...UNTOUCHED, ...change, status, marks: Object.fromEntries(marks) }
}
