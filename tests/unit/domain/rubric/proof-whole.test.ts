import { describe, expect, test } from 'vitest'
import { readBuiltinRubric } from '../../../../electron/custody/builtin-rubric'
import { points } from '../../../../shared/domain/points'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import { DIAGNOSTIC_CODES } from '../../../../shared/domain/rubric/diagnostic'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import {
  allItems,
  type Group,
  type Guarantee,
  type Item,
  type Rubric,
} from '../../../../shared/domain/rubric/rubric'
import { changeAt } from './mutations'
import { sampleCategory, sampleItem, sampleRubric, whole } from './sample-item'

const found = (rubric: Rubric): string[] =>
  proveRubric(rubric).map(({ level, code, place, detail }) => `${level} ${place} ${code} ${detail}`.trim())

const second = sampleItem({ id: 'x-002', code: '1.2' })
/** A standard of one category of 4 points: 1.1 and 1.2, 2 points each. */
const pair = (overrides: Partial<Rubric> = {}, children: (Group | Item)[] = [sampleItem(), second]) =>
  sampleRubric({ categories: [sampleCategory({ points: whole(4), children })], ...overrides })

describe('the head', () => {
  const rounding = sampleRubric().rounding
  const step = { mode: 'half-up', step: points(10) } as const
  test.each<[string, Partial<Rubric>]>([
    [
      'warning  grade-unreachable 优 106',
      {
        grades: [
          { name: '优', from: whole(106) },
          { name: '劣', from: points(0) },
        ],
      },
    ],
    ['error  number-not-whole 0.5', { bonusCap: 0.5 as Rubric['bonusCap'] }],
    [
      'error  rounding-step group',
      { rounding: { ...rounding, group: { ...step, step: points(0) } }, exclusionScope: 'group' },
    ],
    ['error  cap-negative', { bonusCap: points(-1) }],
    ['warning  scope-without-effect rounding.group', { rounding: { ...rounding, group: step } }],
    ['warning  scope-without-effect exclusionScope group', { exclusionScope: 'group' }],
  ])('%s', (wanted, overrides) => expect(found(pair(overrides))).toContain(wanted))

  test('a scope of exclusion is for items that may be excluded', () => {
    const group: Group = {
      id: 'g',
      code: '1.9',
      title: '组',
      points: whole(4),
      children: [sampleItem(), second],
    }
    const fixed = [sampleItem({ exclusion: 'full-marks' }), { ...second, exclusion: 'leave-out' } as const]
    expect(found(pair({ exclusionScope: 'group' }, [group]))).toEqual([])
    expect(found(pair({ exclusionScope: 'total' }))).toEqual([])
    expect(found(pair({ exclusionScope: 'total' }, fixed))).toEqual([
      'warning  scope-without-effect exclusionScope total',
    ])
  })

  test('what would leave the range without a certain end is refused', () => {
    const beyond = {
      id: 'o',
      text: '扣满后追加扣1分',
      form: 'overflow',
      mode: 'add',
      points: whole(1),
    } as const
    const extra = (form: 'bonus' | 'penalty') =>
      ({ id: 'x', text: '另加1分', form, unit: '次', pointsPerUnit: whole(1), cap: whole(1) }) as const
    const withClause = (clause: Item['clauses'][number], exclusion: Item['exclusion']) =>
      sampleItem({ exclusion, clauses: [...sampleItem().clauses, clause] })
    const codes = (item: Item, exclusionScope: 'category' | 'total') =>
      found(pair({ exclusionScope }, [item, second])).filter((line) => /overflow-with|extra-in/.test(line))
    const refused = (code: string, clause: string, exclusion: string) => [
      `error 1.1/${clause} ${code} ${exclusion}`,
    ]
    expect(codes(withClause(beyond, 'not-allowed'), 'category')).toEqual([])
    expect(codes(withClause(beyond, 'not-allowed'), 'total')).toEqual(
      refused('overflow-with-exclusion', 'o', 'not-allowed'),
    )
    for (const scope of ['category', 'total'] as const) {
      for (const exclusion of ['normalise', 'leave-out'] as const) {
        expect(codes(withClause(extra('penalty'), exclusion), scope)).toEqual(
          refused('extra-in-excludable-item', 'x', exclusion),
        )
      }
      for (const exclusion of ['full-marks', 'not-allowed'] as const)
        expect(codes(withClause(extra('penalty'), exclusion), scope)).toEqual([])
      expect(codes(withClause(extra('bonus'), 'leave-out'), scope)).toEqual([])
    }
    expect(codes(withClause(extra('bonus'), 'normalise'), 'category')).toEqual([])
    expect(codes(withClause(extra('bonus'), 'normalise'), 'total')).toEqual(
      refused('extra-in-excludable-item', 'x', 'normalise'),
    )
  })

  test('bonuses and penalties fit under the caps of the standard', () => {
    const extra = (kind: 'bonus' | 'penalty', clause: object) =>
      sampleItem({
        id: 'x-003',
        code: '1.3',
        kind,
        points: points(0),
        clauses: [{ id: 'a', text: '…', form: kind, unit: '次', ...clause } as Clause],
      })
    const of = (item: Item) => found(pair({}, [sampleItem(), second, item]))
    expect(of(extra('bonus', { pointsPerUnit: 1000, cap: 5000 }))).toEqual([])
    expect(of(extra('bonus', { pointsPerUnit: 1000, cap: 6000 }))).toEqual([
      'warning 1.3/a extra-above-cap 6 > 5',
    ])
    expect(of(extra('penalty', { pointsPerUnit: 11_000 }))).toEqual(['warning 1.3/a extra-above-cap 11 > 10'])
    expect(of(extra('penalty', { pointsPerUnit: 3000, cap: 2000 }))).toEqual([
      'error 1.3/a rate-above-cap 3 > 2',
    ])
  })

  test('a veto on a category that has no points does nothing', () => {
    const veto = sampleItem({
      kind: 'veto',
      points: points(0),
      clauses: [{ id: 'a', text: '…', form: 'veto', scope: 'category' }],
    })
    const of = (size: number, children: Item[]) =>
      found(sampleRubric({ categories: [sampleCategory({ points: whole(size), children })] }))
    expect(of(0, [veto])).toEqual(['error 1.1/a veto-without-effect its category has no points'])
    expect(of(2, [second, veto])).toEqual([])
  })
})

