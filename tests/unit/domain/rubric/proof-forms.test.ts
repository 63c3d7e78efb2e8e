import { describe, expect, test } from 'vitest'
import { type Points, points } from '../../../../shared/domain/points'
import type { Clause } from '../../../../shared/domain/rubric/clause'
import type { Diagnostic } from '../../../../shared/domain/rubric/diagnostic'
import { proveRubric } from '../../../../shared/domain/rubric/proof'
import type { Item } from '../../../../shared/domain/rubric/rubric'
import { sampleCategory, sampleItem, sampleRubric, whole } from './sample-item'

/** 'level code detail' of everything that is found of one item of 2 points. */
const found = (overrides: Partial<Item>): string[] => {
  const rubric = sampleRubric({ categories: [sampleCategory({ children: [sampleItem(overrides)] })] })
  return proveRubric(rubric).map(tell)
}
const tell = ({ level, code, detail }: Diagnostic): string => `${level} ${code} ${detail}`.trim()
/** A clause, and one beside it that can take all of the item: reach is not what is tested. */
const withClause = (clause: object): string[] =>
  found({ clauses: [...sampleItem().clauses, { id: 'b', text: '…', ...clause } as Clause] })

const measure = { label: '率', unit: '%' }
const deduct = (amount: number) => ({ effect: 'deduct', points: points(amount) }) as const
const zone = (id: string, limit: number) => ({ id, label: id, limit })
const zones = (...list: object[]) => ({
  form: 'zone-limit',
  measure: { label: '废弃物', unit: '处' },
  zones: list,
  direction: 'above',
  per: 1000,
  pointsPerUnit: 200,
  partial: 'exact',
})
const escalation = (prices: readonly number[], factors: readonly number[], more: object = {}) => ({
  form: 'escalation',
  unit: '处',
  finders: prices.map((price, at) => ({ id: `f${at}`, label: `发现${at}`, points: price })),
  repeats: factors.map((factor, at) => ({ label: `第${at}次`, factor })),
  ...more,
})
const step = (to: number | undefined, cost: number, id = `r${to}`) => ({
  id,
  label: id,
  ...(to === undefined ? {} : { to }),
  outcome: deduct(cost),
})
const rank = (...steps: object[]) => ({ form: 'rank', measure, first: 'highest', steps })
const tiers = (...list: readonly (readonly [min: number | undefined, cost: number])[]) => ({
  kind: 'tiers',
  tiers: list.map(([min, cost], at) => ({
    id: `t${at}`,
    label: `${min}`,
    ...(min === undefined ? {} : { min }),
    outcome: deduct(cost),
  })),
})
const rate = (rule: object, samples: readonly object[] = [{ from: 0, atLeast: 5 }]) => ({
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples,
  rule,
})
const shortfall = (more: object = {}) => ({
  kind: 'shortfall',
  from: 95_000,
  per: 1000,
  pointsPerUnit: 200,
  partial: 'exact',
  ...more,
})
const flat = { form: 'all-or-nothing', deduct: 500 }
const bySubject = (cases: readonly object[], otherwise: object = flat, more: object = {}) => ({
  form: 'by-subject',
  cases,
  otherwise,
  ...more,
})
const goodTiers = tiers([95_000, 500], [undefined, 1000])

