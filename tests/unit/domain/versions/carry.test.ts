import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../shared/domain/canonical-json'
import { type Milli, points } from '../../../../shared/domain/points'
import { allItems, type Item, type Rubric } from '../../../../shared/domain/rubric/rubric'
import { rubricFor } from '../../../../shared/domain/rubric/rubric-for'
import { admits } from '../../../../shared/domain/sheet/admits'
import type { ItemMark, MarkValue } from '../../../../shared/domain/sheet/mark'
import type { SheetState } from '../../../../shared/domain/sheet/state'
import { carryMarks } from '../../../../shared/domain/versions/carry'
import { endingsOf } from '../scoring/endings'
import { anyRubric } from '../scoring/random-standard'
import {
  type Bare,
  CLEAR,
  categoryOf,
  excludedFor,
  itemOf,
  rubricOf,
  scored,
} from '../scoring/small-standard'
import { headerOf, NEW, write } from '../sheet/journal'
import { CLAUSES } from './every-form'

const standard = (...items: readonly Item[]): Rubric => rubricOf([categoryOf('c1', 10_000, items)])
const one = (clauses: readonly Bare[], more: Partial<Item> = {}) =>
  standard(itemOf('i', 4_000, clauses, { exclusion: 'normalise', ...more }))
const sheet = (items: Readonly<Record<string, ItemMark>>) => ({
  header: headerOf(),
  items: new Map(Object.entries(items)),
})
const milli = (value: number) => value as Milli
const measured = (value: number): MarkValue => ({ kind: 'value', value: milli(value) })

type Changed<F extends Bare['form']> = (clause: Extract<Bare, { form: F }>) => Bare

function changed<F extends Bare['form']>(form: F, change: Changed<F>): readonly [Bare, Bare] {
  const before = CLAUSES[form] as Extract<Bare, { form: F }>
  return [before, change(before)]
}

/** What becomes of an item with one clause: 'carried', or why not, and why it is to be looked at again. */
function fate(clauses: readonly [Bare, Bare], mark: ItemMark): readonly (string | null)[] {
  const { items, notCarried, lookAgain } = carryMarks(
    one([clauses[0]]),
    one([clauses[1]]),
    sheet({ i: mark }),
  )
  if (items.i !== undefined) return ['carried']
  return [...notCarried.map(({ why }) => why), ...lookAgain.map(({ why }) => why)]
}

