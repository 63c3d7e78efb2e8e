import { formatMilli, points, type Rounding } from '../points'
import type { Clause } from '../rubric/clause'
import { capOf } from '../rubric/clause-size'
import type { Item, Rubric } from '../rubric/rubric'
import { clauseFor } from '../rubric/rubric-for'
import type { Setting } from '../scoring/form'
import { accountFor, reachOf, takeFor } from '../scoring/forms'
import { beyondOf, floorOf, limitOf } from '../scoring/item-limit'
import { splitLoss } from '../scoring/loss-share'
import { lossOf, settingOf } from '../scoring/score-item'
import { type ItemMark, type Mark, markOn, UNTOUCHED } from '../sheet/mark'
import { type Explanation, type ExplanationNote, type Figure, figure, note, refer } from './explanation'
import { add, type Expression, evaluate, least, most, number, rounded, subtract } from './expression'

/** Why an item stands where it stands: its clauses, what bit, what was left out. */
export function explainItem(rubric: Rubric, item: Item, mark: ItemMark = UNTOUCHED): Explanation {
  const setting = settingOf(rubric, item)
  const head = {
    kind: 'item' as const,
    id: item.id,
    code: item.code,
    title: item.title,
    wording: item.rule,
    facts: [],
    full: item.points,
  }
  if (mark.status === 'excluded') {
    const gets = figure(number(item.exclusion === 'full-marks' ? item.points : 0))
    const code =
      item.exclusion === 'not-allowed' ? 'excluded-normalise' : (`excluded-${item.exclusion}` as const)
    const notes = [note(code, mark.reason), ...(item.exclusion === 'leave-out' ? shareNotes(item, gets) : [])]
    return { ...head, worst: gets, best: gets, notes, children: [] }
  }
  const children =
    mark.status === 'unchecked'
      ? item.clauses.map((clause) => openClause(item, clause, setting))
      : item.clauses.flatMap((clause) => {
          const made = markOn(mark.marks, clause.id)
          return made === undefined ? [] : [markedClause(item, clause, made, setting)]
        })
  const isBeside = item.kind === 'bonus' || item.kind === 'penalty'
  const kept = (side: 'worst' | 'best'): Figure =>
    isBeside
      ? figure(togetherOf(item, children, side))
      : keptFigure(item, children.filter(isLoss), side, setting.rounding)
  const isLeavable = mark.status === 'unchecked' && item.exclusion === 'leave-out'
  const worst = isLeavable ? lower(kept('worst'), figure(number(0))) : kept('worst')
  const best = kept('best')
  return { ...head, worst, best, notes: itemNotes(item, mark, children, best), children }
}

/** Item points less what the clauses take: the arithmetic of `keptOf`, step by step. */
function keptFigure(
  item: Item,
  children: readonly Explanation[],
  side: 'worst' | 'best',
  rounding: Rounding,
): Figure {
  const losses = children.map((child) => ({ clause: clauseId(child), lost: child[side].value }))
  const lost = lossOf(item, losses)
  const full = number(item.points)
  if (lost === 0) return figure(full)
  const together = togetherOf(item, children, side)
  const limit = limitOf(item)
  const taken = subtract(full, lost > limit ? least(together, number(limit)) : together)
  const beyond = beyondOf(item, lost)
  const kept = rounded(beyond === 0 ? taken : subtract(taken, number(beyond)), rounding)
  const value = evaluate(kept)
  if (value > item.points) return figure(least(kept, full))
  return figure(value < floorOf(item) ? most(kept, number(floorOf(item))) : kept)
}

/** A clause that takes from its item, and is no bonus or penalty beside it. */
function isLoss({ kind }: Explanation): boolean {
  return kind === 'clause'
}

/** What the clauses take or give together; those that share a cap under it. */
export function togetherOf(item: Item, children: readonly Explanation[], side: 'worst' | 'best'): Expression {
  const caps = item.sharedCaps ?? []
  const isShared = (child: Explanation) => caps.some(({ clauses }) => clauses.includes(clauseId(child)))
  const alone = children.filter((child) => !isShared(child)).map((child) => refer(child, child[side]))
  const groups = caps.flatMap(({ clauses, cap }) => {
    const inside = children.filter((child) => clauses.includes(clauseId(child)))
    if (inside.length === 0) return []
    const sum = add(...inside.map((child) => refer(child, child[side])))
    return [evaluate(sum) < 0 ? most(sum, number(-cap)) : least(sum, number(cap))]
  })
  return add(...alone, ...groups)
}

