import { describe, expect, it } from 'vitest'
import {
  freehand,
  MOST_POINTS,
  type PhotoMark,
  photoPoint,
  strokesOf,
} from '../../../../shared/domain/evidence/photo-mark'
import { photoMarkSchema } from '../../../../shared/schema/evidence-schema'
import { readRequest } from '../../../../shared/schema/requests-schema'

describe('a sign drawn over a picture', () => {
  it('is in whole thousandths within the picture', () => {
    expect(photoPoint(12.4, 999.6)).toEqual([12, 1000])
    expect(photoPoint(-5, 1200)).toEqual([0, 1000])
  })

  it('drawn by hand keeps its ends and no more points than allowed', () => {
    const points = Array.from({ length: 5000 }, (_, no) => photoPoint(no / 5, 500))
    const mark = freehand(points)
    if (mark?.kind !== 'freehand') throw new Error('no line')
    expect(mark.points.length).toBeLessThanOrEqual(MOST_POINTS)
    expect([mark.points[0], mark.points.at(-1)]).toEqual([points[0], points.at(-1)])
    expect(photoMarkSchema.safeParse(mark).success).toBe(true)
    expect(freehand([photoPoint(1, 1)])).toBeNull()
  })

  it('lies on the picture where it was drawn, whatever its size', () => {
    const box: PhotoMark = { kind: 'rectangle', from: [250, 500], to: [750, 1000] }
    expect(strokesOf(box, 4000, 2000).lines[0]?.points).toEqual([
      [1000, 1000],
      [3000, 1000],
      [3000, 2000],
      [1000, 2000],
    ])
    const circle = strokesOf({ kind: 'circle', from: [0, 0], to: [1000, 1000] }, 100, 50).lines[0]
    expect(circle?.isClosed).toBe(true)
    expect(Math.max(...(circle?.points ?? []).map(([x]) => x))).toBe(100)
    const [shaft, head] = strokesOf({ kind: 'arrow', from: [0, 0], to: [1000, 0] }, 600, 400).lines
    expect(shaft?.points).toEqual([
      [0, 0],
      [600, 0],
    ])
    expect(head?.points).toHaveLength(3)
  })

  it.each([
    ['outside the picture', { kind: 'arrow', from: [0, 0], to: [1001, 0] }],
    ['between two thousandths', { kind: 'arrow', from: [0.5, 0], to: [1, 0] }],
    ['without words', { kind: 'text', at: [0, 0], text: '' }],
    ['with a novel', { kind: 'text', at: [0, 0], text: '字'.repeat(61) }],
    ['of one point', { kind: 'freehand', points: [[0, 0]] }],
    ['of too many points', { kind: 'freehand', points: Array(201).fill([0, 0]) }],
    ['of another kind', { kind: 'script', from: [0, 0], to: [1, 1] }],
    ['with more to it', { kind: 'circle', from: [0, 0], to: [1, 1], href: 'x' }],
  ])('is refused %s', (_what, mark) => {
    expect(photoMarkSchema.safeParse(mark).success).toBe(false)
    const event = { type: 'annotated', item: 'i', sha256: '0'.repeat(64), marks: [mark] }
    expect(readRequest('appendEvents', ['sheet', 1, [event]])).toBeNull()
  })
})
