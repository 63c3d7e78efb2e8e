import { formatMilli, type Points, type Rounding } from '../points'
import { type Category, type Group, isItem, type Rubric } from '../rubric/rubric'
import type { ItemScore } from '../scoring/score'
import { categoryItems, groupTerm, itemTerm } from '../scoring/score-category'
import type { Tally } from '../scoring/tally'
import { highestSum, lowestTerms, type Term } from '../scoring/term'
import type { ItemMark } from '../sheet/mark'
import { explainItem } from './explain-item'
import {
  type Explanation,
  type ExplanationNote,
  type Figure,
  figure,
  gradeNote,
  note,
  refer,
} from './explanation'
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

type Marks = ReadonlyMap<string, ItemMark>

/** Why a category stands where it stands: 实得 ÷ 应得 of its items (or groups), and a veto. */
export function explainCategory(rubric: Rubric, category: Category, tally: Tally, marks: Marks): Explanation {
  const { score, terms } = tally
  const children = childrenOf(rubric, category, tally.items, marks)
  const level = rubric.rounding.category
  const plain = (side: 'worst' | 'best') => shareFigure(side, terms, children, category.points, level)
  const isThreatened = tally.couldBeVetoed
  const isLost = score.isVetoed || score.isForfeited
  const nothing = figure(number(0))
  return {
    kind: 'category',
    id: category.id,
    code: category.code,
    title: category.title,
    wording: '',
    facts: [],
    full: category.points,
    worst: isThreatened ? nothing : notBelowNothing(plain('worst')),
    best: isLost ? nothing : notBelowNothing(plain('best')),
    notes: [
      ...(score.isVetoed ? [note('veto-category')] : []),
      ...(score.isForfeited ? [note('forfeited')] : []),
      ...(score.isLeftOut ? [note('left-out')] : []),
      ...(isThreatened && !isLost ? threats(rubric, category, tally) : []),
      ...(isThreatened ? [] : leftOutNotes(terms, category.points)),
      ...sumNotes(terms, category.points),
      ...(rubric.weighting === 'points' ? [] : [note('weight', formatMilli(score.weight * 10))]),
      ...(score.gradeHigh === '' ? [] : [gradeNote(score)]),
    ],
    children,
  }
}

function childrenOf(
  rubric: Rubric,
  category: Category,
  scores: readonly ItemScore[],
  marks: Marks,
): readonly Explanation[] {
  if (rubric.exclusionScope !== 'group') {
    return categoryItems(category).map((item) => explainItem(rubric, item, marks.get(item.id)))
  }
  const next = scores[Symbol.iterator]()
  const walk = (node: Category | Group): { terms: Term[]; children: Explanation[] } => {
    const terms: Term[] = []
    const children: Explanation[] = []
    for (const child of node.children) {
      if (isItem(child)) {
        terms.push(itemTerm(child, next.next().value as ItemScore))
        children.push(explainItem(rubric, child, marks.get(child.id)))
      } else {
        const inside = walk(child)
        children.push(explainGroup(rubric, child, inside.terms, inside.children))
        terms.push(groupTerm(rubric, child, inside.terms))
      }
    }
    return { terms, children }
  }
  return walk(category).children
}

function explainGroup(
  rubric: Rubric,
  group: Group,
  terms: readonly Term[],
  children: readonly Explanation[],
): Explanation {
  const level = rubric.rounding.group ?? rubric.rounding.item
  return {
    kind: 'group',
    id: group.id,
    code: group.code,
    title: group.title,
    wording: '',
    facts: [],
    full: group.points,
    worst: shareFigure('worst', terms, children, group.points, level),
    best: shareFigure('best', terms, children, group.points, level),
    notes: [...leftOutNotes(terms, group.points), ...sumNotes(terms, group.points)],
    children,
  }
}

/** By what a category may still come to nothing: a veto of an item that nobody has checked, or a guarantee. */
function threats(rubric: Rubric, category: Category, { items }: Tally): readonly ExplanationNote[] {
  const vetoing = items.filter(
    ({ status, vetoes }) => status === 'unchecked' && vetoes.some(({ scope }) => scope === 'category'),
  )
  if (vetoing.length > 0) return [note('may-be-vetoed', vetoing.map(({ code }) => code).join(' '))]
  return (rubric.guarantees ?? [])
    .filter(({ zeroes }) => zeroes.scope === 'category' && zeroes.category === category.id)
    .map(({ text }) => note('may-be-forfeited', text))
}

/** How many items the lowest figure leaves out of its sum (合理缺项), and what is then due. */
function leftOutNotes(terms: readonly Term[], full: Points): readonly ExplanationNote[] {
  const counted = lowestTerms(terms)
  const left = terms.length - counted.length
  if (left === 0) return []
  const due = counted.reduce((sum, term) => sum + term.due, 0)
  return [note('worst-leaves-out', `${left} · ${formatMilli(due)} / ${formatMilli(full)}`)]
}

/** got ÷ due × full marks, of the terms that count on this side; the plain sum where nothing is left out. */
function shareFigure(
  side: 'worst' | 'best',
  terms: readonly Term[],
  children: readonly Explanation[],
  full: Points,
  rounding: Rounding,
): Figure {
  const counted = (side === 'worst' ? lowestTerms(terms) : terms).filter(({ due }) => due > 0)
  const due = counted.reduce((sum, term) => sum + term.due, 0)
  if (due === 0) return figure(number(0))
  const ids = new Set(counted.map(({ id }) => id))
  const nodes = children.filter(({ id }) => ids.has(id))
  const got = add(...nodes.map((child) => refer(child, child[side])))
  if (evaluate(got) === due)
    return figure(due === full ? got : multiply(divideBy(got, number(due)), number(full)))
  const share: Expression = due === full ? got : multiply(divideBy(got, number(due)), number(full))
  const sum = rounded(share, rounding)
  return figure(evaluate(sum) > full ? least(sum, number(full)) : sum)
}

function notBelowNothing(sum: Figure): Figure {
  return sum.value < 0 ? figure(most(sum.sum, count(0))) : sum
}

function sumNotes(terms: readonly Term[], full: Points): readonly ExplanationNote[] {
  const { due } = highestSum(terms)
  return due > 0 && due !== full ? [note('normalised', `${formatMilli(due)} / ${formatMilli(full)}`)] : []
}
