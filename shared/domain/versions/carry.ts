import type { AttachedEvidence } from '../evidence/evidence'
import { itemIndex } from '../rubric/item-index'
import type { Item, Rubric } from '../rubric/rubric'
import { rubricFor } from '../rubric/rubric-for'
import type { SheetScore } from '../scoring/score'
import { scoreSheet } from '../scoring/score-sheet'
import type { CarriedItem } from '../sheet/event'
import { linksHold } from '../sheet/links'
import type { ItemMark, Mark } from '../sheet/mark'
import type { SheetState } from '../sheet/state'
import { type Again, carriedItem, evidenceFor, type Lost } from './carry-item'
import { type NodeName, nameOf } from './node-change'

/** Something of the old sheet that the new one does not say. `item` is as the old standard names it. */
export interface NotCarried extends Lost {
  readonly item: NodeName
}

/** An item that somebody had checked and that has to be checked again. `item` is as the new standard names it. */
export interface LookAgain {
  readonly item: NodeName
  readonly why: Again
}

/** A sheet's marks under another version of its standard. */
export interface Carry {
  readonly items: Readonly<Record<string, CarriedItem>>
  /** Notes on items that are unchecked on the new sheet. */
  readonly notes: readonly { readonly item: string; readonly note: string }[]
  /** Evidence on items that are unchecked on the new sheet. */
  readonly evidence: readonly { readonly item: string; readonly evidence: readonly AttachedEvidence[] }[]
  readonly notCarried: readonly NotCarried[]
  readonly lookAgain: readonly LookAgain[]
  /** Carried, though the wording is not what it was: worth a look. */
  readonly reworded: readonly NodeName[]
  /** Items that this subject did not have before. */
  readonly fresh: readonly NodeName[]
  readonly before: SheetScore
  readonly after: SheetScore
}

/**
 * The marks of a sheet carried to another version of its standard, by stable item and clause ids, for the sheet's own
 * subject. What does not fit any more is listed and its item is unchecked: nothing is guessed. Carried to the same
 * version a sheet is what it was.
 */
export function carryMarks(
  before: Rubric,
  after: Rubric,
  state: Pick<SheetState, 'items' | 'header'>,
): Carry {
  const subject = state.header?.subject ?? null
  const old = rubricFor(before, subject)
  const now = rubricFor(after, subject)
  const carried = new Map<string, CarriedItem>()
  const notes = new Map<string, string>()
  const lost = new Map<string, readonly Lost[]>()
  const again = new Map<string, Again>()
  const reworded: NodeName[] = []

  for (const [id, was] of itemIndex(old)) {
    const mark = state.items.get(id)
    if (mark === undefined || isBare(mark)) continue
    const item = itemIndex(now).get(id)
    if (item === undefined) {
      const why = itemIndex(after).has(id) ? 'item-not-for-subject' : 'item-gone'
      lost.set(id, allOf(was, mark, why))
      continue
    }
    const outcome = carriedItem({ rubric: old, item: was }, { rubric: now, item }, mark)
    if (outcome.carried !== null) carried.set(id, outcome.carried)
    else if (mark.note !== '') notes.set(id, mark.note)
    if (outcome.lost.length > 0) lost.set(id, outcome.lost)
    if (outcome.again !== null) again.set(id, outcome.again)
    else if (outcome.carried !== null && isReworded(was, item)) reworded.push(nameOf(item))
  }
  dropLostLinks({ old, now }, state.items, carried, (id, losses) => {
    lost.set(id, losses)
    again.set(id, 'mark-lost')
    const note = state.items.get(id)?.note ?? ''
    if (note !== '') notes.set(id, note)
  })

  const items = Object.fromEntries(carried)
  return {
    items,
    notes: [...notes].map(([item, note]) => ({ item, note })),
    evidence: inOrder(now, state.items).flatMap(([item, { evidence = [] }]) =>
      evidence.length === 0 || carried.has(item.id)
        ? []
        : [{ item: item.id, evidence: evidenceFor(item, evidence) }],
    ),
    notCarried: inOrder(old, lost).flatMap(([item, losses]) =>
      losses.map((one) => ({ item: nameOf(item), ...one })),
    ),
    lookAgain: inOrder(now, again).map(([item, why]) => ({ item: nameOf(item), why })),
    reworded: reworded.filter(({ id }) => carried.has(id)),
    fresh: [...itemIndex(now).values()].filter(({ id }) => !itemIndex(old).has(id)).map(nameOf),
    before: scoreSheet(before, state),
    after: scoreSheet(after, { header: state.header, items: carriedMarks(state.items, items, notes) }),
  }
}