describe('problems that another item counts too', () => {
  const counting = (item: Item): Item => ({
    ...item,
    clauses: item.clauses.map((c) => ({ ...c, problem: '占道' })),
  })
  test('are named by two clauses at least', () => {
    expect(found(pair({}, [counting(sampleItem()), second]))).toEqual(['warning 1.1/a problem-alone 占道'])
    expect(found(pair({}, [counting(sampleItem()), counting(second)]))).toEqual([])
  })
})

describe('kinds of subject', () => {
  const kinds = { subjectKinds: ['甲', '乙'] }
  const only = (item: Item, ...onlyFor: string[]): Item => ({ ...item, onlyFor })
  const third = sampleItem({ id: 'x-003', code: '1.3' })

  test('children add up for every kind', () => {
    expect(found(pair(kinds, [sampleItem(), only(second, '甲'), only(third, '乙')]))).toEqual([])
  })

  test('where they do for one kind only, the other is warned of', () => {
    expect(found(pair(kinds, [sampleItem(), only(second, '甲')]))).toEqual([
      'warning 1 points-sum-for-kind 乙: 2, printed 4',
    ])
  })

  test('where they do for none, it is an error', () => {
    expect(found(pair(kinds, [only(second, '甲'), only(third, '乙')]))).toEqual([
      'error 1 points-sum 甲 2, 乙 2, printed 4',
    ])
  })

  test('without a list of kinds, the named ones are all there are, and unknown', () => {
    expect(found(pair({}, [sampleItem(), only(second, '甲')]))).toEqual(['warning 1.2 kind-unknown 甲'])
  })

  test('what is in a group is held against the kinds that have it', () => {
    const nested = (kind: string): Group => ({
      id: `g${kind}`,
      code: `1.${kind}`,
      title: '组',
      points: whole(2),
      children: [only(kind === '甲' ? second : third, kind)],
      onlyFor: [kind],
    })
    expect(found(pair(kinds, [sampleItem(), nested('甲'), nested('乙')]))).toEqual([])
    const stray = { ...nested('甲'), children: [only(second, '乙')] }
    expect(found(pair(kinds, [sampleItem(), stray, nested('乙')]))).toEqual([
      'error 1.甲 points-sum 甲 0, printed 2',
    ])
  })

  test('a group may be for some kinds too; one for nobody is refused', () => {
    const group = (onlyFor: string[]): Group => ({
      id: 'g',
      code: '1.9',
      title: '组',
      points: whole(2),
      children: [second],
      onlyFor,
    })
    expect(found(pair(kinds, [sampleItem(), group(['甲', '乙'])]))).toEqual([])
    expect(found(pair(kinds, [sampleItem(), group(['丙'])]))).toContain('warning 1.9 kind-unknown 丙')
    expect(found(pair(kinds, [sampleItem(), group([])]))).toContain('error 1.9 kinds-empty onlyFor')
    expect(found(pair(kinds, [sampleItem(), only(second)]))).toContain('error 1.2 kinds-empty onlyFor')
  })
})

