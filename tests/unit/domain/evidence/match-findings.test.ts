import { describe, expect, it } from 'vitest'
import { wallSecondsOf } from '../../../../shared/domain/evidence/local-time'
import { candidatesFor, matchOf } from '../../../../shared/domain/evidence/match-findings'

const findings = [
  { key: 'a', at: '2026-11-23T01:00:00.000Z' },
  { key: 'b', at: '2026-11-23T01:20:00.000Z' },
  { key: 'c', at: '2026-11-23T03:00:00.000Z' },
]
const now = { aheadMinutes: 0, windowMinutes: 30 }
const at = (time: string) => ({ takenAt: `2026-11-23T${time}` })

describe('a photo and the findings of the day', () => {
  it.each([
    ['09:01:00', 'a'],
    ['09:10:00', 'b'],
    ['09:09:59', 'a'],
    ['09:50:00', 'b'],
    ['09:50:01', null],
    ['10:29:59', null],
    ['10:30:00', 'c'],
    ['11:31:00', null],
  ])('at %s is matched to %s', (time, key) => {
    expect(matchOf(at(time), findings, now)?.key ?? null).toBe(key)
  })

  it('of a camera whose clock is ahead or behind is set right first', () => {
    expect(matchOf(at('10:05:00'), findings, { ...now, aheadMinutes: 60 })?.key).toBe('a')
    expect(matchOf(at('08:05:00'), findings, { ...now, aheadMinutes: -60 })?.key).toBe('a')
    expect(
      matchOf({ takenAt: '2026-11-24T00:05:00' }, findings, { ...now, aheadMinutes: 15 * 60 })?.key,
    ).toBe('a')
  })

  it('without a time is matched to none, and can be given to any', () => {
    expect(matchOf({}, findings, now)).toBeNull()
    expect(candidatesFor({}, findings, now).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    expect(matchOf(at('09:00:00'), [], now)).toBeNull()
  })

  it('counts seconds across months and years as the calendar does', () => {
    const day = 86_400
    expect(wallSecondsOf('2027-01-01T00:00:00.000Z') - wallSecondsOf('2026-12-31T00:00:00.000Z')).toBe(day)
    expect(wallSecondsOf('2028-03-01T00:00:00.000Z') - wallSecondsOf('2028-02-28T00:00:00.000Z')).toBe(
      2 * day,
    )
  })
})
