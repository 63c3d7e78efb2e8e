import { divide, type Points, points, ZERO } from '../points'
import type { Rubric } from '../rubric/rubric'
import type { SheetState } from '../sheet/state'
import { gradeOf, worstGrade } from './grade'
import type { CategoryScore, ItemScore, SheetScore } from './score'
import { categoryItems, scoreCategory } from './score-category'
import { scoreItem } from './score-item'

/**
 * The score of a whole sheet, in the order of arithmetic: clauses, item, exclusions, category, weights,
 * bonus and penalty, veto and grade. Thousandths throughout; one item is computed anew per changed mark.
 */
export function scoreSheet(rubric: Rubric, state: Pick<SheetState, 'items'>): SheetScore {
  const items: ItemScore[] = []
  const categories = rubric.categories.map((category) => {
    const scores = categoryItems(category).map((item) => scoreItem(rubric, item, state.items.get(item.id)))
    items.push(...scores)
    return scoreCategory(rubric, category, scores)
  })
  const bonus = (side: 'extraLow' | 'extraHigh') => sumWhere(items, side, 1, rubric.bonusCap)
  const penalty = (side: 'extraLow' | 'extraHigh') => sumWhere(items, side, -1, rubric.penaltyCap)
  const low = total(rubric, categories, 'low', bonus('extraLow') - penalty('extraLow'))
  const high = total(rubric, categories, 'high', bonus('extraHigh') - penalty('extraHigh'))
  const inForce = items.filter(({ status }) => status !== 'unchecked')
  return {
    full: rubric.points,
    low,
    high,
    gradeLow: graded(rubric, low, items),
    gradeHigh: graded(rubric, high, inForce),
    bonus: points(sumWhere(inForce, 'extraHigh', 1, rubric.bonusCap)),
    penalty: points(sumWhere(inForce, 'extraLow', -1, rubric.penaltyCap)),
    vetoedBy: inForce.filter((score) => score.vetoes.length > 0).map(({ item }) => item),
    checked: inForce.length,
    count: items.length,
    categories,
    items,
  }
}

/** The weighted share of the categories that count, of the rubric's points, rounded, plus bonus less penalty. */
function total(
  rubric: Rubric,
  categories: readonly CategoryScore[],
  side: 'low' | 'high',
  extra: number,
): Points {
  let numerator = 0n
  let denominator = 1n
  let weights = 0n
  for (const category of categories) {
    if (category.isLeftOut || category.full === 0) continue
    const full = BigInt(category.full)
    numerator = numerator * full + BigInt(category.weight) * BigInt(category[side]) * denominator
    denominator *= full
    weights += BigInt(category.weight)
  }
  if (weights === 0n) return ZERO
  const weighted = divide(numerator * BigInt(rubric.points), denominator * weights, rubric.rounding.total)
  return points(Math.max(0, weighted + extra))
}

/** Sum of the bonuses (sign 1) or the size of the penalties (sign −1) of one side, under its cap. */
function sumWhere(
  items: readonly ItemScore[],
  side: 'extraLow' | 'extraHigh',
  sign: 1 | -1,
  cap: Points,
): number {
  let sum = 0
  for (const item of items) if (item[side] * sign > 0) sum += item[side] * sign
  return Math.min(sum, cap)
}

function graded(rubric: Rubric, score: Points, vetoing: readonly ItemScore[]): string {
  const imposed = vetoing.flatMap(({ vetoes }) =>
    vetoes.flatMap((veto) => (veto.scope === 'grade' ? [veto.grade] : [])),
  )
  return worstGrade(rubric, [gradeOf(rubric, score, rubric.points), ...imposed])
}
