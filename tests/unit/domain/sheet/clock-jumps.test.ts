import { describe, expect, it } from 'vitest'
import { clockJumps } from '../../../../shared/domain/sheet/clock-jumps'

const line = (seq: number, at: string, mono: number, boot = 'a') => ({
  seq,
  at: `2026-11-24T${at}.000Z`,
  mono,
  boot,
})

describe('jumps of the wall clock', () => {
  it('are told where it does not go with the monotonic clock, back and forth', () => {
    const lines = [
      line(1, '09:00:00', 0),
      line(2, '09:10:00', 600_000),
      line(3, '08:10:05', 605_000),
      line(4, '10:10:10', 610_000),
    ]
    expect(clockJumps(lines)).toEqual([
      { seq: 3, seconds: -3600 },
      { seq: 4, seconds: 7200 },
    ])
  })

  it('are not seconds by which a machine corrects itself', () => {
    expect(clockJumps([line(1, '09:00:00', 0), line(2, '09:00:59', 0)])).toEqual([])
    expect(clockJumps([line(1, '09:00:00', 0), line(2, '09:01:00', 0)])).toEqual([{ seq: 2, seconds: 60 }])
    expect(clockJumps([line(1, '09:00:59', 0), line(2, '09:00:00', 0)])).toEqual([])
  })

  it('between two runs are told only where the clock went back', () => {
    expect(clockJumps([line(1, '09:00:00', 0), line(2, '17:00:00', 5, 'b')])).toEqual([])
    expect(clockJumps([line(1, '17:00:00', 900_000), line(2, '09:00:00', 5, 'b')])).toEqual([
      { seq: 2, seconds: -28_800 },
    ])
  })

  it('there are none in an empty journal or in one line', () => {
    expect(clockJumps([])).toEqual([])
    expect(clockJumps([line(1, '09:00:00', 0)])).toEqual([])
  })
})