describe('a mark on a clause that is not as it was', () => {
  it.each<readonly [string, readonly [Bare, Bare], MarkValue, readonly string[]]>([
    [
      'a price and a cap changed',
      changed('escalation', (c) => ({ ...c, cap: points(1_000) })),
      { kind: 'found', found: [{ finder: 'city', time: 1, n: 2 }] },
      ['carried'],
    ],
    [
      'another unit',
      changed('bonus', (c) => ({ ...c, unit: '次' })),
      { kind: 'count', n: 2 },
      ['meaning-changed', 'mark-lost'],
    ],
    [
      'another limit for what was measured',
      changed('linear', (c) => ({ ...c, from: milli(98_000) })),
      measured(96_000),
      ['carried'],
    ],
    [
      'another thing measured',
      changed('linear', (c) => ({ ...c, measure: { label: '湿扫率', unit: '%' } })),
      measured(90_000),
      ['meaning-changed', 'mark-lost'],
    ],
    [
      'another form',
      [CLAUSES['all-or-nothing'], CLAUSES.veto],
      { kind: 'flag' },
      ['form-changed', 'mark-lost'],
    ],
    [
      'a severity of another name',
      changed('per-occurrence', (c) => ({
        ...c,
        severities: c.severities?.map((each) => ({ ...each, label: `${each.label}以上` })) ?? [],
      })),
      { kind: 'counts', bySeverity: { small: 2 } },
      ['meaning-changed', 'mark-lost'],
    ],
    [
      'a band that no longer goes so far',
      changed('judgement', (c) => ({
        ...c,
        bands: [{ id: 'x', label: '较差', min: points(500), max: points(800) }],
      })),
      { kind: 'points', bandId: 'x', points: points(1_500) },
      ['mark-unfit', 'mark-lost'],
    ],
    [
      'a part with another name, which was not missing',
      changed('additive', (c) => ({
        ...c,
        parts: c.parts.map((part) => (part.id === 'p1' ? { ...part, label: '专人负责制' } : part)),
      })),
      { kind: 'missing', parts: ['p0'] },
      ['carried'],
    ],
    [
      'a zone that is gone',
      changed('zone-limit', (c) => ({ ...c, zones: c.zones.slice(1) })),
      { kind: 'zoned', zone: 'main', value: milli(9_000) },
      ['meaning-changed', 'mark-lost'],
    ],
    [
      'the lowest first instead of the highest',
      changed('rank', (c) => ({ ...c, first: 'lowest' })),
      { kind: 'rank', rank: 5 },
      ['meaning-changed', 'mark-lost'],
    ],
    [
      'no longer place by place',
      changed('all-or-nothing', ({ deduct }) => ({ form: 'all-or-nothing', deduct })),
      { kind: 'flag' },
      ['carried'],
    ],
  ])('%s', (_name, clauses, value, expected) => {
    expect(fate(clauses, scored({ a: value }))).toEqual(expected)
  })

  it('needs the reason of its link', () => {
    const clause: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200) }
    const rubric = standard(itemOf('a', 2_000, [clause]), itemOf('b', 2_000, [clause]))
    const linked = (reason: string): ItemMark => ({
      ...CLEAR,
      status: 'scored',
      marks: {
        a: { value: { kind: 'count', n: 1 }, reason, place: '人民路', sameAs: { item: 'a', clause: 'a' } },
      },
    })
    const counted = scored({ a: { kind: 'count', n: 1 } })
    const first = { ...counted, marks: { a: { ...counted.marks.a, place: '人民路' } } } as ItemMark
    const fates = (reason: string) =>
      carryMarks(rubric, rubric, sheet({ a: first, b: linked(reason) })).notCarried.map(({ why }) => why)
    expect(fates('同一处')).toEqual([])
    expect(fates(' ')).toEqual(['reason-missing'])
  })

  it('is lost with its clause, and takes the item’s other marks with it', () => {
    const both = [CLAUSES['all-or-nothing'], CLAUSES.bonus]
    const carry = carryMarks(
      one(both),
      one([CLAUSES['all-or-nothing']]),
      sheet({ i: scored({ a: { kind: 'flag' }, b: { kind: 'count', n: 1 } }) }),
    )
    expect(carry.notCarried.map(({ what, clause, why }) => [what, clause, why])).toEqual([
      ['mark', '每发现一处扣分', 'with-others'],
      ['mark', '每发现一处扣分', 'clause-gone'],
    ])
    expect(carry.lookAgain.map(({ why }) => why)).toEqual(['mark-lost'])
    // Nothing was noted, and nothing reads otherwise.
    expect([carry.notes, carry.reworded]).toEqual([[], []])
  })
})

