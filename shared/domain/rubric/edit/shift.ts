import type { Group, Item, Rubric } from '../rubric'
import type { Edited } from './edit'
import { type Found, findNode, isBare, isBelow, isBranch, isCategory, replaceNode } from './tree'

type Move = (rubric: Rubric, id: string, parent: string | null, at: number) => Edited

const NO_PLACE: Edited = { ok: false, code: 'no-place' }

/**
 * One place up or down among its neighbours (past the end: into the neighbouring branch), one level in (under the
 * one before it) or out (behind what it stood in). An item that is but a title becomes a group when something is
 * put under it.
 */
export function shift(rubric: Rubric, id: string, by: 'up' | 'down' | 'in' | 'out', move: Move): Edited {
  const found = findNode(rubric, id)
  if (found === null) return { ok: false, code: 'unknown-node' }
  const { parent, at } = found
  const siblings = parent === null ? rubric.categories : parent.children
  if (by === 'up' || by === 'down') {
    const to = by === 'up' ? at - 1 : at + 1
    if (siblings[to] !== undefined) return move(rubric, id, parent?.id ?? null, to)
    return intoNeighbour(rubric, found, by, move)
  }
  if (isCategory(found.node) || parent === null) return { ok: false, code: 'wrong-level' }
  if (by === 'out') {
    const outer = findNode(rubric, parent.id)
    if (outer === null || outer.parent === null) return { ok: false, code: 'wrong-level' }
    return move(rubric, id, outer.parent.id, outer.at + 1)
  }
  const before = siblings[at - 1]
  if (before === undefined) return NO_PLACE
  if (isBranch(before)) return move(rubric, id, before.id, before.children.length)
  if (!isBare(before)) return NO_PLACE
  return move(
    replaceNode(rubric, before.id, () => [groupOf(before)]),
    id,
    before.id,
    0,
  )
}

function intoNeighbour(rubric: Rubric, { node, parent }: Found, by: 'up' | 'down', move: Move): Edited {
  const outer = parent === null ? null : findNode(rubric, parent.id)
  if (outer === null || !isBelow(node)) return NO_PLACE
  const siblings = outer.parent === null ? rubric.categories : outer.parent.children
  const next = siblings[outer.at + (by === 'up' ? -1 : 1)]
  if (next === undefined || !isBranch(next)) return NO_PLACE
  return move(rubric, node.id, next.id, by === 'up' ? next.children.length : 0)
}

function groupOf({ id, code, title, points, onlyFor }: Item): Group {
  const group = { id, code, title, points, children: [] }
  return onlyFor === undefined ? group : { ...group, onlyFor }
}
