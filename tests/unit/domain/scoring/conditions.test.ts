import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { BySubject } from '../../../../shared/domain/rubric/clause'
import { allItems, type Guarantee, type Item } from '../../../../shared/domain/rubric/rubric'
import { clauseFor, kindsOf, rubricFor } from '../../../../shared/domain/rubric/rubric-for'
import { isMarkFor } from '../../../../shared/domain/scoring/forms'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { decide } from '../../../../shared/domain/sheet/decide'
import type { ItemMark } from '../../../../shared/domain/sheet/mark'
import { headerOf, NEW, write } from '../sheet/journal'
import { m, n, rate, v } from './check-form'
import { CLEAR, categoryOf, clauseOf, itemOf, rubricOf, scored } from './small-standard'

const CITY = { league: '省辖市' }
const COUNTY = { league: '扩权县' }
const HILLS = { league: '省直管县', kinds: ['山区'] }

const rates = {
  form: 'by-subject',
  problem: '绿化',
  cases: [
    {
      kinds: ['扩权县', '山区'],
      rule: {
        form: 'threshold',
        measure: rate,
        thresholds: [{ cmp: '<', value: m(90_000), outcome: { effect: 'zero' } }],
      },
    },
    { kinds: ['山区', '省直管县'], rule: { form: 'all-or-nothing', deduct: 'all' } },
  ],
  otherwise: {
    form: 'threshold',
    measure: rate,
    thresholds: [{ cmp: '<', value: m(95_000), outcome: { effect: 'zero' } }],
  },
} as const
const each = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(1_000) } as const
const item = (id: string, more: Partial<Item> = {}) => itemOf(id, 10_000, [each], more)

const standard = rubricOf([
  categoryOf('x', 5_000, [
    itemOf('x1', 10_000, [rates]),
    item('x2', { onlyFor: ['省辖市'] }),
    {
      id: 'g',
      code: 'g',
      title: 'g',
      points: points(20_000),
      onlyFor: ['山区', '省辖市'],
      children: [item('g1'), item('g2', { onlyFor: ['山区'] })],
    },
  ]),
  categoryOf('y', 5_000, [item('y1')]),
])
const ids = (rubric: typeof standard) => allItems(rubric).map(({ id }) => id)

describe('rubricFor', () => {
  it.each<[what: string, subject: Parameters<typeof rubricFor>[1], items: readonly string[]]>([
    ['a city', CITY, ['x1', 'x2', 'g1', 'y1']],
    ['a county', COUNTY, ['x1', 'y1']],
    ['a county in the hills', HILLS, ['x1', 'g1', 'g2', 'y1']],
    ['no subject: nothing is left out', null, ['x1', 'x2', 'g1', 'g2', 'y1']],
  ])('%s', (_what, subject, items) => {
    expect(ids(rubricFor(standard, subject))).toEqual(items)
  })

  it('is the same object for the same kinds, and the standard itself where nothing depends on them', () => {
    expect(rubricFor(standard, CITY)).toBe(rubricFor(standard, { league: '省辖市', kinds: [] }))
    expect(rubricFor(standard, CITY)).not.toBe(rubricFor(standard, COUNTY))
    expect(rubricFor(rubricFor(standard, CITY), CITY)).toBe(rubricFor(standard, CITY))
    const plain = rubricOf([categoryOf('x', 10_000, [item('x1')])])
    expect(rubricFor(plain, CITY)).toBe(plain)
    const nested = rubricOf([
      categoryOf('x', 10_000, [
        { id: 'g', code: 'g', title: '', points: points(10_000), children: [itemOf('x1', 10_000, [rates])] },
      ]),
    ])
    expect(rubricFor(nested, CITY)).not.toBe(nested)
    expect(allItems(rubricFor(nested, CITY))[0]?.clauses[0]?.form).toBe('threshold')
  })

  it('keeps items as they are where nothing in them depends on the subject', () => {
    expect(allItems(rubricFor(standard, COUNTY))[1]).toBe(allItems(standard)[4])
  })

  it('names a subject by its league and its kinds', () => {
    expect(kindsOf(CITY)).toEqual(['省辖市'])
    expect(kindsOf(HILLS)).toEqual(['省直管县', '山区'])
  })

  it('lowers a subtotal that is asked for by what the subject does not have', () => {
    const guarantee: Guarantee = {
      id: 'h',
      text: '',
      items: ['x1', 'x2'],
      anyAtZero: false,
      below: points(12_000),
      zeroes: { scope: 'total' },
    }
    const guarded = {
      ...standard,
      guarantees: [guarantee, { ...guarantee, id: 'k', anyAtZero: true, below: undefined }],
    }
    const { guarantees } = rubricFor(guarded as typeof standard, COUNTY)
    expect(guarantees?.map(({ items, below }) => [items, below])).toEqual([
      [['x1'], 2_000],
      [['x1'], undefined],
    ])
    expect(rubricFor(guarded as typeof standard, CITY).guarantees?.[0]).toMatchObject({
      items: ['x1', 'x2'],
      below: 12_000,
    })
  })
})

