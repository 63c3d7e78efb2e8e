import { type Points, points } from '../points'
import type { Clause } from '../rubric/clause'
import { allItems, type Item, type Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import type { Setting, Taken } from '../scoring/form'
import { isNothing, takeFor } from '../scoring/forms'
import { settingOf } from '../scoring/score-item'
import type { StampedEvent } from '../sheet/event'
import { type ItemMark, markOn, type PlainValue } from '../sheet/mark'
import type { SheetState } from '../sheet/state'
import { evidenceByFinding } from './evidence-by-finding'
import type { Finding } from './finding'
import { lineOf, type Said, saidAt } from './said-at'
import { findingKey, type Seen, seenIn } from './seen'

/**
 * Every problem on a sheet, in printed order, and place by place within a clause. `journal` is the sheet's own, from
 * its first line: with it each finding has the time when it was last said so; without it that of its item's last change.
 * Evidence of an item that names neither clause nor place belongs to its only finding, where it has one alone
 * (`looseEvidence` has the rest).
 */
export function findingsOf(
  standard: Rubric,
  state: Pick<SheetState, 'items' | 'header'>,
  journal: readonly StampedEvent[] = [],
): readonly Finding[] {
  const rubric = rubricFor(standard, state.header?.subject ?? null)
  const said = saidAt(journal)
  return allItems(rubric).flatMap((item) => {
    const mark = state.items.get(item.id)
    return mark === undefined || mark.status !== 'scored' ? [] : onItem(rubric, item, mark, said)
  })
}

function onItem(rubric: Rubric, item: Item, mark: ItemMark, said: Said): readonly Finding[] {
  const setting = settingOf(rubric, item)
  const found = item.clauses.flatMap((clause): Finding[] => {
    const made = markOn(mark.marks, clause.id)
    if (made === undefined || clause.form === 'bonus') return []
    return seenIn(made).flatMap((seen): Finding[] => {
      if (isNothing(clause, seen.value)) return []
      const taken = takenBy(clause, seen, setting)
      if (!isProblem(seen, taken)) return []
      const key = findingKey(item.id, clause.id, seen.place)
      const { at, by } = lineOf(said, item.id, clause.id, seen) ?? mark
      return [
        {
          key,
          item: item.id,
          of: item,
          clause: clause.id,
          words: clause.text,
          place: seen.place,
          value: seen.value,
          takes: lostOf(taken),
          isVeto: taken.veto !== null,
          note: seen.note,
          evidence: [],
          sameAs: seen.sameAs,
          at,
          by,
        },
      ]
    })
  })
  const evidence = evidenceByFinding(found, mark.evidence ?? [])
  return found.map((one) => ({ ...one, evidence: evidence.get(one.key) ?? [] }))
}

const NOT_TAKEN: Taken = {
  lost: points(0),
  pending: points(0),
  extra: points(0),
  veto: null,
  isCapped: false,
  isShort: false,
}

function takenBy(clause: Clause, { value, sameAs }: Seen, setting: Setting): Taken {
  return sameAs === null ? takeFor(clause, { value }, setting) : NOT_TAKEN
}

function lostOf({ lost, extra }: Taken): Points {
  return points(lost + Math.max(0, -extra))
}

/** Of what is measured only that is a problem which costs; what is counted, or may not be at all, always is. */
function isProblem({ value, sameAs }: Seen, taken: Taken): boolean {
  if (value.kind === 'samples') return value.failed > 0
  if (value.kind === 'missing') return value.parts.length > 0
  if (sameAs !== null || lostOf(taken) > 0 || taken.veto !== null) return true
  const counted: readonly PlainValue['kind'][] = ['count', 'counts', 'found', 'flag']
  return counted.includes(value.kind)
}
