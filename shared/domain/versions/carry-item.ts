import type { AttachedEvidence } from '../evidence/evidence'
import type { PlainClause } from '../rubric/clause'
import type { Item, Rubric } from '../rubric/rubric'
import { clauseFor } from '../rubric/rubric-for'
import { isMarkFor, needsReason } from '../scoring/forms'
import { settingOf } from '../scoring/score-item'
import { type CarriedItem, carriedOf } from '../sheet/event'
import { hasLink } from '../sheet/links'
import type { ItemMark, Mark } from '../sheet/mark'
import { saysTheSame } from './mark-meaning'
import { isSureClear } from './sure-clear'

/** Why something could not be carried. */
export type WhyLost =
  | 'item-gone'
  | 'item-not-for-subject'
  | 'clause-gone'
  | 'form-changed'
  /** Another unit or measure, or the names of what was chosen are not what they were. */
  | 'meaning-changed'
  /** Outside what the clause now takes. */
  | 'mark-unfit'
  | 'reason-missing'
  | 'not-excludable'
  | 'link-lost'
  /** Its item has to be checked again for another reason. */
  | 'with-others'

/** Why a checked item has to be checked again. */
export type Again =
  | 'mark-lost'
  | 'clause-added'
  /** What was found in order may not be any more: another limit, or something more is asked for. */
  | 'stricter'
  | 'not-excludable'

/** What was lost: a mark on a clause (its words), that the item was clear or excluded, a note, or evidence. */
export interface Lost {
  readonly what: 'mark' | 'clear' | 'excluded' | 'note' | 'evidence'
  readonly clause: string
  readonly mark: Mark | null
  readonly why: WhyLost
}

/** An item as it stands in one version, as it is for the subject. */
export interface Seat {
  readonly rubric: Rubric
  readonly item: Item
}

export interface ItemOutcome {
  /** Null where the item is unchecked on the new sheet. */
  readonly carried: CarriedItem | null
  readonly lost: readonly Lost[]
  readonly again: Again | null
}

/** What becomes of one item's mark, links aside. */
export function carriedItem(before: Seat, after: Seat, mark: ItemMark): ItemOutcome {
  const { marks } = mark
  const carried = withKnownClauses(carriedOf(mark), after.item)
  if (carried === null) return { carried, lost: [], again: null }
  if (carried.status === 'excluded') {
    if (after.item.exclusion !== 'not-allowed') return { carried, lost: [], again: null }
    const lost: Lost = { what: 'excluded', clause: '', mark: null, why: 'not-excludable' }
    return { carried: null, lost: [lost], again: 'not-excludable' }
  }
  const judged = Object.entries(marks).map(([id, made]) => judge(before.item, after.item, id, made))
  const isLost = judged.some(({ why }) => why !== null)
  const again = isLost ? 'mark-lost' : doubtOf(before, after, marks)
  if (again === null) return { carried, lost: [], again }
  const lost = judged.map(({ clause, mark: made, why }): Lost => {
    return { what: 'mark', clause, mark: made, why: why ?? 'with-others' }
  })
  return { carried: null, lost, again }
}

/** Evidence stays on its item; of a clause that is gone it is the item's. */
export function evidenceFor(item: Item, evidence: readonly AttachedEvidence[]): readonly AttachedEvidence[] {
  return evidence.map((one) => {
    const { clause, ...rest } = one
    return clause === undefined || clauseOf(item, clause) !== undefined ? one : rest
  })
}

function withKnownClauses(carried: CarriedItem | null, item: Item): CarriedItem | null {
  if (carried?.evidence === undefined) return carried
  return { ...carried, evidence: evidenceFor(item, carried.evidence) }
}

interface Judged {
  readonly clause: string
  readonly mark: Mark
  readonly why: WhyLost | null
}

function judge(was: Item, item: Item, id: string, mark: Mark): Judged {
  const before = clauseOf(was, id)
  const after = clauseOf(item, id)
  const clause = before?.text ?? id
  const why = (): WhyLost | null => {
    if (before === undefined || after === undefined) return 'clause-gone'
    if (before.form !== after.form) return 'form-changed'
    if (!saysTheSame(before, after, mark.value)) return 'meaning-changed'
    if (!isMarkFor(after, mark.value)) return 'mark-unfit'
    const isReasonDue = needsReason(after) || hasLink(mark)
    return isReasonDue && mark.reason.trim() === '' ? 'reason-missing' : null
  }
  return { clause, mark, why: why() }
}

/** Whether the clauses without a mark still find nothing wrong. */
function doubtOf(before: Seat, after: Seat, marks: ItemMark['marks']): Again | null {
  const settings = {
    before: settingOf(before.rubric, before.item),
    after: settingOf(after.rubric, after.item),
  }
  let doubt: Again | null = null
  for (const { id } of after.item.clauses) {
    const now = clauseOf(after.item, id)
    if (now === undefined || Object.hasOwn(marks, id)) continue
    const was = clauseOf(before.item, id)
    if (was === undefined && now.form !== 'overflow') return 'clause-added'
    if (was !== undefined && !isSureClear(was, now, settings)) doubt = 'stricter'
  }
  return doubt
}

function clauseOf({ clauses }: Item, id: string): PlainClause | undefined {
  const found = clauses.find((clause) => clause.id === id)
  // The standard is as it is for the subject: a clause by subject stands here only where there is none.
  return found === undefined ? undefined : clauseFor(found, null)
}
