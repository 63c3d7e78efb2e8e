import type { Points } from '../points'
import type { FieldChange, FieldName } from './field'

export const CHANGE_KINDS = [
  'added',
  'gone',
  'moved',
  'reworded',
  'repointed',
  'reweighted',
  'clauses',
  'exclusion',
  'conditions',
  'units',
  'papers',
  'methods',
  'renumbered',
  'other',
] as const
/** What kind of change a node underwent; several at once are usual. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export type Level = 'category' | 'group' | 'item'

/** A node by its number and title. */
export interface NodeName {
  readonly id: string
  readonly code: string
  readonly title: string
}

export function nameOf({ id, code, title }: NodeName): NodeName {
  return { id, code, title }
}

/** A node as it stands in one version. `parent` is null for a category. */
export interface Standing extends NodeName {
  readonly points: Points
  readonly category: NodeName
  readonly parent: NodeName | null
}

/** A clause that is not as it was. A clause that is new or gone says all its fields on that side. */
export interface ClauseChange {
  readonly id: string
  readonly change: 'added' | 'gone' | 'changed'
  /** The clause's words in each version. */
  readonly before: string | null
  readonly after: string | null
  readonly fields: readonly FieldChange[]
}

/** A category, group or item that is not as it was; null on the side where it is not. */
export interface NodeChange {
  readonly level: Level
  readonly id: string
  readonly before: Standing | null
  readonly after: Standing | null
  readonly kinds: readonly ChangeKind[]
  readonly fields: readonly FieldChange[]
  readonly clauses: readonly ClauseChange[]
}

const KIND_OF: { readonly [N in FieldName]?: ChangeKind } = {
  code: 'renumbered',
  title: 'reworded',
  content: 'reworded',
  rule: 'reworded',
  points: 'repointed',
  weight: 'reweighted',
  exclusion: 'exclusion',
  'only-for': 'conditions',
  kind: 'conditions',
  lead: 'units',
  support: 'units',
  'loss-share': 'units',
  papers: 'papers',
  methods: 'methods',
  'method-words': 'methods',
  'shared-cap': 'clauses',
  'clause-order': 'clauses',
}

/** The kinds of what changed at a node that both versions have. */
export function kindsOf(
  isMoved: boolean,
  fields: readonly FieldChange[],
  clauses: readonly ClauseChange[],
): readonly ChangeKind[] {
  const kinds = new Set<ChangeKind>(fields.map(({ name }) => KIND_OF[name] ?? 'other'))
  if (isMoved) kinds.add('moved')
  for (const { change, fields: own } of clauses) {
    // A clause's words are a span of the item's rule: reworded alone, it asks for what it asked for.
    const isWording = change === 'changed' && own.every(({ name }) => name === 'text')
    kinds.add(isWording ? 'reworded' : 'clauses')
  }
  return CHANGE_KINDS.filter((kind) => kinds.has(kind))
}