describe('nothing wrong on a clause that is not as it was', () => {
  it.each<readonly [string, readonly [Bare, Bare], readonly string[]]>([
    ['the same', changed('linear', (c) => c), ['carried']],
    ['another price', changed('linear', (c) => ({ ...c, pointsPerUnit: points(900) })), ['carried']],
    ['a higher limit', changed('linear', (c) => ({ ...c, from: milli(96_000) })), ['stricter']],
    ['a lower limit', changed('linear', (c) => ({ ...c, from: milli(90_000) })), ['carried']],
    [
      'an unfinished step that now costs',
      [
        { ...CLAUSES.linear, partial: 'whole-steps' } as Bare,
        { ...CLAUSES.linear, partial: 'started-steps' } as Bare,
      ],
      ['stricter'],
    ],
    [
      'a threshold raised',
      changed('threshold', (c) => ({
        ...c,
        thresholds: c.thresholds.map((each) => ({ ...each, value: milli(85_000) })),
      })),
      ['stricter'],
    ],
    [
      'a tier that begins later',
      changed('tier', (c) => ({
        ...c,
        tiers: [
          { id: 'a', label: '优', min: milli(92_000), outcome: { effect: 'full' } },
          { id: 'b', label: '差', max: milli(92_000), outcome: { effect: 'zero' } },
        ],
      })),
      ['stricter'],
    ],
    ['full only later', changed('proportional', (c) => ({ ...c, fullAt: milli(110_000) })), ['stricter']],
    ['fewer are free', changed('per-occurrence', ({ allowance: _gone, ...c }) => c), ['stricter']],
    [
      'one more part',
      changed('additive', (c) => ({
        ...c,
        parts: [...c.parts, { id: 'p2', label: '有台账', points: points(500) }],
      })),
      ['stricter'],
    ],
    ['one part fewer', changed('additive', (c) => ({ ...c, parts: c.parts.slice(1) })), ['carried']],
    [
      'a lower limit in one zone',
      changed('zone-limit', (c) => ({
        ...c,
        zones: c.zones.map((zone) => ({ ...zone, limit: milli(2_000) })),
      })),
      ['stricter'],
    ],
    ['a zone fewer', changed('zone-limit', (c) => ({ ...c, zones: c.zones.slice(1) })), ['carried']],
    [
      'fewer ranks without loss',
      changed('rank', (c) => ({ ...c, steps: c.steps.map((step) => (step.to ? { ...step, to: 2 } : step)) })),
      ['stricter'],
    ],
    [
      'a higher pass rate',
      changed('pass-rate', (c) => ({ ...c, rule: { ...c.rule, from: milli(97_000) } as typeof c.rule })),
      ['stricter'],
    ],
    [
      'more samples',
      changed('pass-rate', (c) => ({ ...c, samples: [{ from: 10, atLeast: 8 }] })),
      ['stricter'],
    ],
    ['another form', [CLAUSES.bonus, CLAUSES['all-or-nothing']], ['stricter']],
    [
      'a wider veto',
      [
        { form: 'veto', scope: 'item' },
        { form: 'veto', scope: 'category' },
      ],
      ['carried'],
    ],
  ])('%s', (_name, clauses, expected) => {
    expect(fate(clauses, CLEAR)).toEqual(expected)
  })

  it('is no longer sure where a clause was added, but for one that takes what the others leave', () => {
    const before = one([CLAUSES['all-or-nothing']])
    const asked = carryMarks(before, one([CLAUSES['all-or-nothing'], CLAUSES.additive]), sheet({ i: CLEAR }))
    expect(asked.lookAgain).toMatchObject([{ item: { id: 'i' }, why: 'clause-added' }])
    expect(asked.notCarried).toEqual([])
    const beyond = carryMarks(before, one([CLAUSES['all-or-nothing'], CLAUSES.overflow]), sheet({ i: CLEAR }))
    expect(Object.keys(beyond.items)).toEqual(['i'])
  })
})

