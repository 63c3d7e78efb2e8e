import { formatMilli, type Points } from '../points'
import { itemIndex } from '../rubric/item-index'
import { type Category, type Group, isItem, type Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import { type Scored, scoreTallies } from '../scoring/score-sheet'
import type { Tally } from '../scoring/tally'
import { highParts, lowParts, type TotalPart } from '../scoring/total-parts'
import { highestParts, lowestParts } from '../scoring/weighted-total'
import { explainCategory } from './explain-category'
import { explainItem } from './explain-item'
import { type Explanation, type ExplanationNote, figure, note, refer } from './explanation'
import {
  add,
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

/** Why the whole sheet stands where it stands: a tree from the total to each mark, that recomputes to every number. */
export function explainSheet(standard: Rubric, state: Scored): Explanation {
  const { rubric, tallies, score, isTotalLost, isTotalThreatened } = scoreTallies(standard, state)
  const children = rubric.categories.flatMap((category, at) => {
    const tally = tallies[at]
    return tally === undefined ? [] : [explainCategory(rubric, category, tally, state.items)]
  })
  const total = (side: Side): Expression =>
    (side === 'worst' ? isTotalThreatened : isTotalLost)
      ? number(0)
      : totalSum(rubric, tallies, children, side)
  return {
    kind: 'total',
    id: 'total',
    code: '',
    title: rubric.title,
    wording: rubric.notice,
    facts: [],
    full: rubric.points,
    worst: figure(total('worst')),
    best: figure(total('best')),
    notes: [
      ...score.forfeitedBy.map((id) =>
        note('forfeited', rubric.guarantees?.find((one) => one.id === id)?.text),
      ),
      ...capNotes(rubric, tallies),
      ...(isTotalThreatened && !isTotalLost ? threats(rubric) : []),
      ...(tallies.some(({ totalVeto }) => totalVeto.now) ? [note('veto-total')] : []),
      ...tallies.flatMap(({ imposed }) => imposed.map((grade) => note('veto-grade', grade))),
      ...gradeThreats(tallies),
      note(
        'grade',
        score.gradeLow === score.gradeHigh ? score.gradeHigh : `${score.gradeLow} – ${score.gradeHigh}`,
      ),
    ],
    children,
  }
}

/**
 * One node of the explanation, with what is below it: 'total', a category, group or item, or 'item/clause'. Null where
 * there is none. An item costs no more than itself, a category no more than its items.
 */
export function explain(standard: Rubric, state: Scored, id: string): Explanation | null {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  const [itemId = '', clauseId] = id.split('/')
  const item = itemIndex(rubric).get(itemId)
  if (item !== undefined) {
    const explanation = explainItem(rubric, item, state.items.get(item.id))
    if (clauseId === undefined) return explanation
    return explanation.children.find((child) => child.id === id) ?? null
  }
  if (id === 'total') return explainSheet(standard, state)
  const { tallies } = scoreTallies(standard, state)
  for (const [at, category] of rubric.categories.entries()) {
    const tally = tallies[at]
    if (tally === undefined || !hasNode(category, id)) continue
    return find(explainCategory(rubric, category, tally, state.items), id)
  }
  return null
}

function hasNode(node: Category | Group, id: string): boolean {
  return node.id === id || node.children.some((child) => !isItem(child) && hasNode(child, id))
}

function find(node: Explanation, id: string): Explanation | null {
  if (node.id === id) return node
  for (const child of node.children) {
    const found = find(child, id)
    if (found !== null) return found
  }
  return null
}

function totalSum(
  rubric: Rubric,
  tallies: readonly Tally[],
  children: readonly Explanation[],
  side: Side,
): Expression {
  const weighted = weightedSum(rubric, tallies, children, side)
  const bonus = extras(tallies, children, side, 'bonus', rubric.bonusCap)
  const penalty = extras(tallies, children, side, 'penalty', rubric.penaltyCap)
  const beside = [bonus, penalty].filter((one) => one !== null)
  const sum = add(weighted, ...beside)
  return evaluate(sum) < 0 ? most(sum, count(0)) : sum
}

/** Σ weight × got ÷ full, over Σ weight × due ÷ full, of the rubric's points. */
function weightedSum(
  rubric: Rubric,
  tallies: readonly Tally[],
  children: readonly Explanation[],
  side: Side,
): Expression {
  const counting = tallies.filter(({ score }) => score.full > 0)
  const parts =
    side === 'worst' ? lowestParts(lowParts(rubric, counting)) : highestParts(highParts(rubric, counting))
  const counted = parts.filter(({ due, weight }) => due > 0 && weight > 0)
  if (counted.length === 0) return number(0)
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
  const share =
    plainShare(rubric, counted, children, side) ?? multiply(divideBy(got, due), number(rubric.points))
  const isWhole = counted.every((part) => part.got === part.due)
  if (isWhole) return share
  const sum = rounded(share, rubric.rounding.total)
  const value = evaluate(sum)
  if (value < 0) return most(sum, count(0))
  return value > rubric.points ? least(sum, number(rubric.points)) : sum
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
  tallies: readonly Tally[],
  children: readonly Explanation[],
  side: Side,
  kind: 'bonus' | 'penalty',
  cap: Points,
): Expression | null {
  const open = new Set(
    tallies.flatMap(({ items }) =>
      items.flatMap(({ item, status }) => (status === 'unchecked' ? [item] : [])),
    ),
  )
  const isGain = kind === 'bonus'
  const nodes = children
    .flatMap((category) => category.children)
    .flatMap((node) => leaves(node))
    // An open bonus counts only at best, an open penalty only at worst.
    .filter(({ id }) => !open.has(itemOf(id)) || (side === 'best') === isGain)
    .filter((node) => (isGain ? node[side].value > 0 : node[side].value < 0))
  if (nodes.length === 0) return null
  const sum = add(...nodes.map((node) => refer(node, node[side])))
  if (isGain) return evaluate(sum) > cap ? least(sum, number(cap)) : sum
  return evaluate(sum) < -cap ? most(sum, number(-cap)) : sum
}

/** Items of bonus and penalty kind as a whole, and the extras beside the deductions of the others. */
function leaves(node: Explanation): readonly Explanation[] {
  if (node.kind === 'group') return node.children.flatMap(leaves)
  return node.full === 0 ? [node] : node.children.filter(({ kind }) => kind === 'extra')
}

/** The item that a node 'item' or 'item/clause' is of. */
function itemOf(id: string): string {
  return id.split('/')[0] ?? ''
}

/** Guarantees by which the whole table may still be lost, in the standard's own words. */
function threats({ guarantees = [] }: Rubric): readonly ExplanationNote[] {
  return guarantees
    .filter(({ zeroes }) => zeroes.scope === 'total')
    .map(({ text }) => note('may-be-forfeited', text))
}

/** Grades that an item nobody has checked may still impose, with the items' codes. */
function gradeThreats(tallies: readonly Tally[]): readonly ExplanationNote[] {
  const codes = new Map<string, string[]>()
  for (const { status, code, vetoes } of tallies.flatMap(({ items }) => items)) {
    for (const veto of status === 'unchecked' ? vetoes : []) {
      if (veto.scope === 'grade') codes.set(veto.grade, [...(codes.get(veto.grade) ?? []), code])
    }
  }
  return [...codes].map(([grade, by]) => note('may-veto-grade', `${grade} ← ${by.join(' ')}`))
}

function capNotes(rubric: Rubric, tallies: readonly Tally[]): readonly ExplanationNote[] {
  const over = (key: 'bonus' | 'penalty', cap: Points) =>
    tallies.reduce((sum, tally) => sum + tally[key].now, 0) > cap
  return [
    ...(over('bonus', rubric.bonusCap) ? [note('bonus-cap', formatMilli(rubric.bonusCap))] : []),
    ...(over('penalty', rubric.penaltyCap) ? [note('penalty-cap', formatMilli(rubric.penaltyCap))] : []),
  ]
}