describe('clauseFor', () => {
  const clause = clauseOf(rates) as BySubject

  it.each<[what: string, kinds: readonly string[] | null, expected: object]>([
    [
      'no kind that a case names: otherwise',
      ['省辖市'],
      { form: 'threshold', thresholds: [{ value: 95_000 }] },
    ],
    ['no known kind: otherwise', null, { form: 'threshold', thresholds: [{ value: 95_000 }] }],
    ['a kind of the first case', ['扩权县'], { form: 'threshold', thresholds: [{ value: 90_000 }] }],
    ['a kind of the second', ['省直管县'], { form: 'all-or-nothing', deduct: 'all' }],
    [
      'of two cases that hold, the first',
      ['省直管县', '山区'],
      { form: 'threshold', thresholds: [{ value: 90_000 }] },
    ],
  ])('%s', (_what, kinds, expected) => {
    expect(clauseFor(clause, kinds)).toMatchObject({
      ...expected,
      id: 'a',
      text: '每发现一处扣分',
      problem: '绿化',
    })
  })

  it('puts places together as the rule of each case says', () => {
    const placed: BySubject = {
      ...clause,
      cases: [{ kinds: ['扩权县'], rule: { form: 'all-or-nothing', deduct: 'all', aggregate: 'worst' } }],
    }
    expect(clauseFor(placed, ['扩权县']).aggregate).toBe('worst')
    expect('aggregate' in clauseFor(placed, ['省辖市'])).toBe(false)
    const { problem: _problem, ...nameless } = clause
    expect('problem' in clauseFor(nameless, null)).toBe(false)
  })

  it('leaves any other clause alone', () => {
    const plain = clauseOf(each)
    expect(clauseFor(plain, ['扩权县'])).toBe(plain)
  })
})

describe('a sheet of a subject', () => {
  const sheet = (subject: typeof HILLS | typeof CITY, marks: Record<string, ItemMark>) => {
    const header = { ...headerOf(), subject: { id: 's', name: '某地', ...subject } }
    return scoreSheet(standard, { items: new Map(Object.entries(marks)), header })
  }

  it('counts only its own items, each by its own rule', () => {
    const marks = { x1: scored({ a: v(92_000) }), x2: CLEAR, g1: CLEAR, g2: CLEAR, y1: CLEAR }
    // City: x1 fails 95 %; 20 of 30 left of its items. Hills: x1 passes 90 %.
    expect(sheet(CITY, marks)).toMatchObject({ count: 4, checked: 4, low: 83_340 })
    expect(sheet(HILLS, marks)).toMatchObject({ count: 4, low: 100_000 })
    expect(sheet(COUNTY, marks)).toMatchObject({ count: 2, low: 100_000 })
    expect(scoreSheet(standard, { items: new Map() })).toMatchObject({ count: 5 })
  })

  it('takes only the marks of its own rule, on its own items', () => {
    const opened = (subject: typeof HILLS | typeof CITY) =>
      write(standard, NEW, {
        type: 'opened',
        header: { ...headerOf(), subject: { id: 's', name: '某地', ...subject } },
      })
    const flagged = {
      type: 'mark',
      item: 'x1',
      clause: 'a',
      mark: { value: { kind: 'flag' }, reason: '' },
    } as const
    const plainCounty = { league: '省直管县', kinds: ['平原'] }
    expect(decide(standard, opened(plainCounty).state, flagged).ok).toBe(true)
    expect(decide(standard, opened(CITY).state, flagged)).toEqual({ ok: false, code: 'mark-unfit' })
    expect(decide(standard, opened(COUNTY).state, { type: 'clear', item: 'x2' })).toEqual({
      ok: false,
      code: 'unknown-item',
    })
    expect(decide(standard, opened(CITY).state, { type: 'clear', item: 'x2' }).ok).toBe(true)
  })

  it('without a subject is marked by what holds otherwise', () => {
    expect(isMarkFor(clauseOf(rates), v(1))).toBe(true)
    expect(isMarkFor(clauseOf(rates), n(1))).toBe(false)
  })
})