function openClause(item: Item, clause: Clause, setting: Setting): Explanation {
  const { lost, extraLow, extraHigh, veto } = reachOf(clause, setting)
  const isBeside = isExtra(clause)
  return {
    ...clauseHead(item, clause),
    facts: [],
    worst: figure(number(isBeside ? extraLow : lost)),
    best: figure(number(isBeside ? extraHigh : 0)),
    notes: [note('unchecked'), ...(veto === null ? [] : [note(`veto-${veto.scope}`, gradeName(veto))])],
  }
}

function markedClause(item: Item, clause: Clause, mark: Mark, setting: Setting): Explanation {
  const { facts, sum } = accountFor(clause, mark.value, setting)
  const taken = takeFor(clause, mark, setting)
  const best = mark.sameAs === undefined ? sum : number(0)
  return {
    ...clauseHead(item, clause),
    facts,
    worst: figure(taken.pending === 0 ? best : number(taken.lost + taken.pending)),
    best: figure(best),
    notes: [
      ...(mark.place === undefined || mark.place === '' ? [] : [note('place', mark.place)]),
      ...(mark.sameAs === undefined
        ? []
        : [note('counted-elsewhere', `${mark.sameAs.item}/${mark.sameAs.clause}`)]),
      ...(taken.isCapped
        ? [note('capped', formatMilli(capOf(clauseFor(clause, null)) ?? setting.limit))]
        : []),
      ...(taken.isShort ? [note('sample-short')] : []),
      ...(taken.pending > 0 ? [note('rank-pending')] : []),
      ...(taken.veto === null ? [] : [note(`veto-${taken.veto.scope}`, gradeName(taken.veto))]),
      ...(mark.reason === '' ? [] : [note('reason', mark.reason)]),
    ],
  }
}

function isExtra({ form }: Clause): boolean {
  return form === 'bonus' || form === 'penalty'
}

function clauseHead(item: Item, clause: Clause) {
  return {
    kind: isExtra(clause) ? ('extra' as const) : ('clause' as const),
    id: `${item.id}/${clause.id}`,
    code: clause.id,
    title: '',
    wording: clause.text,
    full: points(0),
    children: [],
  }
}

function itemNotes(
  item: Item,
  mark: ItemMark,
  children: readonly Explanation[],
  best: Figure,
): readonly ExplanationNote[] {
  const losses = children.filter(isLoss).map((child) => ({ clause: clauseId(child), lost: child.best.value }))
  const lost = item.kind === 'normal' ? lossOf(item, losses) : 0
  const isShared = lost < losses.reduce((sum, loss) => sum + loss.lost, 0)
  const isOpen = mark.status === 'unchecked'
  const kept = item.points - lost
  return [
    ...(isOpen ? [note('unchecked')] : []),
    ...(mark.status === 'clear' ? [note('clear')] : []),
    ...(isOpen && (item.exclusion === 'normalise' || item.exclusion === 'leave-out')
      ? [note('may-be-left-out')]
      : []),
    ...(item.kind === 'normal' && isShared && !isOpen ? [note('shared-cap')] : []),
    ...(!isOpen && lost > limitOf(item) ? [note('floored')] : []),
    ...(!isOpen && lost > 0 && best.value < 0 ? [note('beyond', formatMilli(best.value))] : []),
    ...(kept > 0 && kept !== best.value && !isOpen && item.kind === 'normal' ? [note('rounded')] : []),
    ...(isOpen ? [] : shareNotes(item, best)),
  ]
}

/** Who answers for what the item lost. */
function shareNotes(item: Item, { value }: Figure): readonly ExplanationNote[] {
  return splitLoss(item, points(Math.max(0, item.points - value))).map(({ unit, lost }) =>
    note('loss-share', `${unit} ${formatMilli(lost)}`),
  )
}

function gradeName(veto: { readonly scope: string; readonly grade?: string }): string {
  return veto.grade ?? ''
}

function clauseId({ code }: Explanation): string {
  return code
}

function lower(a: Figure, b: Figure): Figure {
  return b.value < a.value ? b : a
}
