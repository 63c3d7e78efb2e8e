import type { SheetEvent } from '../sheet/event'
import type { ItemMark } from '../sheet/mark'
import type { AttachedEvidence, Evidence } from './evidence'

type Marks = Iterable<readonly [string, Pick<ItemMark, 'evidence'>]>
type Attached = Extract<SheetEvent, { type: 'attached' }>

/** Every piece of evidence on a sheet once, with the items that it stands on, by SHA-256. */
export function evidenceOn(marks: Marks): ReadonlyMap<string, { evidence: Evidence; items: string[] }> {
  const found = new Map<string, { evidence: Evidence; items: string[] }>()
  for (const [item, { evidence = [] }] of marks) {
    for (const one of evidence) {
      const known = found.get(one.sha256)
      if (known === undefined) found.set(one.sha256, { evidence: one, items: [item] })
      else known.items.push(item)
    }
  }
  return found
}

/** The evidence that events name. */
export function evidenceNamed(events: readonly SheetEvent[]): readonly Evidence[] {
  return events.flatMap((event) => {
    if (event.type === 'attached') return event.evidence
    return event.type === 'carried' ? Object.values(event.items).flatMap((item) => item.evidence ?? []) : []
  })
}

/**
 * The events that attach what stood on an item again, as it stood there: one for each clause and place, and one for
 * each picture that was drawn on.
 */
export function attachedAgain(item: string, evidence: readonly AttachedEvidence[]): readonly SheetEvent[] {
  const groups = new Map<string, { where: Pick<Attached, 'clause' | 'place'>; evidence: Evidence[] }>()
  for (const { clause, place, marks: _, ...one } of evidence) {
    const key = JSON.stringify([clause, place])
    const where = { ...(clause === undefined ? {} : { clause }), ...(place === undefined ? {} : { place }) }
    const group = groups.get(key) ?? { where, evidence: [] }
    group.evidence.push(one)
    groups.set(key, group)
  }
  const attached = [...groups.values()].map(
    (group): SheetEvent => ({ type: 'attached', item, ...group.where, evidence: group.evidence }),
  )
  const annotated = evidence.flatMap(({ sha256, marks }): SheetEvent[] =>
    marks === undefined ? [] : [{ type: 'annotated', item, sha256, marks }],
  )
  return [...attached, ...annotated]
}
