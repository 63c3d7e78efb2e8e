import { describe, expect, it } from 'vitest'
import {
  linked,
  linkedTo,
  linksIn,
  markAt,
  markWith,
  unlinked,
} from '../../../renderer/features/scoring/links'
import {
  activePlace,
  cleanIn,
  firstAt,
  listedPlaces,
  NOWHERE,
  noteAt,
  placesUsed,
  pressAt,
  type Spot,
  spread,
  withNote,
  withoutPlace,
  withPlace,
} from '../../../renderer/features/scoring/places'
import { points } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'
import { type ItemMark, type Mark, type MarkValue, UNTOUCHED } from '../../../shared/domain/sheet/mark'

const counter: Clause = {
  id: 'a',
  text: '',
  form: 'per-occurrence',
  unit: '处',
  pointsPerUnit: points(500),
  aggregate: 'mean',
}
const count = (n: number) => ({ kind: 'count', n }) as const
const at = (...seen: readonly (readonly [string, number])[]): MarkValue => ({
  kind: 'places',
  at: seen.map(([place, n]) => ({ place, value: count(n) })),
})
const spot = (change: Partial<Spot> = {}): Spot => ({ ...NOWHERE, where: 'i/a', ...change })

describe('a clause that is observed place by place', () => {
  it('takes keys on the place that is picked, else on the last', () => {
    const two = at(['人民路', 1], ['建设街', 2])
    expect(activePlace(two, spot())).toBe('建设街')
    expect(pressAt(counter, two, spot(), '+', '+')).toEqual({
      kind: 'value',
      value: at(['人民路', 1], ['建设街', 3]),
    })
    expect(pressAt(counter, two, spot({ active: '人民路' }), '4', '4')).toEqual({
      kind: 'value',
      value: at(['人民路', 4], ['建设街', 2]),
    })
  })

  it('is marked as a whole while no place is named, and stays so', () => {
    expect(pressAt(counter, undefined, spot(), '2', '2')).toEqual({ kind: 'value', value: count(2) })
    expect(pressAt(counter, count(2), spot(), '+', '+')).toEqual({ kind: 'value', value: count(3) })
  })

  it('0 keeps a place as clean, − at one drops it, and the last one dropped takes the mark away', () => {
    const two = at(['人民路', 3], ['建设街', 1])
    expect(pressAt(counter, two, spot(), '0', '0')).toEqual({
      kind: 'value',
      value: at(['人民路', 3], ['建设街', 0]),
    })
    expect(pressAt(counter, two, spot(), '0', '10')).toEqual({
      kind: 'value',
      value: at(['人民路', 3], ['建设街', 10]),
    })
    expect(pressAt(counter, two, spot(), '-', '-')).toEqual({ kind: 'value', value: at(['人民路', 3]) })
    expect(pressAt(counter, at(['人民路', 1]), spot(), '-', '-')).toEqual({ kind: 'none' })
    expect(withoutPlace(at(['人民路', 1]), '人民路')).toBeNull()
  })

  it('remembers places that were clean before anything was found anywhere', () => {
    const here = spot({ active: '建设街', clean: ['人民路', '人民路'] })
    expect(listedPlaces(undefined, here)).toEqual(['人民路', '建设街'])
    const made = withPlace(counter, undefined, here, '建设街', count(2))
    expect(made).toEqual(at(['人民路', 0], ['建设街', 2]))
    expect(cleanIn(counter, made)).toEqual(['人民路'])
  })

  it('keeps a link when the number at its place changes', () => {
    const to = { item: 'j', clause: 'b' }
    const value: MarkValue = { kind: 'places', at: [{ place: '人民路', value: count(1), sameAs: to }] }
    expect(withPlace(counter, value, spot(), '人民路', count(5))).toEqual({
      kind: 'places',
      at: [{ place: '人民路', value: count(5), sameAs: to }],
    })
  })
})

