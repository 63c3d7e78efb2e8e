import { describe, expect, it } from 'vitest'
import { points } from '../../../../shared/domain/points'
import type { Group } from '../../../../shared/domain/rubric/rubric'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { decide } from '../../../../shared/domain/sheet/decide'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { opened, run } from './journal'

const flaw = { form: 'all-or-nothing', deduct: 'all' } as const
const item = (id: string, exclusion: 'normalise' | 'not-allowed' = 'normalise') =>
  itemOf(id, 10_000, [flaw], { exclusion })
const group: Group = {
  id: 'metro',
  code: '1.1',
  title: '轨道交通',
  points: points(40_000),
  children: [item('a'), item('b'), item('c', 'not-allowed'), item('d')],
}
const rubric = rubricOf([categoryOf('k', 10_000, [group, item('e')])])
const sheet = (...commands: readonly SheetCommand[]) => run(rubric, opened(rubric), commands).state
const all = (node: string, reason = '本市无轨道交通'): SheetCommand => ({ type: 'exclude-all', node, reason })
const bad: SheetCommand = {
  type: 'mark',
  item: 'd',
  clause: 'a',
  mark: { value: { kind: 'flag' }, reason: '' },
}
const statuses = (state: ReturnType<typeof sheet>) =>
  Object.fromEntries([...state.items].map(([id, { status }]) => [id, status]))

describe('a whole group excluded as one act', () => {
  it('takes what the standard allows and nobody has scored, and leaves the rest', () => {
    const state = sheet({ type: 'clear', item: 'a' }, bad, all('metro'))
    expect(statuses(state)).toEqual({ a: 'excluded', b: 'excluded', d: 'scored' })
    expect(state.items.get('b')?.reason).toBe('本市无轨道交通')
  })

  it('is undone and redone as one', () => {
    const excluded = sheet({ type: 'clear', item: 'a' }, all('k'))
    expect(statuses(excluded)).toEqual({ a: 'excluded', b: 'excluded', d: 'excluded', e: 'excluded' })
    const back = sheet({ type: 'clear', item: 'a' }, all('k'), { type: 'undo' })
    expect(statuses(back)).toEqual({ a: 'clear' })
    const again = sheet({ type: 'clear', item: 'a' }, all('k'), { type: 'undo' }, { type: 'redo' })
    expect(again.items).toEqual(excluded.items)
  })

  it.each([
    ['a group that the standard has not', all('nowhere'), 'unknown-node'],
    ['an item instead of a group', all('a'), 'unknown-node'],
    ['no reason', all('metro', ' '), 'reason-required'],
  ] as const)('is refused for %s', (_what, command, code) => {
    expect(decide(rubric, sheet(), command)).toEqual({ ok: false, code })
  })

  it('is refused where nothing is left to exclude', () => {
    expect(decide(rubric, sheet(all('metro')), all('metro'))).toEqual({
      ok: false,
      code: 'nothing-to-exclude',
    })
  })
})
