import { expect, test } from 'vitest'
import { readBuiltinRubric } from '../../../../electron/custody/builtin-rubric'
import { readBuiltinSubjects } from '../../../../electron/custody/builtin-subjects'
import { agreement } from '../../../../shared/domain/rubric/agreement'
import type { Clause, ClauseForm } from '../../../../shared/domain/rubric/clause'
import { proveDemonstration } from '../../../../shared/domain/rubric/demonstration-facts'
import { guaranteeAgreement } from '../../../../shared/domain/rubric/guarantee-agreement'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import { allItems, type Item, itemsOf } from '../../../../shared/domain/rubric/rubric'
import { rubricFor } from '../../../../shared/domain/rubric/rubric-for'
import { clauseSchema } from '../../../../shared/schema/clause-schema'

const rubric = readBuiltinRubric('resources')
const items = allItems(rubric)

test('the built-in standard is proved; what only a 省辖市 has is missing from the sums of the others, and said', () => {
  const found = [
    ...proveRubric(rubric),
    ...proveDemonstration(rubric),
    ...items.flatMap(agreement),
    ...guaranteeAgreement(rubric),
  ]
  expect(found).toEqual([
    {
      code: 'points-sum-for-kind',
      level: 'warning',
      place: '5.2.1',
      detail: '扩权县（市）、省直管县（市）: 11, printed 16',
    },
  ])
})

test('a 省辖市 has all 291 items, and the names of kinds are those of the shipped leagues', () => {
  const leagues = [...new Set(readBuiltinSubjects('resources').map(({ league }) => league))]
  expect(rubric.subjectKinds).toEqual(leagues)
  const counts = leagues.map((league) => allItems(rubricFor(rubric, { league })).length)
  expect(counts).toEqual([291, 289, 289])
})

test('ten categories, 291 items, weights of 100 %', () => {
  expect(rubric.categories.map(({ weight }) => weight)).toEqual([
    1000, 2000, 1000, 1500, 500, 1000, 500, 1000, 800, 700,
  ])
  expect(items).toHaveLength(291)
})

test('what is promised is checked: an item too few, a weight moved', () => {
  const [first, second, ...rest] = rubric.categories
  if (first === undefined || second === undefined) throw new Error('no categories')
  const fewer = { ...first, children: first.children.slice(1) }
  const moved = { ...second, weight: second.weight - 1 }
  const found = proveDemonstration({ ...rubric, categories: [fewer, moved, ...rest] }).map(({ code }) => code)
  expect(found).toEqual(['item-count', 'weight-promised'])
})

const clauses = items.flatMap((item) => item.clauses.map((clause) => ({ item, clause })))
const has = (test: (clause: Clause, item: Item) => boolean) => (): boolean =>
  clauses.some(({ clause, item }) => test(clause, item))
const hasForm = (...forms: readonly ClauseForm[]) => has(({ form }) => forms.includes(form))
const hasItem = (test: (item: Item) => boolean) => (): boolean => items.some(test)

/** The 22 rule forms found in real standards, and what shows that the standard uses each. */
const FORMS: readonly (readonly [form: string, isUsed: () => boolean])[] = [
  [
    '1 per occurrence, capped below the item',
    has((c, { points }) => c.form === 'per-occurrence' && (c.cap ?? points) < points),
  ],
  ['2 sized by severity', has((c) => c.form === 'per-occurrence' && c.severities !== undefined)],
  ...['处', '项', '次', '人次', '座', '辆'].map(
    (unit) => [`3 counted in ${unit}`, has((c) => c.form === 'per-occurrence' && c.unit === unit)] as const,
  ),
  ['4 all or nothing', has((c) => c.form === 'all-or-nothing' && c.deduct === 'all')],
  ['5 threshold', hasForm('threshold')],
  ['6 linear', hasForm('linear')],
  ['6 proportional', hasForm('proportional')],
  ['7 tiers by number', has((c) => c.form === 'tier' && c.measure !== undefined)],
  ['7 tiers by choice', has((c) => c.form === 'tier' && c.measure === undefined)],
  ['8 limits by zone', hasForm('zone-limit')],
  ...(['sum', 'mean', 'worst'] as const).map(
    (aggregate) => [`places: ${aggregate}`, has((c) => c.aggregate === aggregate)] as const,
  ),
  ['9 judgement', hasForm('judgement')],
  ['10 additive parts', hasForm('additive')],
  ['11 bonus', hasForm('bonus')],
  ['11 penalty', hasForm('penalty')],
  ['12 beyond the item, going on', has((c) => c.form === 'overflow' && c.mode === 'continue')],
  ['12 beyond the item, added', has((c) => c.form === 'overflow' && c.mode === 'add')],
  ['13 one problem, counted in two categories', hasProblemInTwoCategories],
  ['14 escalation by finder and repetition', hasForm('escalation')],
  ...(['item', 'category', 'grade'] as const).map(
    (scope) => [`15 veto on ${scope}`, has((c) => c.form === 'veto' && c.scope === scope)] as const,
  ),
  ['15 guarantee', () => (rubric.guarantees ?? []).length > 0],
  ['16 normalised parts of an item', has((c) => c.form === 'additive' && c.isNormalised === true)],
  ['16 normalised in its category', hasItem(({ exclusion }) => exclusion === 'normalise')],
  ['17 full marks', hasItem(({ exclusion }) => exclusion === 'full-marks')],
  ['17 left out', hasItem(({ exclusion }) => exclusion === 'leave-out')],
  ['18 lost points shared', hasItem(({ lossShares }) => lossShares !== undefined)],
  ['a cap shared by clauses', hasItem(({ sharedCaps }) => sharedCaps !== undefined)],
  ['19 rank among subjects', hasForm('rank')],
  ...(['tiers', 'shortfall'] as const).map(
    (kind) => [`20 pass rate: ${kind}`, has((c) => c.form === 'pass-rate' && c.rule.kind === kind)] as const,
  ),
  ['20 samples by population', has((c) => c.form === 'pass-rate' && c.samples.length > 1)],
  ['21 by subject', hasForm('by-subject')],
  ['22 only for some', hasItem(({ onlyFor, kind }) => onlyFor !== undefined && kind === 'normal')],
]

test.each(FORMS)('it uses %s', (_form, isUsed) => expect(isUsed()).toBe(true))

test('no form of clause is left out', () => {
  const forms = new Set(clauses.map(({ clause }) => clause.form))
  const known = clauseSchema.options.map(({ shape }) => shape.form.value)
  expect([...forms].sort()).toEqual([...known].sort())
})

function hasProblemInTwoCategories(): boolean {
  const places = rubric.categories.flatMap(({ code, children }) =>
    itemsOf({ children }).flatMap((item) =>
      item.clauses.flatMap(({ problem }) => (problem === undefined ? [] : [`${problem} ${code}`])),
    ),
  )
  const problems = [...new Set(places)].map((place) => place.split(' ')[0])
  return new Set(problems).size < problems.length
}

test('it says what it is: our own wording, not the official text', () => {
  expect(rubric.title).toBe('示范评分标准（按公开的十大类框架自编，非官方文本）')
  expect(rubric.notice).toMatch(/自编.*8%与7%.*假设/)
})

test('no two items say the same', () => {
  for (const key of ['title', 'content', 'rule'] as const) {
    expect(new Set(items.map((item) => item[key])).size, key).toBe(items.length)
  }
})