describe('forms that look beyond one number', () => {
  test.each<[string, object]>([
    ['zones', zones(zone('主干道', 2000), zone('背街小巷', 0))],
    ['escalation', escalation([200, 500], [1000, 2000, 2000], { cap: 2000 })],
    ['ranks', rank(step(3, 500), step(10, 1000), step(undefined, 2000))],
    ['rate in tiers', rate(goodTiers, [{ from: 1, atLeast: 5 }])],
    ['rate by its shortfall', rate(shortfall({ cap: 1000 }))],
    ['rate short of all', rate(shortfall({ from: 100_000 }))],
    ['tiers from all', rate(tiers([100_000, 500], [1, 1000], [undefined, 1500]))],
    [
      'samples that stay as many',
      rate(goodTiers, [
        { from: 0, atLeast: 5 },
        { from: 30, atLeast: 5 },
        { from: 60, atLeast: 9 },
      ]),
    ],
    ['rate in proportion', rate({ kind: 'proportional', base: 2000 })],
    ['a step that costs nothing', rank(step(3, 0), step(undefined, 2000))],
    [
      'a band of nothing',
      { form: 'judgement', effect: 'gain', bands: [{ id: 'a', label: '差', min: 0, max: 0 }] },
    ],
    ['aggregate', { form: 'all-or-nothing', deduct: 500, aggregate: 'mean' }],
  ])('sound: %s', (_, clause) => expect(withClause(clause)).toEqual([]))

  test.each<[string, object]>([
    ['error empty-list zones', zones()],
    ['error id-twice-in-clause', zones(zone('主干道', 1000), zone('主干道', 2000))],
    ['error bound-out-of-range -1', zones(zone('主干道', -1000))],
    ['error count-not-positive 0', { ...zones(zone('主干道', 1000)), per: 0 }],
    ['error rate-above-cap 0.2 > 0.1', { ...zones(zone('主干道', 1000)), cap: 100 }],
    ['error size-above-item 2.1 > 2', { ...zones(zone('主干道', 1000)), cap: 2100 }],
    ['error empty-list finders', escalation([], [1000])],
    ['error empty-list repeats', escalation([200], [])],
    ['error factors-falling 2 1', escalation([200], [2000, 1000])],
    ['error count-not-positive 0', escalation([200], [0])],
    ['error inexact-factor 0.05 × 1.25', escalation([50], [1000, 1250])],
    ['error rate-above-cap 0.5 > 0.3', escalation([200, 500], [1000], { cap: 300 })],
    ['error size-above-item 3 > 2', escalation([3000], [1000])],
    ['error empty-list steps', rank()],
    ['error ranks-leave-out > 10', rank(step(3, 500), step(10, 1000))],
    ['error ranks-unordered r3', rank(step(10, 500), step(3, 1000), step(undefined, 2000))],
    ['error ranks-unordered r0', rank(step(0, 500), step(undefined, 2000))],
    ['error ranks-unordered x', rank(step(undefined, 500, 'x'), step(undefined, 2000))],
    ['error id-twice-in-clause', rank(step(3, 500, 'x'), step(undefined, 2000, 'x'))],
    ['warning outcomes-unordered 1 0.5', rank(step(3, 1000), step(undefined, 500))],
    ['error size-not-positive -0.5', rank(step(3, -500), step(undefined, 2000))],
    ['error size-not-positive 0', { form: 'all-or-nothing', deduct: 0 }],
    ['error empty-list samples', rate(goodTiers, [])],
    ['error count-not-positive 0', rate(goodTiers, [{ from: 0, atLeast: 0 }])],
    [
      'error samples-unordered 0 0',
      rate(goodTiers, [
        { from: 0, atLeast: 5 },
        { from: 0, atLeast: 9 },
      ]),
    ],
    [
      'error samples-unordered 0 30',
      rate(goodTiers, [
        { from: 0, atLeast: 5 },
        { from: 30, atLeast: 4 },
      ]),
    ],
    ['warning samples-leave-out < 30', rate(goodTiers, [{ from: 30, atLeast: 5 }])],
    ['error empty-list tiers', rate(tiers())],
    ['error pass-rates-leave-out < 80%', rate(tiers([95_000, 500], [80_000, 1000]))],
    ['error pass-rates-unordered t1', rate(tiers([80_000, 500], [95_000, 1000], [undefined, 1500]))],
    ['error pass-rates-unordered t1', rate(tiers([80_000, 500], [80_000, 1000], [undefined, 1500]))],
    ['error bound-out-of-range 0', rate(tiers([0, 500], [undefined, 1000]))],
    ['error ranks-unordered r3', rank(step(3, 500, 'a'), step(3, 1000), step(undefined, 2000))],
    ['error pass-rates-unordered t0', rate(tiers([undefined, 500], [undefined, 1000]))],
    ['error bound-out-of-range 101', rate(tiers([101_000, 500], [undefined, 1000]))],
    ['warning outcomes-unordered 1 0.5', rate(tiers([95_000, 1000], [undefined, 500]))],
    ['error bound-out-of-range 0', rate(shortfall({ from: 0 }))],
    ['error bound-out-of-range 101', rate(shortfall({ from: 101_000 }))],
    ['error count-not-positive 0', rate(shortfall({ per: 0 }))],
    ['error rate-above-cap 0.2 > 0.1', rate(shortfall({ cap: 100 }))],
    ['error worth-above-item 2.5 > 2', rate({ kind: 'proportional', base: 2500 })],
    ['error aggregate-unfit pass-rate', { ...rate(goodTiers), aggregate: 'mean' }],
    ['error bound-out-of-range -1', linear({ from: -1000 })],
    ['error severities-with-count 2', severities({ per: 2 })],
    ['error severities-with-count 1', severities({ allowance: 1 })],
    ['error normalised-alone', { form: 'additive', isNormalised: true, parts: [part('a', 500)] }],
    ['error number-not-whole all-or-nothing', { form: 'all-or-nothing', deduct: 0.5 }],
    ['error number-not-whole all-or-nothing', { form: 'all-or-nothing', deduct: Number.NaN }],
    ['error text-empty problem', { ...flat, problem: ' ' }],
    ['warning problem-alone 占道经营', { ...flat, problem: '占道经营' }],
    ['error veto-without-effect 合格', { form: 'veto', scope: 'grade', grade: '合格' }],
    [
      'warning outcomes-unordered 1 2 0.5',
      {
        form: 'tier',
        measure,
        tiers: [
          { id: 'a', label: 'a', max: 10, outcome: deduct(1000) },
          { id: 'b', label: 'b', min: 10, max: 20, outcome: deduct(2000) },
          { id: 'c', label: 'c', min: 20, outcome: deduct(500) },
        ],
      },
    ],
  ])('%s', (wanted, clause) => expect(withClause(clause)).toContain(wanted))

  test('an aggregate is fit for the forms that one place can have', () => {
    expect(withClause({ ...zones(zone('主干道', 1000)), aggregate: 'worst' })).toEqual([])
  })
})

