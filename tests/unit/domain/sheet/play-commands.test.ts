import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import { admits, LONGEST_TEXT } from '../../../../shared/domain/sheet/admits'
import { excludableBelow, itemsBelow } from '../../../../shared/domain/sheet/below'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { itemsChangedBy, type SheetEvent } from '../../../../shared/domain/sheet/event'
import { ANY_SUBJECT, playCommands } from '../../../../shared/domain/sheet/play-commands'
import { replaySheet, sheetResult } from '../../../../shared/domain/sheet/replay'
import { emptySheet, NO_HASH } from '../../../../shared/domain/sheet/state'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { headerOf, opened, run, write } from './journal'

const each = { form: 'per-occurrence', unit: '处', pointsPerUnit: points(500) } as const
const rubric = rubricOf([
  categoryOf('c', 10_000, [
    itemOf('j', 40_000, [each], { exclusion: 'normalise' }),
    itemOf('i', 30_000, [each], { exclusion: 'normalise' }),
    itemOf('k', 30_000, [each], { exclusion: 'normalise' }),
  ]),
])
const two = (item: string): SheetCommand => ({
  type: 'mark',
  item,
  clause: 'a',
  mark: { value: { kind: 'count', n: 2 }, reason: '' },
})
const clear = (item: string): SheetCommand => ({ type: 'clear', item })

describe('playCommands', () => {
  it('enters them one by one; what is refused changes nothing, and is named by its place', () => {
    const { state, refused } = playCommands(rubric, ANY_SUBJECT, [
      two('i'),
      clear('z'),
      clear('j'),
      { type: 'exclude', item: 'k', reason: '' },
      { type: 'undo' },
    ])
    expect(refused).toEqual([
      { index: 1, code: 'unknown-item' },
      { index: 3, code: 'reason-required' },
    ])
    expect([...state.items.keys()]).toEqual(['i'])
    expect(state.items.get('i')).toMatchObject({ status: 'scored', by: '—', at: '2026-01-01T00:00:00.000Z' })
    // Opened, marked, cleared and undone.
    expect([state.seq, state.head]).toEqual([4, NO_HASH])
  })

  it('is a sheet of the standard and the subject, of nobody and at no time', () => {
    const subject = { id: 'zz', name: '郑州市', league: '省辖市' }
    expect(playCommands(rubric, subject, []).state.header).toEqual({
      sheetId: 'played',
      round: {
        id: 'played',
        kind: 'mock',
        title: '',
        date: '2026-01-01',
        rubricId: 'small',
        rubricVersion: '1',
        rubricTitle: '小样本标准',
        rubricDigest: '0'.repeat(64),
        createdAt: '2026-01-01T00:00:00.000Z',
      },
      subject,
      scorer: { name: '—', unit: '', role: 'inspector' },
      correction: null,
    })
    expect(ANY_SUBJECT).toEqual({ id: 'any', name: '考核对象', league: '' })
  })

  it('comes to the same as a journal of the same commands', () => {
    const commands = [two('i'), clear('j'), two('k'), { type: 'undo' }, { type: 'redo' }] as const
    const live = run(rubric, opened(rubric), commands).state
    const played = playCommands(rubric, headerOf().subject, commands).state
    const said = (items: typeof live.items) =>
      [...items].map(([id, { status, marks }]) => [id, status, marks])
    expect(said(played.items)).toEqual(said(live.items))
  })
})

describe('itemsChangedBy', () => {
  it.each<[event: SheetEvent, items: readonly string[]]>([
    [{ type: 'cleared', item: 'i' }, ['i']],
    [{ type: 'noted', item: 'j', note: '' }, ['j']],
    [{ type: 'excluded-together', items: ['i', 'k'], reason: '无' }, ['i', 'k']],
    [{ type: 'carried', items: { j: { status: 'clear', marks: {}, note: '', reason: '' } } }, ['j']],
    [{ type: 'undone', of: 2 }, []],
    [{ type: 'opened', header: headerOf() }, []],
    [{ type: 'sealed', unchecked: 0, reason: '' }, []],
  ])('%o', (event, items) => {
    expect(itemsChangedBy(event)).toEqual(items)
  })
})