describe('a sheet carried over', () => {
  it('lists what stood on items that are gone, and what is new', () => {
    const old = standard(
      itemOf('a', 2_000, [CLAUSES['all-or-nothing']]),
      itemOf('b', 2_000, [CLAUSES['all-or-nothing']]),
    )
    const now = standard(itemOf('c', 4_000, [CLAUSES['all-or-nothing']]))
    const carry = carryMarks(
      old,
      now,
      sheet({ a: { ...scored({ a: { kind: 'flag' } }), note: '复查' }, b: CLEAR }),
    )
    expect(carry.notCarried.map(({ item, what, why }) => [item.id, what, why])).toEqual([
      ['a', 'mark', 'item-gone'],
      ['a', 'note', 'item-gone'],
      ['b', 'clear', 'item-gone'],
    ])
    expect(carry.fresh.map(({ id }) => id)).toEqual(['c'])
    expect([carry.before.checked, carry.after.checked]).toEqual([2, 0])
  })

  it('says nothing of an item that nobody had looked at, but keeps its note', () => {
    const old = standard(itemOf('a', 2_000, []), itemOf('b', 2_000, []), itemOf('c', 2_000, []))
    const unchecked = (note: string): ItemMark => ({ ...CLEAR, status: 'unchecked', note })
    const state = sheet({ a: unchecked(''), b: unchecked('待复查'), c: unchecked('已拆除') })
    const carry = carryMarks(old, standard(itemOf('a', 2_000, []), itemOf('b', 2_000, [])), state)
    expect(carry.items).toEqual({})
    expect(carry.lookAgain).toEqual([])
    expect(carry.notes).toEqual([{ item: 'b', note: '待复查' }])
    expect(carry.notCarried.map(({ item, what }) => [item.id, what])).toEqual([['c', 'note']])
  })

  it('names the clause of each mark on an item that is gone, and that it was left out', () => {
    const reworded = (item: Item): Item => ({
      ...item,
      clauses: item.clauses.map((clause) => ({ ...clause, text: `${clause.id} 款` })),
    })
    const old = standard(
      reworded(itemOf('a', 2_000, [CLAUSES['all-or-nothing'], CLAUSES.bonus])),
      itemOf('b', 2_000, [], { exclusion: 'normalise' }),
    )
    const marks = sheet({
      a: scored({ b: { kind: 'count', n: 1 }, old: { kind: 'flag' } }),
      b: excludedFor('无此设施'),
    })
    const { notCarried } = carryMarks(old, standard(itemOf('z', 4_000, [])), marks)
    expect(notCarried.map(({ item, what, clause }) => [item.id, what, clause])).toEqual([
      ['a', 'mark', 'b 款'],
      // Of a clause that the standard itself does not have, its id is all there is.
      ['a', 'mark', 'old'],
      ['b', 'excluded', ''],
    ])
  })

  it('says of an item that only others have that it is not for this subject', () => {
    const item = itemOf('a', 2_000, [CLAUSES['all-or-nothing']])
    const rest = itemOf('z', 2_000, [CLAUSES['all-or-nothing']])
    const carry = carryMarks(
      standard(item, rest),
      standard({ ...item, onlyFor: ['扩权县'] }, rest),
      sheet({ a: CLEAR }),
    )
    expect(carry.notCarried.map(({ why }) => why)).toEqual(['item-not-for-subject'])
  })

  it('keeps an exclusion where the item may still be excluded', () => {
    const mark = { i: excludedFor('无此设施') }
    const clauses = [CLAUSES['all-or-nothing']]
    const other = carryMarks(one(clauses), one(clauses, { exclusion: 'full-marks' }), sheet(mark))
    expect(other.items.i).toMatchObject({ status: 'excluded', reason: '无此设施' })
    const none = carryMarks(one(clauses), one(clauses, { exclusion: 'not-allowed' }), sheet(mark))
    expect(none.notCarried).toMatchObject([{ what: 'excluded', why: 'not-excludable' }])
    expect(none.lookAgain).toMatchObject([{ why: 'not-excludable' }])
  })

  it('drops a link whose end was not carried, and keeps the note', () => {
    const clause: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(200) }
    const rubric = (unit: string) =>
      standard(itemOf('a', 2_000, [{ ...clause, unit }]), itemOf('b', 2_000, [clause]))
    const mark = (more: object): ItemMark => ({
      ...CLEAR,
      status: 'scored',
      note: '见照片',
      marks: { a: { value: { kind: 'count', n: 1 }, reason: '同一处', place: '人民路', ...more } },
    })
    const state = sheet({ a: mark({}), b: mark({ sameAs: { item: 'a', clause: 'a' } }) })
    const carry = carryMarks(rubric('处'), rubric('项'), state)
    expect(carry.notCarried.map(({ item, why }) => [item.id, why])).toEqual([
      ['a', 'meaning-changed'],
      ['b', 'link-lost'],
    ])
    expect(carry.lookAgain.map(({ item, why }) => [item.id, why])).toEqual([
      ['a', 'mark-lost'],
      ['b', 'mark-lost'],
    ])
    expect(carry.notCarried[1]).toMatchObject({ what: 'mark', clause: '每发现一处扣分' })
    expect(carry.items).toEqual({})
    expect(carry.notes).toEqual([
      { item: 'a', note: '见照片' },
      { item: 'b', note: '见照片' },
    ])
    expect(Object.keys(carryMarks(rubric('处'), rubric('处'), state).items)).toEqual(['a', 'b'])
  })

  it('points out items that read otherwise, and carries them', () => {
    const clauses = [CLAUSES['all-or-nothing']]
    for (const more of [{ title: '另一项' }, { content: '另有要求' }, { rule: '另一办法' }]) {
      const carry = carryMarks(one(clauses), one(clauses, more), sheet({ i: CLEAR }))
      expect(carry.reworded.map(({ id }) => id)).toEqual(['i'])
      expect(Object.keys(carry.items)).toEqual(['i'])
    }
  })
})

