import { expect, test } from 'vitest'
import { readBuiltinRubric } from '../../../../electron/custody/builtin-rubric'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { proveCategory } from '../../../../shared/domain/rubric/proof'
import { allItems, type Category, type Item } from '../../../../shared/domain/rubric/rubric'
import { changeAt, withClause } from './mutations'

const rubric = readBuiltinRubric('resources')
const grades = rubric.grades.map(({ name }) => name)

/** What else of a clause decides its arithmetic, and what each could wrongly be. */
const OPTIONS: Readonly<Record<string, readonly unknown[]>> = {
  cmp: ['<', '<=', '>', '>='],
  direction: ['below', 'above'],
  effect: ['deduct', 'gain', 'full', 'zero'],
  partial: ['exact', 'whole-steps', 'started-steps'],
  scope: ['item', 'category', 'grade'],
  deduct: ['all'],
  aggregate: ['sum', 'mean', 'worst'],
  mode: ['continue', 'add'],
  first: ['highest', 'lowest'],
  isNormalised: [false],
  unit: ['桶', '%', '天', '处'],
}

function changes(clause: Clause): { what: string; clause: Clause }[] {
  const walk = (value: unknown, path: readonly string[]): { what: string; clause: Clause }[] => {
    if (typeof value !== 'object' || value === null) {
      const key = path[path.length - 1] ?? ''
      const known =
        clause.form === 'judgement' && key === 'effect' ? ['deduct', 'gain'] : (OPTIONS[key] ?? [])
      const wrong = known.filter((option) => option !== value)
      return wrong.map((option) => ({
        what: `${path.join('.')}: ${value} → ${option}`,
        clause: changeAt(clause, path, option) as Clause,
      }))
    }
    return Object.entries(value).flatMap(([key, member]) => walk(member, [...path, key]))
  }
  return walk(clause, [])
}

function isAccepted(item: Item): boolean {
  if (agreement(item).length > 0) return false
  const alone: Category = { id: 'x', code: 'x', title: 'x', weight: 1, points: item.points, children: [item] }
  return proveCategory(alone, grades).every(({ level }) => level !== 'error')
}

test('changing a comparison, a direction, an effect, a scope, an order or a unit is found', () => {
  const all = allItems(rubric).flatMap((item) =>
    item.clauses.flatMap((clause, index) =>
      changes(clause).map(({ what, clause: changed }) => ({
        what: `${item.code}/${clause.id} ${what} ${clause.text}`,
        item: withClause(item, index, changed),
      })),
    ),
  )
  const missed = all.filter(({ item }) => isAccepted(item)).map(({ what }) => what)
  expect(missed).toEqual([])
  expect(all.length).toBeGreaterThan(1000)
})
