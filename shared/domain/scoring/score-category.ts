import { mulDiv, points, ZERO } from '../points'
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
  const couldBeVetoed = scores.some(vetoesCategory)
  const rounding = rubric.rounding.category
  const scale = (got: number, of: number) => (of === 0 ? ZERO : mulDiv(got, category.points, of, rounding))
  const [lowGot, lowDue] = lowest(items, scores)
  const low = couldBeVetoed ? ZERO : scale(lowGot, lowDue)
  const high = isVetoed
    ? ZERO
    : scale(
        scores.reduce((sum, score) => sum + score.high, 0),
        due,
      )
  return {
    category: category.id,
    code: category.code,
    title: category.title,
    weight: category.weight,
    full: category.points,
    due: points(due),
    low,
    high,
    gradeLow: gradeOf(rubric, low, category.points),
    gradeHigh: gradeOf(rubric, high, category.points),
    isVetoed,
    isLeftOut: due === 0 && category.points > 0,
    checked: scores.filter(({ status }) => status !== 'unchecked').length,
    count: scores.length,
  }
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
