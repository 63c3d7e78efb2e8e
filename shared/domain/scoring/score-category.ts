import { mulDiv, type Points, points, ZERO } from '../points'
import { type Category, type Item, itemsOf, type Rubric } from '../rubric/rubric'
import { gradeOf } from './grade'
import type { CategoryScore, ItemScore } from './score'

const listed = new WeakMap<Category, readonly Item[]>()

/** The items of a category in printed order; listed once per category. */
export function categoryItems(category: Category): readonly Item[] {
  const known = listed.get(category)
  if (known !== undefined) return known
  const items = itemsOf(category)
  listed.set(category, items)
  return items
}

/** 实得 ÷ 应得 of a category, scaled to its full marks and rounded as categories are; vetoes applied. */
export function scoreCategory(
  rubric: Rubric,
  category: Category,
  scores: readonly ItemScore[],
): CategoryScore {
  const items = categoryItems(category)
  const due = scores.reduce((sum, score) => sum + score.due, 0)
  const isVetoed = scores.some((score) => score.status !== 'unchecked' && vetoesCategory(score))
  const [lowGot, lowDue] = lowest(items, scores)
  const low = couldBeVetoed(scores) ? ZERO : scaled(rubric, category, lowGot, lowDue)
  const highGot = scores.reduce((sum, score) => sum + score.high, 0)
  const high = isVetoed ? ZERO : scaled(rubric, category, highGot, due)
  // A category that was vetoed is not out of the sum: it counts nothing.
  const isLeftOut = due === 0 && category.points > 0 && !isVetoed
  return {
    category: category.id,
    code: category.code,
    title: category.title,
    weight: category.weight,
    full: category.points,
    due: points(due),
    low,
    high,
    gradeLow: isLeftOut ? '' : gradeOf(rubric, low, category.points),
    gradeHigh: isLeftOut ? '' : gradeOf(rubric, high, category.points),
    isVetoed,
    isLeftOut,
    checked: scores.filter(({ status }) => status !== 'unchecked').length,
    count: scores.length,
  }
}

/** got ÷ due of the category's points, rounded; all that is due is full marks, on whatever step they lie. */
function scaled(rubric: Rubric, category: Category, got: number, due: number): Points {
  if (due === 0) return ZERO
  if (got === due) return category.points
  return points(Math.min(category.points, mulDiv(got, category.points, due, rubric.rounding.category)))
}

/** Whether a veto on the category is in force, or may still come from an unchecked item. */
export function couldBeVetoed(scores: readonly ItemScore[]): boolean {
  return scores.some(vetoesCategory)
}

/** Whether the category is out of the total, or may still be: each item that is due is unchecked and may be normalised out. */
export function couldBeLeftOut(category: Category, scores: readonly ItemScore[]): boolean {
  const items = categoryItems(category)
  return scores.every((score, at) =>
    score.status === 'unchecked'
      ? score.due === 0 || items[at]?.exclusion === 'normalise'
      : score.due === 0 && !vetoesCategory(score),
  )
}

function vetoesCategory(score: ItemScore): boolean {
  return score.vetoes.some((veto) => veto.scope === 'category')
}

/**
 * The lowest got ÷ due still reachable. An unchecked item may yet be normalised out; dropping one that would
 * keep more than the running share lowers it, so open items join in order of what they keep while they lower it.
 */
function lowest(items: readonly Item[], scores: readonly ItemScore[]): readonly [got: number, due: number] {
  let got = 0
  let due = 0
  const optional: ItemScore[] = []
  scores.forEach((score, at) => {
    if (score.status === 'unchecked' && score.low > 0 && items[at]?.exclusion === 'normalise') {
      optional.push(score)
      return
    }
    got += score.low
    due += score.due
  })
  optional.sort((a, b) => a.low * b.due - b.low * a.due)
  for (const score of optional) {
    if (due !== 0 && score.low * due >= got * score.due) break
    got += score.low
    due += score.due
  }
  return [got, due]
}
