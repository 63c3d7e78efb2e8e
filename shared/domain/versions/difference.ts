import { type Category, type Group, type Item, isItem, type Rubric } from '../rubric/rubric'
import { clauseChanges, innerChange, orderChange } from './clause-change'
import { type Field, type FieldChange, fieldChanges } from './field'
import { headFields } from './head-fields'
import { movedAmong } from './moved'
import {
  CHANGE_KINDS,
  type ChangeKind,
  kindsOf,
  type Level,
  type NodeChange,
  nameOf,
  type Standing,
} from './node-change'
import { categoryFields, groupFields, itemFields } from './node-fields'
import { isSame } from './same'

/** What differs between two versions. Changes stand in the order of `after`; what is gone where it stood. */
export interface Difference {
  readonly head: readonly FieldChange[]
  readonly changes: readonly NodeChange[]
  /** How many nodes underwent each kind of change. */
  readonly counts: Readonly<Record<ChangeKind, number>>
  readonly items: { readonly before: number; readonly after: number; readonly unchanged: number }
}

interface Placed {
  readonly level: Level
  readonly node: Category | Group | Item
  readonly parent: Category | Group | null
  readonly category: Category
}

/** The difference between two versions of a standard, by stable ids. */
export function differenceOf(before: Rubric, after: Rubric): Difference {
  const old = placesOf(before)
  const now = placesOf(after)
  const moved = movedNodes(old, now)
  const changes: NodeChange[] = []
  let unchanged = 0
  const goneAfter = goneByPredecessor(old, now)
  const take = (gone: readonly Placed[]) => {
    for (const place of gone) changes.push(wholeChange(place, 'gone'))
  }
  take(goneAfter.get('') ?? [])
  for (const [key, place] of now) {
    const was = old.get(key)
    const change = was === undefined ? wholeChange(place, 'added') : changeOf(was, place, moved.has(key))
    if (change !== null) changes.push(change)
    else if (place.level === 'item') unchanged += 1
    take(goneAfter.get(key) ?? [])
  }
  return {
    head: headChanges(before, after),
    changes,
    counts: countsOf(changes),
    items: { before: countItems(old), after: countItems(now), unchanged },
  }
}

/** Whether the two versions say the same. */
export function isNoDifference({ head, changes }: Difference): boolean {
  return head.length === 0 && changes.length === 0
}

function headChanges(before: Rubric, after: Rubric): readonly FieldChange[] {
  const changes = fieldChanges(headFields(before), headFields(after))
  const isAlike = isSame({ ...before, categories: undefined }, { ...after, categories: undefined })
  return changes.length === 0 && !isAlike ? [innerChange()] : changes
}

function placesOf({ categories }: Rubric): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>()
  const visit = (node: Group | Item, parent: Category | Group, category: Category) => {
    const level = isItem(node) ? 'item' : 'group'
    places.set(`${level} ${node.id}`, { level, node, parent, category })
    if (!isItem(node)) for (const child of node.children) visit(child, node, category)
  }
  for (const category of categories) {
    places.set(`category ${category.id}`, { level: 'category', node: category, parent: null, category })
    for (const child of category.children) visit(child, category, category)
  }
  return places
}

/** Nodes under another parent, or in another order among the siblings that both versions have. */
function movedNodes(old: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>): ReadonlySet<string> {
  const moved = new Set<string>()
  const stayed = new Map<string, string[]>()
  for (const [key, { parent }] of now) {
    const was = old.get(key)
    if (was === undefined) continue
    if (was.parent?.id !== parent?.id) moved.add(key)
    else gather(stayed, parent?.id ?? '', key)
  }
  const before = new Map<string, string[]>()
  for (const [key, { parent }] of old) gather(before, parent?.id ?? '', key)
  for (const [parent, keys] of stayed) {
    for (const key of movedAmong(before.get(parent) ?? [], keys)) moved.add(key)
  }
  return moved
}

function gather<T>(into: Map<string, T[]>, key: string, one: T): void {
  const known = into.get(key)
  if (known === undefined) into.set(key, [one])
  else known.push(one)
}

/** What is gone, by the node that stood before it and is still there ('' for none). */
function goneByPredecessor(
  old: ReadonlyMap<string, Placed>,
  now: ReadonlyMap<string, Placed>,
): ReadonlyMap<string, readonly Placed[]> {
  const gone = new Map<string, Placed[]>()
  let predecessor = ''
  for (const [key, place] of old) {
    if (now.has(key)) predecessor = key
    else gather(gone, predecessor, place)
  }
  return gone
}

function wholeChange(place: Placed, kind: 'added' | 'gone'): NodeChange {
  const { level, node } = place
  const standing = standingOf(place)
  const sides = kind === 'added' ? { before: null, after: standing } : { before: standing, after: null }
  return { level, id: node.id, ...sides, kinds: [kind], fields: [], clauses: [] }
}

function changeOf(was: Placed, place: Placed, isMoved: boolean): NodeChange | null {
  const { level, node } = place
  const isAlike = isSame(bare(was.node), bare(node))
  if (isAlike && !isMoved) return null
  const own = isAlike ? [] : fieldChanges(fieldsOf(was), fieldsOf(place))
  const items = isAlike || !isItem(was.node) || !isItem(node) ? null : ([was.node, node] as const)
  const clauses = items === null ? [] : clauseChanges(...items)
  const order = items === null ? null : orderChange(...items)
  const said = order === null ? own : [...own, order]
  // What no field says (the order of shared caps) is still a change.
  const fields = isAlike || said.length > 0 || clauses.length > 0 ? said : [innerChange()]
  return {
    level,
    id: node.id,
    before: standingOf(was),
    after: standingOf(place),
    kinds: kindsOf(isMoved, fields, clauses),
    fields,
    clauses,
  }
}

/** The node itself, without what is below it. */
function bare(node: Category | Group | Item): unknown {
  return isItem(node) ? node : { ...node, children: undefined }
}

function fieldsOf({ level, node }: Placed): readonly Field[] {
  if (isItem(node)) return itemFields(node)
  return level === 'category' ? categoryFields(node as Category) : groupFields(node)
}

function standingOf({ node, parent, category }: Placed): Standing {
  const points = node.points
  return {
    ...nameOf(node),
    points,
    category: nameOf(category),
    parent: parent === null ? null : nameOf(parent),
  }
}

function countsOf(changes: readonly NodeChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<ChangeKind, number>
  for (const { kinds } of changes) for (const kind of kinds) counts[kind] += 1
  return counts
}

function countItems(places: ReadonlyMap<string, Placed>): number {
  let count = 0
  for (const { level } of places.values()) if (level === 'item') count += 1
  return count
}
