import { describe, expect, test } from 'vitest'
import { type Milli, points } from '../../../../shared/domain/points'
import type { Rubric } from '../../../../shared/domain/rubric/rubric'
import type { SheetEvent, StampedEvent } from '../../../../shared/domain/sheet/event'
import { type ItemMark, type MarkValue, UNTOUCHED } from '../../../../shared/domain/sheet/mark'
import { decisiveItems } from '../../../../shared/domain/what-if/decisive-items'
import { exclusionEffects } from '../../../../shared/domain/what-if/exclusion-effects'
import { marksBefore } from '../../../../shared/domain/what-if/marks-before'
import { oneMore } from '../../../../shared/domain/what-if/one-more'
import {
  type Bare,
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rounding,
  rubricOf,
  scored,
  sheetOf,
} from '../scoring/small-standard'
import { headerOf } from '../sheet/journal'

const litter = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200), cap: points(1_000) } as const

/** Two categories, 20 % and 80 %. */
function standard(more: Partial<Rubric> = {}): Rubric {
  return rubricOf(
    [
      categoryOf('1', 2_000, [itemOf('1.1', 2_000, [litter]), itemOf('1.2', 8_000, [litter])]),
      categoryOf('2', 8_000, [
        itemOf('2.1', 3_000, [{ form: 'all-or-nothing', deduct: 'all' }]),
        itemOf('2.2', 7_000, [litter], { exclusion: 'normalise' }),
        itemOf('2.3', 0, [{ form: 'veto', scope: 'grade', grade: '不合格' }], { kind: 'veto' }),
      ]),
    ],
    more,
  )
}

describe('decisive items', () => {
  test('sorted by what they move, with the grade that each takes or secures', () => {
    const rubric = standard()
    const found = decisiveItems(rubric, sheetOf({ '1.1': CLEAR, '1.2': CLEAR }))
    expect(found.map(({ item, moves }) => [item, moves])).toEqual([
      ['2.1', 24_000],
      ['2.2', 8_000],
      ['2.3', 0],
    ])
    const [all, capped, veto] = found
    // Worst: 20 + 80 × 7 ÷ 10 = 76; the grade falls from 优秀 to 良好 at best.
    expect(all?.atWorst).toMatchObject({ high: 76_000, gradeHigh: '合格' })
    expect(all).toMatchObject({ takesGrade: true, securesGrade: false })
    expect(capped?.atWorst).toMatchObject({ high: 92_000, gradeHigh: '优秀' })
    expect(capped).toMatchObject({ takesGrade: false })
    expect(veto?.atWorst).toMatchObject({ high: 100_000, gradeHigh: '不合格' })
    expect(veto).toMatchObject({ takesGrade: true, securesGrade: false })
  })

  test('an item that waits for its rank is still open', () => {
    const rank: Bare = {
      form: 'rank',
      measure: { label: '得票', unit: '票' },
      first: 'highest',
      steps: [
        { id: 'a', label: '前3名', to: 3, outcome: { effect: 'full' } },
        { id: 'b', label: '其余', outcome: { effect: 'deduct', points: points(1_500) } },
      ],
    }
    const rubric = rubricOf([
      categoryOf('1', 10_000, [itemOf('1.1', 2_000, [rank]), itemOf('1.2', 8_000, [litter])]),
    ])
    const found = decisiveItems(
      rubric,
      sheetOf({ '1.1': scored({ a: { kind: 'value', value: 500 as Milli } }), '1.2': CLEAR }),
    )
    expect(found).toMatchObject([
      { item: '1.1', moves: 15_000, atWorst: { high: 85_000, gradeHigh: '良好' } },
    ])
  })

  test('an item that alone is open secures the grade that it does not take', () => {
    const done = { '1.1': CLEAR, '1.2': CLEAR, '2.2': CLEAR, '2.3': CLEAR }
    expect(decisiveItems(standard(), sheetOf(done))).toMatchObject([
      { item: '2.1', takesGrade: true, securesGrade: true, atBest: { gradeLow: '优秀' } },
    ])
  })

  test('of those that move the best total alike, the one that moves the lowest more is first', () => {
    const bonus = (cap: number): Bare => ({
      form: 'bonus',
      unit: '项',
      pointsPerUnit: points(100),
      cap: points(cap),
    })
    const items = [
      itemOf('c', 0, [bonus(1_000)]),
      itemOf('a', 0, [bonus(2_000)]),
      itemOf('b', 0, [bonus(2_000)]),
    ]
    // Any two fill the cap, so that none alone moves the best.
    const rubric = rubricOf([categoryOf('1', 10_000, [itemOf('1.1', 2_000, [litter]), ...items])], {
      bonusCap: points(2_000),
    })
    const found = decisiveItems(rubric, sheetOf({ '1.1': CLEAR }))
    expect(found.map(({ item, moves, atBest, atWorst }) => [item, moves, atBest.low - atWorst.low])).toEqual([
      ['a', 0, 2_000],
      ['b', 0, 2_000],
      ['c', 0, 1_000],
    ])
  })

  test('nothing is decisive on a sheet that is done', () => {
    const rubric = rubricOf([categoryOf('1', 10_000, [itemOf('1.1', 2_000, [litter])])])
    expect(decisiveItems(rubric, sheetOf({ '1.1': CLEAR }))).toEqual([])
  })
})

