import { describe, expect, it } from 'vitest'
import { MOST_LISTED, type Place, placesFor, type SheetPlace } from '../../../../shared/domain/round/place'
import { scoreSheet } from '../../../../shared/domain/scoring/score-sheet'
import { admits } from '../../../../shared/domain/sheet/admits'
import type { SheetCommand } from '../../../../shared/domain/sheet/command'
import { decide } from '../../../../shared/domain/sheet/decide'
import { opening } from '../../../../shared/domain/sheet/event'
import { replaySheet, sheetResult } from '../../../../shared/domain/sheet/replay'
import { emptySheet } from '../../../../shared/domain/sheet/state'
import { resultSchema } from '../../../../shared/schema/result-schema'
import { categoryOf, itemOf, rubricOf } from '../scoring/small-standard'
import { headerOf, NEW, run, write } from './journal'

const rubric = rubricOf([
  categoryOf('k', 10_000, [itemOf('x', 10_000, [{ form: 'all-or-nothing', deduct: 'all' }])]),
])
const ROAD: Place = { name: '人民路', kind: 'road', grade: '主干道', zone: '建成区' }
const MARKET: Place = { name: '东关市场', kind: 'market' }
const begun = write(rubric, NEW, opening(headerOf(), [ROAD]))
const list = (place: SheetPlace): SheetCommand => ({ type: 'list-places', places: [place] })
const ran = (...commands: readonly SheetCommand[]) => run(rubric, begun, commands)
const names = ({ state }: typeof begun) => state.places.map(({ name }) => name)
const refusal = (command: SheetCommand, journal = begun) => {
  const decision = decide(rubric, journal.state, command)
  return decision.ok ? null : decision.code
}

describe('the list of places', () => {
  it('begins with what the round planned for the subject', () => {
    expect(begun.state.places).toEqual([ROAD])
    const planned = [
      { ...ROAD, subject: 'zz' },
      { ...MARKET, subject: 'kf' },
      { name: '汽车站', kind: 'station' as const },
    ]
    expect(placesFor(planned, 'zz')).toEqual([ROAD, { name: '汽车站', kind: 'station' }])
    expect(opening(headerOf(), [])).not.toHaveProperty('places')
  })

  it('grows, and a place that is listed again is changed where it stands', () => {
    expect(names(ran(list(MARKET)))).toEqual(['人民路', '东关市场'])
    const changed = ran(list(MARKET), list({ ...ROAD, name: '人民路 ', isSeen: true }))
    expect(changed.state.places).toEqual([{ ...ROAD, name: '人民路 ', isSeen: true }, MARKET])
  })

  it('takes several as one act with one undo', () => {
    const both: SheetCommand = { type: 'list-places', places: [MARKET, { ...ROAD, kind: 'lane' }] }
    expect(ran(both).lines).toHaveLength(2)
    expect(ran(both).state.places).toEqual([{ ...ROAD, kind: 'lane' }, MARKET])
    expect(ran(both, { type: 'undo' }).state.places).toEqual([ROAD])
    expect(refusal({ type: 'list-places', places: [MARKET, MARKET] })).toBe('place-unnamed')
  })

  it('is no change where the place is listed just so', () => {
    expect(ran(list(ROAD)).lines).toHaveLength(1)
  })

  it('is undone and redone act by act, back into the same order, beside other acts', () => {
    const acts: SheetCommand[] = [
      list(MARKET),
      { type: 'clear', item: 'x' },
      { type: 'drop-place', name: '人民路' },
    ]
    expect(names(ran(...acts))).toEqual(['东关市场'])
    expect(names(ran(...acts, { type: 'undo' }))).toEqual(['人民路', '东关市场'])
    const back = ran(...acts, { type: 'undo' }, { type: 'undo' }, { type: 'undo' })
    expect([names(back), back.state.items.size]).toEqual([['人民路'], 0])
    const again = run(rubric, back, [{ type: 'redo' }, { type: 'redo' }, { type: 'redo' }])
    expect([names(again), again.state.items.get('x')?.status]).toEqual([['东关市场'], 'clear'])
  })

  it('changes no number, and is replayed to the same', () => {
    const journal = ran(list(MARKET), { type: 'drop-place', name: '人民路' }, { type: 'undo' })
    expect(scoreSheet(rubric, journal.state)).toEqual(scoreSheet(rubric, begun.state))
    const replay = replaySheet(rubric, journal.lines)
    expect(replay.ok && replay.state.places).toEqual([ROAD, MARKET])
  })

  it('stands in the result, and only where there is one', () => {
    const sealed = ran(list(MARKET), { type: 'seal', reason: '到此为止' })
    const result = sheetResult(rubric, sealed.state)
    expect(result.places).toEqual([ROAD, MARKET])
    expect(resultSchema.safeParse(result).success).toBe(true)
    const bare = run(rubric, write(rubric, NEW, opening(headerOf(), [])), [{ type: 'seal', reason: '空' }])
    expect(sheetResult(rubric, bare.state)).not.toHaveProperty('places')
  })

  it.each<[what: string, command: SheetCommand, code: string]>([
    ['a place without a name', list({ name: '　', kind: 'other' }), 'place-unnamed'],
    ['dropping what is not listed', { type: 'drop-place', name: '东关市场' }, 'place-not-listed'],
  ])('refuses %s', (_what, command, code) => {
    expect(refusal(command)).toBe(code)
  })

  it('refuses one more than a list takes, but a change of one', () => {
    const many = Array.from({ length: MOST_LISTED }, (_, no): Place => ({ name: `${no}号`, kind: 'other' }))
    const full = write(rubric, NEW, opening(headerOf(), many))
    expect(refusal(list(MARKET), full)).toBe('places-too-many')
    expect(refusal(list({ name: '7号', kind: 'park' }), full)).toBeNull()
    const more = opening(headerOf(), [...many, MARKET])
    expect(admits(rubric, emptySheet(), more)).toBe('places-too-many')
  })

  it('refuses a beginning with the same name twice, and any change after sealing', () => {
    const twice = opening(headerOf(), [ROAD, { name: '人民路　', kind: 'lane' }])
    expect(admits(rubric, emptySheet(), twice)).toBe('place-unnamed')
    expect(refusal(list(MARKET), ran({ type: 'seal', reason: '到此为止' }))).toBe('sealed')
  })
})
