import { describe, expect, it } from 'vitest'
import { type Milli, points } from '../../../../shared/domain/points'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { admits, countUnchecked, LONGEST_TEXT } from '../../../../shared/domain/sheet/admits'
import { apply } from '../../../../shared/domain/sheet/apply'
import type { RefusalCode, SheetCommand } from '../../../../shared/domain/sheet/command'
import { decide } from '../../../../shared/domain/sheet/decide'
import type { CarriedItem, SheetEvent } from '../../../../shared/domain/sheet/event'
import type { Mark, MarkValue } from '../../../../shared/domain/sheet/mark'
import { replaySheet, sheetResult } from '../../../../shared/domain/sheet/replay'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { headerOf, type Journal, NEW, opened, run, write } from './journal'

const p = points
const rubric = rubricOf([
  categoryOf('c', 10_000, [
    itemOf('i', 40_000, [
      { form: 'per-occurrence', unit: '处', pointsPerUnit: p(500), cap: p(10_000) },
      { form: 'judgement', effect: 'deduct', bands: [{ id: 'x', label: '', min: p(0), max: p(20_000) }] },
    ]),
    itemOf('j', 60_000, [{ form: 'all-or-nothing', deduct: 'all' }], { exclusion: 'normalise' }),
  ]),
])
const mark = (value: MarkValue, reason = ''): Mark => ({ value, reason })
const count = (n: number, reason = ''): SheetCommand => ({
  type: 'mark',
  item: 'i',
  clause: 'a',
  mark: mark({ kind: 'count', n }, reason),
})
const judged = (size: number, reason: string): SheetCommand => ({
  type: 'mark',
  item: 'i',
  clause: 'b',
  mark: mark({ kind: 'points', bandId: 'x', points: p(size) }, reason),
})
const take = (clause: string): SheetCommand => ({ type: 'mark', item: 'i', clause, mark: null })
const exclude = (item: string, reason: string): SheetCommand => ({ type: 'exclude', item, reason })
const clear = (item: string): SheetCommand => ({ type: 'clear', item })
const note = (text: string): SheetCommand => ({ type: 'note', item: 'i', note: text })
const seal = (reason = ''): SheetCommand => ({ type: 'seal', reason })
const undo: SheetCommand = { type: 'undo' }
const redo: SheetCommand = { type: 'redo' }
const LONG = '长'.repeat(LONGEST_TEXT + 1)

function sheetAfter(...commands: readonly SheetCommand[]): Journal {
  return run(rubric, opened(rubric), commands)
}