/** Nobody said anything of it. */
function isBare({ status, note, evidence }: ItemMark): boolean {
  return status === 'unchecked' && note === '' && evidence === undefined
}

/** Everything that was said of an item that is not there any more. */
function allOf(
  { clauses }: Item,
  { status, marks, note, evidence }: ItemMark,
  why: Lost['why'],
): readonly Lost[] {
  const made = Object.entries(marks).map(([id, mark]) => ({
    what: 'mark' as const,
    clause: clauses.find((clause) => clause.id === id)?.text ?? id,
    mark,
    why,
  }))
  const nothing = { clause: '', mark: null, why }
  const stand = status === 'clear' || status === 'excluded' ? [{ what: status, ...nothing }] : []
  const said = note === '' ? [] : [{ what: 'note' as const, ...nothing }]
  const shown = evidence === undefined ? [] : [{ what: 'evidence' as const, ...nothing }]
  return [...made, ...stand, ...said, ...shown]
}

/** A link ends at a mark that counts the same place: where that was not carried, neither is the link. */
function dropLostLinks(
  { old, now }: { readonly old: Rubric; readonly now: Rubric },
  marks: SheetState['items'],
  carried: Map<string, CarriedItem>,
  drop: (item: string, losses: readonly Lost[]) => void,
): void {
  const marksOf = (item: string) => carried.get(item)?.marks
  const brokenOf = (item: string, made: Readonly<Record<string, Mark>>) =>
    Object.keys(made).filter((clause) => {
      const mark = made[clause]
      return mark !== undefined && !linksHold(now, marksOf, { item, clause }, mark)
    })
  let isStable = false
  while (!isStable) {
    isStable = true
    for (const [id, one] of carried) {
      const broken = new Set(brokenOf(id, one.marks))
      if (broken.size === 0) continue
      const item = itemIndex(old).get(id)
      const made = marks.get(id)?.marks ?? {}
      const losses = Object.entries(made).map(([clause, mark]) => ({
        what: 'mark' as const,
        clause: item?.clauses.find((each) => each.id === clause)?.text ?? clause,
        mark,
        why: broken.has(clause) ? ('link-lost' as const) : ('with-others' as const),
      }))
      carried.delete(id)
      drop(id, losses)
      isStable = false
    }
  }
}

function carriedMarks(
  items: SheetState['items'],
  carried: Readonly<Record<string, CarriedItem>>,
  notes: ReadonlyMap<string, string>,
): SheetState['items'] {
  const marks = new Map<string, ItemMark>()
  for (const [id, item] of Object.entries(carried)) {
    const { by = '', at = '' } = items.get(id) ?? {}
    marks.set(id, { ...item, by, at })
  }
  for (const [id, note] of notes) {
    marks.set(id, { status: 'unchecked', marks: {}, note, reason: '', by: '', at: '' })
  }
  return marks
}

/** The words that a person went by: what is asked for, and how it is scored. */
function isReworded(was: Item, item: Item): boolean {
  return was.title !== item.title || was.content !== item.content || was.rule !== item.rule
}

function inOrder<T>(rubric: Rubric, by: ReadonlyMap<string, T>): readonly (readonly [Item, T])[] {
  return [...itemIndex(rubric).values()].flatMap((item) => {
    const found = by.get(item.id)
    return found === undefined ? [] : [[item, found] as const]
  })
}
