import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { admits } from '../../../../shared/domain/sheet/admits'
import type { RefusalCode, SheetCommand } from '../../../../shared/domain/sheet/command'
import { decide } from '../../../../shared/domain/sheet/decide'
import { doublesOf } from '../../../../shared/domain/sheet/doubles'
import { countedPlaces, hasLink, keepsLinks, linksHold } from '../../../../shared/domain/sheet/links'
import type { Mark, Observation, SameAs } from '../../../../shared/domain/sheet/mark'
import { type Bare, categoryOf, clauseOf, itemOf, rubricOf } from '../scoring/small-standard'
import { type Journal, opened, run } from './journal'

const litter: Bare = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(1_000), problem: '垃圾' }
const placed: Bare = { ...litter, aggregate: 'sum' } as Bare
const other: Bare = { form: 'all-or-nothing', deduct: points(2_000), problem: '破损' }
const rubric = rubricOf([
  categoryOf('c', 10_000, [
    itemOf('i', 40_000, [litter, placed]),
    itemOf('j', 30_000, [litter, other], { exclusion: 'normalise' }),
    itemOf('k', 30_000, [placed]),
  ]),
])

const IA: SameAs = { item: 'i', clause: 'a' }
const JA: SameAs = { item: 'j', clause: 'a' }
const KA: SameAs = { item: 'k', clause: 'a' }
/** A finding at a place, counted here or as another mark. */
function at(place: string | undefined, sameAs?: SameAs, reason = '同一处'): Mark {
  return {
    value: { kind: 'count', n: 2 },
    reason,
    ...(place === undefined ? {} : { place }),
    ...(sameAs === undefined ? {} : { sameAs }),
  }
}
const seen = (place: string, n = 1, sameAs?: SameAs): Observation => ({
  place,
  value: { kind: 'count', n },
  ...(sameAs === undefined ? {} : { sameAs }),
})
const round = (...all: readonly Observation[]): Mark => ({
  value: { kind: 'places', at: all },
  reason: '同一处',
})
const put = (item: string, clause: string, mark: Mark | null): SheetCommand => ({
  type: 'mark',
  item,
  clause,
  mark,
})
const sheetAfter = (...commands: readonly SheetCommand[]): Journal => run(rubric, opened(rubric), commands)
const refusal = (journal: Journal, command: SheetCommand) => {
  const decision = decide(rubric, journal.state, command)
  return decision.ok ? null : decision.code
}

const counted = put('i', 'a', at('人民路'))
const linked = put('j', 'a', at('人民路', IA))
const both = sheetAfter(counted, linked)