describe('decide refuses', () => {
  it.each<[what: string, journal: Journal, command: SheetCommand, code: RefusalCode]>([
    ['a sheet that is not open', NEW, clear('i'), 'out-of-order'],
    ['to seal what is not open', NEW, seal('x'), 'out-of-order'],
    ['an item that is not in the standard', sheetAfter(), clear('k'), 'unknown-item'],
    ['to reset an unknown item', sheetAfter(), { type: 'reset', item: 'k' }, 'unknown-item'],
    ['an empty note on an unknown item', sheetAfter(), { type: 'note', item: 'k', note: '' }, 'unknown-item'],
    [
      'an unknown clause',
      sheetAfter(),
      { type: 'mark', item: 'i', clause: 'z', mark: null },
      'unknown-clause',
    ],
    [
      'a mark on an unknown clause',
      sheetAfter(),
      { type: 'mark', item: 'i', clause: 'toString', mark: mark({ kind: 'flag' }) },
      'unknown-clause',
    ],
    [
      'a mark of another form',
      sheetAfter(),
      { type: 'mark', item: 'i', clause: 'a', mark: mark({ kind: 'flag' }) },
      'mark-unfit',
    ],
    [
      'a value where a count belongs',
      sheetAfter(),
      { type: 'mark', item: 'i', clause: 'a', mark: mark({ kind: 'value', value: 1 as Milli }) },
      'mark-unfit',
    ],
    ['a count that is not whole', sheetAfter(), count(0.5), 'mark-unfit'],
    ['a negative count', sheetAfter(), count(-1), 'mark-unfit'],
    ['a judgement without a reason', sheetAfter(), judged(1_000, ' '), 'reason-required'],
    ['an endless reason', sheetAfter(), count(1, LONG), 'text-too-long'],
    [
      'a mark on an excluded item',
      sheetAfter(exclude('j', '无此设施')),
      { type: 'mark', item: 'j', clause: 'a', mark: mark({ kind: 'flag' }) },
      'item-excluded',
    ],
    ['to exclude what may not be', sheetAfter(), exclude('i', '无此设施'), 'not-excludable'],
    ['to exclude without a reason', sheetAfter(), exclude('j', ' \n'), 'reason-required'],
    ['to exclude with an endless reason', sheetAfter(), exclude('j', LONG), 'text-too-long'],
    ['an endless note', sheetAfter(), note(LONG), 'text-too-long'],
    ['to undo nothing', sheetAfter(), undo, 'nothing-to-undo'],
    ['to undo everything and once more', sheetAfter(count(1), undo), undo, 'nothing-to-undo'],
    ['to redo nothing', sheetAfter(count(1)), redo, 'nothing-to-redo'],
    ['to redo after something new', sheetAfter(count(1), undo, clear('j')), redo, 'nothing-to-redo'],
    ['to seal what is unchecked without a reason', sheetAfter(), seal(), 'reason-required'],
    ['an endless reason for sealing', sheetAfter(), seal(LONG), 'text-too-long'],
  ])('%s', (_what, { state }, command, code) => {
    expect(decide(rubric, state, command)).toEqual({ ok: false, code })
  })

  it.each<SheetCommand>([
    clear('i'),
    clear('j'),
    count(1),
    exclude('j', '无'),
    { type: 'reset', item: 'i' },
    note(''),
    undo,
    redo,
    seal(),
  ])('everything once sealed: %o', (command) => {
    const { state } = sheetAfter(clear('i'), clear('j'), seal())
    expect(decide(rubric, state, command)).toEqual({ ok: false, code: 'sealed' })
  })
})

describe('decide writes nothing where nothing would change', () => {
  it.each<[what: string, journal: Journal, command: SheetCommand]>([
    ['clear twice', sheetAfter(clear('i')), clear('i')],
    ['the same mark twice', sheetAfter(count(2, '见图')), count(2, '见图')],
    ['the same exclusion twice', sheetAfter(exclude('j', '无')), exclude('j', '无')],
    ['a reset of what is untouched', sheetAfter(), { type: 'reset', item: 'i' }],
    ['a reset of what has only a note', sheetAfter(note('x')), { type: 'reset', item: 'i' }],
    ['the same note', sheetAfter(note('x')), note('x')],
    ['an empty note on nothing', sheetAfter(), note('')],
    ['taking away what is not there', sheetAfter(), take('a')],
    ['taking away one clause’s mark where there is another’s', sheetAfter(count(1)), take('b')],
    ['none found on a clear item', sheetAfter(clear('i')), count(0)],
    ['none found beside another mark', sheetAfter(judged(1_000, '差')), count(0)],
  ])('%s', (_what, { state }, command) => {
    expect(decide(rubric, state, command)).toEqual({ ok: true, events: [] })
  })

  it('but writes another reason for the same count, and another reason for the same exclusion', () => {
    expect(decide(rubric, sheetAfter(count(2, '见图')).state, count(2, '')).ok).toBe(true)
    expect(sheetAfter(count(2, '见图'), count(2, '甲')).state.items.get('i')?.marks.a?.reason).toBe('甲')
    expect(sheetAfter(exclude('j', '无'), exclude('j', '无此设施')).state.items.get('j')?.reason).toBe(
      '无此设施',
    )
  })
})

