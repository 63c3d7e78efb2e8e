import { describe, expect, it } from 'vitest'
import { learnReasons, offeredReasons, type Reasons } from '../../../../shared/domain/findings/reasons'
import type { Mark, Observation } from '../../../../shared/domain/sheet/mark'

const line = (seq: number, mark: Mark | null, item = 'x') => ({
  seq,
  at: `2026-11-23T01:00:${String(seq).padStart(2, '0')}.000Z`,
  mono: seq,
  boot: 'b',
  by: '甲',
  event: { type: 'marked', item, clause: 'a', mark } as const,
  prev: '',
  hash: '',
})
const at = (...places: readonly (readonly [place: string, note: string])[]): Mark => ({
  value: {
    kind: 'places',
    at: places.map(([place, note]): Observation => ({ place, value: { kind: 'count', n: 1 }, note })),
  },
  reason: '',
})
const learn = (...lines: readonly ReturnType<typeof line>[]): Reasons => {
  const reasons: Reasons = new Map()
  learnReasons(reasons, lines)
  return reasons
}

describe('reasons that are written again and again', () => {
  it('come back by how often, then by how lately they were written, of their clause alone', () => {
    const learnt = learn(
      line(1, at(['甲路', '满溢'])),
      line(2, at(['甲路', '满溢'], ['乙路', '破损'])),
      line(3, at(['甲路', '满溢'], ['乙路', '破损'], ['丙路', '满溢'])),
      line(4, at(['丁路', '积水'])),
      line(5, at(['甲路', '别的']), 'y'),
    )
    expect(offeredReasons([learnt], 'x', 'a')).toEqual(['满溢', '积水', '破损'])
    expect(offeredReasons([learnt], 'x', 'b')).toEqual([])
  })

  it('add up over sheets', () => {
    const here = learn(line(1, at(['甲路', '积水'])))
    const there = learn(line(1, at(['甲路', '满溢'])), line(2, at(['乙路', '积水'])))
    expect(offeredReasons([here, there], 'x', 'a')).toEqual(['积水', '满溢'])
  })

  it('are the same text at the same place once, and only what a person wrote', () => {
    const value = { kind: 'count', n: 1 } as const
    const linked: Mark = { value, reason: '与 1.2 同一问题', sameAs: { item: 'y', clause: 'a' } }
    const learnt = learn(
      line(1, { value, reason: ' 无台账 ' }),
      line(2, { value: { kind: 'count', n: 2 }, reason: '无台账' }),
      line(3, linked),
      line(4, null),
      line(5, { value, reason: '长'.repeat(61) }),
    )
    expect(learnt.get('x/a')?.get('无台账')?.times).toBe(1)
    expect(offeredReasons([learnt], 'x', 'a')).toEqual(['无台账'])
  })

  it('are six at most', () => {
    const learnt = learn(...Array.from({ length: 9 }, (_, no) => line(no, at(['甲路', `理由${no}`]))))
    expect(offeredReasons([learnt], 'x', 'a')).toEqual(['理由8', '理由7', '理由6', '理由5', '理由4', '理由3'])
  })
})
