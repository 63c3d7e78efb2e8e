import { type Points, points, ZERO } from '../points'
import { type Category, type Group, type Item, isItem, itemsOf, type Rubric } from '../rubric/rubric'
import { gradeOf } from './grade'
import type { CategoryScore, ItemScore } from './score'
import { highestSum, lowestSum, mayBeEmpty, type Sum, scaled, type Term } from './term'

const listed = new WeakMap<Category, readonly Item[]>()

/** The items of a category in printed order; listed once per category. */
export function categoryItems(category: Category): readonly Item[] {
  const known = listed.get(category)
  if (known !== undefined) return known
  const items = itemsOf(category)
  listed.set(category, items)
  return items
}

/** 实得 ÷ 应得 of a category (of its `termsOf`), scaled to its full marks and rounded as categories are; vetoes applied. */
export function scoreCategory(
  rubric: Rubric,
  category: Category,
  scores: readonly ItemScore[],
  terms: readonly Term[],
): CategoryScore {
  const best = highestSum(terms)
  const isVetoed = scores.some((score) => score.status !== 'unchecked' && vetoesCategory(score))
  const share = (sum: Sum) => points(Math.max(0, scaled(sum, category.points, rubric.rounding.category)))
  const low = couldBeVetoed(scores) ? ZERO : share(lowestSum(terms))
  const high = isVetoed ? ZERO : share(best)
  // A category that was vetoed is not out of the sum: it counts nothing.
  const isLeftOut = best.due === 0 && category.points > 0 && !isVetoed
  let checked = 0
  for (const { status } of scores) if (status !== 'unchecked') checked += 1
  return {
    category: category.id,
    code: category.code,
    title: category.title,
    weight: category.weight,
    full: category.points,
    due: points(best.due),
    low,
    high,
    ...gradesOf(rubric, isLeftOut ? ZERO : category.points, low, high),
    isVetoed,
    isForfeited: false,
    isLeftOut,
    checked,
    count: scores.length,
  }
}

/** The grades of a category's lowest and highest score; none where nothing counts. */
export function gradesOf(rubric: Rubric, full: Points, low: Points, high: Points) {
  return { gradeLow: gradeOf(rubric, low, full), gradeHigh: gradeOf(rubric, high, full) }
}

/**
 * What a category's sum is made of: its items; or its groups, where 合理缺项 is made good inside groups, each at
 * its own 实得 ÷ 应得 of its points. Terms of items that stand as they stood before are taken over from there.
 */
export function termsOf(
  rubric: Rubric,
  category: Category,
  scores: readonly ItemScore[],
  before?: { readonly items: readonly ItemScore[]; readonly terms: readonly Term[] },
): readonly Term[] {
  const items = categoryItems(category)
  if (rubric.exclusionScope !== 'group') {
    return scores.map((score, at) => {
      const known = before?.items[at] === score ? before.terms[at] : undefined
      return known ?? itemTerm(items[at], score)
    })
  }
  const next = scores[Symbol.iterator]()
  return category.children.map((child) => termOf(rubric, child, () => next.next().value as ItemScore))
}

function termOf(rubric: Rubric, node: Group | Item, next: () => ItemScore): Term {
  if (isItem(node)) return itemTerm(node, next())
  return groupTerm(
    rubric,
    node,
    node.children.map((child) => termOf(rubric, child, next)),
  )
}

/** A group as one term: out of the sum where everything in it is. */
export function groupTerm(rubric: Rubric, group: Group, terms: readonly Term[]): Term {
  const best = highestSum(terms)
  const share = (sum: Sum) => scaled(sum, group.points, rubric.rounding.group ?? rubric.rounding.item)
  return {
    id: group.id,
    low: share(lowestSum(terms)),
    high: share(best),
    due: best.due === 0 ? ZERO : group.points,
    isOptional: best.due > 0 && mayBeEmpty(terms),
  }
}

export function itemTerm(item: Item | undefined, { item: id, status, low, high, due }: ItemScore): Term {
  return {
    id,
    low,
    high,
    due,
    isOptional: status === 'unchecked' && due > 0 && item?.exclusion === 'normalise',
  }
}

/** Whether a veto on the category is in force, or may still come from an unchecked item. */
export function couldBeVetoed(scores: readonly ItemScore[]): boolean {
  return scores.some(vetoesCategory)
}

function vetoesCategory(score: ItemScore): boolean {
  return score.vetoes.some((veto) => veto.scope === 'category')
}
