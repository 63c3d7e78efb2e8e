import type { Node, RubricEdit } from '../../../shared/domain/rubric/edit/edit'
import { withNewIds } from '../../../shared/domain/rubric/edit/new-ids'
import { nextCode, nextFree } from '../../../shared/domain/rubric/edit/number'
import type { PastedItem } from '../../../shared/domain/rubric/edit/pasted-rows'
import { emptyCategory, emptyGroup, emptyItem } from '../../../shared/domain/rubric/edit/starting-points'
import { allNodes, findNode, isBranch, isCategory } from '../../../shared/domain/rubric/edit/tree'
import { type Item, isItem, type Rubric } from '../../../shared/domain/rubric/rubric'
import { newId } from '../../components/new-id'
import { titleFrom } from './title-from'

/** A step that puts one node in, and the node's id, for the focus. */
export interface Placed {
  readonly edit: RubricEdit
  readonly id: string
}

/** The next item: after an item, or as the last of a branch. */
export function placeItem(rubric: Rubric, id: string): Placed | null {
  const found = findNode(rubric, id)
  if (found === null) return null
  const { node, parent, at } = found
  if (isBranch(node)) {
    const before = node.children.at(-1)
    const code = before === undefined ? `${node.code}.1` : nextCode(rubric, before.code)
    return placed(node.id, node.children.length, emptyItem(newId(), code, likeOf(before)))
  }
  return placed(parent?.id ?? null, at + 1, emptyItem(newId(), nextCode(rubric, node.code), node))
}

/** The next branch: a category after a category, a group after a group or an item. */
export function placeBranch(rubric: Rubric, id: string): Placed | null {
  const found = findNode(rubric, id)
  if (found === null) return null
  const { node, parent, at } = found
  const code = nextCode(rubric, node.code)
  if (isCategory(node)) return placed(null, at + 1, emptyCategory(newId(), code, restOfWeights(rubric)))
  return placed(parent?.id ?? null, at + 1, emptyGroup(newId(), code))
}

/** A group as the last of a branch, or after an item. */
export function placeGroup(rubric: Rubric, id: string): Placed | null {
  const found = findNode(rubric, id)
  if (found === null || !isBranch(found.node)) return placeBranch(rubric, id)
  const before = found.node.children.at(-1)
  const code = before === undefined ? `${found.node.code}.1` : nextCode(rubric, before.code)
  return placed(found.node.id, found.node.children.length, emptyGroup(newId(), code))
}

/** The node once more, right behind itself, with ids of its own. */
export function placeCopy(rubric: Rubric, id: string): Placed | null {
  const found = findNode(rubric, id)
  if (found === null) return null
  const copy = withNewIds(found.node, newId)
  return placed(found.parent?.id ?? null, found.at + 1, { ...copy, code: nextCode(rubric, found.node.code) })
}

function placed(parent: string | null, at: number, node: Node): Placed {
  return { edit: { type: 'insert', parent, at, nodes: [node] }, id: node.id }
}

function likeOf(node: Node | undefined): Item | undefined {
  return node !== undefined && !isCategory(node) && isItem(node) ? node : undefined
}

/** What the other categories leave of the weight, in basis points. */
function restOfWeights(rubric: Rubric): number {
  return Math.max(
    0,
    rubric.categories.reduce((rest, { weight }) => rest - weight, 10_000),
  )
}

/** Pasted rows as items: in the place of an untouched line, behind any other, or as the last of a branch. */
export function placeRows(
  rubric: Rubric,
  id: string,
  rows: readonly PastedItem[],
): { readonly edits: readonly RubricEdit[]; readonly id: string } | null {
  const found = findNode(rubric, id)
  if (found === null) return null
  const { node } = found
  const isInside = isBranch(node)
  const parent = isInside ? node : found.parent
  if (parent === null) return null
  const before = isInside ? node.children.at(-1) : node
  const isReplaced = !isInside && isUntouched(node)
  const taken = new Set(allNodes(rubric).map(({ code }) => code))
  if (isReplaced) taken.delete(node.code)
  let last = isReplaced ? `${parent.code}.0` : (before?.code ?? `${parent.code}.0`)
  const nodes = rows.map((row) => {
    const isFree = row.code !== '' && !taken.has(row.code)
    last = isFree ? row.code : nextFree(last, taken)
    taken.add(last)
    const title = row.title === '' ? titleFrom(row.content || row.rule) : row.title
    const { content, rule } = row
    const item = emptyItem(newId(), last, likeOf(before))
    return { ...item, title, content, rule, points: row.points ?? item.points }
  })
  const [first] = nodes
  if (first === undefined) return null
  const at = isInside ? node.children.length : found.at + 1
  const insert: RubricEdit = { type: 'insert', parent: parent.id, at, nodes }
  return { edits: isReplaced ? [insert, { type: 'remove', id }] : [insert], id: first.id }
}

/** Nothing was written into it yet. */
export function isUntouched(node: Node): boolean {
  if (node.title !== '') return false
  return isBranch(node) ? node.children.length === 0 : node.clauses.length === 0 && node.rule === ''
}
