import type { Clause } from '../rubric/clause'
import type { Item } from '../rubric/rubric'
import { clauseFields } from './clause-fields'
import { type FieldChange, fieldChanges, list, text } from './field'
import type { ClauseChange } from './node-change'
import { isSame } from './same'

/** Clauses of an item that are new, gone or not as they were, in the order of `item`, those that are gone behind. */
export function clauseChanges(was: Item, item: Item): readonly ClauseChange[] {
  const old = new Map(was.clauses.map((clause) => [clause.id, clause]))
  const now = new Map(item.clauses.map((clause) => [clause.id, clause]))
  const changes: ClauseChange[] = []
  for (const clause of now.values()) {
    const before = old.get(clause.id)
    if (before === undefined || !isSame(before, clause)) changes.push(clauseChange(before ?? null, clause))
  }
  for (const clause of old.values()) if (!now.has(clause.id)) changes.push(clauseChange(clause, null))
  return changes
}

/** The order of the clauses that both have, where it is not what it was. */
export function orderChange(was: Item, item: Item): FieldChange | null {
  const isIn = (one: Item) => (clause: Clause) => one.clauses.some(({ id }) => id === clause.id)
  const [before, after] = [was.clauses.filter(isIn(item)), item.clauses.filter(isIn(was))]
  if (before.every(({ id }, at) => id === after[at]?.id)) return null
  const said = (clauses: readonly Clause[]) => ({ of: '', value: list(clauses.map((one) => one.text)) })
  return { name: 'clause-order', id: '', kinds: null, before: said(before), after: said(after) }
}

function clauseChange(before: Clause | null, after: Clause | null): ClauseChange {
  const side = (clause: Clause | null) => (clause === null ? [] : clauseFields(clause))
  const fields = fieldChanges(side(before), side(after))
  return {
    id: (after ?? before)?.id ?? '',
    change: before === null ? 'added' : after === null ? 'gone' : 'changed',
    before: before?.text ?? null,
    after: after?.text ?? null,
    fields: fields.length > 0 ? fields : [innerChange()],
  }
}

/** A change in ids that nobody sees. */
export function innerChange(): FieldChange {
  const said = { of: '', value: text('') }
  return { name: 'inner', id: '', kinds: null, before: said, after: said }
}
