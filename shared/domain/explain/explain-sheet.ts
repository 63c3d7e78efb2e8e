import { formatMilli, type Points } from '../points'
import { itemIndex } from '../rubric/item-index'
import { type Category, type Group, isItem, type Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import { guaranteeStanding } from '../scoring/guarantee'
import { type Scored, scoreTallies } from '../scoring/score-sheet'
import type { Tally } from '../scoring/tally'
import { explainCategory } from './explain-category'
import { explainItem } from './explain-item'
import { totalSum } from './explain-total'
import { type Explanation, type ExplanationNote, figure, gradeNote, note } from './explanation'
import { type Expression, number } from './expression'

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
      ...(isTotalThreatened && !isTotalLost ? threats(rubric, tallies) : []),
      ...(tallies.some(({ totalVeto }) => totalVeto.now) ? [note('veto-total')] : []),
      ...tallies.flatMap(({ imposed }) => imposed.map((grade) => note('veto-grade', grade))),
      ...gradeThreats(tallies),
      gradeNote(score),
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

/** By what the whole table may still be lost: vetoes of items that nobody has checked, and guarantees in their own words. */
function threats(rubric: Rubric, tallies: readonly Tally[]): readonly ExplanationNote[] {
  const scores = new Map(tallies.flatMap(({ items }) => items.map((score) => [score.item, score] as const)))
  const seatOf = (id: string) => {
    const item = itemIndex(rubric).get(id)
    const score = scores.get(id)
    return item === undefined || score === undefined ? undefined : { item, score }
  }
  const vetoing = [...scores.values()].filter(
    ({ status, vetoes }) => status === 'unchecked' && vetoes.some(({ scope }) => scope === 'total'),
  )
  const breaking = (rubric.guarantees ?? []).filter(
    (one) => one.zeroes.scope === 'total' && guaranteeStanding(rubric, one, seatOf).mayBreak,
  )
  return [
    ...(vetoing.length === 0 ? [] : [note('may-be-vetoed', vetoing.map(({ code }) => code).join(' '))]),
    ...breaking.map(({ text }) => note('may-be-forfeited', text)),
  ]
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
