import { itemIndex } from '../rubric/item-index'
import type { Rubric } from '../rubric/rubric'
import type { Tally } from '../scoring/tally'
import { highParts, lowParts, type TotalPart } from '../scoring/total-parts'
import { lowestParts } from '../scoring/weighted-total'
import { togetherOf } from './explain-item'
import { type Explanation, refer } from './explanation'
import {
  add,
  compare,
  count,
  divideBy,
  type Expression,
  evaluate,
  least,
  most,
  multiply,
  number,
  rounded,
} from './expression'

type Side = 'worst' | 'best'

/** The total in figures: the weighted share of the categories, bonuses and penalties, never below nothing. */
export function totalSum(
  rubric: Rubric,
  tallies: readonly Tally[],
  children: readonly Explanation[],
  side: Side,
): Expression {
  const weighted = weightedSum(rubric, tallies, children, side)
  const bonus = extras(rubric, tallies, children, side, 'bonus')
  const penalty = extras(rubric, tallies, children, side, 'penalty')
  const beside = [bonus, penalty].filter((one) => one !== null)
  return roundedTotal(rubric, add(weighted, ...beside))
}

/** Rounded once; not below nothing, and past full marks only where it is so before. */
function roundedTotal(rubric: Rubric, sum: Expression): Expression {
  const full = number(rubric.points)
  const side = compare(sum, full)
  if (side === 0) return sum
  if (compare(sum, number(0)) < 0) return most(sum, count(0))
  const total = rounded(sum, rubric.rounding.total)
  if (compare(total, full) === -side) return side < 0 ? least(total, full) : most(total, full)
  return total
}

/** Σ weight × got ÷ full, over Σ weight × due ÷ full, of the rubric's points. */
function weightedSum(
  rubric: Rubric,
  tallies: readonly Tally[],
  children: readonly Explanation[],
  side: Side,
): Expression {
  const counting = tallies.filter(({ score }) => score.full > 0)
  const parts = side === 'worst' ? lowestParts(lowParts(rubric, counting)) : highParts(rubric, counting)
  const counted = parts.filter(({ due, weight }) => due > 0 && weight > 0)
  if (counted.length === 0) return number(0)
  if (rubric.weighting === 'points') return sumOfPoints(rubric, counted, children, side)
  const got = add(
    ...counted.map((part) =>
      multiply(percent(part.weight), divideBy(gotOf(part, children, side), number(part.full))),
    ),
  )
  const due = add(
    ...counted.map(({ weight, due: points, full }) =>
      points === full ? percent(weight) : multiply(percent(weight), divideBy(number(points), number(full))),
    ),
  )
  return plainShare(rubric, counted, children, side) ?? multiply(divideBy(got, due), number(rubric.points))
}

/** 96 + 88 …, of as many points as the standard has where all that counts is as much. */
function sumOfPoints(
  { points: full }: Rubric,
  parts: readonly TotalPart[],
  children: readonly Explanation[],
  side: Side,
): Expression {
  const got = add(...parts.map((part) => gotOf(part, children, side)))
  const due = parts.reduce((sum, part) => sum + part.due, 0)
  if (due === full) return got
  return multiply(divideBy(got, add(...parts.map((part) => number(part.due)))), number(full))
}

/** 96 × 0.1 + 88 × 0.2 …, where every category counts whole, out of as much as the total; null elsewhere. */
function plainShare(
  { points: full }: Rubric,
  parts: readonly TotalPart[],
  children: readonly Explanation[],
  side: Side,
): Expression | null {
  const isPlain = parts.every((part) => part.full === full && part.due === full && part.weight % 10 === 0)
  if (!isPlain || parts.reduce((sum, { weight }) => sum + weight, 0) !== 10_000) return null
  return add(...parts.map((part) => multiply(gotOf(part, children, side), number(part.weight / 10))))
}

/** A category as a whole, or those of its items that count. */
function gotOf(
  { category, terms, got }: TotalPart,
  children: readonly Explanation[],
  side: Side,
): Expression {
  const node = children.find(({ id }) => id === category)
  if (node === undefined) return number(got)
  if (terms.length === 0) return node[side].value === got ? refer(node, node[side]) : number(got)
  // A bonus or penalty is a term of nothing: what it gives stands beside the sum.
  const ids = new Set(terms.flatMap(({ id, due }) => (due > 0 ? [id] : [])))
  return add(...node.children.filter(({ id }) => ids.has(id)).map((child) => refer(child, child[side])))
}

/** Basis points as a percentage: 1000 is 10. */
function percent(weight: number): Expression {
  return number(weight * 10)
}

/** Bonuses, or penalties (below nothing), under the rubric's cap; null where there are none. */
function extras(
  rubric: Rubric,
  tallies: readonly Tally[],
  children: readonly Explanation[],
  side: Side,
  kind: 'bonus' | 'penalty',
): Expression | null {
  const open = new Set(
    tallies.flatMap(({ items }) =>
      items.flatMap(({ item, status }) => (status === 'unchecked' ? [item] : [])),
    ),
  )
  const isGain = kind === 'bonus'
  const cap = isGain ? rubric.bonusCap : rubric.penaltyCap
  const sums = children
    .flatMap((category) => category.children.flatMap(itemsBelow))
    // An open bonus counts only at best, an open penalty only at worst.
    .filter(({ id }) => !open.has(id) || (side === 'best') === isGain)
    .map((node) => extraOf(rubric, node, side))
    .filter((one) => (isGain ? evaluate(one) > 0 : evaluate(one) < 0))
  if (sums.length === 0) return null
  const sum = add(...sums)
  if (isGain) return evaluate(sum) > cap ? least(sum, number(cap)) : sum
  return evaluate(sum) < -cap ? most(sum, number(-cap)) : sum
}

function itemsBelow(node: Explanation): readonly Explanation[] {
  return node.kind === 'group' ? node.children.flatMap(itemsBelow) : [node]
}

/** What an item gives or takes beside the sum: as a whole, or its extras beside its deductions. */
function extraOf(rubric: Rubric, node: Explanation, side: Side): Expression {
  if (node.full === 0) return refer(node, node[side])
  const beside = node.children.filter(({ kind }) => kind === 'extra')
  const item = itemIndex(rubric).get(node.id)
  return item === undefined || beside.length === 0 ? number(0) : togetherOf(item, beside, side)
}