describe('a clause that differs by subject', () => {
  const cases = [{ kinds: ['甲'], rule: flat }]
  const unknown = ['warning kind-unknown 甲']
  test('is each of its rules', () => {
    expect(withClause(bySubject(cases))).toEqual(unknown)
    const dear = { form: 'all-or-nothing', deduct: 3000 }
    expect(withClause(bySubject([{ kinds: ['甲'], rule: dear }]))).toContain('error size-above-item 3 > 2')
    expect(withClause(bySubject(cases, dear))).toContain('error size-above-item 3 > 2')
  })

  test.each<[string, object]>([
    ['error empty-list cases', bySubject([])],
    ['error kinds-empty', bySubject([{ kinds: [], rule: flat }])],
    ['error kinds-overlap 甲', bySubject([...cases, { kinds: ['乙', '甲'], rule: flat }])],
    ['error aggregate-unfit by-subject', bySubject(cases, flat, { aggregate: 'sum' })],
    [
      'error aggregate-unfit pass-rate',
      bySubject([{ kinds: ['甲'], rule: { ...rate(goodTiers), aggregate: 'mean' } }]),
    ],
  ])('%s', (wanted, clause) => expect(withClause(clause)).toContain(wanted))

  test('what its clauses do together is held against the item for every kind', () => {
    const additive = (size: number) => ({ form: 'additive', parts: [part('a', size)] })
    const clauses = (own: object) => [
      { id: 'a', text: '…', ...bySubject([{ kinds: ['甲'], rule: own }], additive(2000)) } as Clause,
    ]
    expect(found({ clauses: clauses(additive(2000)) })).toEqual(unknown)
    expect(found({ clauses: clauses(additive(1500)) })).toContain('error parts-sum 1.5, item 2')
    const dear = { form: 'all-or-nothing', deduct: 2000 }
    const either = [
      { kinds: ['甲'], rule: dear },
      { kinds: ['乙', '丙'], rule: flat },
    ]
    const two = [{ id: 'a', text: '…', ...bySubject(either, dear) } as Clause]
    expect(found({ clauses: two }).filter((one) => one.includes('reach-short'))).toEqual([
      'warning reach-short clauses can take 0.5 of 2',
    ])
    expect(found({ clauses: clauses(flat) })).toContain('warning reach-short clauses can take 0.5 of 2')
  })
})

