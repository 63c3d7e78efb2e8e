import type { RubricHead } from '../assemble'
import type { Clause } from '../clause'
import type { Category, Group, Item, Rubric } from '../rubric'

/** A place in the tree: a category, a group or an item. */
export type Node = Category | Group | Item

/** New values by member; `undefined` takes an optional member away. */
export type Change<T> = { readonly [K in keyof T]?: T[K] | undefined }

export type HeadChange = Change<Omit<RubricHead, 'schema' | 'id'>>
export type NodeChange = Change<
  Omit<Category, 'id' | 'children'> & Omit<Group, 'id' | 'children'> & Omit<Item, 'id' | 'clauses'>
>

/**
 * One step of a person who changes a standard. Ids are made by the caller and stay for ever. `parent` null is the
 * standard itself; `at` counts from 0 among the children as they are once the moved node is taken out.
 */
export type RubricEdit =
  | { readonly type: 'head'; readonly change: HeadChange }
  | { readonly type: 'change'; readonly id: string; readonly change: NodeChange }
  | { readonly type: 'clauses'; readonly id: string; readonly clauses: readonly Clause[] }
  | {
      readonly type: 'insert'
      readonly parent: string | null
      readonly at: number
      readonly nodes: readonly Node[]
    }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly parent: string | null; readonly at: number }
  | { readonly type: 'shift'; readonly id: string; readonly by: 'up' | 'down' | 'in' | 'out' }
  | { readonly type: 'renumber'; readonly within?: string }
  | { readonly type: 'sum'; readonly within?: string }

/** Why a step can't be done; the sentence is in the catalogues under `editor.refused.<code>`. */
export type EditRefusal =
  | 'unknown-node'
  | 'wrong-level'
  | 'inside-itself'
  | 'last-category'
  | 'too-deep'
  | 'no-place'
  | 'id-taken'

export type Edited =
  | { readonly ok: true; readonly rubric: Rubric }
  | { readonly ok: false; readonly code: EditRefusal }