describe('guarantees', () => {
  const guarantee = (overrides: Partial<Guarantee>): Guarantee => ({
    id: 'b1',
    text: '保证项得0分的，总分不计',
    items: ['x-001', 'x-002'],
    anyAtZero: true,
    zeroes: { scope: 'total' },
    ...overrides,
  })
  const of = (...list: Partial<Guarantee>[]) => found(pair({ guarantees: list.map(guarantee) }))

  test('name items that there are, and can be kept', () => {
    expect(of({}, { id: 'b2', below: whole(4), zeroes: { scope: 'category', category: 'x' } })).toEqual([])
  })

  test.each<[string, Partial<Guarantee>]>([
    ['error /b1 guarantee-empty', { items: [] }],
    ['error /b1 guarantee-without-test', { anyAtZero: false }],
    ['error /b1 guarantee-item-unknown x-009', { items: ['x-009'] }],
    ['error /b1 guarantee-item-twice', { items: ['x-001', 'x-001'] }],
    ['error /b1 guarantee-always-broken 4.001 > 4', { below: points(4001) }],
    ['error /b1 size-not-positive 0', { below: points(0) }],
    ['error /b1 number-not-whole 0.5', { below: 0.5 as Guarantee['below'] & number }],
    ['error /b1 guarantee-category-unknown y', { zeroes: { scope: 'category', category: 'y' } }],
    ['error /b1 text-empty text', { text: '' }],
  ])('%s', (wanted, overrides) => expect(of(overrides)).toContain(wanted))

  test('have ids of their own', () => expect(of({}, {})).toEqual(['error /b1 guarantee-id-twice b1']))

  test('of a category hold its own items, which have points', () => {
    const bonus = sampleItem({
      id: 'x-003',
      code: '1.3',
      kind: 'bonus',
      points: points(0),
      clauses: [{ id: 'a', form: 'bonus', text: '加', unit: '次', pointsPerUnit: whole(1), cap: whole(2) }],
    })
    const other = sampleCategory({
      id: 'y',
      code: '2',
      weight: 4000,
      children: [sampleItem({ id: 'y-001', code: '2.1' })],
    })
    const first = sampleCategory({ points: whole(4), weight: 6000, children: [sampleItem(), second, bonus] })
    const guarantees = [
      guarantee({ items: ['y-001', 'x-003'], zeroes: { scope: 'category', category: 'x' } }),
    ]
    expect(found(sampleRubric({ categories: [first, other], guarantees }))).toEqual([
      'error /b1 guarantee-item-elsewhere 2.1',
      'error /b1 guarantee-item-without-points 1.3',
    ])
  })

  test('that a kind of subject can never keep are warned of', () => {
    const only = (item: Item, kind: string): Item => ({ ...item, onlyFor: [kind] })
    const third = sampleItem({ id: 'x-003', code: '1.3' })
    const children = [sampleItem(), only(second, '甲'), only(third, '乙')]
    const rubric = pair(
      { subjectKinds: ['甲', '乙'], guarantees: [guarantee({ below: whole(3) })] },
      children,
    )
    expect(found(rubric)).toEqual(['warning /b1 guarantee-always-broken 乙: 3 > 2'])
  })
})

describe('a tree that is none', () => {
  const group = (id: string, children: (Group | Item)[]): Group => ({
    id,
    code: id,
    title: '组',
    points: whole(2),
    children,
  })

  test('one that contains itself', () => {
    const children: (Group | Item)[] = [sampleItem()]
    children.push(group('g', [group('h', children)]))
    const inner = group('g', [])
    ;(inner.children as (Group | Item)[]).push(sampleItem(), inner)
    expect(found(pair({}, [inner]))).toEqual(['error g tree-cycle 组'])
    expect(found(pair({}, children)).at(-1)).toContain('tree-cycle')
  })

  test('one whose group has the id of a group around it', () => {
    expect(found(pair({}, [group('g', [group('g', [sampleItem()])])]))).toEqual(['error g tree-cycle 组'])
  })

  // One that ran away would not end before the test's own limit.
  test('a hundred thousand nodes, more, and lists that branch without end are answered', () => {
    const items = Array.from({ length: 99_998 }, (_, at) => sampleItem({ id: `i${at}`, code: `1.${at}` }))
    const wide: Group[] = []
    for (let at = 0; at < 1000; at += 1) wide.push(group(`w${at}`, wide))
    expect(found(pair({}, [group('g', items)]))).toHaveLength(2)
    expect(found(pair({}, [...items, ...items]))).toEqual(['error 1.0 tree-too-large 100000'])
    expect(found(pair({}, wide)).at(-1)).toMatch(/tree-/)
  }, 30_000)
})

test('no number anywhere in a standard makes the proof throw, and one that is not whole is found', () => {
  const { guarantees: _, ...rubric } = readBuiltinRubric('resources')
  const notWhole = [Number.NaN, 0.5, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER]
  let tried = 0
  // One item of each make-up.
  const makeUp = ({ clauses }: Item) => clauses.map(({ form }) => form).join()
  const items = new Map(allItems(rubric).map((item) => [makeUp(item), item]))
  for (const item of items.values()) {
    for (const path of numbersIn(item, [])) {
      for (const value of [...notWhole, -1, 0]) {
        const changed = changeAt(item, path, value) as Item
        const category = sampleCategory({ points: item.points, children: [changed] })
        const codes = proveRubric({ ...rubric, categories: [category] }).map(({ code }) => code)
        if (notWhole.includes(value))
          expect(codes, `${item.code} ${path.join('.')}`).toContain('number-not-whole')
        tried += 1
      }
    }
  }
  expect(tried).toBeGreaterThan(2000)
}, 60_000)

test('codes are listed once each', () => expect(new Set(DIAGNOSTIC_CODES).size).toBe(DIAGNOSTIC_CODES.length))

function numbersIn(value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => numbersIn(member, [...path, key]))
}
