import { formatMilli, type Points } from '../../../shared/domain/points'
import type { RubricEdit } from '../../../shared/domain/rubric/edit/edit'
import { isConditional, sumOf } from '../../../shared/domain/rubric/edit/sum-up'
import { isBranch, isCategory } from '../../../shared/domain/rubric/edit/tree'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { Finding } from './proof-view'

/** Figures of a finding, for its sentence; and the repair that is plain from them. */
export interface Figures {
  readonly sum: string
  readonly points: string
  /** Signed: '+2' too much, '−2' too little. */
  readonly off: string
}

export interface Repair {
  readonly name: 'sum' | 'last' | 'weights' | 'renumber' | 'parts' | 'zero' | 'required'
  /** What it sets: a number, or what it is about. */
  readonly value: string
  readonly edits: readonly RubricEdit[]
}

const NONE: Figures = { sum: '', points: '', off: '' }

/** The figures of a sum that is off, as the standard stands. */
export function figuresOf({ diagnostic, node }: Finding, rubric: Rubric): Figures {
  if (diagnostic.code === 'weights-sum') {
    const sum = rubric.categories.reduce((total, { weight }) => total + weight, 0)
    return { sum: formatMilli(sum * 10), points: '100', off: signed((sum - 10_000) * 10) }
  }
  if (node === null || diagnostic.code !== 'points-sum' || !isBranch(node) || isConditional(node.children))
    return NONE
  const sum = sumOf(node.children)
  return { sum: formatMilli(sum), points: formatMilli(node.points), off: signed(sum - node.points) }
}

function signed(value: number): string {
  return value > 0 ? `+${formatMilli(value)}` : `−${formatMilli(-value)}`
}

/** What would put a finding right, where that is plain; the person chooses. */
export function repairsOf({ diagnostic, node }: Finding, rubric: Rubric): readonly Repair[] {
  switch (diagnostic.code) {
    case 'points-sum':
      return node === null || !isBranch(node) ? [] : sumRepairs(node)
    case 'weights-sum':
      return weightRepairs(rubric)
    case 'code-twice':
      return [{ name: 'renumber', value: '', edits: [{ type: 'renumber' }] }]
    case 'parts-sum': {
      if (node === null || isBranch(node)) return []
      const [only] = node.clauses
      if (only?.form !== 'additive') return []
      const sum = only.parts.reduce((total, part) => total + part.points, 0)
      return [set('parts', sum, node.id)]
    }
    case 'points-of-kind':
      return node === null || isBranch(node) || node.kind === 'normal' ? [] : [set('zero', 0, node.id)]
    case 'extra-in-excludable-item':
      if (node === null || isBranch(node)) return []
      return [
        {
          name: 'required',
          value: '',
          edits: [{ type: 'change', id: node.id, change: { exclusion: 'not-allowed' } }],
        },
      ]
    default:
      return []
  }
}

function set(name: Repair['name'], value: number, id: string): Repair {
  return {
    name,
    value: formatMilli(value),
    edits: [{ type: 'change', id, change: { points: value as Points } }],
  }
}

function sumRepairs(node: Extract<NonNullable<Finding['node']>, { children: unknown }>): readonly Repair[] {
  if (isConditional(node.children)) return []
  const sum = sumOf(node.children)
  const repairs: Repair[] = sum > 0 ? [set('sum', sum, node.id)] : []
  const last = node.children.at(-1)
  const rest = last === undefined ? 0 : last.points + node.points - sum
  if (last !== undefined && rest > 0 && (!('kind' in last) || last.kind === 'normal'))
    repairs.push({ ...set('last', rest, last.id), value: `${last.code} → ${formatMilli(rest)}` })
  return repairs
}

function weightRepairs({ categories }: Rubric): readonly Repair[] {
  const last = categories.at(-1)
  if (last === undefined || !isCategory(last)) return []
  const rest = 10_000 - categories.reduce((sum, { weight }) => sum + weight, 0) + last.weight
  const even = Math.floor(10_000 / categories.length)
  const evenly: Repair = {
    name: 'weights',
    value: `${formatMilli(even * 10)}%`,
    edits: categories.map(({ id }, index) => ({
      type: 'change',
      id,
      change: { weight: index === categories.length - 1 ? 10_000 - even * index : even },
    })),
  }
  if (rest <= 0) return [evenly]
  const toLast: Repair = {
    name: 'last',
    value: `${last.code} → ${formatMilli(rest * 10)}%`,
    edits: [{ type: 'change', id: last.id, change: { weight: rest } }],
  }
  return [toLast, evenly]
}
