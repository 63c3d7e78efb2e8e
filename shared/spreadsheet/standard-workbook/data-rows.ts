import { canonicalJson } from '../../domain/canonical-json'
import { type Category, type Group, type Item, isItem, type Rubric } from '../../domain/rubric/rubric'
import { sha256Hex } from './sha256'

/** Says what the sheet is, in its first cell; another layout of it would be another number. */
export const DATA_FORMAT = 'scorebench.standard-workbook/1'

/** Below Excel's 32,767 characters a cell, with room for what marks a text. */
const LONGEST_PART = 30_000
/** In front of each part, so that none begins with what a program takes for a formula, a number or a blank. */
const PART_MARK = '|'

/** One node of the standard, without its children: the head of the standard has depth 0, categories 1, and so on. */
export interface DataNode {
  readonly depth: number
  readonly type: 'standard' | 'category' | 'group' | 'item'
  readonly code: string
  readonly title: string
  readonly parts: readonly string[]
}

/** The standard's identity: SHA-256 of its canonical JSON. */
export function digestOf(rubric: unknown): string {
  return sha256Hex(canonicalJson(rubric))
}

/** Every node of a standard in printed order, as JSON that any cell can hold. */
export function dataNodes(rubric: Rubric): readonly DataNode[] {
  const { categories, ...head } = rubric
  return [
    { depth: 0, type: 'standard', code: '', title: rubric.title, parts: partsOf(head) },
    ...categories.flatMap((category) => nodesOf(category, 1)),
  ]
}

function nodesOf(node: Category | Group | Item, depth: number): readonly DataNode[] {
  const { code, title } = node
  if (isItem(node)) return [{ depth, type: 'item', code, title, parts: partsOf(node) }]
  const { children, ...own } = node
  return [
    { depth, type: depth === 1 ? 'category' : 'group', code, title, parts: partsOf(own) },
    ...children.flatMap((child) => nodesOf(child, depth + 1)),
  ]
}

function partsOf(node: object): readonly string[] {
  // Whatever a cell cannot hold, or programs change, as its escape: half-width blanks at line ends stay inside.
  const json = canonicalJson(node).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const parts: string[] = []
  for (let at = 0; at < json.length; at += LONGEST_PART)
    parts.push(`${PART_MARK}${json.slice(at, at + LONGEST_PART)}${PART_MARK}`)
  return parts
}

/** The JSON that a node's parts make up; null where one of them is not as it was written. */
export function joinedParts(parts: readonly string[]): string | null {
  const whole = parts.every(
    (part) => part.length >= 2 && part.startsWith(PART_MARK) && part.endsWith(PART_MARK),
  )
  return whole ? parts.map((part) => part.slice(1, -1)).join('') : null
}

/**
 * The standard that nodes in printed order make up; null where they make up none. Its shape is whatever the JSON
 * holds: it has to be checked before it is trusted.
 */
export function standardOfNodes(
  nodes: readonly { readonly depth: number; readonly json: string }[],
): unknown {
  const [first, ...rest] = nodes
  const head = first === undefined || first.depth !== 0 ? null : parsedObject(first.json)
  if (head === null) return null
  const categories: unknown[] = []
  // The lists that the next node may belong to, by its depth.
  const open: unknown[][] = [[], categories]
  for (const { depth, json } of rest) {
    const node = parsedObject(json)
    const list = open[depth]
    if (node === null || list === undefined || depth < 1) return null
    open.length = depth + 1
    if (Object.hasOwn(node, 'clauses')) list.push(node)
    else {
      const children: unknown[] = []
      list.push({ ...node, children })
      open.push(children)
    }
  }
  return { ...head, categories }
}

function parsedObject(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
