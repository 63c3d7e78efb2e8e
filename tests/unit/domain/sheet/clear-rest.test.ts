import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Group } from '../../../../shared/domain/rubric/rubric'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { admits } from '../../../../shared/domain/sheet/admits'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { decide } from '../../../../shared/domain/sheet/decide'
import { carriedOf } from '../../../../shared/domain/sheet/event'
import { standOf } from '../../../../shared/domain/sheet/mark'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { opened, run } from './journal'

const flaw = { form: 'all-or-nothing', deduct: 'all' } as const
const item = (id: string) => itemOf(id, 10_000, [flaw], { exclusion: 'normalise' })
const group: Group = {
  id: 'g',
  code: '1.1',
  title: '背街小巷',
  points: points(30_000),
  children: [item('a'), item('b'), item('c')],
}
const rubric = rubricOf([categoryOf('k', 10_000, [group, item('d')])])
const sheet = (...commands: readonly SheetCommand[]) => run(rubric, opened(rubric), commands).state
const stands = (state: ReturnType<typeof sheet>) =>
  Object.fromEntries([...state.items].map(([id, mark]) => [id, standOf(mark)]))
const found: SheetCommand = {
  type: 'mark',
  item: 'b',
  clause: 'a',
  mark: { value: { kind: 'flag' }, reason: '' },
}
const rest = (node: string): SheetCommand => ({ type: 'clear-rest', node })

describe('what is left, cleared as one act', () => {
  it('takes what nobody has checked, and says of each that it was not looked at by itself', () => {
    const state = sheet({ type: 'clear', item: 'a' }, found, rest('k'))
    expect(stands(state)).toEqual({ a: 'clear', b: 'scored', c: 'clear-together', d: 'clear-together' })
    const { checked, low, high } = scoreSheet(rubric, state)
    expect([checked, low, high]).toEqual([4, 75_000, 75_000])
    expect(stands(sheet(rest('g')))).toEqual({
      a: 'clear-together',
      b: 'clear-together',
      c: 'clear-together',
    })
  })

  it('is undone and redone as one', () => {
    const before = sheet(found)
    expect(sheet(found, rest('k'), { type: 'undo' }).items).toEqual(before.items)
    const again = sheet(found, rest('k'), { type: 'undo' }, { type: 'redo' })
    expect(stands(again)).toEqual(stands(sheet(found, rest('k'))))
  })

  it('is an item’s own again once somebody looks at it; a note alone says nothing of that', () => {
    expect(stands(sheet(rest('g'), { type: 'clear', item: 'a' })).a).toBe('clear')
    expect(stands(sheet(rest('g'), found)).b).toBe('scored')
    expect(stands(sheet(rest('g'), { type: 'reset', item: 'a' })).a).toBe('unchecked')
    expect(stands(sheet(rest('g'), { type: 'note', item: 'a', note: '雨天' })).a).toBe('clear-together')
  })

  it('goes with the item to a correction', () => {
    const mark = sheet(rest('g')).items.get('a')
    expect(mark && carriedOf(mark)).toEqual({
      status: 'clear',
      marks: {},
      note: '',
      reason: '',
      isTogether: true,
    })
    const { state } = opened(rubric)
    const correction = { no: 1, sheetId: 's', head: '0'.repeat(64), reason: '误记' }
    const corrected = { ...state, seq: 1, header: state.header && { ...state.header, correction } }
    const carried = (status: 'clear' | 'excluded', reason: string) =>
      admits(rubric, corrected, {
        type: 'carried',
        items: { a: { status, marks: {}, note: '', reason, isTogether: true } },
      })
    expect([carried('clear', ''), carried('excluded', '无')]).toEqual([null, 'mark-unfit'])
  })

  it.each([
    ['a group that the standard has not', 'nowhere', 'unknown-node'],
    ['an item instead of a group', 'a', 'unknown-node'],
  ] as const)('is refused for %s', (_what, node, code) => {
    expect(decide(rubric, sheet(), rest(node))).toEqual({ ok: false, code })
  })

  it('is refused where nothing is left, and a replay believes it of no item twice or checked', () => {
    expect(decide(rubric, sheet(rest('k')), rest('g'))).toEqual({ ok: false, code: 'nothing-to-clear' })
    const says = (...items: string[]) => admits(rubric, sheet(found), { type: 'cleared-together', items })
    expect([says('a', 'c'), says(), says('a', 'a'), says('b'), says('x')]).toEqual([
      null,
      'nothing-to-clear',
      'out-of-order',
      'out-of-order',
      'unknown-item',
    ])
  })
})