describe('a mark that is counted elsewhere', () => {
  it('costs nothing, where the other costs', () => {
    const score = scoreSheet(rubric, both.state)
    expect(score.items.map(({ lost }) => lost)).toEqual([2_000, 0, 0])
    expect(score.items[1]?.status).toBe('scored')
  })

  it.each<[what: string, start: Journal, command: SheetCommand, code: RefusalCode | null]>([
    ['at a mark of the same place', sheetAfter(counted), linked, null],
    [
      'spaces around a place say nothing',
      sheetAfter(put('i', 'a', at(' 人民路'))),
      put('j', 'a', at('人民路 ', IA)),
      null,
    ],
    ['at a clause of the same item', sheetAfter(counted), put('i', 'b', at('人民路', IA)), null],
    ['at no mark', sheetAfter(), linked, 'link-unfit'],
    ['at a mark of another place', sheetAfter(counted), put('j', 'a', at('建设路', IA)), 'link-unfit'],
    ['at a mark of no place', sheetAfter(put('i', 'a', at(undefined))), linked, 'link-unfit'],
    ['of no place', sheetAfter(counted), put('j', 'a', at(undefined, IA)), 'link-unfit'],
    ['of an empty place', sheetAfter(put('i', 'a', at(''))), put('j', 'a', at(' ', IA)), 'link-unfit'],
    ['at itself', sheetAfter(counted), put('i', 'a', at('人民路', IA)), 'link-unfit'],
    [
      'at an item that is not there',
      sheetAfter(counted),
      put('j', 'a', at('人民路', { item: 'z', clause: 'a' })),
      'link-unfit',
    ],
    [
      'at a clause that is not there',
      sheetAfter(counted),
      put('j', 'a', at('人民路', { item: 'i', clause: 'z' })),
      'link-unfit',
    ],
    [
      'at a name that objects inherit',
      sheetAfter(counted),
      put('j', 'a', at('人民路', { item: 'i', clause: 'toString' })),
      'link-unfit',
    ],
    ['at a mark that is itself counted elsewhere', both, put('k', 'a', at('人民路', JA)), 'link-unfit'],
    ['without a reason', sheetAfter(counted), put('j', 'a', at('人民路', IA, ' ')), 'reason-required'],
    [
      'at one of several places',
      sheetAfter(put('k', 'a', round(seen('人民路'), seen('建设路')))),
      put('j', 'a', at('建设路', KA)),
      null,
    ],
    [
      'at a place that was clean there',
      sheetAfter(put('k', 'a', round(seen('人民路', 0), seen('建设路')))),
      put('j', 'a', at('人民路', KA)),
      'link-unfit',
    ],
    [
      'at a place that is counted elsewhere there',
      sheetAfter(counted, put('k', 'a', round(seen('人民路', 1, IA), seen('建设路')))),
      put('j', 'a', at('人民路', KA)),
      'link-unfit',
    ],
    [
      'place by place',
      sheetAfter(counted),
      put('k', 'a', round(seen('人民路', 1, IA), seen('建设路'))),
      null,
    ],
    [
      'place by place, at another place',
      sheetAfter(counted),
      put('k', 'a', round(seen('文化路', 1, IA), seen('建设路'))),
      'link-unfit',
    ],
    [
      'all places at once',
      sheetAfter(put('i', 'b', round(seen('甲'), seen('乙')))),
      put('k', 'a', { ...round(seen('甲'), seen('乙')), sameAs: { item: 'i', clause: 'b' } }),
      null,
    ],
    [
      'all places at once, one of them not there',
      sheetAfter(put('i', 'b', round(seen('甲')))),
      put('k', 'a', { ...round(seen('甲'), seen('乙')), sameAs: { item: 'i', clause: 'b' } }),
      'link-unfit',
    ],
    [
      'all places at once, the clean ones not asked',
      sheetAfter(put('i', 'b', round(seen('甲')))),
      put('k', 'a', { ...round(seen('甲'), seen('乙', 0)), sameAs: { item: 'i', clause: 'b' } }),
      null,
    ],
    [
      'a clean place with a link has nothing to link',
      sheetAfter(),
      put('k', 'a', round(seen('甲', 0, IA), seen('乙'))),
      null,
    ],
  ])('may stand %s', (_what, start, command, code) => {
    expect(refusal(start, command)).toBe(code)
  })
})