describe('exclusions', () => {
  const rubric = standard()
  const items = { '1.1': CLEAR, '1.2': CLEAR, '2.1': CLEAR, '2.3': CLEAR, '2.2': excludedFor('无此设施') }

  test('one that hides a loss raises the result', () => {
    const before = new Map([['2.2', scored({ a: { kind: 'count', n: 3 } })]])
    const [effect] = exclusionEffects(rubric, sheetOf(items), before)
    expect(effect).toMatchObject({
      item: '2.2',
      reason: '无此设施',
      now: { low: 100_000, high: 100_000 },
      // 20 + 80 × 9.4 ÷ 10
      ifBefore: { low: 95_200, high: 95_200 },
      ifUnchecked: { low: 92_000, high: 100_000 },
      isRaising: true,
      isSafest: true,
    })
  })

  test('one that had been clear does not', () => {
    expect(exclusionEffects(rubric, sheetOf(items), new Map([['2.2', CLEAR]]))).toMatchObject([
      { isRaising: false },
    ])
    expect(exclusionEffects(rubric, sheetOf(items), new Map([['2.2', CLEAR]]))).toMatchObject([
      { ifBefore: { low: 100_000, high: 100_000 } },
    ])
    const open = new Map([['2.2', UNTOUCHED]])
    for (const before of [undefined, open])
      expect(exclusionEffects(rubric, sheetOf(items), before)).toMatchObject([
        { ifBefore: null, isRaising: false },
      ])
  })

  test('those that raise the result stand first', () => {
    const rubric = rubricOf([
      categoryOf('1', 10_000, [
        itemOf('1.1', 2_000, [litter], { exclusion: 'normalise' }),
        itemOf('1.2', 2_000, [litter], { exclusion: 'normalise' }),
        itemOf('1.3', 6_000, [litter]),
      ]),
    ])
    const left = { '1.1': excludedFor('无'), '1.2': excludedFor('无'), '1.3': CLEAR }
    const before = new Map([
      ['1.1', CLEAR],
      ['1.2', scored({ a: { kind: 'count', n: 1 } })],
    ])
    const found = exclusionEffects(rubric, sheetOf(left), before)
    expect(found.map(({ item, isRaising }) => [item, isRaising])).toEqual([
      ['1.2', true],
      ['1.1', false],
    ])
  })

  test('one that lifts the lowest result alone raises it too', () => {
    const rank: Bare = {
      form: 'rank',
      measure: { label: '得票', unit: '票' },
      first: 'highest',
      steps: [
        { id: 'a', label: '前3名', to: 3, outcome: { effect: 'full' } },
        { id: 'b', label: '其余', outcome: { effect: 'deduct', points: points(1_500) } },
      ],
    }
    const rubric = rubricOf([
      categoryOf('1', 10_000, [itemOf('1.1', 2_000, [rank], { exclusion: 'full-marks' })]),
    ])
    const waiting = new Map([['1.1', scored({ a: { kind: 'value', value: 500 as Milli } })]])
    expect(exclusionEffects(rubric, sheetOf({ '1.1': excludedFor('无') }), waiting)).toMatchObject([
      { now: { low: 100_000, high: 100_000 }, ifBefore: { low: 25_000, high: 100_000 }, isRaising: true },
    ])
  })

  test('one is safest where nothing that could be found gives more, and something gives less', () => {
    const safest = (others: Readonly<Record<string, ItemMark>>) =>
      exclusionEffects(rubric, sheetOf({ ...items, ...others }))[0]?.isSafest
    expect(safest({})).toBe(true)
    // 实得 ÷ 应得 without it: what the other item lost weighs more than it did.
    expect(safest({ '2.1': scored({ a: { kind: 'flag' } }) })).toBe(false)
    const alike = rubricOf([categoryOf('1', 10_000, [itemOf('1.1', 2_000, [], { exclusion: 'full-marks' })])])
    expect(exclusionEffects(alike, sheetOf({ '1.1': excludedFor('无') }))).toMatchObject([
      { now: { low: 100_000 }, ifUnchecked: { low: 100_000 }, isSafest: false },
    ])
    const partly = rubricOf([
      categoryOf('1', 10_000, [
        itemOf('1.1', 5_000, [litter]),
        itemOf('1.2', 5_000, [{ form: 'all-or-nothing', deduct: 'all' }], { exclusion: 'normalise' }),
      ]),
    ])
    // 4.6 ÷ 5 is 92 %: below 9.6 ÷ 10, above 4.6 ÷ 10.
    const lost = { '1.1': scored({ a: { kind: 'count', n: 2 } }), '1.2': excludedFor('无') }
    expect(exclusionEffects(partly, sheetOf(lost))).toMatchObject([
      { now: { high: 92_000 }, ifUnchecked: { low: 46_000, high: 96_000 }, isSafest: false },
    ])
  })

  test('of another kind of subject are not there', () => {
    const own = itemOf('1.1', 2_000, [litter], { exclusion: 'normalise' })
    const rubric = rubricOf([
      categoryOf('1', 10_000, [{ ...own, onlyFor: ['扩权县'] }, itemOf('1.2', 2_000, [litter])]),
    ])
    const state = { ...sheetOf({ '1.1': excludedFor('无'), '1.2': CLEAR }), header: headerOf() }
    expect(exclusionEffects(rubric, state)).toEqual([])
    expect(decisiveItems(rubric, { ...state, items: new Map() }).map(({ item }) => item)).toEqual(['1.2'])
  })

  test('the marks it had are found in the journal, also where they were taken back first', () => {
    const mark = { value: { kind: 'count', n: 3 } as const, reason: '' }
    const marked: SheetEvent = { type: 'marked', item: '2.2', clause: 'a', mark }
    const left: SheetEvent = { type: 'excluded', item: '2.2', reason: '无此设施' }
    const marksOf = (...events: readonly SheetEvent[]) => marksBefore(linesOf(events)).get('2.2')?.marks
    expect(marksOf(marked, left)).toEqual({ a: mark })
    expect(marksOf(marked, { type: 'reset', item: '2.2' }, left)).toEqual({ a: mark })
    const group: SheetEvent = { type: 'excluded-together', items: ['2.1', '2.2'], reason: '无此设施' }
    expect(marksOf(marked, group)).toEqual({ a: mark })
    const clear = marksBefore(linesOf([{ type: 'cleared', item: '2.2' }, left])).get('2.2')
    expect(clear).toMatchObject({ status: 'clear', marks: {} })
    expect(marksOf(left)).toBeUndefined()
    expect(marksOf(marked)).toBeUndefined()
    expect(marksOf(marked, left, { type: 'undone', of: 2 })).toBeUndefined()
  })
})