describe('a clause that looks at all places together', () => {
  const together: Clause = {
    id: 'a',
    text: '',
    form: 'per-occurrence',
    unit: '处',
    pointsPerUnit: points(500),
  }

  it('counts as a whole until a place is named, and then at the place', () => {
    expect(pressAt(together, count(2), spot(), '+', '+')).toEqual({ kind: 'value', value: count(3) })
    expect(pressAt(together, at(['人民路', 2]), spot(), '+', '+')).toEqual({
      kind: 'value',
      value: at(['人民路', 3]),
    })
    expect(firstAt(together)).toEqual(count(1))
  })

  it('reads a mark that had one place as a mark of that place', () => {
    const old: Mark = { value: count(2), reason: '垃圾', place: '人民路' }
    expect(spread(together, old)).toEqual({ value: at(['人民路', 2]), reason: '垃圾' })
    expect(spread(together, { value: count(2), reason: '' })).toEqual({ value: count(2), reason: '' })
    const measured: Clause = { ...together, form: 'veto', scope: 'item' } as never
    expect(spread(measured, old)).toBe(old)
  })

  it('notes what was wrong at each place, and keeps it when the number changes', () => {
    const noted = withNote(at(['人民路', 2], ['建设街', 1]), '建设街', '满溢')
    expect([noteAt(noted, '建设街'), noteAt(noted, '人民路')]).toEqual(['满溢', ''])
    expect(noteAt(withPlace(together, noted, spot(), '建设街', count(5)), '建设街')).toBe('满溢')
    expect(withNote(noted, '建设街', '')).toEqual(at(['人民路', 2], ['建设街', 1]))
  })
})

describe('places of a sheet', () => {
  it('are offered with the last one first, each once', () => {
    const item = (when: string, ...marks: readonly Mark[]): ItemMark => ({
      ...UNTOUCHED,
      status: 'scored',
      at: when,
      marks: Object.fromEntries(marks.map((mark, no) => [`c${no}`, mark])),
    })
    const items = new Map([
      ['x', item('2026-01-01T00:00:01.000Z', { value: count(1), reason: '', place: '人民路' })],
      ['y', item('2026-01-01T00:00:02.000Z', { value: at(['建设街', 1], ['人民路', 2]), reason: '' })],
      ['z', item('2026-01-01T00:00:00.000Z', { value: count(1), reason: '', place: '广场' })],
    ])
    expect(placesUsed({ items })).toEqual(['人民路', '建设街', '广场'])
  })
})

describe('one problem under two items', () => {
  const to = { item: 'j', clause: 'b' }
  const mark: Mark = { value: count(1), reason: '', place: '人民路' }

  it('is linked with its words in the reason, and unlinked to what it was', () => {
    const once = linked(mark, '人民路', to, '与 1.2 同一问题')
    expect(once).toEqual({ ...mark, sameAs: to, reason: '与 1.2 同一问题' })
    expect(linksIn(once)).toEqual([{ place: null, to }])
    expect(unlinked(once, () => '与 1.2 同一问题')).toEqual(mark)
    const told = linked({ ...mark, reason: '门口' }, '人民路', to, '与 1.2 同一问题')
    expect(told.reason).toBe('门口；与 1.2 同一问题')
    expect(unlinked(told, () => '与 1.2 同一问题').reason).toBe('门口')
  })

  it('is linked at its own place alone where there are several', () => {
    const several: Mark = { value: at(['人民路', 1], ['建设街', 2]), reason: '' }
    const once = linked(several, '建设街', to, '与 1.2 同一问题')
    expect(linksIn(once)).toEqual([{ place: '建设街', to }])
    expect(unlinked(once, () => '与 1.2 同一问题')).toEqual(several)
  })

  it('keeps place and link when the number changes, and loses the link with the place', () => {
    const once = linked(mark, '人民路', to, '同')
    expect(markWith(once, count(3), '同')).toEqual({ ...once, value: count(3) })
    expect(markAt(once, ' 建设街 ')).toEqual({ value: count(1), reason: '同', place: '建设街' })
    expect(markAt(once, '')).toEqual({ value: count(1), reason: '同' })
  })

  it('names the items that are linked to one', () => {
    const items = new Map([['i', { ...UNTOUCHED, marks: { a: linked(mark, '人民路', to, '同') } }]])
    expect(linkedTo({ items }, 'j')).toEqual(['i'])
    expect(linkedTo({ items }, 'i')).toEqual([])
  })
})