describe('a mark that others are linked to', () => {
  it.each<[what: string, start: Journal, command: SheetCommand, code: RefusalCode | null]>([
    ['is not taken away', both, put('i', 'a', null), 'mark-is-linked'],
    ['is not cleared', both, { type: 'clear', item: 'i' }, 'mark-is-linked'],
    ['is not reset', both, { type: 'reset', item: 'i' }, 'mark-is-linked'],
    ['does not move', both, put('i', 'a', at('建设路')), 'mark-is-linked'],
    [
      'does not become a link itself',
      sheetAfter(put('k', 'a', at('人民路')), counted, linked),
      put('i', 'a', at('人民路', KA)),
      'mark-is-linked',
    ],
    ['may count otherwise', both, put('i', 'a', { ...at('人民路'), value: { kind: 'count', n: 9 } }), null],
    ['may stand beside another mark', both, put('i', 'b', round(seen('甲'))), null],
    ['may be noted', both, { type: 'note', item: 'i', note: '注' }, null],
    ['is free once the link is gone', run(rubric, both, [put('j', 'a', null)]), put('i', 'a', null), null],
    [
      'is free once the link’s item is excluded',
      run(rubric, both, [{ type: 'exclude', item: 'j', reason: '无' }]),
      { type: 'clear', item: 'i' },
      null,
    ],
    [
      'is not excluded away',
      sheetAfter(put('j', 'a', at('人民路')), put('i', 'a', at('人民路', JA))),
      { type: 'exclude', item: 'j', reason: '无' },
      'mark-is-linked',
    ],
    [
      'keeps the place that is linked to',
      sheetAfter(
        put('i', 'b', round(seen('甲'), seen('乙'))),
        put('k', 'a', round(seen('甲', 1, { item: 'i', clause: 'b' }))),
      ),
      put('i', 'b', round(seen('乙'))),
      'mark-is-linked',
    ],
    [
      'may lose a place that nobody links to',
      sheetAfter(
        put('i', 'b', round(seen('甲'), seen('乙'))),
        put('k', 'a', round(seen('甲', 1, { item: 'i', clause: 'b' }))),
      ),
      put('i', 'b', round(seen('甲'))),
      null,
    ],
    [
      'within its own item is kept, too',
      sheetAfter(counted, put('i', 'b', at('人民路', IA))),
      put('i', 'a', null),
      'mark-is-linked',
    ],
    [
      'within its own item may go with its link',
      sheetAfter(counted, put('i', 'b', at('人民路', IA))),
      { type: 'clear', item: 'i' },
      null,
    ],
    ['elsewhere does not hold an item of another', both, { type: 'clear', item: 'k' }, null],
  ])('%s', (_what, start, command, code) => {
    expect(refusal(start, command)).toBe(code)
  })

  it('comes back by undo after its link did', () => {
    const gone = run(rubric, both, [put('j', 'a', null), put('i', 'a', null)])
    const back = run(rubric, gone, [{ type: 'undo' }, { type: 'undo' }])
    expect(new Map(back.state.items)).toEqual(new Map(both.state.items))
    expect(refusal(back, put('i', 'a', null))).toBe('mark-is-linked')
  })
})

describe('a correction', () => {
  it('carries links that hold, and no others', () => {
    const start = opened(rubric, { no: 1, sheetId: 's0', head: '1'.repeat(64), reason: '复核' })
    const carried = (marks: Record<string, Mark>, target: Record<string, Mark>) => ({
      type: 'carried' as const,
      items: {
        j: { status: 'scored' as const, marks, note: '', reason: '' },
        ...(Object.keys(target).length === 0
          ? {}
          : { i: { status: 'scored' as const, marks: target, note: '', reason: '' } }),
      },
    })
    expect(admits(rubric, start.state, carried({ a: at('人民路', IA) }, { a: at('人民路') }))).toBeNull()
    expect(admits(rubric, start.state, carried({ a: at('人民路', IA) }, {}))).toBe('link-unfit')
    expect(admits(rubric, start.state, carried({ a: at('人民路', IA) }, { a: at('建设路') }))).toBe(
      'link-unfit',
    )
    expect(
      admits(rubric, start.state, carried({ a: at('人民路', { item: 'toString', clause: 'a' }) }, {})),
    ).toBe('link-unfit')
    expect(admits(rubric, start.state, carried({ a: at('人民路', IA, '') }, { a: at('人民路') }))).toBe(
      'reason-required',
    )
  })
})