function linesOf(events: readonly SheetEvent[]): readonly StampedEvent[] {
  return events.map((event, at) => ({
    seq: at + 1,
    at: '2026-01-01T00:00:00.000Z',
    mono: 0,
    boot: '',
    by: '',
    event,
    prev: '',
    hash: '',
  }))
}

describe('one more', () => {
  const made = (n: number, more: Partial<ItemMark> = {}) => ({
    ...scored({ a: { kind: 'count', n } }),
    ...more,
  })
  const step = (rubric: Rubric, items: Readonly<Record<string, ItemMark>>, item: string, clause = 'a') =>
    oneMore(rubric, sheetOf(items), item, clause)

  test('costs in the item and in the total, and may take the grade', () => {
    const rubric = standard()
    expect(step(rubric, {}, '2.2')).toEqual([
      {
        label: '1处',
        value: { kind: 'count', n: 1 },
        item: 200,
        total: 1_600,
        grade: null,
        whyNothing: null,
      },
    ])
    expect(step(rubric, {}, '2.1')).toMatchObject([{ item: 3_000, total: 24_000, grade: '合格' }])
  })

  test.each<[string, Partial<Rubric>, Readonly<Record<string, ItemMark>>, string, string, number]>([
    ['at its cap', {}, { '2.2': made(5) }, '2.2', 'capped', 0],
    ['past its cap', {}, { '2.2': made(9) }, '2.2', 'capped', 0],
    [
      'in a category that a broken guarantee has taken',
      {
        guarantees: [
          {
            id: 'g',
            text: '',
            items: ['2.1'],
            anyAtZero: true,
            zeroes: { scope: 'category', category: '2' },
          },
        ],
      },
      { '2.1': scored({ a: { kind: 'flag' } }) },
      '2.2',
      'vetoed',
      200,
    ],
  ])('costs the total nothing %s', (_what, more, items, item, why, cost) => {
    expect(step(standard(more), items, item)).toMatchObject([{ whyNothing: why, item: cost, total: 0 }])
  })

  const alone = (clauses: readonly Bare[], more = {}, size = 1_000) =>
    rubricOf([categoryOf('1', 10_000, [itemOf('1.1', size, clauses, more), itemOf('1.2', 9_000, [litter])])])

  test('free units, an unfinished group, a floor and a shared cap', () => {
    const free = alone([{ ...litter, allowance: 2 }])
    expect(step(free, { '1.1': made(1) }, '1.1')).toMatchObject([{ whyNothing: 'free' }])
    expect(step(free, { '1.1': made(2) }, '1.1')).toMatchObject([{ whyNothing: null, item: 200 }])
    const group = alone([{ form: 'per-occurrence', unit: '处', per: 3, pointsPerUnit: points(200) }])
    expect(step(group, { '1.1': made(1) }, '1.1')).toMatchObject([{ whyNothing: 'free' }])
    const flag: Bare = { form: 'all-or-nothing', deduct: 'all' }
    const both = { '1.1': scored({ b: { kind: 'flag' } }) }
    expect(step(alone([litter, flag]), both, '1.1')).toMatchObject([{ whyNothing: 'floored' }])
    const shared = alone([litter, { ...litter }], { sharedCaps: [{ clauses: ['a', 'b'], cap: points(400) }] })
    expect(step(shared, { '1.1': scored({ b: { kind: 'count', n: 2 } }) }, '1.1')).toMatchObject([
      { whyNothing: 'shared-cap' },
    ])
  })

  test('says why of the clause that it is asked of', () => {
    const both = alone([litter, { ...litter, cap: points(200) }])
    const capped = { '1.1': scored({ a: { kind: 'count', n: 1 }, b: { kind: 'count', n: 1 } }) }
    expect(step(both, capped, '1.1', 'b')).toMatchObject([{ item: 0, whyNothing: 'capped' }])
    expect(step(both, capped, '1.1', 'a')).toMatchObject([{ item: 200, whyNothing: null }])
  })

  test('too little to be seen after rounding, of the item or of the total', () => {
    const coarse = {
      item: rounding('half-up', 1_000),
      category: rounding('half-up', 10),
      total: rounding('half-up', 10),
    }
    const cheap: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(2) }
    const veto = itemOf('1.3', 0, [{ form: 'veto', scope: 'grade', grade: '不合格' }], { kind: 'veto' })
    const table = rubricOf([categoryOf('1', 10_000, [itemOf('1.1', 100_000, [cheap]), veto])])
    const items = (n: number, more: Readonly<Record<string, ItemMark>> = {}) => ({ '1.1': made(n), ...more })
    // 99.998 is 100.00 as a total; the item has lost it.
    expect(step(table, items(0), '1.1')).toMatchObject([{ item: 2, total: 0, whyNothing: 'rounded' }])
    // A grade that is imposed takes no points.
    const flagged = { '1.3': scored({ a: { kind: 'flag' } }) }
    expect(step(table, items(0, flagged), '1.1')).toMatchObject([{ whyNothing: 'rounded' }])
    expect(step({ ...table, rounding: coarse }, items(0), '1.1')).toMatchObject([
      { item: 0, whyNothing: 'rounded' },
    ])
    const shared = rubricOf(
      [
        categoryOf('1', 10_000, [
          itemOf('1.1', 100_000, [cheap, cheap, cheap], {
            sharedCaps: [
              { clauses: ['a', 'b'], cap: points(4) },
              { clauses: ['b', 'c'], cap: points(9_000) },
            ],
          }),
        ]),
      ],
      {},
    )
    const full = { '1.1': scored({ b: { kind: 'count', n: 2 } }) }
    expect(step(shared, full, '1.1', 'a')).toMatchObject([{ item: 0, whyNothing: 'shared-cap' }])
  })

  test('a grade that is imposed is not nothing, the first time', () => {
    const veto = (id: string) =>
      itemOf(id, 0, [{ form: 'veto', scope: 'grade', grade: '不合格' }], { kind: 'veto' })
    const rubric = rubricOf([
      categoryOf('1', 10_000, [itemOf('1.1', 1_000, [litter]), veto('1.2'), veto('1.3')]),
    ])
    expect(step(rubric, {}, '1.2')).toMatchObject([{ item: 0, total: 0, grade: '不合格', whyNothing: null }])
    const flagged = { '1.3': scored({ a: { kind: 'flag' } }) }
    expect(step(rubric, flagged, '1.2')).toMatchObject([{ total: 0, grade: null, whyNothing: 'vetoed' }])
  })

  test('a vetoed category loses no more, the others do', () => {
    const veto = itemOf('1.3', 0, [{ form: 'veto', scope: 'category' }], { kind: 'veto' })
    const rubric = rubricOf([
      categoryOf('1', 5_000, [itemOf('1.1', 1_000, [litter]), veto]),
      categoryOf('2', 5_000, [itemOf('2.1', 1_000, [litter])]),
    ])
    const flagged = { '1.3': scored({ a: { kind: 'flag' } }) }
    expect(step(rubric, flagged, '1.1')).toMatchObject([{ item: 200, total: 0, whyNothing: 'vetoed' }])
    expect(step(rubric, flagged, '2.1')).toMatchObject([{ item: 200, total: 10_000, whyNothing: null }])
  })

  test('nothing is left for a penalty to take, or room for a bonus to give', () => {
    const penalty = itemOf('1.2', 0, [{ form: 'penalty', unit: '次', pointsPerUnit: points(500) }], {
      kind: 'penalty',
    })
    const rubric = rubricOf([
      categoryOf('1', 10_000, [itemOf('1.1', 1_000, [{ form: 'all-or-nothing', deduct: 'all' }]), penalty]),
    ])
    const lost = { '1.1': scored({ a: { kind: 'flag' } }) }
    expect(step(rubric, lost, '1.2')).toMatchObject([{ item: 500, total: 0, whyNothing: 'total-capped' }])
    const bonus: Bare = { form: 'bonus', unit: '项', pointsPerUnit: points(500), cap: points(900) }
    const beside = rubricOf([categoryOf('1', 10_000, [itemOf('1.1', 1_000, [litter, bonus])])], {
      bonusCap: points(0),
    })
    expect(step(beside, {}, '1.1', 'b')).toMatchObject([{ item: -500, total: 0, whyNothing: 'total-capped' }])
  })

  test('a vetoed table loses no more', () => {
    const veto = itemOf('1.3', 0, [{ form: 'veto', scope: 'total' }], { kind: 'veto' })
    const rubric = rubricOf([categoryOf('1', 10_000, [itemOf('1.1', 1_000, [litter]), veto])])
    const steps = step(rubric, { '1.3': scored({ a: { kind: 'flag' } }) }, '1.1')
    expect(steps).toMatchObject([{ item: 200, total: 0, whyNothing: 'vetoed' }])
  })

  test('a bonus gives, until its cap', () => {
    const rubric = rubricOf(
      [
        categoryOf('1', 10_000, [
          itemOf('1.1', 1_000, [litter]),
          itemOf('1.2', 0, [{ form: 'bonus', unit: '项', pointsPerUnit: points(2_000), cap: points(9_000) }]),
        ]),
      ],
      { bonusCap: points(2_000) },
    )
    expect(step(rubric, { '1.2': CLEAR }, '1.2')).toMatchObject([{ item: -2_000, total: -2_000 }])
    expect(step(rubric, { '1.2': made(1) }, '1.2')).toMatchObject([
      { item: -2_000, whyNothing: 'total-capped' },
    ])
  })

  test.each<[string, Bare, MarkValue | null, readonly [label: string, item: number][]]>([
    [
      'the next part',
      {
        form: 'additive',
        parts: [
          { id: 'x', label: '领导小组', points: points(300) },
          { id: 'y', label: '专人', points: points(400) },
        ],
      },
      { kind: 'missing', parts: ['x'] },
      [['专人', 400]],
    ],
    [
      'the next step of a rate',
      {
        form: 'linear',
        measure: { label: '率', unit: '%' },
        from: 95_000 as Milli,
        direction: 'below',
        per: 1_000 as Milli,
        pointsPerUnit: points(250),
        partial: 'whole-steps',
      },
      { kind: 'value', value: 94_000 as Milli },
      [['93%', 250]],
    ],
    [
      'the next tier',
      {
        form: 'tier',
        measure: { label: '率', unit: '%' },
        tiers: [
          { id: 'a', label: '90%以上', min: 90_000 as Milli, outcome: { effect: 'full' } },
          {
            id: 'b',
            label: '80%至90%',
            min: 80_000 as Milli,
            max: 90_000 as Milli,
            outcome: { effect: 'deduct', points: points(500) },
          },
          { id: 'c', label: '80%以下', max: 80_000 as Milli, outcome: { effect: 'zero' } },
        ],
      },
      null,
      [['80%至90%', 500]],
    ],
    [
      'by severity',
      {
        form: 'per-occurrence',
        unit: '处',
        severities: [
          { id: 's', label: '小', points: points(100) },
          { id: 'l', label: '大', points: points(300) },
        ],
      },
      { kind: 'counts', bySeverity: { s: 1 } },
      [
        ['小 1处', 100],
        ['大 1处', 300],
      ],
    ],
    [
      'one of the sample fails',
      {
        form: 'pass-rate',
        measure: { label: '公厕', unit: '座' },
        samples: [],
        rule: { kind: 'proportional', base: points(1_000) },
      },
      { kind: 'samples', population: 10, passed: 5, failed: 0 },
      [['1座', 200]],
    ],
    [
      'one more place',
      { ...litter, aggregate: 'sum' },
      { kind: 'places', at: [{ place: '一号', value: { kind: 'count', n: 1 } }] },
      [['1处', 200]],
    ],
    ['nothing where a person judges', { form: 'judgement', effect: 'deduct', bands: [] }, null, []],
  ])('%s', (_what, clause, value, expected) => {
    const items: Readonly<Record<string, ItemMark>> = value === null ? {} : { '1.1': scored({ a: value }) }
    const steps = step(alone([clause]), items, '1.1')
    expect(steps.map(({ label, item }) => [label, item])).toEqual(expected)
  })

  test('nothing on an item that is left out, or is not there', () => {
    const rubric = alone([litter], { exclusion: 'normalise' })
    expect(step(rubric, { '1.1': excludedFor('无') }, '1.1')).toEqual([])
    expect(step(rubric, {}, '9.9')).toEqual([])
    expect(step(rubric, {}, '1.1', 'z')).toEqual([])
    expect(step(rubric, { '1.1': UNTOUCHED }, '1.1')).toHaveLength(1)
  })
})