describe('apply', () => {
  const item = (journal: Journal, id = 'i') => journal.state.items.get(id)

  it.each<[what: string, journal: Journal, id: string, expected: object | undefined]>([
    ['untouched', sheetAfter(), 'i', undefined],
    ['clear', sheetAfter(clear('i')), 'i', { status: 'clear', marks: {} }],
    ['marked', sheetAfter(count(2)), 'i', { status: 'scored' }],
    ['none found: somebody looked', sheetAfter(count(0)), 'i', { status: 'clear', marks: {} }],
    ['the last mark taken away', sheetAfter(count(2), take('a')), 'i', { status: 'clear', marks: {} }],
    [
      'one of two marks taken away',
      sheetAfter(count(2), judged(500, '差'), take('a')),
      'i',
      { status: 'scored', marks: { b: { reason: '差' } } },
    ],
    [
      'clear takes the marks away and keeps the note',
      sheetAfter(count(2), note('注'), clear('i')),
      'i',
      { status: 'clear', marks: {}, note: '注' },
    ],
    ['excluded with its reason', sheetAfter(exclude('j', '无')), 'j', { status: 'excluded', reason: '无' }],
    [
      'excluded takes marks away',
      sheetAfter({ type: 'mark', item: 'j', clause: 'a', mark: mark({ kind: 'flag' }) }, exclude('j', '无')),
      'j',
      { status: 'excluded', marks: {} },
    ],
    [
      'clear after excluded drops the reason',
      sheetAfter(exclude('j', '无'), clear('j')),
      'j',
      { status: 'clear', reason: '' },
    ],
    [
      'reset',
      sheetAfter(exclude('j', '无'), { type: 'reset', item: 'j' }),
      'j',
      { status: 'unchecked', reason: '', marks: {} },
    ],
    ['a note leaves it unchecked', sheetAfter(note('注')), 'i', { status: 'unchecked', note: '注' }],
    ['undone to untouched', sheetAfter(count(1), undo), 'i', undefined],
    [
      'undone twice, redone once',
      sheetAfter(count(1), count(2), undo, undo, redo),
      'i',
      { marks: { a: { value: { n: 1 } } } },
    ],
    [
      'redone is undone again',
      sheetAfter(count(1), count(2), undo, redo, undo),
      'i',
      { marks: { a: { value: { n: 1 } } } },
    ],
  ])('%s', (_what, journal, id, expected) => {
    if (expected === undefined) expect(item(journal, id)).toBeUndefined()
    else expect(item(journal, id)).toMatchObject(expected)
  })

  it('names who and when, and gives them back on undo', () => {
    const journal = sheetAfter(count(1), count(2))
    expect(item(journal)?.at).toBe('2026-11-23T01:00:03.000Z')
    expect(item(run(rubric, journal, [undo]))?.at).toBe('2026-11-23T01:00:02.000Z')
  })

  it('leaves the state that it was given as it was', () => {
    const { state } = sheetAfter(count(1))
    const before = structuredClone(state)
    run(rubric, { state, lines: [] }, [count(2), clear('j'), undo, undo, seal('x')])
    expect(state).toEqual(before)
  })

  it('counts what is unchecked, notes or not', () => {
    expect(countUnchecked(rubric, sheetAfter(note('x')).state)).toBe(2)
    expect(countUnchecked(rubric, sheetAfter(clear('i'), exclude('j', '无')).state)).toBe(0)
  })
})

describe('a correction', () => {
  const correction = { no: 1, sheetId: 's0', head: '1'.repeat(64), reason: '复核' }
  const start = opened(rubric, correction)
  const carried = (items: Record<string, Partial<CarriedItem>>): SheetEvent => ({
    type: 'carried',
    items: Object.fromEntries(
      Object.entries(items).map(([id, item]) => [
        id,
        { status: 'clear', marks: {}, note: '', reason: '', ...item },
      ]),
    ),
  })
  const two = { a: mark({ kind: 'count', n: 2 }) }

  it('starts from what is carried', () => {
    const journal = write(rubric, start, carried({ i: { status: 'scored', marks: two, note: '注' }, j: {} }))
    expect(journal.state.items.get('i')).toMatchObject({ status: 'scored', note: '注', by: '甲' })
    expect(scoreSheet(rubric, journal.state)).toMatchObject({ low: 99_000, high: 99_000, checked: 2 })
  })

  it.each<[what: string, items: Record<string, Partial<CarriedItem>>, code: RefusalCode]>([
    ['an unknown item', { k: {} }, 'unknown-item'],
    [
      'an unknown clause',
      { i: { status: 'scored', marks: { z: mark({ kind: 'flag' }) } } },
      'unknown-clause',
    ],
    [
      'a mark that does not fit',
      { i: { status: 'scored', marks: { a: mark({ kind: 'flag' }) } } },
      'mark-unfit',
    ],
    ['scored without marks', { i: { status: 'scored' } }, 'mark-unfit'],
    ['clear with marks', { i: { marks: two } }, 'mark-unfit'],
    ['clear with a reason for exclusion', { i: { reason: '无' } }, 'mark-unfit'],
    [
      'excluded with marks',
      { j: { status: 'excluded', reason: '无', marks: { a: mark({ kind: 'flag' }) } } },
      'mark-unfit',
    ],
    ['excluded without a reason', { j: { status: 'excluded' } }, 'reason-required'],
    ['excluded though it may not be', { i: { status: 'excluded', reason: '无' } }, 'not-excludable'],
    [
      'a judgement without a reason',
      { i: { status: 'scored', marks: { b: mark({ kind: 'points', bandId: 'x', points: p(1) }) } } },
      'reason-required',
    ],
    ['an endless note', { i: { note: LONG } }, 'text-too-long'],
  ])('does not carry %s', (_what, items, code) => {
    expect(admits(rubric, start.state, carried(items))).toBe(code)
  })

  it('carries only at its start, and only where it corrects', () => {
    expect(admits(rubric, opened(rubric).state, carried({}))).toBe('out-of-order')
    expect(admits(rubric, run(rubric, start, [clear('i')]).state, carried({}))).toBe('out-of-order')
    expect(admits(rubric, start.state, carried({}))).toBeNull()
  })
})