describe('what the clauses of an item share', () => {
  const [first] = sampleItem().clauses
  if (first === undefined) throw new Error('no clause')
  const clauses: Clause[] = [first, { ...first, id: 'b' }]
  const capped = (...sharedCaps: readonly (readonly [ids: string, cap: number])[]) =>
    found({
      clauses,
      sharedCaps: sharedCaps.map(([ids, cap]) => ({ clauses: ids.split(' '), cap: cap as Points })),
    })

  test('a cap over two clauses that could take more is sound', () => {
    expect(capped(['a b', 2000])).toEqual([])
  })

  test.each<[string, readonly (readonly [string, number])[]]>([
    ['error shared-cap-unknown c', [['a c', 2000]]],
    ['error shared-cap-alone a', [['a', 2000]]],
    ['error shared-cap-alone a a', [['a a', 2000]]],
    [
      'error shared-cap-overlap b',
      [
        ['a b', 2000],
        ['b c', 1000],
      ],
    ],
    ['error size-not-positive 0', [['a b', 0]]],
    ['error size-above-item 3 > 2', [['a b', 3000]]],
    ['warning reach-short clauses can take 1 of 2', [['a b', 1000]]],
  ])('%s', (wanted, caps) => expect(capped(...caps)).toContain(wanted))

  test('a cap is whole, and outside of normal items no more than a number', () => {
    expect(capped(['a b', 0.5])).toEqual(['error number-not-whole 0.5'])
    const free = {
      kind: 'veto',
      points: points(0),
      clauses: [{ id: 'a', text: '…', form: 'veto', scope: 'category' }],
    }
    const sharedCaps = [{ clauses: ['a', 'b'], cap: whole(1) }]
    expect(found({ ...(free as Partial<Item>), sharedCaps })).not.toContain('error size-above-item 1 > 0')
  })

  test('four fifths of the points are enough', () => {
    const most = (cap: number) => found({ clauses: [{ ...first, cap: points(cap) } as Clause] })
    expect(most(1600)).toEqual([])
    expect(most(1599)).toEqual(['warning reach-short clauses can take 1.599 of 2'])
  })

  test('parts beside another clause need not make up the item', () => {
    const additive = { id: 'b', text: '…', form: 'additive', parts: [part('x', 1000)] } as Clause
    expect(found({ clauses: [first, additive] })).toEqual([])
    expect(found({ clauses: [additive] })).toContain('error parts-sum 1, item 2')
  })

  test('a cap that can never bite says nothing', () => {
    const half = { ...first, cap: whole(1) } as Clause
    const sharedCaps = [{ clauses: ['a', 'b'], cap: whole(2) }]
    expect(found({ clauses: [half, { ...half, id: 'b' }], sharedCaps })).toEqual([
      'warning shared-cap-idle 2 ≥ 2',
    ])
  })

  const beyond = (mode: string, id = 'z') =>
    ({ id, text: '…', form: 'overflow', mode, points: whole(1) }) as Clause
  test('a deduction beyond the item needs clauses that take all of it, once', () => {
    const open = { ...first, cap: undefined } as unknown as Clause & { cap?: undefined }
    const { cap: _cap, ...uncapped } = open
    expect(found({ clauses: [uncapped as Clause, beyond('continue')] })).toEqual([])
    expect(found({ clauses: [first, beyond('add')] })).toEqual([])
    expect(found({ clauses: [first, beyond('continue')] })).toEqual(['warning overflow-unreachable 2 of 2'])
    const half = { ...first, cap: points(1900) } as Clause
    expect(found({ clauses: [half, beyond('add')] })).toEqual(['warning overflow-unreachable 1.9 of 2'])
    expect(found({ clauses: [first, beyond('add'), beyond('continue', 'y')] })).toContain(
      'error overflow-twice z y',
    )
    expect(found({ clauses: [first, { ...beyond('add'), points: points(0) } as Clause] })).toContain(
      'error size-not-positive 0',
    )
  })

  test('what goes on past the item raises what a clause may take', () => {
    const dear = { ...first, cap: whole(3) } as Clause
    expect(found({ clauses: [dear] })).toEqual(['error size-above-item 3 > 2'])
    expect(found({ clauses: [dear, beyond('continue')] })).toEqual([])
    expect(found({ clauses: [dear, beyond('add')] })).toContain('error size-above-item 3 > 2')
  })

  test('it stands in a normal item only', () => {
    const item = { kind: 'veto', points: points(0), clauses: [beyond('add')] } as const
    expect(found(item)).toContain('error clause-in-wrong-kind overflow in a veto item')
  })
})

test('how it is checked and which papers it needs is advice', () => {
  expect(found({ methods: [] })).toEqual(['warning no-methods 示例小项'])
  expect(found({ methods: ['资料'] })).toEqual(['warning papers-missing 示例小项'])
  expect(found({ methods: ['资料'], papers: ['台账'] })).toEqual([])
})

describe('who answers for lost points', () => {
  const units = { lead: ['城市管理局'], support: ['街道办事处'] }
  const shares = (...lossShares: { unit: string; parts: number }[]) => found({ units, lossShares })
  const office = { unit: '城市管理局', parts: 2 }
  test('2:8 between the units of the item', () => {
    expect(shares(office, { unit: '街道办事处', parts: 8 })).toEqual([])
  })
  test.each<[string, { unit: string; parts: number }[]]>([
    ['error loss-shares-empty', []],
    ['error loss-share-twice 城市管理局', [office, office]],
    ['error count-not-positive 0', [{ ...office, parts: 0 }]],
    ['error number-not-whole 0.5', [{ ...office, parts: 0.5 }]],
    ['warning loss-share-unit-unknown 财政局', [office, { unit: '财政局', parts: 1 }]],
  ])('%s', (wanted, list) => expect(shares(...list)).toContain(wanted))
})

function linear(more: object) {
  const base = { from: 95_000, direction: 'below', per: 1000, pointsPerUnit: 100, partial: 'exact' }
  return { form: 'linear', measure, ...base, ...more }
}

function severities(more: object) {
  return { form: 'per-occurrence', unit: '处', severities: [part('a', 500)], ...more }
}

function part(id: string, size: number) {
  return { id, label: id, points: points(size) }
}
