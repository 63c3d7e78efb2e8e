import type { Points } from '../../domain/points'
import type { ReadGroup, ReadItem, Reading } from '../reading/reading'

/** A category or group as the reading has it, with what stands in it in printed order. */
export interface Branch {
  readonly title: string
  readonly name: string
  /** As printed; null where nothing is. */
  readonly points: Points | null
  /** The number that its items' numbers begin with. */
  readonly code: string | null
  readonly children: (Branch | ReadItem)[]
}

export function isBranch(node: Branch | ReadItem): node is Branch {
  return 'children' in node
}

/** All items of a branch, in printed order. */
export function itemsIn(branch: Branch): readonly ReadItem[] {
  return branch.children.flatMap((child) => (isBranch(child) ? itemsIn(child) : [child]))
}

/**
 * The tree that the items' paths make, in the order of the items. A group that is taken up again after others stands
 * twice: no item changes its place. Items of a category that the reading does not list make one.
 */
export function branchesOf(reading: Reading): readonly Branch[] {
  const tops = reading.categories.map(({ title, name, points }, at) => ({
    branch: empty(title, name, points, null),
    category: reading.categories[at],
  }))
  const groups = groupsByPath(reading.groups)
  for (const item of reading.items) {
    const [first = item.category, ...below] = item.path
    let top = topOf(tops, item, first)
    if (top === undefined) {
      top = { branch: empty(first, first, null, null), category: undefined }
      tops.push(top)
    }
    let at = top.branch
    below.forEach((title, depth) => {
      const last = at.children[at.children.length - 1]
      if (last !== undefined && isBranch(last) && last.title === title) {
        at = last
        return
      }
      const group = groupOf(groups, item, [first, ...below.slice(0, depth + 1)])
      const next = empty(title, group?.name ?? title, group?.points ?? null, group?.code ?? null)
      at.children.push(next)
      at = next
    })
    at.children.push(item)
  }
  return tops.map(({ branch }) => branch)
}

function empty(title: string, name: string, points: Points | null, code: string | null): Branch {
  return { title, name, points, code, children: [] }
}

type Top = { readonly branch: Branch; readonly category: Reading['categories'][number] | undefined }

/** The category of this title; of several the last that begins before the item on its sheet. */
function topOf(tops: readonly Top[], { sheet, row }: ReadItem, title: string): Top | undefined {
  const named = tops.filter(({ branch }) => branch.title === title)
  const before = named.filter(({ category }) => category?.sheet === sheet && category.row <= row)
  return before[before.length - 1] ?? named[0]
}

type Groups = ReadonlyMap<string, readonly ReadGroup[]>

function groupsByPath(groups: readonly ReadGroup[]): Groups {
  const found = new Map<string, ReadGroup[]>()
  for (const group of groups) {
    const key = JSON.stringify(group.path)
    const known = found.get(key)
    if (known === undefined) found.set(key, [group])
    else known.push(group)
  }
  return found
}

/** The group of this path; of several the last that begins before the item on its sheet. */
function groupOf(groups: Groups, { sheet, row }: ReadItem, path: readonly string[]): ReadGroup | undefined {
  const named = groups.get(JSON.stringify(path)) ?? []
  const before = named.filter((group) => group.sheet === sheet && group.row <= row)
  return before[before.length - 1] ?? named[0]
}