describe('replay', () => {
  const journal = sheetAfter(
    count(2),
    note('注'),
    undo,
    redo,
    judged(1_500, '差'),
    exclude('j', '无'),
    clear('j'),
    undo,
    seal(),
  )

  it('ends where the live sheet ended, and yields its result', () => {
    const replay = replaySheet(rubric, journal.lines)
    expect(replay).toEqual({ ok: true, state: journal.state })
    expect(sheetResult(rubric, journal.state)).toMatchObject({
      schema: 'scorebench.result/1',
      journal: { events: journal.lines.length, head: journal.state.head },
      sealed: { unchecked: 0, reason: '' },
      score: { low: 93_750, high: 93_750 },
    })
    expect(Object.keys(sheetResult(rubric, journal.state).marks)).toEqual(['i', 'j'])
  })

  it.each<[what: string, events: readonly SheetEvent[], line: number, code: RefusalCode]>([
    ['a journal that does not open', [{ type: 'cleared', item: 'i' }], 1, 'out-of-order'],
    [
      'one that opens twice',
      [
        { type: 'opened', header: headerOf() },
        { type: 'opened', header: headerOf() },
      ],
      2,
      'out-of-order',
    ],
    [
      'a false number of unchecked items',
      [
        { type: 'opened', header: headerOf() },
        { type: 'sealed', unchecked: 1, reason: 'x' },
      ],
      2,
      'out-of-order',
    ],
    [
      'an undo of another change',
      [
        { type: 'opened', header: headerOf() },
        { type: 'cleared', item: 'i' },
        { type: 'undone', of: 1 },
      ],
      3,
      'nothing-to-undo',
    ],
    [
      'a redo of what was not undone',
      [
        { type: 'opened', header: headerOf() },
        { type: 'cleared', item: 'i' },
        { type: 'redone', of: 2 },
      ],
      3,
      'nothing-to-redo',
    ],
    [
      'a count of zero as a mark',
      [
        { type: 'opened', header: headerOf() },
        { type: 'marked', item: 'i', clause: 'a', mark: mark({ kind: 'count', n: 0 }) },
      ],
      2,
      'mark-unfit',
    ],
  ])('refuses %s', (_what, events, line, code) => {
    const lines = events.map((event, at) => ({
      seq: at + 1,
      at: '',
      mono: 0,
      boot: 'b',
      by: '甲',
      event,
      prev: '',
      hash: '',
    }))
    expect(replaySheet(rubric, lines)).toEqual({ ok: false, line, code })
  })

  it('has no result before it is sealed, and takes nothing after', () => {
    expect(() => sheetResult(rubric, sheetAfter(clear('i')).state)).toThrow('only a sealed sheet')
    const [first] = journal.lines
    if (first === undefined) throw new Error('no lines')
    const more = { ...first, seq: journal.lines.length + 1, event: { type: 'cleared', item: 'i' } as const }
    expect(replaySheet(rubric, [...journal.lines, more])).toEqual({
      ok: false,
      line: journal.lines.length + 1,
      code: 'sealed',
    })
    expect(apply(rubric, journal.state, more).items).not.toBe(journal.state.items)
  })
})
