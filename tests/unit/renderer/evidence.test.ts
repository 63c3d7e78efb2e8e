import { describe, expect, it } from 'vitest'
import { daysOf } from '../../../renderer/features/scoring/evidence/days'
import {
  kindOf,
  positionText,
  sizeText,
  sortOut,
  whereOf,
} from '../../../renderer/features/scoring/evidence/sort-out'
import { targetOn } from '../../../renderer/features/scoring/evidence/target'
import { AS_IT_IS, keyAct, looked } from '../../../renderer/features/scoring/evidence/viewer-look'
import { NOWHERE } from '../../../renderer/features/scoring/places'
import type { Evidence } from '../../../shared/domain/evidence/evidence'
import { type ItemMark, UNTOUCHED } from '../../../shared/domain/sheet/mark'
import { categoryOf, itemOf, rubricOf } from '../domain/scoring/small-standard'
import { opened, run } from '../domain/sheet/journal'

const flaw = { form: 'all-or-nothing', deduct: 'all' } as const
const item = itemOf('x', 10_000, [flaw, flaw])
const rubric = rubricOf([categoryOf('k', 10_000, [item, itemOf('y', 10_000, [flaw])])])
const photo = (no: number): Evidence => ({
  sha256: String(no).padStart(64, '0'),
  name: `${no}.jpg`,
  media: 'image/jpeg',
  size: 1,
  flags: [],
})

describe('where a photo goes', () => {
  const found = (place?: string): ItemMark => ({
    ...UNTOUCHED,
    status: 'scored',
    marks: { b: { value: { kind: 'flag' }, reason: '', ...(place === undefined ? {} : { place }) } },
  })
  const places: ItemMark = {
    ...UNTOUCHED,
    marks: {
      b: {
        value: {
          kind: 'places',
          at: [
            { place: '中原路', value: { kind: 'flag' } },
            { place: '建设路', value: { kind: 'flag' } },
          ],
        },
        reason: '',
      },
    },
  }

  it.each([
    ['an item that nobody has marked', UNTOUCHED, 1, NOWHERE, { item: 'x' }],
    ['a clause without a finding', found(), 0, NOWHERE, { item: 'x' }],
    ['a finding', found(), 1, NOWHERE, { item: 'x', clause: 'b' }],
    ['a finding at a place', found('中原路'), 1, NOWHERE, { item: 'x', clause: 'b', place: '中原路' }],
    ['the last of several places', places, 1, NOWHERE, { item: 'x', clause: 'b', place: '建设路' }],
    [
      'the place that is active',
      places,
      1,
      { ...NOWHERE, where: 'x/b', active: '中原路' },
      { item: 'x', clause: 'b', place: '中原路' },
    ],
    [
      'another item’s place is not this one’s',
      places,
      1,
      { ...NOWHERE, where: 'y/b', active: '别处' },
      { item: 'x', clause: 'b', place: '建设路' },
    ],
  ])('%s', (_what, mark, active, spot, target) => {
    expect(targetOn(item, mark, active, spot)).toEqual(target)
  })

  it('is said by the clause’s number', () => {
    expect(whereOf(item, { clause: 'b', place: '中原路' })).toEqual({ no: 2, place: '中原路' })
    expect(whereOf(item, {})).toEqual({ no: null, place: '' })
  })
})

describe('what was imported', () => {
  it('is told apart by what the sheet has: new, on this item, on another', () => {
    const { state } = run(rubric, opened(rubric), [
      { type: 'attach', item: 'x', evidence: [photo(1)] },
      { type: 'attach', item: 'y', evidence: [photo(2)] },
    ])
    expect(sortOut(state, 'x', [photo(1), photo(2), photo(3), photo(3), photo(2)])).toEqual({
      fresh: [photo(3)],
      elsewhere: [{ evidence: photo(2), items: ['y'] }],
      already: 3,
    })
  })

  it.each([
    ['2026-11-25T04:00:00', { from: '2026-11-23', to: '2026-11-25' }],
    ['2026-11-20T04:00:00', { from: '2026-11-23', to: '2026-11-23' }],
  ])('is from the round’s day on, or since the sheet was opened: %s', (now, days) => {
    const { state, lines } = opened(rubric)
    expect(daysOf({ state, lines }, new Date(now))).toEqual(days)
  })

  it('is named in few words', () => {
    expect(kindOf({ media: 'application/pdf', name: 'a' })).toBe('PDF')
    expect(kindOf({ media: 'application/octet-stream', name: 'a.docx' })).toBe('DOCX')
    expect(kindOf({ media: 'application/octet-stream', name: 'a' })).toBe('?')
    expect(positionText({ lat: 34_758_333, lon: -113_620_833 })).toBe('34.75833, -113.62083')
    expect([sizeText(999), sizeText(3_400), sizeText(3_140_000)]).toEqual(['999 B', '3 KB', '3.1 MB'])
  })
})

describe('the viewer', () => {
  const key = (name: string, more = {}) =>
    keyAct({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, ...more })

  it('has a key for each act, and leaves Tab and Escape alone', () => {
    expect(
      ['ArrowRight', 'ArrowLeft', '+', '=', '-', '0', 'r', 'R', 'Delete', 'Tab', 'Escape'].map((name) =>
        key(name),
      ),
    ).toEqual([
      'next',
      'previous',
      'nearer',
      'nearer',
      'farther',
      'whole',
      'turn',
      'turn-back',
      'detach',
      null,
      null,
    ])
    expect([key('z', { ctrlKey: true }), key('+', { ctrlKey: true })]).toEqual(['undo', null])
  })

  it('goes no nearer than 16 times, no farther than half, and round in four turns', () => {
    const many = (act: Parameters<typeof looked>[1], times: number) =>
      Array.from({ length: times }).reduce<typeof AS_IT_IS>((now) => looked(now, act), AS_IT_IS)
    expect([many('nearer', 50).zoom, many('farther', 50).zoom, many('turn', 4).turn]).toEqual([16, 0.5, 0])
    expect(looked({ ...AS_IT_IS, turn: 0 }, 'turn-back').turn).toBe(270)
    expect(looked(many('nearer', 3), 'whole')).toEqual(AS_IT_IS)
  })
})
