import type { Category, Group, Item, Rubric } from '../rubric'
import type { Node } from './edit'
import { allNodes, findNode, isBranch } from './tree'

/** Codes by place, from the given one downwards: 2 → 2.1, 2.1.1 … Nodes whose code was right stay the same object. */
function numbered<T extends Node>(node: T, code: string): T {
  const own = node.code === code ? node : { ...node, code }
  if (!isBranch(own)) return own
  const children = own.children.map((child, index): Group | Item => numbered(child, `${code}.${index + 1}`))
  return children.every((child, index) => child === own.children[index]) ? own : { ...own, children }
}

/** Numbers the standard, or what is below one branch, by place. */
export function renumber(rubric: Rubric, within?: string): Rubric {
  const found = within === undefined ? null : findNode(rubric, within)
  const top = found === null ? null : topOf(rubric, found.node.id)
  const categories = rubric.categories.map((category, index): Category => {
    if (found === null) return numbered(category, String(index + 1))
    return category === top ? below(category, found.node.id) : category
  })
  return categories.every((category, index) => category === rubric.categories[index])
    ? rubric
    : { ...rubric, categories }
}

function below<T extends Node>(node: T, id: string): T {
  if (node.id === id) return numbered(node, node.code)
  if (!isBranch(node)) return node
  return { ...node, children: node.children.map((child) => below(child, id)) }
}

function topOf(rubric: Rubric, id: string): Category | null {
  return rubric.categories.find((category) => category.id === id || contains(category, id)) ?? null
}

function contains(node: Node, id: string): boolean {
  return isBranch(node) && node.children.some((child) => child.id === id || contains(child, id))
}

/** Whether every code says the place, as `renumber` would write it: such a standard is kept numbered. */
export function isNumberedByPlace(rubric: Rubric): boolean {
  return renumber(rubric) === rubric
}

/** A code for a node that comes after the given one: its last number raised until nobody has it. */
export function nextCode(rubric: Rubric, after: string): string {
  return nextFree(after, new Set(allNodes(rubric).map(({ code }) => code)))
}

/** As `nextCode`, where the codes in use are known. */
export function nextFree(after: string, taken: ReadonlySet<string>): string {
  const match = /^(.*?)(\d+)(\D*)$/.exec(after)
  const [, head = `${after}.`, digits = '0', tail = ''] = match ?? []
  for (let no = Number(digits) + 1; ; no++) {
    const code = `${head}${no}${tail}`
    if (!taken.has(code)) return code
  }
}