/** Any marks on the items that the sheet's subject has. */
const scoredSheet = (standard: Rubric) => {
  const rubric = rubricFor(standard, headerOf().subject)
  return fc
    .tuple(
      ...allItems(rubric).map((item) =>
        fc.constantFrom<(ItemMark | null)[]>(null, CLEAR, ...endingsOf(rubric, item).slice(0, 30)),
      ),
    )
    .map((marks) => {
      const made = allItems(rubric).flatMap((item, at) => {
        const mark = marks[at]
        return mark == null ? [] : [[item.id, mark] as const]
      })
      return sheet(Object.fromEntries(made))
    })
}

const said = (items: SheetState['items'] | Readonly<Record<string, unknown>>) =>
  canonicalJson(
    Object.fromEntries(
      (items instanceof Map ? [...items] : Object.entries(items)).map(([id, mark]) => {
        const { status, marks, note, reason } = mark as ItemMark
        return [id, { status, marks, note, reason }]
      }),
    ),
  )

describe('properties of carrying', { timeout: 60_000 }, () => {
  it('to the same version is identity, of marks and of score', () => {
    const cases = anyRubric(6).chain((rubric) => scoredSheet(rubric).map((state) => ({ rubric, state })))
    fc.assert(
      fc.property(cases, ({ rubric, state }) => {
        const carry = carryMarks(rubric, structuredClone(rubric), state)
        expect(said(carry.items)).toBe(said(state.items))
        expect(carry.after).toEqual(carry.before)
        expect([carry.notCarried, carry.lookAgain, carry.reworded, carry.fresh]).toEqual([[], [], [], []])
      }),
    )
  })

  it('to any version gives what a new sheet admits, and loses nothing without saying so', () => {
    const cases = fc
      .tuple(anyRubric(6), anyRubric(6))
      .chain(([before, after]) => scoredSheet(before).map((state) => ({ before, after, state })))
    fc.assert(
      fc.property(cases, ({ before, after, state }) => {
        const { items, notCarried, lookAgain } = carryMarks(before, after, state)
        const from = { sheetId: 's0', head: '1'.repeat(64), rubricDigest: '2'.repeat(64), rubricVersion: '1' }
        const { state: fresh } = write(after, NEW, {
          type: 'opened',
          header: { ...headerOf(), carriedFrom: from },
        })
        expect(admits(after, fresh, { type: 'carried', items })).toBe(null)
        for (const id of state.items.keys()) {
          const isTold = [...notCarried, ...lookAgain].some(({ item }) => item.id === id)
          expect(Object.hasOwn(items, id) || isTold).toBe(true)
        }
      }),
    )
  })
})
