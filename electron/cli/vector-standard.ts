import { type Points, points, type Rounding } from '../../shared/domain/points'
import type { Category, Group, Item, Rubric } from '../../shared/domain/rubric/rubric'
import { type Read, readStrictly } from '../../shared/schema/read-strictly'
import { rubricSchema } from '../../shared/schema/rubric-schema'
import type { ShortGroup, ShortItem, ShortNode, ShortRubric } from '../../shared/schema/vector-schema'

const HUNDREDTH: Rounding = { mode: 'half-up', step: points(10) }
const GRADES = [
  { name: '优秀', from: points(90_000) },
  { name: '良好', from: points(80_000) },
  { name: '合格', from: points(60_000) },
  { name: '不合格', from: points(0) },
]

/**
 * A whole standard from a short one (tests/vectors/README.md says what is filled in): where a case is about one
 * clause, nothing else has to be written. Refused where the whole would be no standard.
 */
export function fullStandard(short: ShortRubric): Read<Rubric> {
  const { items, categories: branches, rounding, points: full, ...head } = short
  const categories = (branches ?? [{ children: items ?? [] }]).map((branch, at): Category => {
    const code = branch.code ?? String(at + 1)
    const children = branch.children.map((child, no) => fullNode(child, `${code}.${no + 1}`))
    return {
      id: branch.id ?? `k${at + 1}`,
      code,
      title: branch.title ?? `大项${code}`,
      weight: branch.weight ?? (branches === undefined || branches.length === 1 ? 10_000 : 0),
      points: branch.points ?? sumOf(children),
      children,
    }
  })
  const [only, ...others] = categories
  return readStrictly(rubricSchema, {
    id: 'vector',
    version: '1',
    title: '算例标准',
    source: '',
    notice: '',
    grades: GRADES,
    bonusCap: points(10_000),
    penaltyCap: points(10_000),
    ...head,
    schema: 'scorebench.rubric/1',
    points: full ?? (others.length === 0 && only !== undefined ? only.points : points(100_000)),
    rounding: { item: HUNDREDTH, category: HUNDREDTH, total: HUNDREDTH, ...rounding },
    categories,
  })
}

function fullNode(node: ShortNode, code: string): Group | Item {
  return 'clauses' in node ? fullItem(node, code) : fullGroup(node, code)
}

function fullItem({ onlyFor, sharedCaps, lossShares, ...item }: ShortItem, at: string): Item {
  const { id, clauses, kind = 'normal', code = at, title = id, content = '', points: full = points(0) } = item
  const { methods = ['现场'], papers = [], exclusion = 'not-allowed' } = item
  const { units = { lead: ['责任单位'], support: [] } } = item
  const { rule = clauses.map(({ text }) => text).join('；') || id } = item
  return {
    ...{ id, code, kind, title, content, rule, points: full, clauses, methods, papers, units, exclusion },
    ...(onlyFor === undefined ? {} : { onlyFor }),
    ...(sharedCaps === undefined ? {} : { sharedCaps }),
    ...(lossShares === undefined ? {} : { lossShares }),
  }
}

function fullGroup({ onlyFor, ...group }: ShortGroup, code: string): Group {
  const children = group.children.map((child, no) => fullNode(child, `${group.code ?? code}.${no + 1}`))
  return {
    id: group.id,
    code: group.code ?? code,
    title: group.title ?? group.id,
    points: group.points ?? sumOf(children),
    children,
    ...(onlyFor === undefined ? {} : { onlyFor }),
  }
}

/** Bonus, penalty and veto items stand outside the sums. */
function sumOf(children: readonly (Group | Item)[]): Points {
  return points(
    children.reduce((sum, child) => sum + ('kind' in child && child.kind !== 'normal' ? 0 : child.points), 0),
  )
}
