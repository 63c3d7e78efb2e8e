import type { ColumnPlan } from './plan-columns'
import type { ColumnRole, TableChoice } from './reading'

const LEVEL_ROLES = ['category', 'group', 'subgroup'] as const

/** What a person decided, over what was found; a column that is given away loses what it was. */
export function applyChoice(plan: ColumnPlan, choice: TableChoice['columns']): ColumnPlan {
  if (choice === undefined) return plan
  const chosen = new Set(Object.values(choice).filter((column) => typeof column === 'number'))
  const role = (name: ColumnRole, found: number | null): number | null => {
    const wanted = choice[name]
    if (wanted !== undefined) return wanted
    return found !== null && chosen.has(found) ? null : found
  }
  const list = (name: ColumnRole, found: readonly number[]): readonly number[] => {
    const wanted = choice[name]
    if (wanted === null) return []
    const rest = found.filter((column) => !chosen.has(column))
    return wanted === undefined ? rest : [wanted, ...rest.slice(1)]
  }
  const named = LEVEL_ROLES.filter((name) => choice[name] !== undefined)
  const levels =
    named.length === 0
      ? plan.levels.filter((column) => !chosen.has(column))
      : LEVEL_ROLES.map((name) => choice[name]).filter((column) => typeof column === 'number')
  const levelRoles: Record<number, ColumnRole> = {}
  for (const name of named) {
    const column = choice[name]
    if (typeof column === 'number') levelRoles[column] = name
  }
  return {
    ...plan,
    number: role('number', plan.number),
    levels,
    title: role('title', plan.title),
    content: role('content', plan.content),
    rule: role('rule', plan.rule),
    moreRules: plan.moreRules.filter((column) => !chosen.has(column)),
    points: role('points', plan.points),
    levelPoints: plan.levelPoints.filter(({ column, level }) => !chosen.has(column) && level < levels.length),
    methods: list('methods', plan.methods),
    units: list('units', plan.units),
    papers: role('papers', plan.papers),
    remark: role('remark', plan.remark),
    score: list('score', plan.score),
    reason: list('reason', plan.reason),
    levelRoles,
  }
}