describe('links by themselves', () => {
  it('are where a mark or one of its places says so', () => {
    expect(hasLink(at('甲'))).toBe(false)
    expect(hasLink(at('甲', IA))).toBe(true)
    expect(hasLink(round(seen('甲')))).toBe(false)
    expect(hasLink(round(seen('甲'), seen('乙', 1, IA)))).toBe(true)
  })

  it('count the places that are neither clean nor counted elsewhere', () => {
    const clause = clauseOf(placed)
    expect(countedPlaces(clause, at(' 甲 '))).toEqual(['甲'])
    expect(countedPlaces(clause, at(' '))).toEqual([])
    expect(countedPlaces(clause, at(undefined))).toEqual([])
    expect(countedPlaces(clause, at('甲', IA))).toEqual([])
    expect(countedPlaces(clause, round(seen(' 甲'), seen('乙', 0), seen('丙', 1, IA)))).toEqual(['甲'])
    expect(countedPlaces(clause, { ...round(seen('甲')), sameAs: IA })).toEqual([])
  })

  it('hold on no clause that is not there', () => {
    expect(linksHold(rubric, () => undefined, { item: 'z', clause: 'a' }, at('甲'))).toBe(true)
    expect(linksHold(rubric, () => ({ a: at('甲') }), { item: 'z', clause: 'a' }, at('甲', IA))).toBe(false)
    expect(linksHold(rubric, () => ({ a: at('甲') }), { item: 'j', clause: 'z' }, at('甲', IA))).toBe(false)
  })

  it('of items that the standard has no more hold nothing back', () => {
    const [item] = [...(rubric.categories[0]?.children ?? [])]
    if (item === undefined || !('clauses' in item)) throw new Error('an item')
    const gone = {
      status: 'scored',
      marks: { a: at('甲', IA) },
      note: '',
      reason: '',
      by: '',
      at: '',
    } as const
    expect(keepsLinks(rubric, new Map([['z', gone]]), item, {})).toBe(true)
    expect(keepsLinks(rubric, new Map([['j', gone]]), item, {})).toBe(false)
    expect(keepsLinks(rubric, new Map([['j', gone]]), item, { a: at('甲') })).toBe(true)
  })
})

describe('doublesOf', () => {
  const doubles = (...commands: readonly SheetCommand[]) =>
    doublesOf(rubric, sheetAfter(...commands).state).map(({ place, problem, marks }) => [
      place,
      problem,
      marks,
    ])

  it.each<[what: string, commands: readonly SheetCommand[], found: readonly unknown[]]>([
    ['one mark is none', [counted], []],
    [
      'the same problem at the same place',
      [put('j', 'a', at('人民路')), counted],
      [['人民路', '垃圾', [IA, JA]]],
    ],
    [
      'spaces around a place say nothing',
      [counted, put('j', 'a', at(' 人民路 '))],
      [['人民路', '垃圾', [IA, JA]]],
    ],
    ['another place', [counted, put('j', 'a', at('建设路'))], []],
    ['no place', [put('i', 'a', at(undefined)), put('j', 'a', at(undefined))], []],
    [
      'another problem',
      [counted, put('j', 'b', { value: { kind: 'flag' }, reason: '', place: '人民路' })],
      [],
    ],
    ['linked, and so counted once', [counted, linked], []],
    [
      'place by place',
      [counted, put('k', 'a', round(seen('建设路'), seen('人民路')))],
      [['人民路', '垃圾', [IA, KA]]],
    ],
    ['place by place, linked', [counted, put('k', 'a', round(seen('建设路'), seen('人民路', 1, IA)))], []],
    ['a clean place', [counted, put('k', 'a', round(seen('建设路'), seen('人民路', 0)))], []],
    [
      'three of them, in printed order',
      [put('k', 'a', at('人民路')), put('j', 'a', at('人民路')), counted],
      [['人民路', '垃圾', [IA, JA, KA]]],
    ],
    [
      'several places',
      [put('i', 'b', round(seen('甲'), seen('乙'))), put('k', 'a', round(seen('乙'), seen('甲')))],
      [
        ['甲', '垃圾', [{ item: 'i', clause: 'b' }, KA]],
        ['乙', '垃圾', [{ item: 'i', clause: 'b' }, KA]],
      ],
    ],
    [
      'two clauses of one item',
      [counted, put('i', 'b', at('人民路'))],
      [['人民路', '垃圾', [IA, { item: 'i', clause: 'b' }]]],
    ],
  ])('%s', (_what, commands, found) => {
    expect(doubles(...commands)).toEqual(found)
  })

  it('asks only clauses that name a problem', () => {
    const { problem: _problem, ...nameless } = litter as Extract<Bare, { form: 'per-occurrence' }>
    const plain = rubricOf([
      categoryOf('c', 10_000, [itemOf('i', 50_000, [nameless]), itemOf('j', 50_000, [nameless])]),
    ])
    const state = run(plain, opened(plain), [counted, put('j', 'a', at('人民路'))]).state
    expect(state.items.size).toBe(2)
    expect(doublesOf(plain, state)).toEqual([])
  })
})