describe('items excluded together', () => {
  const together = (items: readonly string[], reason = '无此设施'): SheetEvent => ({
    type: 'excluded-together',
    items,
    reason,
  })
  it.each<[what: string, event: SheetEvent, code: string | null]>([
    ['several', together(['i', 'j']), null],
    ['one that is clear', together(['k']), null],
    ['none', together([]), 'nothing-to-exclude'],
    ['one twice', together(['i', 'i']), 'not-excludable'],
    ['one that is not there', together(['i', 'z']), 'unknown-item'],
    ['one that is scored', together(['i', 'm']), 'not-excludable'],
    ['one that may not be', together(['i', 'n']), 'not-excludable'],
    ['without a reason', together(['i'], ' '), 'reason-required'],
    ['with an endless reason', together(['i'], '长'.repeat(LONGEST_TEXT + 1)), 'text-too-long'],
  ])('%s', (_what, event, code) => {
    const more = rubricOf([
      categoryOf('c', 10_000, [
        ...(rubric.categories[0]?.children ?? []),
        itemOf('m', 10_000, [each], { exclusion: 'normalise' }),
        itemOf('n', 10_000, [each]),
      ]),
    ])
    expect(admits(more, run(more, opened(more), [clear('k'), two('m')]).state, event)).toBe(code)
  })

  it('are those of a node, and none of a node that is not there', () => {
    expect(itemsBelow(rubric, 'c')?.map(({ id }) => id)).toEqual(['j', 'i', 'k'])
    expect(itemsBelow(rubric, 'z')).toBeNull()
    expect(excludableBelow(rubric, emptySheet(), 'z')).toEqual([])
  })
})

describe('texts as long as they may be', () => {
  const long = '长'.repeat(LONGEST_TEXT)
  const { state } = opened(rubric)
  it.each<[event: SheetEvent]>([
    [{ type: 'noted', item: 'i', note: long }],
    [{ type: 'excluded', item: 'i', reason: long }],
    [{ type: 'marked', item: 'i', clause: 'a', mark: { value: { kind: 'count', n: 1 }, reason: long } }],
    [{ type: 'sealed', unchecked: 3, reason: long }],
    [{ type: 'excluded-together', items: ['i'], reason: long }],
  ])('%o', (event) => {
    expect(admits(rubric, state, event)).toBeNull()
  })

  it('are carried, too', () => {
    const start = opened(rubric, { no: 1, sheetId: 's0', head: '1'.repeat(64), reason: '复核' })
    const items = { i: { status: 'clear' as const, marks: {}, note: long, reason: '' } }
    expect(admits(rubric, start.state, { type: 'carried', items })).toBeNull()
  })

  it('but blank reasons are none', () => {
    expect(admits(rubric, state, { type: 'sealed', unchecked: 3, reason: ' \n' })).toBe('reason-required')
  })
})

describe('a result', () => {
  it('lists its marks by item, in order of their ids', () => {
    const journal = run(rubric, opened(rubric), [
      clear('k'),
      clear('j'),
      clear('i'),
      { type: 'seal', reason: '' },
    ])
    expect([...journal.state.items.keys()]).toEqual(['k', 'j', 'i'])
    expect(Object.keys(sheetResult(rubric, journal.state).marks)).toEqual(['i', 'j', 'k'])
  })

  it('is of a sheet that was opened and sealed', () => {
    const sealed = { at: '', by: '', unchecked: 0, reason: '' }
    expect(() => sheetResult(rubric, { ...emptySheet(), sealed })).toThrow('only a sealed sheet has a result')
    expect(() => sheetResult(rubric, opened(rubric).state)).toThrow('only a sealed sheet has a result')
  })

  it('starts from 64 zeros', () => {
    expect(emptySheet()).toMatchObject({ head: '0'.repeat(64), seq: 0, header: null, sealed: null })
    expect(opened(rubric).lines[0]?.prev).toBe('0'.repeat(64))
  })

  it('of an untouched item is empty everywhere', () => {
    const journal = write(rubric, opened(rubric), { type: 'noted', item: 'i', note: '注' })
    expect(journal.state.items.get('i')).toMatchObject({
      status: 'unchecked',
      marks: {},
      reason: '',
      note: '注',
    })
    const cleared = run(rubric, opened(rubric), [clear('i')])
    expect(cleared.state.items.get('i')).toMatchObject({ note: '', reason: '' })
    expect(replaySheet(rubric, cleared.lines).ok).toBe(true)
  })
})
