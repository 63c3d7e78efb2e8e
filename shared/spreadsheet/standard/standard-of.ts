import { type Points, points } from '../../domain/points'
import { emptyRubric } from '../../domain/rubric/edit/starting-points'
import type { ImportDecision, ImportOrigin } from '../../domain/rubric/import-origin'
import { allItems, type Category, type Group, type Item, type Rubric } from '../../domain/rubric/rubric'
import type { Reading } from '../reading/reading'
import type { Assumption } from './assumption'
import { type Branch, branchesOf, isBranch } from './branches-of'
import { type ClauseDecision, verdictsIn } from './decision'
import { extraCapsOf } from './extra-caps'
import { holdablePoints } from './holdable'
import { itemOf, LONGEST_TEXT, LONGEST_TITLE } from './item-of'
import { numberingOf } from './numbering'
import { weightsOf } from './weights-of'

export interface StandardOptions {
  /** The standard's own id. */
  readonly id: string
  /** Default '1'. */
  readonly version?: string
  readonly file: string
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string
  readonly decisions?: readonly ClauseDecision[]
  /** When it was done, ISO 8601 UTC: for decisions that do not say so themselves. */
  readonly at?: string
  /** What else was decided: columns, sheets, problems accepted. Comes first in the history. */
  readonly history?: readonly ImportDecision[]
  /** Four, the best first. */
  readonly grades?: readonly [string, string, string, string]
}

export interface ImportedStandard {
  readonly rubric: Rubric
  readonly imported: ImportOrigin
  readonly assumptions: readonly Assumption[]
}

/** No clock here: whoever knows the time says it. */
const EPOCH = '1970-01-01T00:00:00.000Z'
const GRADES = ['优秀', '良好', '合格', '不合格'] as const

/**
 * The standard that a reading and a person's decisions make: texts, points and order are the sheet's, and what is
 * missing or wrong there is missing or wrong here, for the proof to find. A draft: it may have errors.
 */
export function standardOf(reading: Reading, options: StandardOptions): ImportedStandard {
  const { id, version = '1', file, sha256, decisions = [], at = EPOCH, grades = GRADES } = options
  const assumptions: Assumption[] = []
  const history: ImportDecision[] = [...(options.history ?? [])]
  const verdictOn = verdictsIn(decisions)
  const branches = branchesOf(reading)
  const numbering = numberingOf(branches)
  const named = (node: Parameters<typeof numbering.get>[0]) => {
    const found = numbering.get(node)
    if (found === undefined) throw new Error('a node without a number')
    return found
  }
  const below = (branch: Branch): (Group | Item)[] =>
    branch.children.map((child) => {
      if (isBranch(child)) {
        const children = below(child)
        return {
          ...named(child),
          title: titleOf(child),
          points: holdablePoints(child.points) ?? sumOf(children),
          children,
        }
      }
      const made = itemOf(child, named(child), verdictOn, at)
      assumptions.push(...made.assumptions)
      history.push(...made.history)
      return made.item
    })
  const tops = branches.map((branch) => {
    const children = below(branch)
    return {
      ...named(branch),
      title: titleOf(branch),
      points: holdablePoints(branch.points) ?? sumOf(children),
      children,
    }
  })
  const shares = tops.map((top) => top.points)
  const weights = weightsOf(shares)
  const categories = tops.map((top, at): Category => ({ ...top, weight: weights[at] ?? 0 }))
  const title = (reading.title ?? file.replace(/\.[^.]*$/, '')).replace(/\s+/g, ' ').trim()
  const base = emptyRubric(id, () => 'c1', { title: title.slice(0, LONGEST_TITLE), category: '', grades })
  const full = holdablePoints(reading.total.declared) ?? points(shares.reduce((sum, each) => sum + each, 0))
  const rubric: Rubric = {
    ...base,
    version,
    source: `《${title}》（由 ${file} 导入，SHA-256 ${sha256}）`.slice(0, LONGEST_TEXT),
    notice: reading.notes.join('\n').slice(0, LONGEST_TEXT),
    points: full,
    weighting: 'points',
    categories: categories.length === 0 ? base.categories : categories,
  }
  if (categories.length === 0) assumptions.push({ what: 'category-made', item: null, detail: '' })
  return {
    rubric: { ...rubric, ...extraCapsOf(allItems(rubric), full) },
    imported: { file, sha256, decisions: history },
    assumptions,
  }
}

function titleOf({ name, title }: Branch): string {
  return (name.trim() === '' ? title : name).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE)
}

function sumOf(children: readonly (Group | Item)[]): Points {
  return points(children.reduce((sum, child) => sum + child.points, 0))
}
