import { describe, expect, it } from 'vitest'
import { noteAt, pressAt, type Spot, withNote } from '../../../renderer/features/scoring/places'
import {
  activeSample,
  placedSamples,
  pressedSample,
  type Samples,
  samplesAt,
} from '../../../renderer/features/scoring/samples'
import { points } from '../../../shared/domain/points'
import type { Clause } from '../../../shared/domain/rubric/clause'

const clause: Clause = {
  id: 'a',
  text: '',
  form: 'pass-rate',
  measure: { label: '公厕', unit: '座' },
  samples: [],
  rule: { kind: 'proportional', base: points(1_000) },
}
const spot = (active: string | null): Spot => ({ where: 'i/a', active, clean: [] })
const two = samplesAt(20, [
  { place: '甲厕', passed: 1, failed: 0 },
  { place: '乙厕', passed: 1, failed: 0 },
]) as Samples

describe('samples by place', () => {
  it('come to as many as their places say, and to none where there are none', () => {
    expect(two).toMatchObject({ population: 20, passed: 2, failed: 0 })
    expect(samplesAt(20, [])).toBeNull()
    expect(placedSamples({ kind: 'samples', population: 20, passed: 2, failed: 0 })).toBeNull()
  })

  it('take + and − on the place that is picked, else on the last: one more passed, one that passed has failed', () => {
    const press = (active: string | null, key: string) => pressAt(clause, two, spot(active), key, key)
    expect(press(null, '-')).toMatchObject({ kind: 'value', value: { passed: 1, failed: 1 } })
    expect(press('甲厕', '+')).toMatchObject({
      kind: 'value',
      value: { passed: 3, at: [{ place: '甲厕', passed: 2, failed: 0 }, { place: '乙厕' }] },
    })
    expect(pressedSample({ place: '甲厕', passed: 0, failed: 1 }, '-')).toBeNull()
    expect(pressAt(clause, two, spot(null), '3', '3')).toMatchObject({ kind: 'type', pick: 'population' })
  })

  it('say what was wrong at a place', () => {
    const noted = withNote(two, '乙厕', '无纸')
    expect([noteAt(noted, '乙厕'), noteAt(noted, '甲厕')]).toEqual(['无纸', ''])
    expect(withNote(noted, '乙厕', '')).toEqual(two)
    expect(activeSample(two.at ?? [], '没有')?.place).toBe('乙厕')
  })
})
